"""`manage.py score_drafted`: JSON lines in, scores out, without a database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[3]
ASKED = {"question": "What is DNS?", "reference_answer": "It translates names into addresses.", "answer": "names"}


def test_each_line_gives_its_score_without_a_database():
    other = {**ASKED, "answer": "It translates names into addresses.", "more_references": None}
    third = {**ASKED, "reference_answer": "unlike", "more_references": ["names"]}
    lines = "\n".join(json.dumps(asked) for asked in (ASKED, other, third))
    done = subprocess.run(
        [sys.executable, "manage.py", "score_drafted", "-"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere", "SECRET_KEY": "only-for-tests"},
        input=f"{lines}\n\n".encode(),
        capture_output=True,
        check=False,
    )
    scores = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr, [list(score) for score in scores]) == (0, b"", [["score"]] * 3)
    assert 0 < scores[0]["score"] < scores[1]["score"] == scores[2]["score"] == 1


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'"text"',
        b"{}",
        json.dumps({**ASKED, "answer": None}).encode(),
        json.dumps({**ASKED, "more_references": [5]}).encode(),
        json.dumps({**ASKED, "more_references": 5}).encode(),
    ],
)
def test_a_broken_line_is_named_with_its_number(line, tmp_path):
    file = tmp_path / "answers.jsonl"
    file.write_bytes(json.dumps(ASKED).encode() + b"\n" + line)
    with pytest.raises(CommandError, match=r"line 2: must be "):
        call_command("score_drafted", str(file))
