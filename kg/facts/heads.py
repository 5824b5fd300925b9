"""What a sentence is about: the mark that no preposition governs, in what its sentence opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.encoding import Mark
from kg.patterns import expression

BACK = 16


def head_of(marks_of: Sequence[Mark], text: str, code: str) -> Mark | None:
    """Return the mark that a sentence is about: the first that no preposition governs."""
    governed: Mark | None = None
    # What opens a sentence on the thing that it is about.
    as_for = expression(code, "heads-as-for")
    for mark in marks_of:
        again = governed is not None and (
            # "avec l'Agence X (X)", "entre X et Y": one more name of it, or one listed with it.
            (mark.code, mark.number) == (governed.code, governed.number)
            or _same_in_brackets(governed, mark, text)
            or _goes_on(governed, mark, text, code)
        )
        about = mark.code in "MYG" and as_for.search(text, 0, mark.span.begin) is not None
        if (again or _governed(mark, text, code)) and not about:
            governed = mark
        elif mark.code in "AOMYGVPT":
            return mark
    return None


def _same_in_brackets(governed: Mark, mark: Mark, text: str) -> bool:
    """Tell whether a mark only gives in brackets the acronym of the one before it."""
    between = text[governed.span.end : mark.span.begin].strip()
    return governed.code == mark.code and between == "("


def _goes_on(governed: Mark, mark: Mark, text: str, code: str) -> bool:
    """Tell whether a mark is only listed with one that a preposition governs: "entre X et Y"."""
    joint = expression(code, "heads-and")
    return joint.fullmatch(text, governed.span.end, mark.span.begin) is not None


def _governed(mark: Mark, text: str, code: str) -> bool:
    before = text[max(0, mark.span.begin - BACK) : mark.span.begin]
    return expression(code, "heads-governed", any_case=True).search(before) is not None


def only(marks_of: Sequence[Mark]) -> Mark | None:
    """Return the last of the marks where all of them are of one name."""
    numbers = {m.number for m in marks_of}
    return marks_of[-1] if len(numbers) == 1 else None


def stage_of(text: str, mark: Mark, code: str) -> bool:
    """Tell whether a name is only that of a rocket's upper stage: "l'étage supérieur Fregat"."""
    if mark.code != "V":
        return False
    before = text[max(0, mark.span.begin - BACK) : mark.span.end]
    return expression(code, "heads-stage", any_case=True).search(before) is not None


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
