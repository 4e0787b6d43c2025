"""Judge one criterion: which of its concepts stand together in the answer, affirmed or denied."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import floor

from questions.scoring.match import Finding
from questions.scoring.result import Status
from questions.scoring.rubric import Concept, Criterion
from questions.scoring.words import Words

Findings = Sequence[Finding]
ByConcept = Sequence[Findings]
Found = tuple[Finding | None, ...]
InStem = Callable[[Finding], bool]
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`found[i]` is what met concept i, or None."""

    status: Status
    points: float
    reason: str
    found: Found = ()


MISSED = Verdict("missed", 0.0, "not_found")


def judge(criterion: Criterion, findings: ByConcept, words: Words, in_stem: InStem) -> Verdict:
    """`findings[i]` are those of the terms of concept i, in the order of the text."""
    if not any(findings):
        return MISSED
    needed = criterion.mode.needed(len(criterion.concepts))
    wanted = [_wanted(concept, found) for concept, found in zip(criterion.concepts, findings, strict=True)]
    best = _best(criterion, wanted, words, in_stem)
    if _count(best) >= needed:
        return Verdict("hit", float(criterion.points), "found", _first(best, needed))
    if denied := _denial(criterion, findings, best, words, in_stem):
        return Verdict("negated", 0.0, "said_the_opposite", _first(denied, needed))
    return _partly(criterion, best, needed)


def half_points(points: float) -> float:
    """Rounded half up to a multiple of 0.5, so that everybody can add up by hand."""
    return floor(points * 2 + 0.5) / 2


def _partly(criterion: Criterion, best: Found, needed: int) -> Verdict:
    count = _count(best)
    points = half_points(criterion.points * count / needed) if criterion.partial else 0.0
    if not points:
        return MISSED
    return Verdict("partial", points, f"{_number(count)}_of_{_number(needed)}", best)


def _wanted(concept: Concept, findings: Findings) -> Findings:
    if concept.polarity == "either":
        return findings
    return [finding for finding in findings if finding.denied == (concept.polarity == "negate")]


def _denial(criterion: Criterion, findings: ByConcept, best: Found, words: Words, in_stem: InStem) -> Found:
    """What says the opposite of a criterion that is not met; empty if nothing does.

    One statement (all of one or two concepts, or all without partial credit) is denied as a whole when one concept is
    denied beside the other, or affirmed and denied in the same sentence. In a list, only what is affirmed counts.
    """
    said = _best(criterion, findings, words, in_stem)
    whole = criterion.mode.kind == "all" and (len(findings) <= 2 or not criterion.partial)
    if _count(said) > _count(best) and (whole or not _count(best)):
        return said
    if not whole:
        return ()
    sentences = {words.sentence_at(one.start) for one in best if one}
    against = tuple(
        next((one for one in found if one not in wanted and words.sentence_at(one.start) in sentences), None)
        for found, wanted in zip(
            findings, (_wanted(c, f) for c, f in zip(criterion.concepts, findings, strict=True)), strict=True
        )
    )
    return against if _count(against) else ()


def _best(criterion: Criterion, findings: ByConcept, words: Words, in_stem: InStem) -> Found:
    """The window that meets most concepts, the earliest of them; nothing if only the question's words meet them."""
    best: Found = (None,) * len(findings)
    possible = sum(1 for found in findings if found)
    for start, end in _windows(criterion, findings, words):
        met = _assign(criterion, findings, start, end, in_stem)
        if _count(met) > _count(best):
            best = met
            if _count(best) == possible:
                break
    return best


def _windows(criterion: Criterion, findings: ByConcept, words: Words) -> Iterator[tuple[int, int]]:
    """[start, end) of the stretches to look at, in the order of the text: those that begin with a finding."""
    window = criterion.window
    if window.kind == "answer" or len(findings) == 1:
        yield 0, len(words.text)
        return
    seen = -1
    for place in sorted({finding.start for found in findings for finding in found}):
        if window.kind == "tokens":
            unit = words.unit_at(place) + window.size
            yield place, words.units[unit] if unit < len(words.units) else len(words.text)
            continue
        starts = words.clauses if window.kind == "clause" else words.sentences
        index = words.clause_at(place) if window.kind == "clause" else words.sentence_at(place)
        if index != seen:
            after = index + max(window.size, 1)
            yield starts[index], starts[after] if after < len(starts) else len(words.text)
        seen = index


def _assign(criterion: Criterion, findings: ByConcept, start: int, end: int, in_stem: InStem) -> Found:
    """One finding of its own for each concept, where there is one; what the question says itself comes last."""
    taken: list[Finding | None] = []
    for found in findings:
        after = next((one.end for one in reversed(taken) if one), start) if criterion.ordered else start
        free = [one for one in found if after <= one.start and one.end <= end and not _overlaps(one, taken)]
        if not criterion.ordered and not criterion.stem_counts:
            free.sort(key=in_stem)
        taken.append(free[0] if free else None)
    if criterion.stem_counts or any(one and not in_stem(one) for one in taken):
        return tuple(taken)
    return (None,) * len(findings)


def _overlaps(finding: Finding, taken: Sequence[Finding | None]) -> bool:
    return any(one and finding.start < one.end and one.start < finding.end for one in taken)


def _count(found: Sequence[Finding | None]) -> int:
    return sum(one is not None for one in found)


def _first(found: Found, needed: int) -> Found:
    """As many findings as were needed; the rest proves nothing more."""
    kept = 0
    out: list[Finding | None] = []
    for one in found:
        out.append(one if one and kept < needed else None)
        kept += one is not None
    return tuple(out)


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
