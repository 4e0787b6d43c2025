"""Score a free-text answer against a compiled rubric, with the evidence for every point."""

from collections import defaultdict
from math import floor

from questions.scoring import ENGINE_VERSION
from questions.scoring.compile import CompiledRubric
from questions.scoring.judge import MISSED, Verdict, judge
from questions.scoring.match import Finding
from questions.scoring.result import CriterionResult, Evidence, Result
from questions.scoring.rubric import Criterion, RubricDocument
from questions.scoring.words import Words, squeeze

LEXICON_REVISION = 0  # there is no lexicon yet


def score_answer(answer: str, rubric: CompiledRubric) -> Result:
    """Judge a free-text answer against a rubric.

    `Result.points` is the sum a person can redo by hand, from 0 to `Result.max_points`. Each paid criterion carries the
    Evidence that proves it, as [start, end) code-point offsets into `answer` as typed. Takes any text, never raises.
    """
    words = squeeze(answer)
    verdicts = _verdicts(words, rubric)
    results = tuple(
        _result(criterion, verdict, words, rubric)
        for criterion, verdict in zip(rubric.document.criteria, _contradict(rubric.document, verdicts), strict=True)
    )
    return _add_up(results, rubric)


def _verdicts(words: Words, rubric: CompiledRubric) -> list[Verdict]:
    found: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for index, findings in rubric.matcher.find(words).items():
        place = rubric.places[index]
        found[place.criterion, place.concept].extend(findings)
    for findings in found.values():
        findings.sort(key=lambda finding: (finding.start, -finding.end))

    def in_stem(finding: Finding) -> bool:
        return rubric.places[finding.term].in_stem

    return [
        judge(criterion, [found.get(place, ()) for place in places], words, in_stem)
        if any(place in found for place in places)
        else MISSED
        for criterion, places in rubric.owners
    ]


def _contradict(document: RubricDocument, verdicts: list[Verdict]) -> list[Verdict]:
    """A misconception that was found takes the points of the criterion it contradicts."""
    contradicted = {
        criterion.contradicts: index
        for index, criterion in enumerate(document.criteria)
        if criterion.role == "misconception" and verdicts[index].status == "hit"
    }
    return [
        Verdict("contradicted", 0.0, "contradicted", ()) if criterion.key in contradicted else verdict
        for criterion, verdict in zip(document.criteria, verdicts, strict=True)
    ]


def _result(criterion: Criterion, verdict: Verdict, words: Words, rubric: CompiledRubric) -> CriterionResult:
    points = verdict.points
    if criterion.role == "misconception":
        if verdict.status != "hit":  # half a misconception is none
            return CriterionResult(criterion.key, "missed", 0.0, 0, "not_found")
        points = -points
    evidence = tuple(
        _evidence(finding, concept.name, words, rubric)
        for concept, finding in zip(criterion.concepts, verdict.found, strict=False)
        if finding
    )
    return CriterionResult(criterion.key, verdict.status, points, criterion.of, verdict.reason, evidence)


def _evidence(finding: Finding, concept: str, words: Words, rubric: CompiledRubric) -> Evidence:
    start, end = words.typed_span(finding.start, finding.end)
    first, last = words.typed_clause(finding.start)
    term = rubric.term(finding.term)
    return Evidence(start, end, (min(first, start), max(last, end)), concept, term.written, term.how)


def _add_up(results: tuple[CriterionResult, ...], rubric: CompiledRubric) -> Result:
    deductions = -sum(result.points for result in results if result.points < 0)
    total = _sum(results, rubric)
    cap = _cap(results, rubric)
    capped = total if cap is None else min(total, cap)
    return Result(
        engine=ENGINE_VERSION,
        rubric=f"sha256:{rubric.digest}",
        lexicon=LEXICON_REVISION,
        criteria=results,
        sum=total,
        deductions=deductions + 0.0,
        cap=cap if cap is not None and cap < total else None,
        points=max(0.0, capped - deductions),
        max_points=rubric.max_points,
    )


def _sum(results: tuple[CriterionResult, ...], rubric: CompiledRubric) -> float:
    """Points added up with the caps on groups and on bonus points, at most full marks."""
    document = rubric.document
    paid = {result.key: result.points for result in results if result.points > 0}
    bonus = {key: paid.pop(key) for key in rubric.bonus if key in paid}
    extra = document.sum_with_caps(bonus)
    if document.bonus_cap is not None:
        extra = min(extra, document.bonus_cap)
    return float(min(document.sum_with_caps(paid) + extra, rubric.max_points))


def _cap(results: tuple[CriterionResult, ...], rubric: CompiledRubric) -> float | None:
    """What the whole can reach when a required criterion earned nothing, rounded down to a half point."""
    if all(result.points > 0 for result in results if result.key in rubric.required):
        return None
    return floor(rubric.max_points * rubric.document.required_cap_pct / 100 * 2) / 2
