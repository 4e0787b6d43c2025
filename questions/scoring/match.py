"""Find the terms of a rubric in an answer: one Aho-Corasick pass for all of them (step 3)."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import ahocorasick_rs

from questions.scoring.homophones import Homophones, Slip
from questions.scoring.lexicon import NO_LEXICON, Lexicon
from questions.scoring.longer import Covers, LongerForms
from questions.scoring.negation import Denials
from questions.scoring.numbers import Found, Key, Number, find_numbers
from questions.scoring.parts import Literal, Part, end_of
from questions.scoring.terms import Term
from questions.scoring.words import Words

_BACKTICKS = re.compile("`+")
AT_MOST = 128  # findings of one concept that are looked at; repeating a term never pays again


class Finding(NamedTuple):
    """A term at [start, end) of the squeezed text; `denied` by the words around it."""

    start: int
    end: int
    term: int
    denied: bool
    mended: bool = False


class _Form(NamedTuple):
    """A term that begins with the literal of a pattern: what may follow it in its last word, and its other parts."""

    term: int
    endings: frozenset[str] | None
    more: tuple[Part, ...]


class _Counted(NamedTuple):
    """A term that begins with a number, and its other parts."""

    term: int
    number: Number
    more: tuple[Part, ...]


class _Pattern(NamedTuple):
    """A literal with which terms begin, and whether it begins and ends with a Latin word."""

    latin_start: bool
    latin_end: bool
    forms: list[_Form]


class Matcher:
    """All terms of a rubric, ready to be found.

    `concepts[i]` is the number of the concept to which `terms[i]` belongs, `criteria[c]` that of the criterion of
    concept c; without it, all belong to one criterion.
    A term inside a longer form of the lexicon that means something else is not found (PV in PVC, 状态 in 无状态).
    """

    def __init__(
        self,
        terms: Sequence[Term],
        concepts: Sequence[int],
        lexicon: Lexicon = NO_LEXICON,
        criteria: Sequence[int] = (),
    ) -> None:
        self.terms = terms
        self._concepts = concepts
        self._criteria = criteria or [0] * (max(concepts, default=0) + 1)
        self._lexicon = lexicon
        self._longer = LongerForms.of(lexicon)
        self._counted: dict[Key, list[_Counted]] = defaultdict(list)
        self._patterns: list[_Pattern] = []
        texts = self._index(terms)
        self._automaton = ahocorasick_rs.AhoCorasick(texts) if texts else None
        self._texts = frozenset(texts)
        self._homophones = Homophones(
            (index, only.text, bool(term.entry))
            for index, term in enumerate(terms)
            for only in term.parts
            if len(term.parts) == 1 and isinstance(only, Literal)
        )
        self._has_numbers = any(isinstance(part, Number) for term in terms for part in term.parts)

    def _index(self, terms: Sequence[Term]) -> list[str]:
        """Note with what each term begins; the texts of the patterns, in their order."""
        patterns: dict[tuple[str, bool], _Pattern] = {}
        for index, term in enumerate(terms):
            first, more = (term.parts or (None,))[0], term.parts[1:]
            if isinstance(first, Number):
                for key in first.keys:
                    self._counted[key].append(_Counted(index, first, more))
            elif first:
                pattern = _Pattern(first.latin_start, first.latin_end, [])
                pattern = patterns.setdefault((first.text, first.latin_end), pattern)
                pattern.forms.append(_Form(index, first.endings, more))
        self._patterns.extend(patterns.values())
        return [text for text, _ in patterns]

    def terms_in(self, words: Words) -> frozenset[int]:
        """The indexes of all terms that are there."""
        covers = self._longer.find(words)
        places = self._places(words)
        return frozenset(index for index, start, end in places if not covers.hide(start, end, self.terms[index].entry))

    def find(self, words: Words) -> dict[int, list[Finding]]:
        """Findings by the number of their concept, in the order of the text, mended words last."""
        covers = self._longer.find(words)
        spans = self._spans(words, covers)
        slips = self.slips(words, covers)
        for slip in slips:
            spans[self._concepts[slip.term]].setdefault((slip.start, slip.end), slip.term)
        mended = {(slip.start, slip.end) for slip in slips}
        if words.mended:
            mended.update(span for span in set().union(*spans.values()) if words.is_mended(*span))
        denied = self._denied(words, spans)
        return {
            concept: _in_order(
                [Finding(*span, term, (concept, *span) in denied, span in mended) for span, term in found.items()]
            )
            for concept, found in spans.items()
            if found
        }

    def _denied(self, words: Words, spans: Mapping[int, Collection[tuple[int, int]]]) -> set[tuple[int, int, int]]:
        """Concept and [start, end) of everything found that the words around it deny."""
        denials = Denials(words)
        if not denials.possible:
            return set()
        found = [(concept, *span) for concept, places in spans.items() for span in places]
        for concept, start, end in found:
            denials.cover(self._criteria[concept], start, end)
        marks = _code_marks(words)
        return {
            (concept, start, end)
            for concept, start, end in found
            if denials(self._criteria[concept], start, end) and not _in_code(words, marks, start)
        }

    def _spans(self, words: Words, covers: Covers) -> dict[int, dict[tuple[int, int], int]]:
        """For each concept what meets it: [start, end) → the first of its terms that is found there."""
        spans: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
        hide, terms = covers.hide, self.terms
        for index, start, end in self._places(words):
            found = spans[self._concepts[index]]
            if (start, end) not in found and len(found) < AT_MOST and not hide(start, end, terms[index].entry):
                found[start, end] = index
        return spans

    def slips(self, words: Words, covers: Covers | None = None) -> list[Slip]:
        """What only sounds like a term; neither it nor the word around its wrong character is known."""
        covers = covers or self._longer.find(words)
        return [
            slip
            for slip in self._homophones.find(words)
            if not self._knows(words.text[slip.start : slip.end]) and not covers.touch(slip.wrong)
        ]

    def _knows(self, typed: str) -> bool:
        return typed in self._lexicon.by_form or typed in self._texts

    def _places(self, words: Words) -> Iterator[tuple[int, int, int]]:
        """Term and [start, end) of everything that is there, one term after the other at each place."""
        text, starts, ends = words.text, words.starts_of_words, words.word_ends
        numbers = find_numbers(words) if self._has_numbers else {}
        if self._counted and numbers:
            yield from self._counted_places(words, numbers)
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else ()
        for number, start, end in matches:
            latin_start, latin_end, forms = self._patterns[number]
            if latin_start and start not in starts:
                continue
            edge = ends[bisect_left(ends, end)] if latin_end else end
            ending = text[end:edge]
            for term, endings, more in forms:
                if not latin_end or endings is None or ending in endings:
                    stop = end_of(more, words, numbers, edge) if more else edge
                    if stop:
                        yield term, start, stop

    def _counted_places(self, words: Words, numbers: dict[int, Found]) -> Iterator[tuple[int, int, int]]:
        """Term and [start, end) of what begins with a number."""
        for start, found in numbers.items():
            if start in words.starts_of_words or not words.text[start].isascii():
                for term, number, more in (one for key in found.ends for one in self._counted.get(key, ())):
                    end = found.end(number)
                    if end and (stop := end_of(more, words, numbers, end)):
                        yield term, start, stop


def _in_order(findings: list[Finding]) -> list[Finding]:
    """Mended ones last, then by their start, the longer of two first."""
    if len(findings) > 1:
        findings.sort(key=lambda finding: (finding.mended, finding.start, -finding.end))
    return findings


def _code_marks(words: Words) -> list[int]:
    """Places in the folded text where code begins and ends, by turns: the runs of backticks."""
    return [match.start() for match in _BACKTICKS.finditer(words.folded.text)] if "`" in words.folded.text else []


def _in_code(words: Words, marks: list[int], place: int) -> bool:
    """Whether a place stands between backticks, where nothing is denied."""
    index = bisect_right(marks, words.origin(place)) if marks else 0
    return index % 2 == 1 and index < len(marks)
