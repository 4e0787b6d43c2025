"""One whole result, and that it is the same bytes everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from questions.formats.bank_checks import golden_problems
from questions.formats.document import canonical_json
from questions.formats.files import document_sha256
from questions.scoring import ENGINE_VERSION
from questions.scoring.score import score_answer
from tests.questions.example import example, example_rubric

ROOT = Path(__file__).resolve().parents[3]
ANSWER = "浏览器先看<b>緩存</b>，没有ＴＴＬ。\n再问 recursive resolvers！走５３端口。"


def test_a_whole_result():
    assert score_answer(ANSWER, example_rubric()).data() == {
        "engine": ENGINE_VERSION,
        "rubric": f"sha256:{document_sha256(example())}",
        "lexicon": 0,
        "points": 4.5,
        "max_points": 6,
        "score": 0.75,
        "sum": 4.5,
        "deductions": 0.0,
        "cap": None,
        "flags": [],
        "criteria": [
            {
                "key": "cache",
                "status": "hit",
                "points": 2.0,
                "of": 2,
                "reason": "found",
                "evidence": [evidence(8, 10, [0, 10], "cache", "缓存")],
            },
            {
                "key": "recursive",
                "status": "partial",
                "points": 1.5,
                "of": 3,
                "reason": "one_of_two",
                "evidence": [evidence(25, 44, [22, 44], "resolver", "recursive resolver*", "prefix")],
            },
            missed("not-in-order", 2),
            {
                "key": "port",
                "status": "hit",
                "points": 2.0,
                "of": 2,
                "reason": "found",
                "evidence": [evidence(46, 48, [45, 50], "port", "53")],
            },
            missed("browser-knows", 0),
        ],
    }


def test_a_whole_result_of_a_misconception():
    result = score_answer("浏览器内置了地址，递归解析器问根", example_rubric()).data()
    assert {name: result[name] for name in ("points", "sum", "deductions", "cap", "score")} == {
        "points": 0.0,
        "sum": 0.0,
        "deductions": 1.0,
        "cap": None,
        "score": 0.0,
    }
    assert result["criteria"][1] == {**missed("recursive", 3), "status": "contradicted", "reason": "contradicted"}
    assert result["criteria"][4] == {
        "key": "browser-knows",
        "status": "hit",
        "points": -1.0,
        "of": 0,
        "reason": "found",
        "evidence": [evidence(0, 3, [0, 8], "browser", "浏览器"), evidence(3, 5, [0, 8], "all", "内置")],
    }


def test_the_goldens_of_the_example_are_green():
    assert list(golden_problems(example())) == []


def test_the_same_input_gives_the_same_bytes():
    first, second = (canonical_json(score_answer(ANSWER, example_rubric()).data()) for _ in range(2))
    assert first == second
    assert json.loads(first) == score_answer(ANSWER, example_rubric()).data()


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(seed):
    script = (
        "import sys\n"
        "from questions.formats.document import canonical_json\n"
        "from questions.scoring.score import score_answer\n"
        "from tests.questions.example import example_rubric\n"
        "sys.stdout.buffer.write(canonical_json(score_answer(sys.argv[1], example_rubric()).data()))"
    )
    there = subprocess.run(
        [sys.executable, "-c", script, ANSWER],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert there.stdout == canonical_json(score_answer(ANSWER, example_rubric()).data())


def evidence(start, end, clause, concept, term, how="exact"):
    return {"start": start, "end": end, "clause": clause, "concept": concept, "term": term, "how": how}


def missed(key, of):
    return {"key": key, "status": "missed", "points": 0.0, "of": of, "reason": "not_found", "evidence": []}
