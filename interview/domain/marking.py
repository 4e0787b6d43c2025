"""The answer as typed, cut into marked passages: each clause that proved something, numbered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from interview.domain.showing import Part, Passage, Ref, Tone
from interview.domain.showing import Words as Shown

Span = tuple[int, int]
TONES: tuple[Tone, ...] = ("issue", "partial", "strong")  # the first one shows where clauses overlap


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence `number`: a clause that belongs to criterion `key`, and the terms in it that prove the point."""

    number: int
    key: str
    title: Shown
    tone: Tone
    clause: Span
    terms: tuple[Span, ...]
    mended: bool = False


def mark_answer(text: str, marks: Sequence[Mark]) -> tuple[tuple[Passage, ...], ...]:
    """Lines of the answer, each a row of passages. All of `text` is there, in order, but for the line ends."""
    marks = [replace(mark, clause=_within_lines(text, mark.clause)) for mark in marks]
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(_line(text, start, start + len(line), marks))
        start += len(line) + 1
    return tuple(lines)


def _within_lines(text: str, clause: Span) -> Span:
    """The clause without line ends behind it, so that its number stands in the line where it ends."""
    start, end = clause
    return start, start + len(text[start:end].rstrip("\n"))


def _line(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Passage, ...]:
    here = [mark for mark in marks if mark.clause[0] < end and mark.clause[1] > start]
    cuts = sorted({start, end, *(place for mark in here for place in mark.clause if start < place < end)})
    return tuple(_passage(text, first, last, here) for first, last in pairwise(cuts))


def _passage(text: str, start: int, end: int, marks: Sequence[Mark]) -> Passage:
    covering = [mark for mark in marks if mark.clause[0] <= start and end <= mark.clause[1]]
    if not covering:
        return Passage((Part(text[start:end], stressed=False),))
    refs = tuple(Ref(mark.number, mark.key, mark.title) for mark in covering if mark.clause[1] == end)
    tone = min((mark.tone for mark in covering), key=TONES.index)
    return Passage(_parts(text, start, end, covering), tone, refs)


def _parts(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Part, ...]:
    terms = [term for mark in marks for term in mark.terms if term[0] < end and term[1] > start]
    cuts = sorted({start, end, *(place for term in terms for place in term if start < place < end)})
    return tuple(
        Part(text[first:last], any(term[0] <= first and last <= term[1] for term in terms))
        for first, last in pairwise(cuts)
    )
