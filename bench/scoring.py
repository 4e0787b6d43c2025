"""How fast the engine judges: 10 criteria × 5 terms, answers of 150 words, and how time grows with length and terms.

With the shipped lexicon, so that other forms, slips and longer forms cost what they cost on the site.
"""

import random
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from questions.domain.shipped import FOLDER
from questions.formats.lexicon_file import LEXICON_FILE, read_lexicon_file
from questions.scoring.compile import CompiledRubric, compile_rubric
from questions.scoring.lexicon import Lexicon
from questions.scoring.rubric import Concept, Criterion, RubricDocument, Window
from questions.scoring.score import score_answer

SECONDS = 1.5
TERMS = (
    "liveness probe|kubelet|restart*|EndpointSlice|readiness|traffic|startup probe|"
    "failureThreshold|periodSeconds|httpGet|tcpSocket|exec|grpc|container runtime|etcd|"
    "apiserver|scheduler|nodeSelector|taint|toleration|ReplicaSet|rollout|ConfigMap|Secret|"
    "volume claim|StorageClass|ingress controller|load balanc*|cluster IP|node port|CNAME|"
    "headless|namespace|quota|priority|evict*|drain|cordon|certificate|webhook|存活探针|重启容器|就绪|流量|"
    "启动慢|调度|镜像|滚动更新|副本|服务发现"
).split("|")
FILLER = (
    "when the that a of and it is to for on by with from as at which will if then so we can also every "
    "one two after before usually because until again only still how what this there they our its into "
    "each other way thing time"
).split()


def measure() -> dict[str, Any]:
    english, chinese = _answers(random.Random(1)), _chinese_answers(random.Random(2))  # noqa: S311 - reproducible
    rubric = _rubric(10, 5)
    return {
        "answers_per_second_en_150_words": round(_rate(english, rubric)),
        "answers_per_second_zh_300_characters": round(_rate(chinese, rubric)),
        "p95_ms_4000_characters_30_criteria": _p95([a * 6 for a in english], _rubric(30, 5)),
        "growth_length_8x": round(_cost([a * 8 for a in english], rubric) / _cost(english, rubric), 2),
        "growth_terms_4x": round(_cost(english, _rubric(40, 5)) / _cost(english, rubric), 2),
        "compile_ms": round(_seconds(lambda: _rubric(10, 5)) * 1000, 2),
    }


def _rubric(criteria: int, terms: int) -> CompiledRubric:
    rng = random.Random(3)  # noqa: S311
    pool = [f"{term} {n}" if n else term for n in range(8) for term in rng.sample(TERMS, len(TERMS))]
    return compile_rubric(
        RubricDocument(
            tuple(
                Criterion(
                    key=f"c{index}",
                    role="core",
                    points=2,
                    title={"en": "title"},
                    concepts=(
                        Concept("what", tuple(pool[index * terms : index * terms + terms - 2])),
                        Concept("relation", tuple(pool[index * terms + terms - 2 : (index + 1) * terms])),
                    ),
                    partial=True,
                    window=Window("sentences", 2),
                )
                for index in range(criteria)
            )
        ),
        lexicon=_lexicon(),
    )


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return read_lexicon_file(FOLDER / LEXICON_FILE)


def _answers(rng: random.Random) -> list[str]:
    """150 words in 10 sentences; about one word in eight is a term, as in real answers."""
    latin = [term.rstrip("*") for term in TERMS if term.isascii()]
    return [
        " ".join(" ".join(_word(rng, latin) for _ in range(15)).capitalize() + "." for _ in range(10))
        for _ in range(100)
    ]


def _word(rng: random.Random, terms: list[str]) -> str:
    return rng.choice(terms) if rng.random() < 0.12 else rng.choice(FILLER)


def _chinese_answers(rng: random.Random) -> list[str]:
    pieces = [
        "存活探针失败",
        "就会重启容器",
        "就绪没过",
        "流量不进来",
        "这个我们一般",
        "看情况来定",
        "然后再",
        "由控制器",
        "滚动更新",
        "一个一个替换",
    ]
    return ["".join(rng.choice(pieces) + rng.choice("，。、") for _ in range(50)) for _ in range(100)]


def _rate(answers: list[str], rubric: CompiledRubric) -> float:
    return 1 / _cost(answers, rubric)


def _cost(answers: list[str], rubric: CompiledRubric) -> float:
    """CPU seconds an answer, after a warm-up."""
    for answer in answers[:20]:
        score_answer(answer, rubric)
    done, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for answer in answers:
            score_answer(answer, rubric)
        done += len(answers)
    return (time.process_time() - start) / done


def _p95(answers: list[str], rubric: CompiledRubric) -> float:
    costs = sorted(_seconds(lambda answer=answer: score_answer(answer[:4000], rubric)) for answer in answers)
    return round(costs[int(len(costs) * 0.95)] * 1000, 2)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
