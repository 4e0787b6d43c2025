"""Text taken over from the question or the model answer, found by overlapping runs of words."""

from collections.abc import Sequence

import ahocorasick_rs

from questions.scoring.words import Words, squeeze

LATIN_WORD = 2.4  # so much text as this many Chinese characters
ECHO = 12.0  # a run of the question so long earns nothing (SCORING.md, table in section 3)
SHINGLE = 8.0
CONTAINED = 0.8
SHORTEST_COPY = 60  # characters of an answer from which a copy of the model answer is told
PROBES = 8


def runs(words: Words, weight: float) -> list[tuple[int, int]]:
    """Every shortest run of whole words that weighs at least so much, as [start, end), by its start."""
    units = words.units
    latin = set(words.word_starts)
    found, end, total = [], 0, 0.0
    for start in range(len(units)):
        while end < len(units) and total < weight:
            total += LATIN_WORD if units[end] in latin else 1.0
            end += 1
        if total < weight:
            break
        found.append((units[start], max(words.word_end(units[end - 1] + 1), units[end - 1] + 1)))
        total -= LATIN_WORD if units[start] in latin else 1.0
    return found


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
        own = _shingles(words)
        probe = own[:: max(1, len(own) // PROBES)]  # most answers end here
        if sum(shingle in self._shingles for shingle in probe) < len(probe) / 2:
            return False
        return sum(shingle in self._shingles for shingle in own) >= CONTAINED * len(own)


def _shingles(words: Words) -> list[str]:
    return [words.text[start:end] for start, end in runs(words, SHINGLE)]
