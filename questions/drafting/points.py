"""Roles and points of drafted criteria."""

from collections.abc import Sequence

from questions.formats.document import Kind
from questions.scoring.rubric import Role

POINTS = 10  # together, unless there are more criteria
WEIGHTS: dict[Kind, int] = {"core": 2, "detail": 1, "pitfall": 1}
BONUS = 1


def roles_and_points(kinds: Sequence[Kind]) -> list[tuple[Role, int]]:
    """Core criteria that pay POINTS together, each at least 1, those for core steps more; examples are a bonus.

    Nothing is required: what must not be missing is for the author to say.
    """
    paid = [kind for kind in kinds if kind in WEIGHTS]
    if not paid:
        return [("core", points) for points in _shared([1] * len(kinds))] if kinds else []
    shares = iter(_shared([WEIGHTS[kind] for kind in paid]))
    return [("core", next(shares)) if kind in WEIGHTS else ("bonus", BONUS) for kind in kinds]


def _shared(weights: Sequence[int]) -> list[int]:
    """POINTS in whole numbers by weight, each at least 1 (Sainte-Laguë: seats of a parliament)."""
    shares = [1] * len(weights)
    for _ in range(POINTS - len(weights)):
        most = max(range(len(weights)), key=lambda index: weights[index] / (2 * shares[index] + 1))
        shares[most] += 1
    return shares
