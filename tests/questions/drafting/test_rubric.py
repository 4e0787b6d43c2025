"""What of a model answer becomes which concept: small answers, whole concepts."""

import pytest

from questions.drafting.rubric import draft_rubric
from questions.formats.document import Step
from questions.scoring.lexicon import NO_LEXICON
from tests.questions.scoring.lexicons import LEXICON


def step(body, key="one", kind="core", title="Title"):
    bodies = body if isinstance(body, dict) else {"en": body}
    return Step(key, kind, dict.fromkeys(bodies, title), bodies)


def concepts(body, lexicon=NO_LEXICON, stem="", others=(), title="Title"):
    """The terms of each concept that is drafted from one step."""
    drafted = draft_rubric(stem, [step(body, title=title)], lexicon, others)
    return [list(concept.terms) for criterion in drafted.criteria for concept in criterion.concepts]


def both(zh, en):
    return {"zh-Hans": zh, "en": en}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("**dry run** first", ["dry run"]),
        ("the field is `spec.replicas` here", ["spec.replicas"]),
        ("Rolling update: one after the other", ["Rolling update"]),
        ("Taints and tolerations: both", ["Taints", "tolerations"]),
        ("so maxUnavailable decides", ["maxUnavailable"]),
        ({"zh-Hans": "先由 kubelet 探测"}, ["kubelet"]),
    ],
)
def test_what_stands_out_is_a_concept(body, found):
    drafted = concepts(body)
    assert [name for name in found if not any(name in terms for terms in drafted)] == []


@pytest.mark.parametrize(
    ("body", "pair"),
    [
        ({"zh-Hans": "第一步是预选（Predicates）。"}, ["预选", "Predicates"]),
        ({"zh-Hans": "还有节点亲和（nodeAffinity）。"}, ["节点亲和", "nodeAffinity"]),
        ({"zh-Hans": "`nodeAffinity`（节点亲和）是这样。"}, ["nodeAffinity", "节点亲和"]),
        ("A Custom Resource Definition (CRD) is new.", ["Custom Resource Definition", "CRD"]),
        ("A CRD (Custom Resource Definition) is new.", ["CRD", "Custom Resource Definition"]),
        (both("先用**蓝绿发布**。", "Use **blue-green** first."), ["蓝绿发布", "blue-green"]),
        (both("- 滚动更新：一个个来", "- Rolling update: one by one"), ["滚动更新", "Rolling update"]),
    ],
)
def test_two_names_of_one_thing_are_one_concept(body, pair):
    assert pair in concepts(body)


def test_brackets_that_explain_something_else_are_no_synonym():
    drafted = concepts({"zh-Hans": "退出状态（不是零）由 kubelet 上报（见 status）。"})
    assert [terms for terms in drafted if len(terms) > 1] == []


def test_forms_of_the_lexicon_become_its_entry():
    body = both("`livenessProbe`（存活探针）看它死没死", "`livenessProbe` asks")
    assert concepts(body, LEXICON)[0] == ["@k8s.liveness"]


def test_words_of_the_question_are_no_concepts():
    assert ["kubelet"] in concepts("**kubelet** restarts `spec.replicas`")
    assert ["kubelet"] not in concepts("**kubelet** restarts `spec.replicas`", stem="What does the kubelet do?")


def test_what_the_other_answers_say_is_no_concept():
    body = "**quorum** and **lease** and **watch cache**"
    others = ["A quorum is there.", "The quorum again.", "No such thing."]
    assert concepts(body) == [["quorum"], ["lease"], ["watch cache"]]
    assert ["quorum"] not in concepts(body, others=others)


def test_chinese_words_of_two_characters_are_too_short_for_a_term():
    assert ["新建"] not in concepts({"zh-Hans": "会**新建**一个，`Job` 除外，**指数增长**"})


def test_half_of_what_every_language_says_is_needed_and_all_of_a_list():
    body = both("`aaa1`、`bbb2`、`ccc3`、`ddd4`", "`aaa1`, `bbb2`, `ccc3`, `eee5`")
    for strictness, needed in (("open", 2), ("list", 4)):
        (criterion,) = draft_rubric("", [step(body)], strictness=strictness).criteria
        assert (criterion.mode.needed(5), criterion.partial, len(criterion.concepts)) == (needed, True, 5)


def test_what_the_model_answer_denies_counts_either_way():
    (criterion,) = draft_rubric("", [step("It is not a **virtual machine**. It is a `cgroup2`.")]).criteria
    assert {concept.name: concept.polarity for concept in criterion.concepts} == {
        "virtual machine": "either",
        "cgroup2": "affirm",
    }


def test_a_criterion_belongs_to_its_step_and_core_steps_pay_more():
    steps = [
        step("`one1`", "a"),
        step("`two2`", "b", "detail", title="Second"),
        step("`three3`", "c", "pitfall"),
        step("`four4`", "d", "example"),
    ]
    assert [(one.key, one.step, one.role, one.points, one.title) for one in draft_rubric("", steps).criteria] == [
        ("a", "a", "core", 5, {"en": "Title"}),
        ("b", "b", "core", 3, {"en": "Second"}),
        ("c", "c", "core", 2, {"en": "Title"}),
        ("d", "d", "bonus", 1, {"en": "Title"}),
    ]


def test_the_same_idea_belongs_to_one_criterion():
    drafted = draft_rubric("", [step("`one1` `two2`", "a"), step("`one1` `three3`", "b"), step("`four4`", "c")])
    terms = [term for criterion in drafted.criteria for concept in criterion.concepts for term in concept.terms]
    assert sorted(terms) == ["four4", "one1", "three3", "two2"]


def test_a_short_answer_gives_a_criterion_for_each_entry_of_its_list():
    body = both("有：\n\n- `one1` 是\n- `two2` 也是", "There are:\n\n- `one1` is\n- `two2` is too")
    drafted = draft_rubric("", [step(body)])
    assert [(one.key, one.step, one.title["en"], one.concepts[0].name) for one in drafted.criteria] == [
        ("part-1-1", "one", "Title (1)", "one1"),
        ("part-1-2", "one", "Title (2)", "two2"),
    ]


def test_lists_of_different_length_stay_together():
    assert len(draft_rubric("", [step(both("- `one1`\n- `two2`", "- `one1`"))]).criteria) == 1


def test_more_criteria_than_points_pay_a_point_each():
    drafted = draft_rubric("", [step(f"`name{number}x`", f"s{number}") for number in range(12)])
    assert [criterion.points for criterion in drafted.criteria] == [1] * 12


def test_an_answer_without_words_gives_no_criterion():
    assert draft_rubric("", [step("— 1, 2 —"), step("👍")]).criteria == ()
