"""One meaning has many forms; the longest form wins; near words of another meaning are left alone."""

import pytest

from questions.scoring.compile import compile_rubric
from questions.scoring.lexicon import Entry, doubled_forms
from questions.scoring.result import CriterionResult
from questions.scoring.rubric import Concept, Criterion, RubricDocument
from questions.scoring.score import score_answer
from tests.questions.scoring.lexicons import LEXICON


def judged(answer: str, *terms: str) -> CriterionResult:
    criterion = Criterion("one", "core", 1, {"en": "One"}, (Concept("c", terms),))
    return score_answer(answer, compile_rubric(RubricDocument((criterion,)), lexicon=LEXICON)).criteria[0]


@pytest.mark.parametrize(
    ("answer", "term", "how"),
    [
        ("放在命名空间里", "namespace", "form"),
        ("put it in a namespace", "命名空间", "form"),
        ("two namespaces", "命名空间", "form"),
        ("kubectl -n my ns", "namespace", "form"),
        ("the API server", "kube-apiserver", "form"),
        ("Kube Apiserver", "kube-apiserver", "exact"),
        ("the apisever", "kube-apiserver", "form"),
        ("存活检查失败 liveness check", "存活探针", "form"),
        ("a liveness probe", "@k8s.liveness", "form"),
        ("two PVs", "持久卷", "form"),
        ("調度器選節點", "调度", "exact"),
    ],
)
def test_any_form_of_the_entry_counts(answer, term, how):
    result = judged(answer, term)
    assert (result.status, [(found.term, found.how) for found in result.evidence]) == ("hit", [(term, how)])


@pytest.mark.parametrize(
    ("answer", "term"),
    [
        ("a persistent volume claim", "PersistentVolume"),  # the longer form means something else
        ("持久卷声明", "持久卷"),
        ("无状态应用", "状态"),
        ("the kube-proxy", "proxy"),
        ("@k8s.nothing", "@k8s.nothing"),
    ],
)
def test_a_longer_form_hides_what_is_inside(answer, term):
    assert judged(answer, term).status == "missed"


@pytest.mark.parametrize(("answer", "term"), [("状态和无状态", "状态"), ("a proxy and a kube-proxy", "proxy")])
def test_the_shorter_one_counts_where_it_stands_alone(answer, term):
    assert judged(answer, term).status == "hit"


@pytest.mark.parametrize(
    ("answer", "term", "slip"),
    [
        ("it is a deployement", "Deployment", "deployement"),
        ("the namesapce", "namespace", "namesapce"),
        ("several namepsaces", "namespace", "namepsaces"),
        ("a livenes probe", "livenessProbe", "livenes probe"),
        ("the livenesprobe", "livenessProbe", "livenesprobe"),
        ("Depoyment", "Deployment", "Depoyment"),
        ("ＤＥＰＬＯＹＭＮＥＴ 滚动", "Deployment", "ＤＥＰＬＯＹＭＮＥＴ"),
    ],
)
def test_a_slip_is_mended_and_said(answer, term, slip):
    (found,) = judged(answer, term).evidence
    assert (answer[found.start : found.end], found.how) == (slip, "typo")


@pytest.mark.parametrize(
    ("answer", "term"),
    [
        ("the kubelet", "kubectl"),
        ("a table", "label"),
        ("lable", "label"),  # protected: no typo tolerance into it
        ("the stage", "state machine"),
        ("poud", "pod"),  # too short
        ("amespace", "namespace"),  # another first letter
        ("deploym3nt", "Deployment"),  # digits
        ("deplayement", "stateless"),
    ],
)
def test_near_words_of_another_meaning_are_left_alone(answer, term):
    assert judged(answer, term).status == "missed"


def test_an_exact_finding_goes_before_a_mended_one():
    answer = "deployement first, then Deployment"
    (found,) = judged(answer, "Deployment").evidence
    assert (answer[found.start : found.end], found.how) == ("Deployment", "exact")


def test_a_form_in_two_entries_is_named():
    entries = [Entry("a", "word", en=("pod", "Kube Pod")), Entry("b", "word", en=("kube-pod",))]
    assert doubled_forms(entries) == [("kube-pod", "b", "a")]


def test_the_result_names_the_revision():
    rubric = compile_rubric(
        RubricDocument((Criterion("k", "core", 1, {"en": "K"}, (Concept("c", ("x",)),)),)), lexicon=LEXICON
    )
    assert score_answer("x", rubric).lexicon == 7
