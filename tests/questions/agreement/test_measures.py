"""Measures of agreement, against values worked out by hand or known from elsewhere."""

import pytest

from questions.agreement.measures import (
    bias,
    interval,
    mean_absolute_error,
    pearson,
    quadratic_weighted_kappa,
    spearman,
)

GRADES = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
SCORES = [0.1, 0.1, 0.5, 0.5, 0.9, 0.9]


def test_equal_values_agree_in_every_measure():
    assert [measure(GRADES, GRADES) for measure in (pearson, spearman, quadratic_weighted_kappa)] == [1.0, 1.0, 1.0]
    assert (mean_absolute_error(GRADES, GRADES), bias(GRADES, GRADES)) == (0, 0)


def test_values_that_differ():
    assert pearson(SCORES, GRADES) == pytest.approx(0.956, abs=0.001)
    assert spearman(SCORES, GRADES) == pytest.approx(0.956, abs=0.001)
    assert mean_absolute_error(SCORES, GRADES) == pytest.approx(0.1)
    assert bias([0.5, 0.5], [0.25, 0.5]) == pytest.approx(0.125)


def test_ranks_alone_count_for_spearman():
    assert spearman([0.1, 0.2, 0.9], [0.3, 0.31, 0.32]) == pytest.approx(1)
    assert pearson([0.1, 0.2, 0.9], [0.3, 0.31, 0.32]) < 0.95


def test_kappa_is_below_0_for_opposites_and_0_for_chance():
    # tenths 0 10 against 10 0: found 100, by chance 50
    assert quadratic_weighted_kappa([0, 1], [1, 0]) == pytest.approx(-1)
    assert quadratic_weighted_kappa([0, 1, 0, 1], [0, 0, 1, 1]) == pytest.approx(0)
    # tenths 0 5 10 against 0 5 5: found 25/3, by chance (0+25+25+25+0+0+100+25+25)/9
    assert quadratic_weighted_kappa([0, 0.5, 1], [0, 0.5, 0.5]) == pytest.approx(1 - (25 / 3) / (225 / 9))


@pytest.mark.parametrize("same", [[0.5] * 6, [0.0] * 6])
def test_what_never_varies_agrees_with_nothing(same):
    assert pearson(same, GRADES) is spearman(same, GRADES) is interval(pearson, same, GRADES) is None


def test_the_interval_holds_the_value_and_is_the_same_every_time():
    low, high = interval(pearson, SCORES, GRADES)
    assert low < pearson(SCORES, GRADES) < high <= 1
    assert interval(pearson, SCORES, GRADES) == (low, high)


def test_more_answers_give_a_narrower_interval():
    few, many = interval(pearson, SCORES, GRADES), interval(pearson, SCORES * 20, GRADES * 20)
    assert many[1] - many[0] < few[1] - few[0]
