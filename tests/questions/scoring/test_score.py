"""Adding up: caps of groups, bonus and required criteria, misconceptions, and the whole result."""

import pytest

from questions.scoring.rubric import Group
from questions.scoring.score import score_answer
from tests.questions.scoring.rubrics import criterion, points, rubric, statuses

A, B, C = criterion("a", "甲", points=3), criterion("b", "乙", points=2), criterion("c", "丙", points=2)
NEED = criterion("need", "必", points=3, role="required")
EXTRA, MORE = (
    criterion("extra", "额", points=2, role="bonus"),
    criterion("more", "外", points=2, role="bonus"),
)
WRONG = criterion("wrong", "错", points=2, role="misconception")
DENIES = criterion("wrong", "错", points=1, role="misconception", contradicts="a")
PARTLY = criterion("p", "甲", "乙", points=3, partial=True)

TOTALS = [  # criteria, fields of the rubric, answer, points, full marks, reason
    ((A, B), {}, "甲乙", 5.0, 5, "all found"),
    ((A, B), {}, "甲", 3.0, 5, "one found"),
    ((A, B), {}, "", 0.0, 5, "nothing said"),
    ((PARTLY,), {}, "甲", 1.5, 3, "half of three points"),
    ((A, EXTRA), {}, "甲额", 3.0, 3, "a bonus never goes over full marks"),
    ((A, B, EXTRA), {}, "甲额", 5.0, 5, "a bonus makes up for what is missing"),
    ((A, B, EXTRA, MORE), {"bonus_cap": 1}, "甲额外", 4.0, 5, "bonus cap"),
    ((A, B, EXTRA, MORE), {"bonus_cap": 0}, "甲额外", 3.0, 5, "bonus cap of nothing"),
    ((A, B, EXTRA, MORE), {"bonus_cap": 3}, "甲额", 5.0, 5, "below the bonus cap"),
    ((A, NEED), {}, "甲必", 6.0, 6, "required and found"),
    ((A, NEED), {}, "甲", 3.0, 6, "59 % of 6 is 3.54: rounded down to 3.5, above 3"),
    ((A, B, C, NEED), {}, "甲乙丙", 5.5, 10, "59 % of 10 is 5.9, rounded down"),
    ((A, B, C, NEED), {"required_cap_pct": 50}, "甲乙丙", 5.0, 10, "own cap"),
    ((A, B, C, NEED), {"required_cap_pct": 0}, "甲乙丙", 0.0, 10, "cap of nothing"),
    ((A, B, C, NEED), {"required_cap_pct": 100}, "甲乙丙", 7.0, 10, "no cap"),
    ((A, B, WRONG), {}, "甲乙错", 3.0, 5, "a misconception is taken off"),
    ((A, B, WRONG), {}, "乙错", 0.0, 5, "2 - 2"),
    ((A, B, WRONG), {}, "错", 0.0, 5, "never below nothing"),
    ((A, B, WRONG), {}, "甲乙，不是错", 5.0, 5, "a misconception that is denied costs nothing"),
    ((A, B, DENIES), {}, "甲乙错", 1.0, 5, "contradicted 3, deducted 1"),
    ((A, B, C, NEED, WRONG), {}, "甲乙丙错", 3.5, 10, "deducted from the capped sum"),
    ((A, EXTRA, WRONG), {}, "甲额错", 1.0, 3, "deducted from full marks"),
    ((criterion("x", "甲", points=2, role="misconception"),), {}, "甲", 0.0, 0, "nothing to earn"),
]


@pytest.mark.parametrize(
    ("criteria", "fields", "answer", "earned", "full", "reason"), TOTALS, ids=[t[5] for t in TOTALS]
)
def test_points_add_up(criteria, fields, answer, earned, full, reason):
    result = score_answer(answer, rubric(*criteria, **fields))
    assert (result.points, result.max_points) == (earned, full)


GROUPED = (
    criterion("a", "甲", points=3, group="g"),
    criterion("b", "乙", points=2, group="g"),
    criterion("c", "丙", points=2, group="h"),
    criterion("d", "丁", points=1),
)


@pytest.mark.parametrize(
    ("answer", "earned"), [("甲乙", 4.0), ("甲", 3.0), ("乙", 2.0), ("丙", 1.0), ("甲乙丙丁", 6.0), ("丁", 1.0)]
)
def test_a_group_pays_at_most_its_cap(answer, earned):
    groups = (Group("g", 4), Group("h", 1))
    assert points(answer, *GROUPED, groups=groups) == earned
    assert score_answer("", rubric(*GROUPED, groups=groups)).max_points == 6


def test_what_was_taken_off_and_capped_is_told():
    result = score_answer("甲乙丙错", rubric(A, B, C, NEED, WRONG))
    assert (result.sum, result.cap, result.deductions, result.points, result.score) == (7.0, 5.5, 2.0, 3.5, 0.35)


def test_a_cap_that_changes_nothing_is_not_told():
    assert score_answer("甲", rubric(A, NEED)).cap is None


def test_a_misconception_contradicts_its_criterion():
    result = score_answer("甲乙错", rubric(A, B, DENIES))
    contradicted, other, wrong = result.criteria
    assert (contradicted.status, contradicted.points, contradicted.reason) == ("contradicted", 0.0, "contradicted")
    assert (other.status, other.points) == ("hit", 2.0)
    assert (wrong.status, wrong.points, wrong.of) == ("hit", -1.0, 0)


@pytest.mark.parametrize("answer", ["", "错的一半", "不是错。", "对"])
def test_half_or_denied_misconceptions_are_none(answer):
    wrong = criterion("wrong", "错", "误", role="misconception", partial=True)
    result = score_answer(answer, rubric(A, wrong)).criteria[1]
    assert (result.status, result.points, result.evidence) == ("missed", 0.0, ())


def test_a_contradicted_required_criterion_caps_the_rest():
    wrong = criterion("wrong", "错", points=0, role="misconception", contradicts="need")
    result = score_answer("甲乙丙必错", rubric(A, B, C, NEED, wrong))
    assert (result.points, result.cap) == (5.5, 5.5)


def test_partial_credit_lifts_the_required_cap():
    need = criterion("need", "必", "须", points=2, role="required", partial=True)
    result = score_answer("必甲乙丙", rubric(A, B, C, need))
    assert (statuses(result)["need"], result.cap, result.points) == ("partial", None, 8.0)


def test_the_score_has_three_decimals():
    assert score_answer("丁", rubric(A, B, C, criterion("d", "丁", points=1))).score == 0.125
    assert score_answer("甲", rubric(A, B, C)).score == 0.429


@pytest.mark.parametrize(
    "answer", ["", "   ", "\n\n", "。，！？", "......", "👍", "\u200b", "\ufeff", "<b></b>", "**", "```"]
)
def test_an_answer_without_words_earns_nothing(answer):
    result = score_answer(answer, rubric(A, NEED, EXTRA, WRONG))
    assert (result.points, result.score, set(statuses(result).values())) == (0.0, 0.0, {"missed"})


def test_a_rubric_without_points_or_terms_judges_nothing():
    assert score_answer("甲", rubric()).score == 0.0
    assert score_answer("甲", rubric(criterion("empty", ()))).points == 0.0
