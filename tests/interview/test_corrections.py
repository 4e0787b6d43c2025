"""When the correction of a wrong belief may be read: not before the step that holds the truth."""

import pytest

from interview.accounts.models import Person
from interview.domain.practice import reveal_next_step
from interview.domain.sheets import result_sheet
from tests.factories import both, criterion_data, make_attempt, make_question

pytestmark = pytest.mark.django_db
TRUTH = "Nothing restarts."


def notes(belief: dict, opened: int) -> list[tuple[str, int | None]]:
    """Note and step to compare with, of every row that tells of a misconception, with so many of 3 steps open."""
    criteria = [criterion_data("restart", step="step-2"), criterion_data("traffic"), belief]
    question = make_question(rubric={"criteria": criteria})
    attempt = make_attempt(Person.objects.create().pk, question, "I believe in magic")
    for step in range(1, opened + 1):
        reveal_next_step(attempt, step)
    sheet = result_sheet(attempt.text, attempt.results.get(), question.current.frozen(), opened, "en")
    return [(str(row.note), row.compare_step) for row in sheet.rows if row.deduction]


def belief(**changes: str) -> dict:
    correction = both("什么都不会重启。", TRUTH)
    return criterion_data("magic", role="misconception", points=1, correction=correction, **changes)


@pytest.mark.parametrize(
    ("changes", "opened", "told"),
    [
        ({"step": "step-1", "contradicts": "restart"}, 0, ("", 1)),
        ({"step": "step-1", "contradicts": "restart"}, 1, (TRUTH, None)),
        ({"contradicts": "restart"}, 1, ("", 2)),  # without a step of its own: that of the criterion
        ({"contradicts": "restart"}, 2, (TRUTH, None)),
        ({"contradicts": "traffic"}, 2, ("", None)),  # without any: after the last step
        ({"contradicts": "traffic"}, 3, (TRUTH, None)),
        ({}, 2, ("", None)),
        ({}, 3, (TRUTH, None)),
    ],
)
def test_correction_waits_for_its_step(changes: dict, opened: int, told: tuple) -> None:
    assert notes(belief(**changes), opened) == [told]
