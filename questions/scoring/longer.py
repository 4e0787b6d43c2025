"""Longer forms of the lexicon hide the shorter terms inside them: PV in PVC, 状态 in 无状态 (SCORING.md, step 3)."""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from questions.scoring.lexicon import Lexicon, form_key
from questions.scoring.words import Words, squeeze


class Cover(NamedTuple):
    """A lexicon form at [start, end) of the squeezed text."""

    start: int
    end: int
    entry: str


class LongerForms:
    """The forms that can hide something: those of several words, unless their entry says that parts count."""

    def __init__(self, lexicon: Lexicon) -> None:
        forms = {
            form_key(form): entry.id
            for entry in lexicon.entries
            if not entry.part_counts
            for form in entry.forms
            if len(squeeze(form).units) > 1
        }
        self._patterns = list(forms)
        self._entries = list(forms.values())
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns) if forms else None

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> "LongerForms":
        return LongerForms(lexicon)

    def find(self, words: Words) -> list[Cover]:
        """All of them in a text, by their start."""
        if self._automaton is None:
            return []
        covers = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(words.text, overlapping=True):
            edge = words.word_end(end)
            if words.is_edge(start) and (edge == end or words.text[end:edge] == "s"):
                covers.append(Cover(start, edge, self._entries[pattern]))
        covers.sort()
        return covers


def is_hidden(covers: list[Cover], start: int, end: int, entry: str) -> bool:
    """Whether a finding of a term of `entry` lies inside a longer form of another entry."""
    index = bisect_right(covers, (start, 1 << 60, "")) - 1
    while index >= 0 and covers[index].start >= start - 60:
        cover = covers[index]
        if cover.end >= end and cover.end - cover.start > end - start and cover.entry != entry:
            return True
        index -= 1
    return False
