"""Bare keywords with the shipped lexicon: 27 answers that deserve the credit, and 8 that do not."""

import pytest

from questions.domain.shipped import FOLDER, bank_folders
from questions.formats.lexicon_file import lexicon_beside
from questions.scoring.compile import compile_rubric
from questions.scoring.rubric import RubricDocument
from questions.scoring.score import score_answer
from tests.questions.scoring.rubrics import criterion

LEXICON = lexicon_beside(next(bank_folders(FOLDER)))

DESERVED = [  # keyword, answer
    ("etcd", "集群状态存储在etcd中。"),
    ("CNI", "Pod 之间的网络由ＣＮＩ插件打通。"),
    ("滚动更新", "發布新版本時用滾動更新，不停機。"),
    ("集群", "叢集裡的工作節點負責跑容器。"),
    ("节点", "叢集節點掛了，Pod 會遷走。"),
    ("Pod", "The controller starts new Pods elsewhere."),
    ("taint", "Nodes carry taints that keep other workloads away."),
    ("restart", "The failing container is restarted by the kubelet."),
    ("Deployment", "A deployement keeps three replicas alive."),
    ("kubelet", "每个节点上的 kublet 负责管理容器。"),
    ("kube-apiserver", "All of them talk to the kube apiserver."),
    ("kube-apiserver", "请求先到 KubeAPIServer，再写进存储。"),
    ("kube-apiserver", "只有 API Server 能读写存储。"),
    ("ConfigMap", "配置放在 Config Map 里，挂成文件。"),
    ("namespace", "用命名空间把两个团队隔开。"),
    ("命名空间", "We split the teams by namespaces."),
    ("livenessProbe", "存活探针连续失败，容器就会被重启。"),
    ("重启", "Pod不是不能重启，只是要看策略。"),
    ("etcd", "状态不是不存储在 etcd，而是经过 API。"),
    ("etcd", "没有 etcd 就无法存储集群的状态。"),
    ("期望状态", "控制器不断对比期望状态和实际状态。"),
    ("无状态", "Deployment 适合无状态应用。"),
    ("restarted", "The container is not only restarted but also reported."),
    ("replicas: 3", "```yaml\nreplicas: 3\n```"),
    ("3 个副本", "我一般给它配三个副本。"),
    ("30 秒", "After thirty seconds it is killed."),
    ("服务发现", "CoreDNS 提供服务发线，按名字就能找到。"),
]
NOT_DESERVED = [
    ("etcd", "kubelet 并不直接访问 etcd。", "negated"),
    ("滚动更新", "裸 Pod 没有自愈、没有滚动更新。", "negated"),
    ("重启", "它不支持扩容、回滚和重启。", "negated"),
    ("ReplicaSet", "A StatefulSet does not manage ReplicaSets.", "negated"),
    ("Pod", "用 podman 跑容器，再配 PodSecurityPolicy。", "missed"),
    ("PV", "应用里只写 PVC，存储另说。", "missed"),
    ("kubelet", "The kubectl command prints what is there.", "missed"),
    ("ingress", "Egress rules limit what leaves the cluster.", "missed"),
]


def status(keyword, answer):
    rubric = compile_rubric(RubricDocument((criterion("key", keyword),)), lexicon=LEXICON)
    return score_answer(answer, rubric).criteria[0].status


@pytest.mark.parametrize(("keyword", "answer"), DESERVED)
def test_credit_is_given(keyword, answer):
    assert status(keyword, answer) == "hit"


@pytest.mark.parametrize(("keyword", "answer", "expected"), NOT_DESERVED)
def test_no_credit_is_given(keyword, answer, expected):
    assert status(keyword, answer) == expected


def test_there_are_27_and_8():
    assert (len(set(DESERVED)), len(set(NOT_DESERVED))) == (27, 8)
