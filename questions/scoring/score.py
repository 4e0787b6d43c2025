"""Score a free-text answer against a compiled rubric, with the evidence for every point."""

from math import floor

from questions.scoring import ENGINE_VERSION
from questions.scoring.compile import CompiledRubric
from questions.scoring.flags import is_dont_know, is_off_topic, is_word_list
from questions.scoring.judge import MISSED, Verdict, judge
from questions.scoring.match import Finding
from questions.scoring.result import CriterionResult, Evidence, Result
from questions.scoring.rubric import Criterion, RubricDocument
from questions.scoring.words import Words, squeeze

ByConcept = dict[int, list[Finding]]


def score_answer(answer: str, rubric: CompiledRubric) -> Result:
    """Judge a free-text answer against a rubric.

    `Result.points` is the sum a person can redo by hand, from 0 to `Result.max_points`. Each paid criterion carries the
    Evidence that proves it, as [start, end) code-point offsets into `answer` as typed. Takes any text, never raises.
    """
    words = rubric.speller.mend(squeeze(answer))
    copied = rubric.echo.find(words)
    findings = _findings(words, rubric, copied)
    verdicts = _verdicts(findings, words, rubric)
    results = tuple(
        _result(criterion, verdict, words, rubric)
        for criterion, verdict in zip(rubric.document.criteria, _contradict(rubric.document, verdicts), strict=True)
    )
    return _add_up(results, rubric, _flags(words, results, rubric, bool(findings), bool(copied)))


def _findings(words: Words, rubric: CompiledRubric, copied: list[tuple[int, int]]) -> ByConcept:
    """What was found by the number of the concept; nothing copied from the question."""
    found = rubric.matcher.find(words)
    if not copied:
        return found
    kept = {concept: [one for one in findings if not _inside(one, copied)] for concept, findings in found.items()}
    return {concept: findings for concept, findings in kept.items() if findings}


def _inside(finding: Finding, spans: list[tuple[int, int]]) -> bool:
    return any(start <= finding.start and finding.end <= end for start, end in spans)


def _verdicts(found: ByConcept, words: Words, rubric: CompiledRubric) -> list[Verdict]:

    def in_stem(finding: Finding) -> bool:
        return finding.term in rubric.in_stem

    verdicts = []
    for criterion, concepts in rubric.concepts:
        findings = [found.get(concept, ()) for concept in concepts]
        verdicts.append(judge(criterion, findings, words, in_stem) if any(findings) else MISSED)
    return verdicts


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
    how = "typo" if finding.mended else term.how
    return Evidence(start, end, (min(first, start), max(last, end)), concept, term.written, how)


def _flags(
    words: Words, results: tuple[CriterionResult, ...], rubric: CompiledRubric, found: bool, echoes: bool
) -> tuple[str, ...]:
    """Names of what is odd, in the order of the example."""
    points = sum(result.points for result in results if result.points > 0)
    hit = sum(1 for result in results if result.points > 0)
    copied = rubric.model.is_copied(words)
    told = {
        "word_list": is_word_list(words, hit),
        "echoes_question": echoes,
        "copies_model_answer": copied,
        "dont_know": is_dont_know(words, points),
        "off_topic": is_off_topic(words, found or echoes or copied),
    }
    return tuple(name for name, is_so in told.items() if is_so)


def _add_up(results: tuple[CriterionResult, ...], rubric: CompiledRubric, flags: tuple[str, ...]) -> Result:
    deductions = -sum(result.points for result in results if result.points < 0)
    total = _sum(results, rubric)
    cap = _cap(results, rubric, "word_list" in flags)
    capped = total if cap is None else min(total, cap)
    return Result(
        engine=ENGINE_VERSION,
        rubric=f"sha256:{rubric.digest}",
        lexicon=rubric.lexicon.revision,
        criteria=results,
        sum=total,
        deductions=deductions + 0.0,
        cap=cap if cap is not None and cap < total else None,
        points=max(0.0, capped - deductions),
        max_points=rubric.max_points,
        flags=flags,
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


def _cap(results: tuple[CriterionResult, ...], rubric: CompiledRubric, is_list: bool) -> float | None:
    """The most that the whole can reach, rounded down to a half point; None where nothing caps it.

    One cap is for a required criterion that earned nothing, another for a bare list of words.
    """
    caps = [rubric.document.list_cap_pct] if is_list else []
    if not all(result.points > 0 for result in results if result.key in rubric.required):
        caps.append(rubric.document.required_cap_pct)
    return floor(rubric.max_points * min(caps) / 100 * 2) / 2 if caps else None
