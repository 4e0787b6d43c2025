"""What the engine answers, as frozen data and as canonical JSON (example-question.yaml shows one)."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Status = Literal["hit", "partial", "negated", "contradicted", "missed"]


class Evidence(NamedTuple):
    """The words that prove a concept. `start`, `end` and `clause` are [start, end) code points in the text as typed."""

    start: int
    end: int
    clause: tuple[int, int]
    concept: str
    term: str
    how: str


class CriterionResult(NamedTuple):
    """One criterion judged: `points` of `of`, negative for a misconception that was found; `reason` is a code."""

    key: str
    status: Status
    points: float
    of: int
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A judged answer. points = min(sum, cap) - deductions, at least 0; `cap` None where nothing caps the sum."""

    engine: str
    rubric: str
    lexicon: int
    criteria: tuple[CriterionResult, ...]
    sum: float
    deductions: float
    cap: float | None
    points: float
    max_points: int
    flags: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """points / max_points from 0 to 1, three decimals."""
        return round(self.points / self.max_points, 3) if self.max_points else 0.0

    def data(self) -> dict[str, Any]:
        """As plain data for JSON, in the order of the example."""
        return {
            "engine": self.engine,
            "rubric": self.rubric,
            "lexicon": self.lexicon,
            "points": self.points,
            "max_points": self.max_points,
            "score": self.score,
            "sum": self.sum,
            "deductions": self.deductions,
            "cap": self.cap,
            "flags": list(self.flags),
            "criteria": [_criterion_data(criterion) for criterion in self.criteria],
        }


def _criterion_data(result: CriterionResult) -> dict[str, Any]:
    return {
        "key": result.key,
        "status": result.status,
        "points": result.points,
        "of": result.of,
        "reason": result.reason,
        "evidence": [
            {
                "start": found.start,
                "end": found.end,
                "clause": list(found.clause),
                "concept": found.concept,
                "term": found.term,
                "how": found.how,
            }
            for found in result.evidence
        ],
    }
