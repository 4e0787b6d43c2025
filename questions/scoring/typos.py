"""Mend Latin words that are a slip of a term's word before anything is matched (SCORING.md, step 5).

Optimal string alignment: 1 slip in words of 5 to 8 letters, 2 in longer ones, same first letter. Words that the lexicon
or the list of ordinary English knows are left as they are.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.scoring.inflection import endings_of
from questions.scoring.lexicon import Lexicon
from questions.scoring.words import Words, squeeze

SHORTEST = 5
LONG = 9
REMEMBERED = 20_000  # words


class Speller:
    """Knows the Latin words of all terms of a rubric, in every inflection."""

    def __init__(self, forms: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._targets: set[str] = set()
        for form in forms if lexicon.words else ():  # without them, "against" would be a slip of "again"
            entry = lexicon.entry_of(form)
            if not (entry and (entry.protected or entry.kind == "acronym")):
                self._learn(form)
        by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._targets):
            by_letter[word[0]].append(word)
        self._by_letter = dict(by_letter)
        self._right: set[str] = set()  # words that need no mending: answers share most of theirs
        self._slips: dict[str, str] = {}  # words that do, with what they are mended to

    def mend(self, words: Words) -> Words:
        """The same text with every slip put right; `typed_span` still leads to the words as typed."""
        right = self._right
        slips = {
            index: target
            for index, word in enumerate(words.spelled)
            if word not in right and (target := self._target(word)) is not None
        }
        if not slips:
            return words
        spelled = [slips.get(index, word) for index, word in enumerate(words.spelled)]
        pieces = [0, *accumulate(map(len, spelled))]
        latin = [index for index, place in enumerate(words.pieces) if place in words.starts_of_words]
        return replace(
            words,
            text="".join(spelled),
            spelled=spelled,
            pieces=pieces[:-1],
            word_starts=[pieces[index] for index in latin],
            word_ends=[pieces[index + 1] for index in latin],
            mended={index: len(words.spelled[index]) for index in slips},
        )

    def _learn(self, form: str) -> None:
        for word in _latin_words(form.replace("*", "")):
            if word not in self._lexicon.words:
                self._targets.update(_inflections(word))

    def _target(self, word: str) -> str | None:
        """The term's word that this is a slip of; remembers what it has found out."""
        if target := self._slips.get(word):
            return target
        if len(self._right) + len(self._slips) >= REMEMBERED:
            self._right.clear()
            self._slips.clear()
        if target := self._nearest(word):
            self._slips[word] = target
        else:
            self._right.add(word)
        return target

    def _nearest(self, word: str) -> str | None:
        if len(word) < SHORTEST or not (word.isascii() and word.isalpha()):
            return None
        if word in self._targets or self._known(word):
            return None
        near = process.extract(
            word, self._by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=2, limit=3, processor=None
        )
        for target, distance, _ in near:
            if distance <= _allowed(target):
                return str(target)
        return None

    def _known(self, word: str) -> bool:
        """Whether it is a word in its own right, itself or without an English ending."""
        if self._lexicon.knows(word):
            return True
        return any(
            word.endswith(ending) and self._lexicon.knows(word[: -len(ending)] + rest)
            for ending, rest in (
                ("s", ""),
                ("es", ""),
                ("ies", "y"),
                ("ed", ""),
                ("ed", "e"),
                ("ing", ""),
                ("ing", "e"),
                ("ly", ""),
            )
        )


@lru_cache(maxsize=16_384)
def _latin_words(form: str) -> tuple[str, ...]:
    """The words of a form that are long enough to be mended to; several together as one word, too."""
    words = squeeze(form).spelled
    parts = [word for word in words if word.isascii() and word.isalpha()]
    if len(parts) == len(words) > 1:
        parts.append("".join(parts))
    return tuple(part for part in parts if len(part) >= SHORTEST)


@lru_cache(maxsize=16_384)
def _inflections(word: str) -> frozenset[str]:
    return frozenset(stem + ending for stem, endings in endings_of(word, plain=True) for ending in endings)


def _allowed(target: str) -> int:
    return 0 if len(target) < SHORTEST else 1 if len(target) < LONG else 2
