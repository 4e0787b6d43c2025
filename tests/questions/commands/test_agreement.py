"""`manage.py agreement`: graded answers in, a report out."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.questions.banks import write_bank

RUBRIC = {"slug": "probes", "answer": "it will restart", "grade": 0.5, "kind": "half"}
REFERENCE = {"question": "What?", "reference_answer": "a restart", "answer": "a restart", "score": 1}


@pytest.fixture
def bank(tmp_path):
    return write_bank(tmp_path / "demo", "probes")


def run(bank, *lines, **options):
    file = bank / "graded.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    out = StringIO()
    call_command("agreement", str(file), bank=bank, stdout=out, **options)
    return json.loads(out.getvalue())


def test_rubrics_and_reference_answers_are_judged(bank):
    report = run(bank, RUBRIC, REFERENCE, {**RUBRIC, "answer": "nothing", "grade": 0.25})
    assert (report["n"], report["mae"]) == (3, 0.083)
    assert [(one["score"], one["why"]) for one in report["worst"]] == [(0.0, ""), (0.5, "restart hit"), (1.0, "")]
    assert report["kinds"] == {"half": {"n": 2, "grade": 0.375, "score": 0.25}}


def test_a_picture_is_written(bank):
    run(bank, RUBRIC, picture=bank / "dots.svg")
    assert (bank / "dots.svg").read_text(encoding="utf-8").count("<circle ") == 1


@pytest.mark.parametrize(
    "broken",
    [
        {},
        [],
        {**RUBRIC, "grade": 2},
        {**RUBRIC, "grade": "much"},
        {**RUBRIC, "answer": None},
        {**RUBRIC, "slug": "nothing"},
        {"answer": "x", "grade": 1},
    ],
)
def test_a_broken_line_is_named_with_its_number(bank, broken):
    with pytest.raises(CommandError, match=r"line 2: must be "):
        run(bank, RUBRIC, broken)


def test_what_cannot_be_done_is_said(bank):
    with pytest.raises(CommandError, match="there are no graded answers"):
        run(bank)
    with pytest.raises(CommandError, match="no such"):
        run(bank, RUBRIC, picture=bank / "no such" / "dots.svg")
