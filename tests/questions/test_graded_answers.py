"""Agreement with the project's own graded answers, written and graded by hand.

The rubrics were improved with most of them in view: this guards what was reached, it does not foretell other answers.
"""

import json
from pathlib import Path
from typing import Any

from django.conf import settings

from questions.agreement.judging import judge_line
from questions.agreement.report import agreement
from questions.domain.shipped import FOLDER

LINES = [
    json.loads(line)
    for file in sorted(Path(settings.BASE_DIR, "tests/graded").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


def report(lines: list[dict[str, Any]]) -> dict[str, Any]:
    return agreement([judge_line(line, FOLDER) for line in lines])


def test_scores_agree_with_grades() -> None:
    found = report(LINES)
    assert found["n"] > 400
    assert (found["pearson"] >= 0.85, found["mae"] <= 0.12) == (True, True), found


def test_fluent_misconceptions_earn_little() -> None:
    wrong = [line for line in LINES if "misconception" in line["kind"]]
    assert len(wrong) > 100
    assert sum(judge_line(line, FOLDER).score for line in wrong) / len(wrong) < 0.10
