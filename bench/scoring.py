"""How fast the engine judges: answers of 150 words by 10 criteria × 5 terms, and how time grows with length and terms.

With the shipped lexicon, so that other forms, slips and longer forms cost what they cost on the site.
"""

import random
from typing import Any

from bench import shipped
from bench.timing import best, growth, judging, p95_ms, rate
from questions.scoring.compile import CompiledRubric, compile_rubric
from questions.scoring.rubric import Concept, Criterion, RubricDocument, Window

LENGTHS = (500, 1_000, 2_000, 4_000, 8_000, 16_000)  # characters
CRITERIA = (5, 10, 20, 40, 80)  # of 5 terms
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
    rubric, text = _rubric(10, 5), " ".join(english)
    return {
        "answers_per_second_en_150_words": rate(english, rubric),
        "answers_per_second_zh_300_characters": rate(chinese, rubric),
        "p95_ms_4000_characters_30_criteria": p95_ms([(answer * 6)[:4000] for answer in english], _rubric(30, 5)),
        "growth_by_characters": growth({size: judging(text[:size], rubric) for size in LENGTHS}),
        "growth_by_terms": growth({size * 5: judging(text[:4000], _rubric(size, 5)) for size in CRITERIA}),
        "compile_ms_50_terms": round(best(lambda: _rubric(10, 5)) * 1000, 1),
        "compile_ms_slowest_shipped": shipped.slowest_compile_ms(),
        "kb_of_a_shipped_rubric": shipped.sizes(),
        "slowest_20000_characters": shipped.slowest(),
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
        lexicon=shipped.shipped_lexicon(),
    )


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
