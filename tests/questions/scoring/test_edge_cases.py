"""Every row of the table of edge cases in the specification of the engine, with the shipped lexicon."""

import pytest

from questions.domain.shipped import FOLDER, bank_folders
from questions.formats.lexicon_file import lexicon_beside
from questions.scoring.compile import compile_rubric
from questions.scoring.rubric import RubricDocument
from questions.scoring.score import score_answer
from tests.questions.scoring.rubrics import CLAUSE, criterion

LEXICON = lexicon_beside(next(bank_folders(FOLDER)))

CASES = {  # row: answer, term, status
    "CJK without spaces": [
        ("集群状态存储在etcd中", "etcd", "hit"),
        ("集群状态存储在etcd中", "集群状态", "hit"),
    ],
    "full width": [("ＣＮＩ插件", "CNI", "hit"), ("ＰＯＤ　ＩＰ", "Pod IP", "hit")],
    "traditional and region words": [
        ("滾動更新", "滚动更新", "hit"),
        ("叢集節點", "集群", "hit"),
        ("叢集節點", "节点", "hit"),
        ("拉取映像檔", "镜像", "hit"),
        ("內部網路", "网络", "hit"),
    ],
    "plural and inflection": [
        ("two Pods run", "Pod", "hit"),
        ("taints keep it away", "taint", "hit"),
        ("it restarted", "restart", "hit"),
        ("network policies apply", "network policy", "hit"),
    ],
    "typo, protected": [
        ("a deployement of three", "Deployment", "hit"),
        ("the kublet reports", "kubelet", "hit"),
        ("kubectl prints it", "kubelet", "missed"),
        ("kubelet runs it", "kubectl", "missed"),
        ("a table of names", "label", "missed"),
    ],
    "hyphen, space, case": [
        ("the kube apiserver", "kube-apiserver", "hit"),
        ("the KubeAPIServer", "kube-apiserver", "hit"),
        ("a Config Map", "ConfigMap", "hit"),
    ],
    "short alias": [
        ("the apiserver checks", "kube-apiserver", "hit"),
        ("the API Server checks", "kube-apiserver", "hit"),
        ("由 proxy 转发", "kube-proxy", "missed"),
    ],
    "longer identifier": [
        ("podman runs it", "Pod", "missed"),
        ("PodSecurityPolicy is gone", "Pod", "missed"),
        ("先写 PVC", "PV", "missed"),
        ("用 etcdctl 备份", "etcd", "missed"),
        ("egress rules", "ingress", "missed"),
        ("CronJob 定时跑", "Job", "missed"),
        ("无状态应用", "有状态", "missed"),
    ],
    "Chinese and English": [
        ("用命名空间隔开", "namespace", "hit"),
        ("in its own namespace", "命名空间", "hit"),
        ("存活探针失败", "livenessProbe", "hit"),
        ("the livenessProbe fails", "存活探针", "hit"),
    ],
    "negation, Chinese": [("kubelet 并不直接访问 etcd", "etcd", "negated")],
    "double negation": [
        ("不是不存储在 etcd", "etcd", "hit"),
        ("Pod不是不能重启", "重启", "hit"),
        ("没有 etcd 就无法存储", "etcd", "hit"),
    ],
    "negated list": [
        ("没有自愈、没有滚动更新", "自愈", "negated"),
        ("没有自愈、没有滚动更新", "滚动更新", "negated"),
        ("不支持 A、B 和重启", "重启", "negated"),
    ],
    "false cue": [("控制器不断对比期望状态", "期望状态", "hit"), ("无状态应用", "无状态", "hit")],
    "negation, English": [
        ("it does not manage ReplicaSets", "ReplicaSet", "negated"),
        ("it is not only restarted", "restarted", "hit"),
    ],
    "code block": [
        ("```\nreplicas: 3\n```", "replicas: 3", "hit"),
        ("replicas: 3", "replicas: 30", "missed"),
        ("`not restarted`", "restarted", "hit"),
        ("```yaml\n# no replicas: 3\n```", "replicas: 3", "hit"),
    ],
}
ROWS = [(row, *case) for row, cases in CASES.items() for case in cases]


def judge(answer, *criteria, **fields):
    return score_answer(answer, compile_rubric(RubricDocument(criteria), lexicon=LEXICON, **fields))


@pytest.mark.parametrize(("row", "answer", "term", "status"), ROWS)
def test_a_row_of_the_table(row, answer, term, status):
    assert judge(answer, criterion("key", term)).criteria[0].status == status


@pytest.mark.parametrize(("answer", "status"), [("Pod IP 不固定", "hit"), ("Pod IP 固定", "negated")])
def test_a_criterion_that_needs_not(answer, status):
    assert judge(answer, criterion("key", "固定", polarity="negate")).criteria[0].status == status


@pytest.mark.parametrize(
    ("answer", "status"), [("调度器启动容器，kubelet 选节点", "missed"), ("调度器给 Pod 选节点", "hit")]
)
def test_right_words_in_the_wrong_relation(answer, status):
    picks = criterion("key", "调度器", "选节点", window=CLAUSE, ordered=True)
    assert judge(answer, picks).criteria[0].status == status


@pytest.mark.parametrize("order", [("kubelet 选节点，交给调度器", "missed"), ("调度器选节点，交给 kubelet", "hit")])
def test_the_order_can_count(order):
    picks = criterion("key", "调度器", "选节点", ordered=True)
    assert judge(order[0], picks).criteria[0].status == order[1]


def test_a_word_list_is_capped():
    words = "etcd, kubelet, 调度器, 控制器, 节点, 集群, Pod, 容器, 镜像, 服务, 网络, 存储"
    criteria = [criterion(term, term) for term in ("etcd", "kubelet", "调度器", "控制器")]
    result = judge(words, *criteria)
    assert (result.sum, result.cap, result.points, result.flags) == (8.0, 2.0, 2.0, ("word_list",))


def test_the_question_echoed_is_void():
    stem = "请说明滚动更新的时候控制器如何保证服务不中断"
    result = judge(stem, criterion("key", "滚动更新", "控制器"), stem=stem)
    assert (result.points, result.flags) == (0.0, ("echoes_question",))


def test_the_model_answer_copied_keeps_its_score():
    model = (
        "控制器先按新模板起一个副本，等它通过就绪检查以后才把流量切过去，再停掉一个旧的副本，"
        "这样反复直到全部换完，中间任何时刻都有足够的副本在提供服务。"
    )
    result = judge(model, criterion("key", "就绪检查"), model_answers=[model])
    assert (result.points, result.flags) == (2.0, ("copies_model_answer",))
