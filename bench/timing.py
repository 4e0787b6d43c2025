"""CPU time of the engine."""

import time
from collections.abc import Callable, Mapping, Sequence

from questions.scoring.compile import CompiledRubric
from questions.scoring.score import score_answer

SECONDS = 1.5  # to measure a rate
ROUNDS = 30  # of growth

Work = Callable[[], object]


def judging(answer: str, rubric: CompiledRubric) -> Work:
    return lambda: score_answer(answer, rubric)


def seconds(work: Work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def best(work: Work) -> float:
    return min(seconds(work) for _ in range(3))


def rate(answers: Sequence[str], rubric: CompiledRubric) -> int:
    """Answers a second, after a warm-up."""
    for answer in answers[:20]:
        score_answer(answer, rubric)
    done, spent = 0, 0.0
    while spent < SECONDS:
        spent += sum(seconds(judging(answer, rubric)) for answer in answers)
        done += len(answers)
    return round(done / spent)


def p95_ms(answers: Sequence[str], rubric: CompiledRubric) -> float:
    costs = sorted(seconds(judging(answer, rubric)) for answer in answers)
    return round(costs[int(len(costs) * 0.95)] * 1000, 2)


def growth(works: Mapping[int, Work]) -> dict[int, float]:
    """Size → time as a multiple of that of the first, all of them by turns so that they share the noise."""
    least = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for size, work in works.items():
            least[size] = min(least[size], seconds(work))
    first = next(iter(least.values()))
    return {size: round(cost / first, 2) for size, cost in least.items()}
