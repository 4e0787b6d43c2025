"""One criterion: modes, partial credit, windows, order, spans of their own, words of the question."""

import pytest

from questions.scoring.judge import half_points
from questions.scoring.rubric import Mode, Window
from questions.scoring.score import score_answer
from tests.questions.scoring.rubrics import ANY, CLAUSE, SENTENCE, at_least, criterion, judged, rubric, shown, status

ALL = Mode("all")

MODES = [  # mode, partial, points, answer, expected (status, points, reason); concepts are 甲, 乙, 丙
    (ALL, False, 3, "甲乙丙", ("hit", 3.0, "found")),
    (ALL, False, 3, "甲乙", ("missed", 0.0, "not_found")),
    (ALL, True, 3, "甲乙丙", ("hit", 3.0, "found")),
    (ALL, True, 3, "甲乙", ("partial", 2.0, "two_of_three")),
    (ALL, True, 3, "丙", ("partial", 1.0, "one_of_three")),
    (ALL, True, 2, "甲", ("partial", 0.5, "one_of_three")),  # 0.67
    (ALL, True, 2, "甲乙", ("partial", 1.5, "two_of_three")),  # 1.33
    (ALL, True, 0, "甲乙", ("missed", 0.0, "not_found")),
    (ANY, False, 3, "乙", ("hit", 3.0, "found")),
    (ANY, True, 3, "乙", ("hit", 3.0, "found")),
    (ANY, False, 3, "丁", ("missed", 0.0, "not_found")),
    (at_least(2), False, 3, "甲丙", ("hit", 3.0, "found")),
    (at_least(2), False, 3, "甲", ("missed", 0.0, "not_found")),
    (at_least(2), True, 3, "甲", ("partial", 1.5, "one_of_two")),
    (at_least(2), True, 3, "甲乙丙", ("hit", 3.0, "found")),
    (at_least(9), False, 3, "甲乙丙", ("hit", 3.0, "found")),  # never more than there are
]


@pytest.mark.parametrize(("mode", "partial", "points", "answer", "expected"), MODES)
def test_a_mode_says_how_many_concepts_are_needed(mode, partial, points, answer, expected):
    result = judged(answer, "甲", "乙", "丙", mode=mode, partial=partial, points=points)
    assert (result.status, result.points, result.reason) == expected


@pytest.mark.parametrize(
    ("points", "rounded"), [(0.0, 0.0), (0.24, 0.0), (0.25, 0.5), (0.74, 0.5), (0.75, 1.0), (1.25, 1.5), (2.0, 2.0)]
)
def test_points_are_rounded_half_up_to_a_half(points, rounded):
    assert half_points(points) == rounded


WINDOWS = [  # window, answer, whether 甲 and 乙 stand together
    (CLAUSE, "甲和乙", True),
    (CLAUSE, "甲、乙", True),
    (CLAUSE, "甲，乙", False),
    (CLAUSE, "甲但是乙", False),
    (CLAUSE, "甲时，乙", True),
    (CLAUSE, "when 甲 fails, 乙", True),
    (CLAUSE, "丙，甲。丁，甲乙", True),
    (SENTENCE, "甲，乙", True),
    (SENTENCE, "甲。乙", False),
    (SENTENCE, "甲；乙", False),
    (SENTENCE, "甲\n乙", False),
    (SENTENCE, "甲。丙。甲乙", True),
    (Window("sentences", 2), "甲。乙", True),
    (Window("sentences", 2), "甲。丙。乙", False),
    (Window("sentences", 3), "甲。丙。乙", True),
    (Window("sentences", 2), "甲。丙。丁。甲。乙", True),
    (Window("tokens", 3), "甲丙乙", True),
    (Window("tokens", 3), "甲丙丁乙", False),
    (Window("tokens", 3), "甲 some 乙", True),
    (Window("tokens", 3), "甲 some more 乙", False),
    (Window("tokens", 3), "甲。丙乙", True),
    (Window("tokens", 2), "乙甲", True),
    (Window("answer"), "甲。丙。丁。\n\n戊。乙", True),
]


@pytest.mark.parametrize(("window", "answer", "together"), WINDOWS)
def test_concepts_must_stand_in_one_window(window, answer, together):
    assert status(answer, "甲", "乙", window=window) == ("hit" if together else "missed")


def test_partial_credit_takes_the_best_window():
    result = judged("甲。丙乙。", "甲", "乙", "丙", window=SENTENCE, partial=True, points=3)
    assert (result.points, result.reason, shown("甲。丙乙。", result)) == (2.0, "two_of_three", ["乙", "丙"])


@pytest.mark.parametrize(
    ("answer", "ordered", "expected"),
    [("甲然后乙", True, "hit"), ("乙然后甲", True, "missed"), ("乙然后甲", False, "hit"), ("乙甲乙", True, "hit")],
)
def test_order_counts_where_it_is_asked_for(answer, ordered, expected):
    assert status(answer, "甲", "乙", window=SENTENCE, ordered=ordered) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("调度器选择节点", "hit"), ("调度器启动容器，kubelet 选择节点", "missed"), ("调度器启动容器。选择节点", "missed")],
)
def test_right_words_in_a_wrong_relation_are_no_hit(answer, expected):
    assert status(answer, "调度器", "选择节点", window=CLAUSE, ordered=True) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("滚动更新", "missed"), ("滚动更新，再更新", "hit"), ("更新之后滚动更新", "hit")]
)
def test_each_concept_needs_a_span_of_its_own(answer, expected):
    assert status(answer, "滚动更新", "更新") == expected


def test_spans_are_shared_out_so_that_all_concepts_are_met():
    assert status("x y", ("x", "y"), "x") == status("x y", "x", ("x", "y")) == "hit"


def test_two_criteria_may_share_a_span():
    result = score_answer("滚动更新", rubric(criterion("a", "滚动更新"), criterion("b", "更新")))
    assert [found.status for found in result.criteria] == ["hit", "hit"]


STEM = "探针 probe 有哪些？"


@pytest.mark.parametrize(
    ("answer", "fields", "expected"),
    [
        ("探针", {}, "missed"),
        ("Probe!", {}, "missed"),
        ("探针很好用", {}, "missed"),
        ("探针", {"stem_counts": True}, "hit"),
        ("探针会重启", {}, "hit"),
        ("重启", {}, "hit"),
    ],
)
def test_words_of_the_question_earn_nothing_alone(answer, fields, expected):
    assert status(answer, ("探针", "probe", "重启"), stem=STEM, **fields) == expected


@pytest.mark.parametrize(("answer", "expected"), [("探针", "missed"), ("探针重启", "hit"), ("重启", "missed")])
def test_one_concept_may_be_met_by_the_question_if_another_is_not(answer, expected):
    assert status(answer, "探针", "重启", stem=STEM) == expected


def test_evidence_proves_each_concept_that_was_needed():
    answer = "先用 ETag，再问。"
    found = judged(answer, ("ETag", "指纹"), ("再问",), "甲", mode=at_least(2)).evidence
    assert [(one.concept, one.term, answer[one.start : one.end], answer[slice(*one.clause)]) for one in found] == [
        ("a", "ETag", "ETag", "先用 ETag"),
        ("b", "再问", "再问", "再问"),
    ]


@pytest.mark.parametrize("mode", [ANY, at_least(2), ALL])
def test_no_more_evidence_is_shown_than_was_needed(mode):
    assert len(judged("甲乙丙", "甲", "乙", "丙", mode=mode).evidence) == mode.needed(3)


DENIED = [  # concepts 甲 and 乙 in one sentence: answer, fields, status
    ("不是甲乙", {}, "negated"),
    ("甲，不是乙", {}, "negated"),
    ("甲，不是乙", {"partial": True}, "negated"),
    ("甲。乙", {}, "hit"),
    ("不是甲。不是乙", {}, "negated"),
    ("甲，不是丁", {}, "missed"),
]


@pytest.mark.parametrize(("answer", "fields", "expected"), DENIED)
def test_one_statement_is_denied_as_a_whole(answer, fields, expected):
    assert status(answer, "甲", "乙", **fields) == expected


def test_in_a_list_only_what_is_affirmed_counts():
    result = judged("有甲和乙，没有丙。", "甲", "乙", "丙", partial=True, points=3)
    assert (result.status, result.points) == ("partial", 2.0)
