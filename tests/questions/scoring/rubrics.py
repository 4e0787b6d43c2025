"""Small rubrics for the tests of the engine."""

from typing import Any

from questions.scoring.compile import CompiledRubric, compile_rubric
from questions.scoring.result import CriterionResult, Result
from questions.scoring.rubric import Concept, Criterion, Mode, RubricDocument, Window
from questions.scoring.score import score_answer

NAMES = "abcdefghijklmnopqrstuvwxyz"


def concepts(*terms: str | tuple[str, ...], polarity: Any = "affirm") -> tuple[Concept, ...]:
    """One concept for each argument, named a, b, c …; a tuple holds the terms of one concept."""
    return tuple(
        Concept(name, (written,) if isinstance(written, str) else written, polarity)
        for name, written in zip(NAMES, terms, strict=False)
    )


def criterion(key: str = "key", *terms: str | tuple[str, ...], **fields: Any) -> Criterion:
    """A core criterion of 2 points that wants all of `terms` anywhere, unless `fields` say otherwise."""
    polarity = fields.pop("polarity", "affirm")
    return Criterion(
        **{
            "key": key,
            "role": "core",
            "points": 2,
            "title": {"en": key},
            "concepts": concepts(*terms, polarity=polarity),
            **fields,
        }
    )


def rubric(*criteria: Criterion, stem: str = "", **fields: Any) -> CompiledRubric:
    return compile_rubric(RubricDocument(criteria, **fields), stem)


def judged(answer: str, *terms: str | tuple[str, ...], stem: str = "", **fields: Any) -> CriterionResult:
    """The result of one criterion for an answer."""
    return score_answer(answer, rubric(criterion("key", *terms, **fields), stem=stem)).criteria[0]


def status(answer: str, *terms: str | tuple[str, ...], **fields: Any) -> str:
    return judged(answer, *terms, **fields).status


def shown(answer: str, result: CriterionResult) -> list[str]:
    """What the evidence marks, as typed."""
    return [answer[found.start : found.end] for found in result.evidence]


def points(answer: str, *criteria: Criterion, **fields: Any) -> float:
    return score_answer(answer, rubric(*criteria, **fields)).points


def statuses(result: Result) -> dict[str, str]:
    return {found.key: found.status for found in result.criteria}


def at_least(count: int) -> Mode:
    return Mode("at_least", count)


ANY = Mode("any")
CLAUSE, SENTENCE = Window("clause"), Window("sentence")
