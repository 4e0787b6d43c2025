"""Find the terms of a rubric in an answer: one Aho-Corasick pass for all of them (step 3)."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import ahocorasick_rs

from questions.scoring.lexicon import NO_LEXICON, Lexicon
from questions.scoring.longer import LongerForms, is_hidden
from questions.scoring.negation import Denials
from questions.scoring.terms import Term
from questions.scoring.words import Words

_BACKTICKS = re.compile("`+")
AT_MOST = 64  # findings of one term that are looked at; repeating a term never pays again


class Finding(NamedTuple):
    """A term at [start, end) of the squeezed text; `denied` by the words around it."""

    start: int
    end: int
    term: int
    denied: bool
    mended: bool = False


class Matcher:
    """All terms of a rubric, ready to be found. Terms are named by their index.

    A term inside a longer form of the lexicon that means something else is not found (PV in PVC, 状态 in 无状态).
    """

    def __init__(self, terms: list[Term], lexicon: Lexicon = NO_LEXICON) -> None:
        self.terms = terms
        self._longer = LongerForms.of(lexicon)
        self._by_pattern: dict[str, list[int]] = defaultdict(list)
        for index, term in enumerate(terms):
            if term.literals:
                self._by_pattern[term.literals[0].text].append(index)
        self._patterns = list(self._by_pattern)
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns) if self._patterns else None

    def find(self, words: Words) -> dict[int, list[Finding]]:
        """Findings by term index, in the order of the text."""
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        hidden = self._longer.find(words)
        for index, start, end in self._places(words):
            found = places[index]
            if len(found) < AT_MOST and not (hidden and is_hidden(hidden, start, end, self.terms[index].entry)):
                found.append((start, end))
        if not places:
            return {}
        denied = Denials(words, chain.from_iterable(places.values()))
        marks = _code_marks(words)

        def finding(start: int, end: int, index: int) -> Finding:
            is_denied = denied(start, end) and not _in_code(words, marks, start)
            return Finding(start, end, index, is_denied, bool(words.mended) and words.is_mended(start, end))

        return {index: [finding(start, end, index) for start, end in found] for index, found in places.items() if found}

    def _places(self, words: Words) -> Iterable[tuple[int, int, int]]:
        if self._automaton is None:
            return
        for pattern, start, end in self._automaton.find_matches_as_indexes(words.text, overlapping=True):
            for index in self._by_pattern[self._patterns[pattern]]:
                stop = _matched_end(words, self.terms[index], start, end)
                if stop:
                    yield index, start, stop


def _matched_end(words: Words, term: Term, start: int, end: int) -> int:
    """Where the whole term ends, its first literal being at [start, end); 0 if it is not there after all."""
    first = term.literals[0]
    if first.latin_start and not words.is_edge(start):
        return 0
    for index, literal in enumerate(term.literals):
        if index:
            if not words.text.startswith(literal.text, end):
                return 0
            end += len(literal.text)
        if literal.latin_end:
            edge = words.word_end(end)
            if literal.endings is not None and words.text[end:edge] not in literal.endings:
                return 0
            end = edge
    return end


def _code_marks(words: Words) -> list[int]:
    """Places in the folded text where code begins and ends, by turns: the runs of backticks."""
    return [match.start() for match in _BACKTICKS.finditer(words.folded.text)] if "`" in words.folded.text else []


def _in_code(words: Words, marks: list[int], place: int) -> bool:
    """Whether a place stands between backticks, where nothing is denied."""
    index = bisect_right(marks, words.origin(place)) if marks else 0
    return index % 2 == 1 and index < len(marks)
