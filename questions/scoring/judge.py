"""Judge one criterion: which of its concepts stand together in the answer, affirmed or denied."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import floor
from typing import NamedTuple

from questions.scoring.match import Finding
from questions.scoring.result import Status
from questions.scoring.rubric import Concept, Criterion
from questions.scoring.words import Words

Findings = Sequence[Finding]
ByConcept = Sequence[Findings]
InStem = Callable[[Finding], bool]
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Met(NamedTuple):
    """What met the concepts: `found[i]` for concept i, or None; `number` of them were met."""

    number: int = 0
    found: tuple[Finding | None, ...] = ()


NOTHING = Met()


class Verdict(NamedTuple):
    """The judgement of a criterion; `found[i]` proves concept i."""

    status: Status
    points: float
    reason: str
    found: tuple[Finding | None, ...] = ()


MISSED = Verdict("missed", 0.0, "not_found")


def judge(criterion: Criterion, findings: ByConcept, words: Words, in_stem: InStem) -> Verdict:
    """`findings[i]` are those of the terms of concept i, in the order of the text."""
    needed = criterion.mode.needed(len(criterion.concepts))
    wanted = [_wanted(concept, found) for concept, found in zip(criterion.concepts, findings, strict=True)]
    best = _best(criterion, wanted, words, in_stem)
    if best.number >= needed:
        return Verdict("hit", float(criterion.points), "found", _first(best.found, needed))
    if wanted != findings and (denied := _denial(criterion, findings, wanted, best, words, in_stem)):
        return Verdict("negated", 0.0, "said_the_opposite", _first(denied, needed))
    return _partly(criterion, best, needed)


def half_points(points: float) -> float:
    """Rounded half up to a multiple of 0.5, so that everybody can add up by hand."""
    return floor(points * 2 + 0.5) / 2


def _partly(criterion: Criterion, best: Met, needed: int) -> Verdict:
    points = half_points(criterion.points * best.number / needed) if criterion.partial else 0.0
    if not points:
        return MISSED
    return Verdict("partial", points, _reason(best.number, needed), best.found)


def _wanted(concept: Concept, findings: Findings) -> Findings:
    if concept.polarity == "either" or not findings:
        return findings
    return [finding for finding in findings if finding.denied == (concept.polarity == "negate")]


def _denial(
    criterion: Criterion, findings: ByConcept, wanted: ByConcept, best: Met, words: Words, in_stem: InStem
) -> tuple[Finding | None, ...]:
    """What says the opposite of a criterion that is not met; empty if nothing does.

    One statement (all of one or two concepts, or all without partial credit) is denied as a whole when one concept is
    denied beside the other, or affirmed and denied in the same sentence. In a list, only what is affirmed counts.
    """
    against = [[one for one in found if one not in kept] for found, kept in zip(findings, wanted, strict=True)]
    if not any(against):
        return ()
    said = _best(criterion, findings, words, in_stem)
    whole = criterion.mode.kind == "all" and (len(findings) <= 2 or not criterion.partial)
    if said.number > best.number and (whole or not best.number):
        return said.found
    if not whole:
        return ()
    sentences = {words.sentence_at(one.start) for one in best.found if one}
    beside = tuple(_first_in(found, sentences, words) for found in against)
    return beside if any(beside) else ()


def _first_in(findings: Findings, sentences: set[int], words: Words) -> Finding | None:
    return next((one for one in findings if words.sentence_at(one.start) in sentences), None)


def _best(criterion: Criterion, findings: ByConcept, words: Words, in_stem: InStem) -> Met:
    """The window that meets most concepts, the earliest of them; nothing if only the question's words meet them."""
    said = [index for index, found in enumerate(findings) if found]
    if len(said) < 2:
        return _only(criterion, findings, said[0], in_stem) if said else NOTHING
    best = NOTHING
    for start, end in _windows(criterion, findings, words):
        inside = _inside(findings, start, end) if end - start < len(words.text) else findings
        if sum(map(bool, inside)) <= best.number:
            continue
        met = _assign(criterion, inside, start, in_stem)
        if met.number > best.number:
            best = met
            if best.number == len(said):
                break
    return best


def _inside(findings: ByConcept, start: int, end: int) -> list[Findings]:
    return [[one for one in found if start <= one.start and one.end <= end] for found in findings]


def _only(criterion: Criterion, findings: ByConcept, index: int, in_stem: InStem) -> Met:
    """The first finding of the only concept that has any: no window can hold more."""
    one = next((one for one in findings[index] if criterion.stem_counts or not in_stem(one)), None)
    return Met(1, tuple(one if place == index else None for place in range(len(findings)))) if one else NOTHING


def _windows(criterion: Criterion, findings: ByConcept, words: Words) -> Iterable[tuple[int, int]]:
    """[start, end) of the stretches to look at, in the order of the text: those that begin with a finding."""
    kind = criterion.window.kind
    if kind == "answer" or len(findings) == 1:
        return ((0, len(words.text)),)
    places = sorted({finding.start for found in findings for finding in found})
    if kind == "tokens":
        return _token_windows(places, words, criterion.window.size)
    if kind == "clause":
        indexes = {bisect_right(words.statements, place) - 1 for place in places}
        return _unit_windows(indexes, words.statements, 1, len(words.text))
    size = max(criterion.window.size, 1)
    return _unit_windows({words.sentence_at(place) for place in places}, words.sentences, size, len(words.text))


def _token_windows(places: list[int], words: Words, size: int) -> Iterator[tuple[int, int]]:
    for place in places:
        unit = words.unit_at(place) + size
        yield place, words.units[unit] if unit < len(words.units) else len(words.text)


def _unit_windows(indexes: set[int], starts: Sequence[int], size: int, length: int) -> Iterator[tuple[int, int]]:
    for index in sorted(indexes):
        yield starts[index], starts[index + size] if index + size < len(starts) else length


def _assign(criterion: Criterion, inside: ByConcept, start: int, in_stem: InStem) -> Met:
    """One finding of its own for each concept, where there is one; what the question says itself comes last."""
    if not criterion.ordered and not criterion.stem_counts:
        inside = [sorted(found, key=in_stem) if len(found) > 1 else found for found in inside]
    taken: list[Finding | None] = []
    after = start
    for index, found in enumerate(inside):
        free = next((one for one in found if after <= one.start and not _overlaps(one, taken)), None)
        taken.append(free)
        if criterion.ordered:
            after = free.end if free else after
        elif found and not free:
            _make_room(index, inside, taken)
    if criterion.stem_counts or any(one and not in_stem(one) for one in taken):
        return Met(sum(1 for one in taken if one), tuple(taken))
    return NOTHING


def _make_room(index: int, inside: ByConcept, taken: list[Finding | None]) -> None:
    """Give concept `index` a finding that another concept has taken, if that one can do with another."""
    for one in inside[index]:
        blocking = [place for place, other in enumerate(taken) if other and _overlaps(one, (other,))]
        if len(blocking) != 1:
            continue
        others = [other for place, other in enumerate(taken) if place != blocking[0]]
        instead = next((new for new in inside[blocking[0]] if not _overlaps(new, [*others, one])), None)
        if instead:
            taken[blocking[0]], taken[index] = instead, one
            return


def _overlaps(finding: Finding, taken: Sequence[Finding | None]) -> bool:
    for one in taken:  # noqa: SIM110 - the innermost loop of the engine
        if one and finding.start < one.end and one.start < finding.end:
            return True
    return False


def _first(found: tuple[Finding | None, ...], needed: int) -> tuple[Finding | None, ...]:
    """As many findings as were needed; the rest proves nothing more."""
    kept = 0
    out: list[Finding | None] = []
    for one in found:
        out.append(one if one and kept < needed else None)
        kept += one is not None
    return tuple(out)


@lru_cache(maxsize=256)
def _reason(number: int, needed: int) -> str:
    """Such as one_of_three."""
    return "_of_".join(NUMBERS[count] if count < len(NUMBERS) else str(count) for count in (number, needed))
