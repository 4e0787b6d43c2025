"""Measures of agreement between scores and grades, both from 0 to 1. None where one of them never varies.

For quadratic weighted kappa, see Cohen, "Weighted kappa" (Psychological Bulletin 70, 1968); for what to ask of it,
Williamson, Xi and Breyer, "A framework for evaluation and use of automated scoring" (EM:IP 31, 2012).
"""

import random
from collections.abc import Callable, Sequence
from statistics import StatisticsError, correlation, fmean, quantiles

Numbers = Sequence[float]
LEVELS = 10  # steps of a tenth for kappa
RESAMPLES = 500


def pearson(scores: Numbers, grades: Numbers) -> float | None:
    try:
        return correlation(scores, grades)
    except StatisticsError:
        return None


def spearman(scores: Numbers, grades: Numbers) -> float | None:
    """Pearson's r of the ranks; equal values share the mean of theirs."""
    return pearson(_ranks(scores), _ranks(grades))


def mean_absolute_error(scores: Numbers, grades: Numbers) -> float:
    return fmean(abs(score - grade) for score, grade in zip(scores, grades, strict=True))


def bias(scores: Numbers, grades: Numbers) -> float:
    """Above 0: scores are kinder than grades."""
    return fmean(scores) - fmean(grades)


def quadratic_weighted_kappa(scores: Numbers, grades: Numbers) -> float | None:
    """1 for equal tenths, 0 for chance."""
    one, other = ([round(value * LEVELS) for value in values] for values in (scores, grades))
    found = fmean((a - b) ** 2 for a, b in zip(one, other, strict=True))
    by_chance = fmean((a - b) ** 2 for a in one for b in other)
    return 1 - found / by_chance if by_chance else None


def interval(
    measure: Callable[[Numbers, Numbers], float | None], scores: Numbers, grades: Numbers
) -> tuple[float, float] | None:
    """The middle 95 % of the measure in resamples with replacement (percentile bootstrap, the same every time)."""
    rng = random.Random(0)  # noqa: S311 - to be reproducible
    pairs = list(zip(scores, grades, strict=True))
    drawn = (measure(*zip(*rng.choices(pairs, k=len(pairs)), strict=True)) for _ in range(RESAMPLES))
    values = [value for value in drawn if value is not None]
    if len(values) < 2:
        return None
    cuts = quantiles(values, n=40, method="inclusive")
    return cuts[0], cuts[-1]


def _ranks(values: Numbers) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + end - 1) / 2
        start = end
    return ranks
