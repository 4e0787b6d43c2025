"""The linter: one small fault each, said at its place; nothing said of a sound question."""

import pytest

from questions.formats.reading import read_document
from questions.linting.bank import lint
from questions.scoring.lexicon import NO_LEXICON
from tests.factories import both, criterion_data, question_data, step_data
from tests.questions.scoring.lexicons import LEXICON


def question(*criteria, slug="probes", steps=("The kubelet will restart it.", "Then traffic comes in."), **changes):
    criteria = criteria or (criterion(terms=["restart"]), criterion("traffic", terms=["traffic"]))
    rubric = {"criteria": list(criteria), **changes.pop("rubric", {})}
    written = [{**step_data(number), "body": {"en": text}} for number, text in enumerate(steps, start=1)]
    return read_document({**question_data(slug), "rubric": rubric, "steps": written, **changes})


def criterion(key="restart", terms=("restart",), step="step-1", **changes):
    concepts = changes.pop("concepts", [list(terms)])
    concepts = [{"name": f"c{n}", "terms": written} for n, written in enumerate(concepts)]
    return criterion_data(key, concepts=concepts, **({"step": step} if step else {}), **changes)


def said(*criteria, lexicon=NO_LEXICON, others=(), **changes):
    return {problem.field: problem.text for problem in lint(question(*criteria, **changes), lexicon, others)}


def test_nothing_is_said_of_a_sound_question():
    assert said() == {}


FIRST = "rubric.criteria[0].concepts[0].terms"


@pytest.mark.parametrize(
    ("terms", "place", "fault"),
    [
        (["restart", "will restart"], 1, "'will restart' does nothing: 'restart' is found wherever it is"),
        (["restart", "cap", "capped"], 1, "'cap' does nothing: 'capped' is found wherever it is"),
        (["restarts", "restart"], 1, "'restart' does nothing: 'restarts' is found wherever it is"),
        (["restart", "restart*"], 0, "'restart' does nothing: 'restart*' is found wherever it is"),
        (["restart", "存活"], 1, "'存活' is so short that it turns up by chance: give it company and a window"),
        (["restart", "@k8s.nothing"], 1, "'@k8s.nothing' is not in the lexicon"),
    ],
)
def test_a_term_that_does_nothing_or_too_much(terms, place, fault):
    assert said(criterion(terms=terms)) == {f"{FIRST}[{place}]": fault}


def test_a_longer_term_pays_where_the_shorter_one_is_the_word_of_the_question():
    assert said(criterion(terms=["probes", "probes again"]), steps=["probes again", "traffic"]) == {}


def test_a_longer_term_pays_where_its_rest_would_deny_the_shorter_one():
    assert said(criterion(terms=["restart", "never restart"])) == {}


def test_a_term_stays_for_those_of_its_forms_that_no_other_term_finds():
    terms = ["restart", "live*", "livenessProbe"]  # the entry has 存活探针, too
    assert said(criterion(terms=terms), lexicon=LEXICON) == {}


def test_a_form_of_the_lexicon_does_nothing_beside_another():
    terms = ["restart", "命名空间", "namespace"]
    fault = "'namespace' does nothing: '命名空间' is found wherever it is"
    assert said(criterion(terms=terms), lexicon=LEXICON) == {f"{FIRST}[2]": fault}


@pytest.mark.parametrize("changes", [{"window": "sentence", "mode": "all"}, {"mode": "all"}])
def test_short_terms_may_stand_beside_others(changes):
    assert said(criterion(concepts=[["存活"], ["重启"]], **changes), steps=["存活了才重启", "traffic"]) == {}


def test_words_of_the_question_alone_earn_nothing():
    fault = "every term stands in the question, which earns nothing; add others, or stem_counts"
    faulty = criterion("probes", terms=["probes"])
    assert said(faulty, criterion(), steps=["probes restart"])["rubric.criteria[0].concepts"] == fault
    assert (
        said(criterion("probes", terms=["probes"], stem_counts=True), criterion(points=20), steps=["probes restart"])
        == {}
    )


@pytest.mark.parametrize(
    ("changes", "rubric", "field", "fault"),
    [
        ({"step": ""}, {}, "rubric.criteria[0].step", "no step of the model answer covers it"),
        ({"points": 0}, {}, "rubric.criteria[0].points", "it pays nothing"),
        (
            {"role": "bonus"},
            {"bonus_cap": 2},
            "rubric.bonus_cap",
            "bonus criteria pay 2 together, so the cap does nothing",
        ),
        (
            {"group": "both"},
            {"groups": [{"key": "both", "cap": 2}]},
            "rubric.groups[0]",
            "its criteria pay 2 together, so the cap of 2 does nothing",
        ),
    ],
)
def test_points_that_do_not_add_up(changes, rubric, field, fault):
    assert said(criterion(**changes), criterion("traffic", terms=["traffic"]), rubric=rubric) == {field: fault}


@pytest.mark.parametrize(
    ("inner", "outer", "found"),
    [
        ({"concepts": [["restart"]]}, {"concepts": [["restart"], ["kubelet"]], "mode": "all"}, True),
        ({"concepts": [["restart"]]}, {"concepts": [["restart", "again"], ["kubelet"]], "mode": "all"}, False),
        ({"concepts": [["restart", "again"]]}, {"concepts": [["restart"], ["kubelet"]], "mode": "all"}, True),
        ({"concepts": [["restart"]]}, {"concepts": [["restart"], ["kubelet"]], "mode": "any"}, False),
        ({"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": "clause"},
         {"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": "sentence"}, False),
        ({"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": "sentence"},
         {"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": "clause"}, True),
        ({"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": {"tokens": 9}},
         {"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": "sentence"}, False),
        ({"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": {"tokens": 9}},
         {"concepts": [["restart"], ["kubelet"]], "mode": "all", "window": {"tokens": 8}}, True),
    ],
)  # fmt: skip
def test_a_criterion_inside_another_is_paid_twice(inner, outer, found):
    faults = said(criterion("inner", **inner), criterion("outer", **outer), steps=["the kubelet will restart it"])
    fault = "whatever meets 'outer' meets this too, and is paid twice; share a group"
    assert faults.get("rubric.criteria[0]") == (fault if found else None)


def test_criteria_of_one_group_may_overlap():
    inner, outer = criterion("inner", group="g"), criterion("outer", concepts=[["restart"], ["kubelet"]], group="g")
    assert "rubric.criteria[0]" not in said(inner, outer, rubric={"groups": [{"key": "g", "cap": 3}]})


def test_what_known_texts_earn():
    assert said(steps=["The kubelet will restart it."]) == {"steps": "the model answer (en) earns 50%, less than 95%"}
    asked = {"title": both("？", "restart or traffic?"), "body": both("。", "ok")}  # too short for an echo
    pays = criterion(stem_counts=True), criterion("traffic", terms=["traffic"], stem_counts=True)
    assert said(*pays, **asked) == {"title": "the question as an answer earns 100%, more than 10%"}
    unsure = criterion(terms=["不知道"]), criterion("traffic", terms=["traffic"])
    assert said(*unsure, steps=["不知道, traffic"])["rubric"] == "'不知道' earns 50%, more than 2%"


def test_the_answer_to_another_question_earns_too_much():
    other = question(slug="pods", steps=["A restart.", "All traffic."])
    fault = "the model answer to 'pods' earns 100%, more than 50%"
    assert said(others=[other]) == {"rubric": fault}
    assert said(others=[question(slug="pods", steps=["A restart."])]) == {}
