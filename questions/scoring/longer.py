"""Longer forms of the lexicon hide the shorter terms inside them: PV in PVC, 状态 in 无状态 (SCORING.md, step 3)."""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from questions.scoring.lexicon import Lexicon, form_key
from questions.scoring.words import Words, squeeze


class Cover(NamedTuple):
    """A lexicon form at [start, end) of the squeezed text; `is_slip` if it is a common slip of the entry's word."""

    start: int
    end: int
    entry: str
    is_slip: bool


class LongerForms:
    """The forms that can hide something: those of several words, unless their entry says that parts count."""

    def __init__(self, lexicon: Lexicon) -> None:
        forms = {
            form_key(form): (entry.id, form in entry.slips)
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

    def find(self, words: Words) -> "Covers":
        """All of them in a text."""
        found = []
        for pattern, start, end in (
            self._automaton.find_matches_as_indexes(words.text, overlapping=True) if self._automaton else ()
        ):
            edge = words.word_end(end)
            if words.is_edge(start) and (edge == end or words.text[end:edge] == "s"):
                found.append(Cover(start, edge, *self._entries[pattern]))
        return Covers(found)


class Covers:
    """The longer forms in one text."""

    def __init__(self, covers: list[Cover]) -> None:
        self._covers = sorted(covers)
        self._longest = max((cover.end - cover.start for cover in covers), default=0)

    def hide(self, start: int, end: int, entry: str) -> bool:
        """Whether a finding of a term of `entry` at [start, end) lies inside a longer form of another entry."""
        if end - start >= self._longest:
            return False
        index = bisect_right(self._covers, (start, _BEHIND)) - 1
        while index >= 0 and self._covers[index].start >= end - self._longest:
            cover = self._covers[index]
            if cover.end >= end and cover.end - cover.start > end - start and cover.entry != entry:
                return True
            index -= 1
        return False

    def touch(self, place: int) -> bool:
        """Whether one of them that is written right lies over a place."""
        index = bisect_right(self._covers, (place, _BEHIND)) - 1
        while index >= 0 and self._covers[index].start > place - self._longest:
            if self._covers[index].end > place and not self._covers[index].is_slip:
                return True
            index -= 1
        return False


_BEHIND = 1 << 60
