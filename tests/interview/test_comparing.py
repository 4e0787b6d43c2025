"""What was gained and lost between two results."""

from decimal import Decimal

import pytest

from interview.domain.comparing import compare_sheets
from interview.domain.followups import follow_ups
from interview.domain.showing import Comparison, Gain
from questions.formats.document import FollowUp
from tests.factories import both
from tests.interview.test_sheets import DOCUMENT, sheet_of

KEYS = {criterion.key for criterion in DOCUMENT.rubric.criteria}


def compared(before: str, after: str, common: set[str] = KEYS) -> Comparison:
    return compare_sheets(sheet_of(before), sheet_of(after), common)


def facts(gains: tuple[Gain, ...]) -> list[tuple[str, float, float, int]]:
    return [(gain.title.text, float(gain.before), float(gain.after), gain.of) for gain in gains]


def test_same_answer_changes_nothing() -> None:
    assert compared("restart, alpha", "restart, alpha") == Comparison((), (), 3)


def test_gained_and_lost() -> None:
    found = compared("restart. alpha", "traffic. alpha and omega")

    assert facts(found.gained) == [("Point traffic", 0, 2, 2), ("Point pair", 1.5, 3, 3)]
    assert facts(found.lost) == [("Point restart", 3, 0, 3)]
    assert found.same == 0


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("extra", ("Point extra", 0, 1, 1)),  # a bonus, with no row before
        ("forever", ("Point forever", 0, -1, 0)),  # a misconception of its own
        ("deletes", ("Point traffic", 0, -1, 2)),  # one against a criterion, told in its row
    ],
)
def test_rows_that_only_one_result_shows(text: str, change: tuple[str, float, float, int]) -> None:
    title, nothing, points, of = change

    there, back = compared("nothing", text), compared(text, "nothing")

    assert facts(there.gained + there.lost) == [change]
    assert facts(back.gained + back.lost) == [(title, points, nothing, of)]


def test_criteria_of_one_version_only_are_left_out() -> None:
    found = compared("nothing", "restart. traffic", common={"traffic", "pair"})

    assert facts(found.gained) == [("Point traffic", 0, 2, 2)]
    assert (found.lost, found.same) == ((), 1)


@pytest.mark.parametrize("before", ["restart", "deletes, forever", "extra. alpha", ""])
@pytest.mark.parametrize("after", ["restart. traffic", "traffic. deletes", "extra. forever", "omega"])
def test_gains_add_up_to_the_difference_of_the_rows(before: str, after: str) -> None:
    found = compared(before, after)

    def net(text: str) -> Decimal:
        return sum((row.points - row.deduction for row in sheet_of(text).rows), Decimal(0))

    assert sum(gain.after - gain.before for gain in found.gained + found.lost) == net(after) - net(before)


ASKED = [FollowUp(key, both(f"追问 {key}", f"Ask {key}")) for key in ("extra", "pair", "restart", "deletes", "traffic")]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("nothing", ["Ask pair", "Ask restart"]),
        ("restart. alpha", ["Ask pair", "Ask traffic"]),  # partly
        ("restart. alpha and omega. deletes", ["Ask traffic"]),  # contradicted
        ("It does not restart. alpha and omega. traffic", ["Ask restart"]),  # denied
        ("restart. alpha and omega. traffic", []),
    ],
)
def test_follow_ups_are_about_what_is_not_met(text: str, asked: list[str]) -> None:
    assert [words.text for words in follow_ups(sheet_of(text).rows, ASKED, "en")] == asked
