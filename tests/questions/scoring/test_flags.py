"""What is odd about an answer as a whole, and what follows from it."""

import pytest

from questions.scoring.compile import CompiledRubric, compile_rubric
from questions.scoring.flags import is_dont_know, is_word_list
from questions.scoring.rubric import RubricDocument
from questions.scoring.score import score_answer
from questions.scoring.words import squeeze
from tests.questions.scoring.rubrics import criterion

STEM = "Kubernetes 的健康检查探针有哪几种，各自没通过时会怎样？\nWhich kinds of health probe does Kubernetes have?"
MODEL_ZH = (
    "存活探针连续失败时由 kubelet 杀掉容器再按重启策略拉起；就绪探针失败只把流量摘掉，"
    "容器并不重启，恢复后会自动加回来，这就是两者的区别。"
)
MODEL_EN = (
    "A failing liveness probe makes the kubelet kill the container and restart it by policy. A failing readiness probe "
    "only takes the Pod out of the endpoints, nothing restarts, and it comes back by itself once it is ready again."
)


@pytest.fixture(scope="module")
def rubric() -> CompiledRubric:
    names = ("存活", "就绪", "重启", "流量", "探针")
    criteria = tuple(criterion(f"c{number}", name, points=2) for number, name in enumerate(names))
    return compile_rubric(RubricDocument(criteria), stem=STEM, model_answers=(MODEL_ZH, MODEL_EN))


@pytest.mark.parametrize(
    "answer",
    [
        "存活、就绪、重启、流量、kubelet、exec、httpGet、tcpSocket、grpc、阈值、间隔、超时",
        "存活 就绪 重启 流量 kubelet exec httpGet tcpSocket grpc periodSeconds failureThreshold initialDelaySeconds",
        "存活,就绪,重启,流量,摘除,端点,命令,端口,阈值,周期,超时,默认",
        "liveness, readiness, startup, exec, httpGet, tcpSocket, grpc, kubelet, restart, endpoints, threshold, period",
        "liveness readiness startup exec httpGet tcpSocket grpc kubelet restart endpoints threshold period timeout",
    ],
)
def test_a_bare_list_is_told(answer):
    assert is_word_list(squeeze(answer), criteria_hit=3)


@pytest.mark.parametrize(
    "answer",
    [
        MODEL_ZH,
        MODEL_EN,
        "有三种：存活、就绪和启动。存活失败了就重启容器，就绪失败只是不给流量，启动探针是给启动慢的程序用的。",
        "The kubelet restarts a container when its liveness probe fails, and it takes the Pod out when readiness does.",
        "ClusterIP 只能在集群里面访问，NodePort 在每个节点上开一个端口，LoadBalancer 要云厂商支持。",
    ],
)
def test_sentences_are_no_list(answer):
    assert not is_word_list(squeeze(answer), criteria_hit=9)


def test_two_names_are_no_list():
    assert not is_word_list(squeeze("存活、就绪、重启、流量、kubelet、exec、httpGet、tcpSocket、grpc"), criteria_hit=2)


def test_a_list_is_capped(rubric):
    result = score_answer("存活、就绪、重启、流量、探针、kubelet、exec、httpGet、tcpSocket、grpc、阈值、间隔", rubric)
    assert (result.flags, result.sum, result.cap, result.points) == (("word_list",), 8.0, 2.5, 2.5)


@pytest.mark.parametrize(
    ("answer", "flags", "points"),
    [
        (STEM, ("echoes_question",), 0.0),
        ("Kubernetes 的健康检查探针有哪几种，各自没通过时会怎样？我觉得存活失败会重启。", ("echoes_question",), 4.0),
        ("健康检查有存活的。", (), 2.0),
        (MODEL_ZH, ("copies_model_answer",), 8.0),
        (MODEL_EN, ("copies_model_answer",), 0.0),
        (MODEL_ZH[:20], (), 2.0),
        ("不知道", ("dont_know",), 0.0),
        ("这个周末我打算去郊外的湖边钓鱼，然后回家做一顿好吃的晚饭。", ("off_topic",), 0.0),
        ("", (), 0.0),
    ],
)
def test_flags_are_named(rubric, answer, flags, points):
    result = score_answer(answer, rubric)
    assert (result.flags, result.points) == (flags, points)


@pytest.mark.parametrize(
    "answer",
    [
        "不知道",
        "我不知道。",
        "呃……这个我真的不太清楚",
        "没用过",
        "忘了，想不起来",
        "不会，跳过",
        "I don't know",
        "I really don’t know!",
        "Sorry, no idea.",
        "idk",
        "pass",
        "Not sure",
        "I have no idea",
    ],
)
def test_not_knowing_is_told(answer):
    assert is_dont_know(squeeze(answer), points=0.0)


@pytest.mark.parametrize(
    "answer",
    [
        "容器会重启",
        "It restarts the container",
        "",
        "我不知道具体参数，但是存活探针失败的话容器会被 kubelet 杀掉，然后按重启策略重新拉起来",
    ],
)
def test_an_attempt_is_not(answer):
    assert not is_dont_know(squeeze(answer), points=0.0)
