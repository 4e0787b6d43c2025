"""Rubrics that no author should write and that some draft will hold: no error, marks within bounds."""

import pytest
from hypothesis import given

from questions.scoring.rubric import Group
from questions.scoring.score import score_answer
from tests.questions.scoring.rubrics import ANY, at_least, criterion, rubric
from tests.questions.scoring.test_any_text import ANSWERS, MANY

POD = "The Pod restarts. No Pod restarts."
ODD = {
    "nothing to earn": rubric(criterion("one", "Pod", points=0), criterion("two", "restart*", points=0, partial=True)),
    "a bonus alone": rubric(criterion("one", "Pod", role="bonus")),
    "misconceptions alone": rubric(criterion("one", "Pod", role="misconception", points=100)),
    "groups that pay nothing": rubric(criterion("one", "Pod", group="g"), groups=(Group("g", 0),)),
    "no criterion": rubric(),
    "the same fact wanted and not wanted": rubric(
        criterion("yes", "Pod", role="required"), criterion("no", "Pod", role="required", polarity="negate")
    ),
    "beliefs that contradict all and each other": rubric(
        criterion("one", "Pod"),
        criterion("wrong", "Pod", role="misconception", contradicts="one"),
        criterion("worse", "Pod", role="misconception", contradicts="wrong"),
        criterion("itself", "Pod", role="misconception", contradicts="itself"),
        criterion("nobody", "Pod", role="misconception", contradicts="nobody"),
    ),
    "one word for every concept": rubric(criterion("one", "Pod", "Pod", "Pod", mode=at_least(9), partial=True)),
    "any of nothing found": rubric(criterion("one", "", " ", "@k8s.none", "*", mode=ANY)),
    "caps of nothing": rubric(criterion("one", "Pod"), bonus_cap=0, required_cap_pct=0, list_cap_pct=0),
}


@pytest.mark.parametrize("name", ODD)
@MANY
@given(ANSWERS)
def test_marks_stay_within_bounds_by_any_rubric(name, answer):
    for text in (answer, f"{answer} {POD}"):
        result = score_answer(text, ODD[name])
        assert 0 <= result.points <= result.max_points
        assert 0 <= result.score <= 1
        assert all(one.points <= one.of for one in result.criteria)


def test_a_rubric_without_points_gives_no_score():
    result = score_answer(POD, ODD["nothing to earn"])
    assert (result.points, result.max_points, result.score) == (0.0, 0, 0.0)
    assert [one.status for one in result.criteria] == ["hit", "hit"]


def test_a_fact_and_its_denial_are_both_there_if_both_are_said():
    result = score_answer(POD, ODD["the same fact wanted and not wanted"])
    assert [one.status for one in result.criteria] == ["hit", "hit"]


def test_one_word_proves_one_concept_of_three():
    (one,) = score_answer(POD.replace("No Pod", "It"), ODD["one word for every concept"]).criteria
    assert (one.status, one.points, one.reason) == ("partial", 0.5, "one_of_three")
