"""What a sentence is about: the mark that no preposition governs, in what its sentence opens with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.encoding import Mark

_GOVERNED = re.compile(
    r"(?:\b(?:of|by|with|for|in|on|to|from|between|entre|de|du|des|par|avec|pour|dans|sur|à|au|aux|sous|chez|en|outre|vers)"
    r"|\bd['’])\s(?:the |la |le |les |l['’])?$|\bd['’]$|(?:de|à) l['’]$",
    re.IGNORECASE,
)


BACK = 16


def head_of(marks_of: Sequence[Mark], text: str) -> Mark | None:
    """Return the mark that a sentence is about: the first that no preposition governs."""
    governed: Mark | None = None
    for mark in marks_of:
        again = governed is not None and (
            # "avec l'Agence X (X)", "entre X et Y": one more name of it, or one listed with it.
            (mark.code, mark.number) == (governed.code, governed.number)
            or _same_in_brackets(governed, mark, text)
            or _goes_on(governed, mark, text)
        )
        about = mark.code in "MYG" and _AS_FOR.search(text, 0, mark.span.begin) is not None
        if (again or _governed(mark, text)) and not about:
            governed = mark
        elif mark.code in "AOMYGVPT":
            return mark
    return None


_AS_FOR = re.compile(r"(?:As for|Quant (?:à|au|aux)) ?(?:the |la |le |les |l['’])?$")
"""What opens a sentence on the thing that it is about."""


def _same_in_brackets(governed: Mark, mark: Mark, text: str) -> bool:
    """Tell whether a mark only gives in brackets the acronym of the one before it."""
    between = text[governed.span.end : mark.span.begin].strip()
    return governed.code == mark.code and between == "("


def _goes_on(governed: Mark, mark: Mark, text: str) -> bool:
    """Tell whether a mark is only listed with one that a preposition governs: "entre X et Y"."""
    return _AND.fullmatch(text, governed.span.end, mark.span.begin) is not None


_AND = re.compile(r"\)? (?:and|et) (?:the |la |le |les |l['’])?")


def _governed(mark: Mark, text: str) -> bool:
    before = text[max(0, mark.span.begin - BACK) : mark.span.begin]
    return _GOVERNED.search(before) is not None


def only(marks_of: Sequence[Mark]) -> Mark | None:
    """Return the last of the marks where all of them are of one name."""
    numbers = {m.number for m in marks_of}
    return marks_of[-1] if len(numbers) == 1 else None


def stage_of(text: str, mark: Mark) -> bool:
    """Tell whether a name is only that of a rocket's upper stage: "l'étage supérieur Fregat"."""
    before = text[max(0, mark.span.begin - BACK) : mark.span.end]
    return mark.code == "V" and _STAGE.search(before) is not None


_STAGE = re.compile(r"\b(?:étage|stage)\b", re.IGNORECASE)


def most_spoken_of(before: Sequence[Sequence[Mark]], text: str) -> int | None:
    """Return the mark of the mission that the text has spoken of more than of any other."""
    counts = Counter(m.number for sentence in before for m in sentence if m.code == "M")
    first = counts.most_common(2)
    if not first or (len(first) > 1 and first[0][1] == first[1][1]):
        return None
    return first[0][0]


def words_of(mark: Mark, text: str) -> str:
    """Return the words that a mark stands for."""
    return text[mark.span.begin : mark.span.end]
