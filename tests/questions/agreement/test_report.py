"""The report on graded answers, and its picture."""

from xml.etree import ElementTree

import pytest

from questions.agreement.picture import picture
from questions.agreement.report import WORST, Judged, agreement

JUDGED = [
    Judged("all of it", 1.0, 1.0, "full", "restart hit"),
    Judged("half of it", 0.5, 0.25, "partial", "restart partial"),
    Judged("x" * 200, 0.0, 0.75, "wrong & <odd>"),
]


def test_a_report_says_how_far_and_where():
    report = agreement(JUDGED)
    assert list(report) == ["n", "pearson", "pearson_95", "spearman", "qwk", "mae", "bias", "kinds", "worst"]
    assert (report["n"], report["mae"], report["bias"]) == (3, 0.333, 0.167)
    assert report["kinds"]["partial"] == {"n": 1, "grade": 0.5, "score": 0.25}
    assert [(one["grade"], one["score"], one["why"]) for one in report["worst"]] == [
        (0.0, 0.75, ""),
        (0.5, 0.25, "restart partial"),
        (1.0, 1.0, "restart hit"),
    ]
    assert report["worst"][0]["answer"] == "x" * 120 + "…"


def test_only_the_worst_answers_are_listed():
    assert len(agreement(JUDGED * 10)["worst"]) == WORST


def test_one_answer_has_no_correlation():
    assert agreement(JUDGED[:1])["pearson"] is agreement(JUDGED[:1])["pearson_95"] is None


def test_no_answers_are_refused():
    with pytest.raises(ValueError, match="no graded answers"):
        agreement([])


def test_the_picture_has_a_dot_an_answer():
    drawn = ElementTree.fromstring(picture(JUDGED, "a < b"))  # noqa: S314 - our own
    dots = drawn.findall(".//{*}circle")
    assert [(dot.get("cx"), dot.get("cy")) for dot in dots] == [
        ("440.0", "40.0"),
        ("240.0", "340.0"),
        ("40.0", "140.0"),
    ]
    assert (drawn.find("{*}title").text, dots[2].find("{*}title").text) == ("a < b", "wrong & <odd> 0.0 → 0.75")
