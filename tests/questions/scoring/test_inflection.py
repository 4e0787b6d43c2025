"""English endings of a term's last word."""

import pytest

from tests.questions.scoring.rubrics import judged


@pytest.mark.parametrize(
    ("term", "answers"),
    [
        ("restart", "restart restarts restarted restarting"),
        ("restarted", "restart restarts restarting"),
        ("schedule", "schedule schedules scheduled scheduling"),
        ("scheduling", "schedule scheduled schedules"),
        ("policy", "policies"),
        ("policies", "policy"),
        ("taint", "taints tainted"),
        ("stop", "stops stopped stopping"),
        ("running", "runs run"),
        ("crash", "crashes crashed crashing"),
        ("pod", "pods"),
        ("PVC", "PVCs"),
        ("readinessProbe", "readinessProbes"),
        ("rolling update", "rolling-updates"),
    ],
)
def test_inflected_forms_are_found(term, answers):
    missing = [answer for answer in answers.split() if judged(f"it {answer} now", term).status != "hit"]
    assert missing == []


@pytest.mark.parametrize(
    ("term", "answer"),
    [
        ("pod", "podman"),
        ("pod", "podded"),
        ("PVC", "PVCing"),
        ("node", "nodded"),
        ("state", "static"),
        ("ingress", "ingres"),
        ("process", "proces"),
        ("status", "statu"),
        ("304", "304s"),
        ("string", "str"),
        ("policy", "policing"),
        ("load", "loader"),
    ],
)
def test_other_words_are_not(term, answer):
    assert judged(f"it {answer} now", term).status == "missed"
