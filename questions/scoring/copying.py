"""Text taken over from the question or the model answer, found by overlapping runs of words."""

from collections.abc import Iterator, Sequence

import ahocorasick_rs

from questions.scoring.words import Words, squeeze

CHARACTER, LATIN_WORD = 5, 12  # weights of a Chinese character and of a Latin word
ECHO = 12 * CHARACTER  # a run of the question so long earns nothing (SCORING.md, table in section 3)
SHINGLE = 8 * CHARACTER
CONTAINED = 0.8
SHORTEST_COPY = 60  # characters of an answer from which a copy of the model answer is told
PROBES = 8


def runs(words: Words, weight: int, step: int = 1) -> Iterator[tuple[int, int]]:
    """The shortest run of whole words that weighs at least so much from every word on, as [start, end) by its start.

    With a `step`, from every so many words only.
    """
    units = words.units
    latin = words.starts_of_words
    for first in range(0, len(units), step):
        last, total = first, 0
        while last < len(units) and total < weight:
            total += LATIN_WORD if units[last] in latin else CHARACTER
            last += 1
        if total < weight:
            return
        end = units[last - 1] + 1
        yield units[first], max(words.word_end(end), end)


class Echo:
    """Finds runs of the question in an answer."""

    def __init__(self, stem: str) -> None:
        words = squeeze(stem)
        patterns = {words.text[start:end] for start, end in runs(words, ECHO)}
        self._automaton = ahocorasick_rs.AhoCorasick(sorted(patterns)) if patterns else None

    def find(self, words: Words) -> list[tuple[int, int]]:
        """[start, end) of what was copied, merged and in order."""
        if self._automaton is None:
            return []
        copied: list[tuple[int, int]] = []
        for _, start, end in self._automaton.find_matches_as_indexes(words.text, overlapping=True):
            if copied and start <= copied[-1][1]:
                copied[-1] = (copied[-1][0], max(end, copied[-1][1]))
            else:
                copied.append((start, end))
        return copied


class ModelAnswer:
    """Tells whether an answer is a copy of the model answer, in any of its languages."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._shingles = frozenset(shingle for text in texts for shingle in _shingles(squeeze(text)))

    def is_copied(self, words: Words) -> bool:
        if not self._shingles or len(words.text) < SHORTEST_COPY:
            return False
        if not self._is_likely(words):
            return False
        own = list(_shingles(words))
        return sum(map(self._shingles.__contains__, own)) >= CONTAINED * len(own)

    def _is_likely(self, words: Words) -> bool:
        """Whether at least half of a few shingles are in the model answer; most answers end here."""
        missed = 0
        for shingle in _shingles(words, step=max(1, words.length // PROBES)):
            missed += shingle not in self._shingles
            if missed > PROBES // 2:
                return False
        return True


def _shingles(words: Words, step: int = 1) -> Iterator[str]:
    return (words.text[start:end] for start, end in runs(words, SHINGLE, step))
