"""A French clause as words and lists of marks, and the ways from a verb to who does it and to what.

The method is that of `phrases`, with the order of French words: a subject may follow its verb
("que pilote le CNES", "auquel participent X et Y"), a participle may open its sentence, and agents
are told by "par", "entre", "chez" or "à". Where the way is not clear, nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.phrases import BODIES, THINGS, Part, Phrase

_FAR, _NEAR, _NOUNS = 45, 14, 8
_INSERTION = 2
"""As many commas as an insertion has."""
_ENDS = (";", ":", ".", "«", "»", "?", "!")


class Walk(Phrase):
    """The tokens of a French clause, less what stands in brackets and the apostrophes."""

    def __init__(self, text: str, code: str) -> None:
        """Split `text`, the encoded text of a clause."""
        super().__init__(text, code)
        self.tokens = tuple(token for token in self.tokens if token.text != "'")
        self.words = tuple("" if token.sort else token.text.lower() for token in self.tokens)

    def low(self, at: int) -> str:
        """Return the word at a place in small letters; nothing for marks and outside."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def helps(self, at: int) -> bool:
        """Tell whether a word only helps a verb: an auxiliary, a pronoun before it, an adverb."""
        adverb = self.ends_as(at, "adverb-ending") and not self.has(at, "no-adverb")
        dated = self.sort(at) == "D" and self.has(at - 1, "helping", "adverb", "dated")
        return adverb or dated or self.has(at, "helping", "adverb", "clitic")

    def opens(self, at: int) -> int | None:
        """Return where the segment of a place begins, if no mark and no finite verb stand before it."""
        k = at - 1
        while k >= 0 and self.low(k) not in _ENDS:
            if self.sort(k) not in ("", "N", "D") or self.has(k, "relative", "be", "have"):
                return None
            k -= 1
        return k + 1

    def subject(self, begin: int, sort: str) -> Part | None:
        """Return what stands to the left of a verb's group as its subject, if of this sort."""
        k = begin - 1
        # A subject of its own: "parmi celles de X, sept sont menées par Y".
        words = _NOUNS + 1 if self.has(k, "some") else 0
        while k >= 0 and words <= _NOUNS:
            if self.low(k) == ",":
                return self._over_insertion(k, sort)
            if self.sort(k) == sort:
                return self._headed(k, sort)
            if self.sort(k) not in ("", "N", "C", "D", "I") or self.low(k) in _ENDS:
                return None
            if self.has(k, "relative"):
                return self.antecedent(k, sort) if self.has(k, "who") else None
            if self.has(k, "and") and self.verbal(k - 1):
                return self.shared(k, sort)
            words += not self.helps(k)
            k -= 1
        return None

    def verbal(self, k: int) -> bool:
        """Tell whether a verb stands close before a place, of which another goes on."""
        return any(self.has(j, "be", "have") for j in range(max(0, k - _NOUNS), k))

    def shared(self, k: int, sort: str) -> Part | None:
        """Return the subject that two verbs joined by "et" share: what the first one's clause begins with."""
        found = None
        for j in range(k - 1, -1, -1):
            if self.low(j) in _ENDS:
                break
            if self.has(j, "who"):
                return self.antecedent(j, sort)
            if self.sort(j) == sort:
                found = self._headed(j, sort) or found
        return found

    def _over_insertion(self, comma: int, sort: str) -> Part | None:
        """Return what stands before the insertion that a comma closes: "CNES, maître d'ouvrage, ..."."""
        for k in range(comma - 1, max(-1, comma - _FAR), -1):
            if self.low(k) in _ENDS:
                return None
            if self.low(k) == "," and self.sort(k - 1) == sort and self._inserted(k + 1, comma):
                return self._headed(k - 1, sort)
        return None

    def _inserted(self, k: int, end: int) -> bool:
        """Tell whether an insertion begins at a place: with a noun, a participle or a relative word."""
        if self.has(k, "relative"):
            return True
        return not any(self.has(j, "be", "have", "relative") for j in range(k, end))

    def _headed(self, k: int, sort: str) -> Part | None:
        """Return the list at a place, unless it only completes a noun that is not a team of it."""
        j = k - 1
        while self.has(j, "article", "kind") or self.sort(j) in ("N", "C"):
            j -= 1
        part = self.has(j - 2, "component") or self.has(j - 3, "component")
        if sort == THINGS and part and self.has(j, "whole"):
            # "Les panneaux du satellite X": of X, as those of X are.
            j -= 1
        if not self.has(j, "preposition"):
            joined = sort == BODIES and self.has(j, "and") and self.sort(j - 1) == BODIES
            first = self._headed(j - 1, sort) if joined else None
            return Part(f"{first.text} {self.tokens[k].text}", k) if first else self.part(k)
        if sort == BODIES:
            team = self.has(j, "of") and (self.has(j - 1, "team") or self.has(j - 2, "team"))
            return self.part(k) if team else None
        return self.part(k) if self.has(j, "of") and self.has(j - 1, "whole") else None

    def antecedent(self, k: int, sort: str, *, of: bool = False) -> Part | None:
        """Return what the relative word at a place stands for, if of this sort.

        "SVOM, projet franco-chinois que": what the noun is in apposition to.
        """
        j = k - 1
        if self.has(j, "and"):
            first = self._relative_before(j)
            return self.antecedent(first, sort, of=of) if first is not None else None
        commas = 0
        for back in range(j, max(-1, j - _NEAR), -1):
            if self.sort(back) == sort:
                return self.part(back, of=of) if self._free(back, k) else None
            if self.low(back) == ",":
                commas += 1
            if (
                commas > _INSERTION
                or self.low(back) in _ENDS
                or self.has(back, "be", "have", "relative")
            ):
                return None
            if self.sort(back) not in ("", "N", "C", "D", "I"):
                return None
        return None

    def _relative_before(self, k: int) -> int | None:
        """Return the place of the relative clause that one after "et" goes on with."""
        for j in range(k - 1, max(-1, k - _FAR), -1):
            if self.low(j) in _ENDS:
                return None
            if self.has(j, "relative"):
                return j - 1 if self.has(j - 1, "preposition") else j
        return None

    def _free(self, back: int, k: int) -> bool:
        """Tell whether no preposition governs what stands between a mark and its relative word."""
        between = range(back + 1, k)
        return not any(self.has(j, "governs") for j in between)

    def inverted(self, at: int) -> Part | None:
        """Return the bodies that follow their verb: "que pilote le CNES", "auquel participent X"."""
        k = at + 1 + (self.low(at + 1) == ":")
        while self.helps(k) or self.has(k, "article", "kind") or self.sort(k) in ("N", "C"):
            k += 1
        return self.extended(k) if self.sort(k) == BODIES else None

    def after(self, at: int, sort: str, *, far: int = _NOUNS) -> Part | None:
        """Return what the verb before a place does something to, if it is of this sort."""
        k, of, helped = at, False, False
        while k < len(self.tokens) and k - at <= far + 2:
            if self.sort(k) == sort:
                return None if helped and of else self._objects(k, sort, of=of)
            low = self.low(k)
            if low in _ENDS or low == "," or self.has(k, "relative", "be", "have", "stops"):
                return None
            if self.sort(k) in ("P", "T", "V", "m", "b"):
                beside = self.sort(k) == BODIES and self._with_whom(k)
                if not beside and not (self.sort(k) == BODIES and self.has_of(k)):
                    return None
                helped = helped or beside
                of = of and not beside  # "conçu avec A l'instrument Y": Y is the object
            if self.has(k, "preposition") and not (self.has(k, "of") and self.has(k - 1, "whole")):
                of = True
            k += 1
        return None

    def _objects(self, k: int, sort: str, *, of: bool) -> Part:
        """Return the thing at a place with those that are listed after it, each with its nouns."""
        text, at = self.tokens[k].text, k
        for j in range(k + 1, min(len(self.tokens), k + 1 + 2 * _NEAR)):
            if self.sort(j) == sort:
                text, at = f"{text} {self.tokens[j].text}", j
            joins = self.low(j) == "," or self.has(j, "joins")
            nouns = self.has(j, "article", "whole", "kind") or self.sort(j) in ("N", "")
            if self.low(j) in _ENDS or not (joins or nouns) or j - at > _NOUNS:
                break
            if self.has(j, "be", "have", "preposition") or (self.has(j, "relative") and not joins):
                break
        return Part(text, k, of)

    def has_of(self, k: int) -> bool:
        """Tell whether a mark is only to whom something is given or whose it is: "à la NASA"."""
        j = k - 1
        while self.has(j, "article", "kind"):
            j -= 1
        return self.has(j, "to")

    def _with_whom(self, k: int) -> bool:
        """Tell whether a body is only with whom something is done: "avec le CNRS"."""
        j = k - 1
        while self.has(j, "article", "kind"):
            j -= 1
        return self.has(j, "with")

    def agent(self, at: int, *, places: bool = False) -> Part | None:
        """Return the bodies by whom something is done, of which the participle stands before a place."""
        for k in range(at, min(len(self.tokens), at + _NEAR)):
            if self.low(k) in _ENDS or self.has(k, "relative", "be", "have"):
                return None
            if self._another(k) and k > at:
                return None
            if self.has(k, "by") or (places and k <= at + 1 and self.has(k, "at")):
                found = self.named_after(k + 1)
                if found is not None or self.has(k, "by"):
                    return found
        return None

    def _another(self, k: int) -> bool:
        """Tell whether another participle stands at a place, whose agent follows: "un accord signé par"."""
        participle = k > 0 and self.ends_as(k, "participle-ending")
        if self.has(k - 1, "team"):
            return False
        listed = self.low(k - 1) == "," or self.has(k - 1, "goes-on")
        return participle and not self.has(k, "noun") and not listed

    def partners(self, at: int) -> Iterator[Part]:
        """Yield the bodies with whom it is done, to the right of a place; `of` if they only help."""
        for k in range(at, min(len(self.tokens), at + 2 * _NEAR)):
            if self.low(k) in _ENDS or self.has(k, "relative"):
                return
            if self.sort(k) == THINGS and self.low(k - 1) == ",":
                return  # "X, dirigé par A, Y, conçu par B avec C": C has to do with Y
            if self.has(k, "with"):
                found = self.named_after(k + 1)
                if found is not None:
                    helps = any(self.has(j, "help") for j in range(k + 1, found.at))
                    yield Part(found.text, found.at, helps)

    def named_after(self, k: int) -> Part | None:
        """Return the bodies that a few nouns lead to: "une équipe de l'Université"."""
        for j in range(k, min(len(self.tokens), k + _NOUNS + 2)):
            if self.sort(j) == BODIES:
                return self.extended(j)
            if self.sort(j) not in ("", "N", "C") or self.has(j, "stops", "relative", "be", "have"):
                return None
            if self.low(j) in _ENDS or (self.has(j, "by") and not self.has(j - 1, "heading")):
                # "Contrôlé par un calculateur construit par X": X a construit celui-ci.
                return None
        return None

    def extended(self, k: int) -> Part:
        """Return a list of bodies with those that follow after what is said of its last one."""
        text, j = self.tokens[k].text, k + 1
        while self.low(j) == ",":
            joint = self._joint(j + 1)
            if joint is None:
                break
            text = f"{text} {self.tokens[joint].text}"
            j = joint + 1
        return Part(text, k)

    def _joint(self, k: int) -> int | None:
        """Return the place of the bodies that a list goes on with: ", rattaché à X, ainsi que Y"."""
        for j in range(k, min(len(self.tokens), k + _NEAR)):
            if self.low(j) in _ENDS or self.has(j, "relative", "be", "have"):
                return None
            if self.has(j, "then") and (self.low(j - 1) == "," or self.has(j - 1, "too")):
                i = j + 1
                while self.has(i, "article", "kind") or self.sort(i) == "N":
                    i += 1
                return i if self.sort(i) == BODIES else None
        return None

    def main(self, at: int) -> Part | None:
        """Return the thing that the main clause after an opening participle begins with."""
        for k in range(at + 1, len(self.tokens)):
            if self.low(k) in _ENDS:
                return None
            if self.low(k) != ",":
                continue
            j = k + 1
            while self.has(j, "article", "kind", "whole") or self.sort(j) == "N":
                j += 1
            if self.sort(j) == THINGS:
                return self.part(j)
            if self.has(j, "pronoun"):
                return self.spoken_of(at)
        return None

    def spoken_of(self, at: int) -> Part | None:
        """Return the thing that the segment before the one of a place begins with."""
        begin = at
        while begin >= 0 and self.low(begin) not in _ENDS:
            begin -= 1
        found = None
        for k in range(begin - 1, -1, -1):
            if self.sort(k) == THINGS:
                found = self.part(k)
        return found

    def attached(self, begin: int) -> Part | None:
        """Return the thing that a participle without an auxiliary follows: "le X, développé par"."""
        commas = 0
        for k in range(begin - 1, max(-1, begin - 1 - _NEAR), -1):
            if self.sort(k) == THINGS:
                return self.part(k)
            low = self.low(k)
            commas += low == ","
            if self.has(k, "be"):
                while self.helps(k - 1):
                    k -= 1  # noqa: PLW2901, the way goes on before the verb
                return self.subject(k, THINGS)
            if commas > _INSERTION or low in _ENDS or self.has(k, "relative", "have", "governs"):
                return None
            if self.sort(k) not in ("", "N", "C", "D"):
                return None
        return None
