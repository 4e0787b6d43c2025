"""`manage.py score_answers`: JSON lines in, JSON lines out, without a database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from questions.formats.document import canonical_json
from questions.scoring.score import score_answer
from tests.questions.example import TEXT, example_rubric

ROOT = Path(__file__).resolve().parents[3]
ANSWER = "先查缓存。\r\n再问递归解析器"
BANK = "slug: web-basics\ntitle: {en: Web}\npublic: true\norder: [dns-lookup]\n"


@pytest.fixture
def bank(tmp_path):
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "bank.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "web" / "dns-lookup.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(bank, content, seed="0"):
    """Exit code, lines written and what was said; the database named in the environment does not exist."""
    done = subprocess.run(
        [sys.executable, "manage.py", "score_answers", str(file_of(bank, content)), f"--bank={bank}"],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "VIVA", "PYTEST"))},
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere",
            "SECRET_KEY": "only-for-tests",
            "PYTHONHASHSEED": seed,
        },
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.splitlines(), done.stderr.decode()


def error_of(bank, file):
    with pytest.raises(CommandError) as caught:
        call_command("score_answers", str(file), bank=bank)
    return str(caught.value)


def file_of(bank, content):
    path = bank / "answers.jsonl"
    path.write_bytes(content)
    return path


def line(slug="dns-lookup", answer=ANSWER):
    return json.dumps({"slug": slug, "answer": answer}).encode() + b"\n"


def test_each_answer_gives_one_line_in_order(bank):
    code, lines, said = run(bank, line() + b"\n" + line(answer="") + line(answer="浏览器内置地址"))
    assert (code, said) == (0, "")
    answers = [ANSWER.replace("\r\n", "\n"), "", "浏览器内置地址"]
    assert lines == [
        canonical_json({"slug": "dns-lookup", **score_answer(answer, example_rubric()).data()}) for answer in answers
    ]


def test_a_line_has_this_shape(bank):
    result = json.loads(run(bank, line())[1][0])
    assert {name: type(value) for name, value in result.items()} == {
        "slug": str,
        "engine": str,
        "rubric": str,
        "lexicon": int,
        "points": float,
        "max_points": int,
        "score": float,
        "sum": float,
        "deductions": float,
        "cap": type(None),
        "flags": list,
        "criteria": list,
    }
    assert (result["points"], result["score"]) == (3.5, 0.583)
    assert [criterion["key"] for criterion in result["criteria"]] == [
        *("cache", "recursive", "not-in-order", "port", "browser-knows"),
    ]


def test_the_same_file_gives_the_same_bytes(bank):
    assert run(bank, line() * 3, seed="1") == run(bank, line() * 3, seed="2")


def test_a_lone_surrogate_is_scored(bank):
    code, lines, _ = run(bank, b'{"slug": "dns-lookup", "answer": "\\ud800 \\u7f13\\u5b58"}\n')
    assert (code, json.loads(lines[0])["criteria"][0]["status"]) == (0, "hit")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (line("nothing"), "line 2: there is no question 'nothing'"),
        (line("bank"), "line 2: there is no question 'bank'"),
        (line("../web/dns-lookup"), "line 2: there is no question '../web/dns-lookup'"),
        (line("x" * 5_000), "line 2: there is no question 'xxx"),
        (line("a\x00b"), "line 2: there is no question 'a"),
        (b"{\n", "line 2: must be "),
        (b"[1, 2]\n", "line 2: must be "),
        (b'"text"\n', "line 2: must be "),
        (b"null\n", "line 2: must be "),
        (b'{"slug": "dns-lookup"}\n', "line 2: must be "),
        (b'{"slug": "dns-lookup", "answer": 5}\n', "line 2: must be "),
        (b'{"slug": null, "answer": ""}\n', "line 2: must be "),
        (b"[" * 200_000 + b"\n", "line 2: must be "),
        (b"9" * 5_000 + b"\n", "line 2: must be "),
        (b'{"slug": "dns-lookup", "answer": "\xff"}\n', "answers.jsonl: 'utf-8' codec can't decode"),
    ],
)  # fmt: skip
def test_a_broken_line_is_named_with_its_number(bank, broken, said):
    assert said in error_of(bank, file_of(bank, line() + broken))


def test_a_file_that_is_not_there_is_named(bank):
    assert error_of(bank, bank / "no.jsonl").startswith(f"{bank}/no.jsonl: ")


def test_a_broken_question_file_is_named_with_line_and_field(bank):
    path = bank / "web" / "dns-lookup.yaml"
    path.write_text(TEXT.replace("minutes: 4", "minutes: 0"), encoding="utf-8")
    said = f"{path}: line 5, minutes: must be a whole number from 1 to 240"
    assert error_of(bank, file_of(bank, line())) == said


def test_an_error_ends_with_code_1_and_without_a_traceback(bank):
    code, _, said = run(bank, line("nothing"))
    assert (code, said) == (1, "CommandError: line 1: there is no question 'nothing'\n")
