"""Negation: the nearest cue decides; what only looks like a cue denies nothing."""

import pytest

from questions.scoring.cues import find_cues
from questions.scoring.words import squeeze
from tests.questions.scoring.denial_cases import MECHANISMS
from tests.questions.scoring.negation_cases import CONSEQUENCES, EN, ZH
from tests.questions.scoring.rubrics import criterion, judged, points

MORE = [(*case, mechanism) for mechanism, cases in MECHANISMS.items() for case in cases]
CASES = [*ZH, *EN, *CONSEQUENCES, *MORE]


@pytest.mark.parametrize(("answer", "term", "status", "reason"), CASES, ids=[f"{c[3]} ({c[1]})" for c in CASES])
def test_a_finding_is_affirmed_or_denied(answer, term, status, reason):
    assert judged(answer, term).status == status


@pytest.mark.parametrize(("answer", "term"), [case[:2] for case in CASES if case[2] == "negated"])
def test_what_is_denied_earns_nothing_and_says_why(answer, term):
    result = judged(answer, term)
    assert (result.points, result.reason) == (0.0, "said_the_opposite")
    assert result.evidence


@pytest.mark.parametrize(("answer", "term"), [case[:2] for case in CASES if case[2] == "negated"])
def test_a_concept_of_either_polarity_does_not_mind_denial(answer, term):
    assert judged(answer, term, polarity="either").status == "hit"


@pytest.mark.parametrize(("answer", "term", "status"), [case[:3] for case in CASES])
def test_a_criterion_that_needs_not_sees_the_mirror_image(answer, term, status):
    assert judged(answer, term, polarity="negate").status == {"hit": "negated", "negated": "hit"}[status]


@pytest.mark.parametrize(
    ("answer", "status"), [("Pod IP 不固定", "hit"), ("Pod IP 固定", "negated"), ("Pod IP 会变", "missed")]
)
def test_pod_ip_is_not_fixed(answer, status):
    assert judged(answer, "固定", polarity="negate").status == status


@pytest.mark.parametrize(
    ("answer", "status"),
    [("不重启。后来会重启。", "hit"), ("会重启。但是不重启。", "hit"), ("不重启。也不重启。", "negated")],
)
def test_one_affirmed_finding_is_enough(answer, status):
    assert judged(answer, "重启").status == status


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("不断没有不仅未来", ["没有"]),
        ("并不是", ["并不"]),
        ("do not, don't and never", ["not", "don't", "never"]),
        ("not only, notable, another", []),
    ],
)
def test_cues_are_found_and_look_alikes_left_out(text, cues):
    assert [cue.text for cue in find_cues(squeeze(text))] == cues


def test_a_cue_in_a_term_denies_nothing_more_of_its_own_criterion():
    assert judged("kubelet 不直接访问 etcd", "不直接", "访问 etcd").status == "hit"


def test_a_cue_in_a_term_denies_for_every_other_criterion():
    direct = criterion("direct", "不直接")
    assert points("kubelet 不直接访问 etcd", direct) == 2
    assert points("kubelet 不直接访问 etcd", direct, criterion("reads", "访问 etcd")) == 2
