"""Matching: the edge cases of the specification that need no lexicon, typo tolerance or inflection."""

import pytest

from tests.questions.scoring.rubrics import judged, shown

FOUND = [  # answer, term, what is marked, the edge case
    ("集群状态存储在etcd中", "etcd", "etcd", "CJK without spaces"),
    ("集群状态存储在etcd中", "集群状态", "集群状态", "CJK as a substring"),
    ("节点上的Pod会重启", "Pod会重启", "Pod会重启", "term across a CJK-Latin edge"),
    ("ＣＮＩ插件", "CNI", "ＣＮＩ", "full width"),
    ("滾動更新", "滚动更新", "滾動更新", "traditional"),
    ("滚动更新", "滾動更新", "滚动更新", "traditional term"),
    ("叢集節點", "节点", "節點", "traditional inside"),
    ("kube apiserver", "kube-apiserver", "kube apiserver", "space for hyphen"),
    ("KubeAPIServer", "kube-apiserver", "KubeAPIServer", "camel case for hyphen"),
    ("KUBE_API.SERVER", "kube-apiserver", "KUBE_API.SERVER", "underscore and dot for hyphen"),
    ("Config Map", "ConfigMap", "Config Map", "space for camel case"),
    ("config-map", "Config Map", "config-map", "hyphen for space"),
    ("liveness\nProbe", "livenessProbe", None, "a line end separates"),
    ("POD", "pod", "POD", "case"),
    ("`Pod`", "Pod", "Pod", "code span"),
    ("**Pod**", "Pod", "Pod", "bold"),
    ("```\nreplicas: 3\n```", "replicas: 3", "replicas: 3", "code fence"),
    ("在 Pod里", "Pod", "Pod", "one space"),
    ("存活 探针", "存活探针", "存活 探针", "space inside CJK"),
    ("存，活", "存活", None, "punctuation inside a term"),
    ("po\u200bd", "pod", "po\u200bd", "zero-width inside"),
    ("<b>Po</b>d", "pod", "Po</b>d", "tags inside"),
    ("oﬃce", "office", "oﬃce", "ligature"),
    ("v1.30 起", "1.30", None, "part of a version"),
    ("1.30 起", "1.30", "1.30", "a number with a dot"),
    ("130", "1.30", None, "a dot inside a number counts"),
    ("304 not modified", "304", "304", "a number"),
    ("3040", "304", None, "a longer number"),
    ("用k8s部署", "k8s", "k8s", "letters and digits"),
    ("don't restart", "dont", None, "an apostrophe inside a word"),
    ("the node's name", "node's", "node's", "possessive"),
    ("用 C# 写的", "C#", "C#", "a sharp belongs to the word"),
    ("用 C# 写的", "C", None, "another language"),
    ("C++, C", "C++", "C++", "pluses belong to the word"),
    ("written in C++", "C", None, "yet another language"),
    ("## Pod", "Pod", "Pod", "a heading"),
    ("#1 Pod", "Pod", "Pod", "a number sign"),
    ("Роd", "Pod", "Роd", "Cyrillic letters that look Latin"),
    ("ΕTCD", "etcd", "ΕTCD", "a Greek letter that looks Latin"),
    ("podman", "Pod", None, "longer identifier"),
    ("PodSecurityPolicy", "Pod", None, "longer identifier in camel case"),
    ("PVC", "PV", None, "longer acronym"),
    ("etcdctl", "etcd", None, "longer command"),
    ("egress", "ingress", None, "other word"),
    ("ingress", "egress", None, "other word, inside"),
    ("kubectl", "kubelet", None, "one letter off"),
    ("pod-man", "Pod", "pod", "a hyphen is an edge"),
    ("Pod。", "Pod", "Pod", "at the very end"),
    ("", "Pod", None, "empty"),
    ("Po d", "Pod", "Po d", "between Latin sub-tokens a space and nothing are equal"),
]


@pytest.mark.parametrize(("answer", "term", "marked", "case"), FOUND, ids=[row[3] for row in FOUND])
def test_a_term_is_found(answer, term, marked, case):
    result = judged(answer, term)
    assert (result.status, shown(answer, result)) == (("hit", [marked]) if marked else ("missed", []))


@pytest.mark.parametrize("repeat", [1, 2, 70, 1_000])
def test_repeating_a_term_never_pays_again(repeat):
    once = judged("Pod 会重启。", "Pod")
    assert judged("Pod 会重启。" * repeat, "Pod") == once


def test_the_first_finding_is_shown():
    answer = "先有 etcd。再有 Etcd。"
    assert [(found.start, found.end) for found in judged(answer, "etcd").evidence] == [(3, 7)]


def test_the_longest_term_of_a_concept_is_shown():
    answer = "用 Config Map 配置"
    assert shown(answer, judged(answer, ("Config", "ConfigMap", "Map"))) == ["Config Map"]


def test_any_term_of_a_concept_meets_it():
    assert judged("用版本标识", ("ETag", "指纹", "版本标识")).evidence[0].term == "版本标识"
