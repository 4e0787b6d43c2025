"""Graded answers with their scores → one report as plain data."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from questions.agreement import measures

WORST = 20
EXCERPT = 120  # characters of an answer


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with the grade of a person and the score of the engine, 0 to 1; `why` is how the score came about."""

    answer: str
    grade: float
    score: float
    kind: str = ""
    why: str = ""


def agreement(judged: Sequence[Judged]) -> dict[str, Any]:
    """All measures, rounded to thousandths, means by kind, and the answers judged most differently.

    Raises ValueError for no answers.
    """
    if not judged:
        raise ValueError("there are no graded answers")
    scores, grades = [one.score for one in judged], [one.grade for one in judged]
    return {
        "n": len(judged),
        "pearson": _rounded(measures.pearson(scores, grades)),
        "pearson_95": _rounded(measures.interval(measures.pearson, scores, grades)),
        "spearman": _rounded(measures.spearman(scores, grades)),
        "qwk": _rounded(measures.quadratic_weighted_kappa(scores, grades)),
        "mae": _rounded(measures.mean_absolute_error(scores, grades)),
        "bias": _rounded(measures.bias(scores, grades)),
        "kinds": _by_kind(judged),
        "worst": [_different(one) for one in sorted(judged, key=_distance, reverse=True)[:WORST]],
    }


def _by_kind(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        kinds[one.kind].append(one)
    return {
        kind: {
            "n": len(those),
            "grade": _rounded(fmean(one.grade for one in those)),
            "score": _rounded(fmean(one.score for one in those)),
        }
        for kind, those in sorted(kinds.items())
        if kind
    }


def _different(one: Judged) -> dict[str, Any]:
    excerpt = one.answer if len(one.answer) <= EXCERPT else f"{one.answer[:EXCERPT]}…"
    return {"grade": one.grade, "score": one.score, "kind": one.kind, "why": one.why, "answer": excerpt}


def _distance(one: Judged) -> float:
    return abs(one.score - one.grade)


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple):
        return [round(part, 3) for part in value]
    return None if value is None else round(value, 3)
