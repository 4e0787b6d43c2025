"""Lines with a human grade → judged answers: by the rubric of a shipped question, or by reference answers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from questions.agreement.report import Judged
from questions.domain.shipped import shipped_rubric
from questions.scoring.drafted.score import drafted_question
from questions.scoring.result import Result
from questions.scoring.score import score_answer

FORM = (
    '{"slug": "…", "answer": "…", "grade": 0.5, "kind": "…"}'
    ' or {"question": "…", "reference_answer": "…", "answer": "…", "score": 0.5}'
)


def judge_line(data: Mapping[str, Any], bank: Path) -> Judged:
    """`grade` (or `score`) is what a person gave, 0 to 1. Raises KeyError, TypeError, ValueError, InvalidDocument."""
    answer, grade = data["answer"], float(data["grade"] if "grade" in data else data["score"])
    if not isinstance(answer, str) or not 0 <= grade <= 1:
        raise ValueError("answer must be text, the grade from 0 to 1")
    kind = str(data.get("kind", ""))
    if "slug" not in data:
        references = (data["reference_answer"], *(data.get("more_references") or ()))
        return Judged(answer, grade, drafted_question(data["question"], references).score(answer), kind)
    rubric = shipped_rubric(bank, data["slug"])
    if rubric is None:
        raise ValueError(f"there is no question {data['slug']!r}")
    result = score_answer(answer, rubric)
    return Judged(answer, grade, result.score, kind, _why(result))


def _why(result: Result) -> str:
    said = [f"{criterion.key} {criterion.status}" for criterion in result.criteria if criterion.status != "missed"]
    return ", ".join((*said, *result.flags))
