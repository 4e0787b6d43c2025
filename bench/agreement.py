"""`make agreement SHARED=folder`: agreement with every file of graded answers in a folder, one line of JSON each."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from questions.agreement.judging import judge_line
from questions.agreement.report import agreement
from questions.domain.shipped import FOLDER, shipped_rubric

FILES = ("graded_answers*.jsonl", "asag/*.jsonl", "graded/*.jsonl")
_FACTS = re.compile(r"^## Q(\d+).*?\nslug `([^`]+)`", re.MULTILINE)


def main(shared: Path) -> None:
    slugs = _slugs(shared / "seeds" / "FACTS.md")
    for file in sorted(file for pattern in FILES for file in shared.glob(pattern)):
        lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        judged = [judge_line(line, FOLDER) for line in (_with_slug(line, slugs) for line in lines) if _is_shipped(line)]
        if judged:
            report = agreement(judged)
            report.pop("worst")
            print(json.dumps({"file": file.name, **report}, ensure_ascii=False), flush=True)


def _slugs(facts: Path) -> dict[int, str]:
    """Number → slug of the questions."""
    text = facts.read_text("utf-8") if facts.exists() else ""
    return {int(number): slug for number, slug in _FACTS.findall(text)}


def _with_slug(line: dict[str, Any], slugs: dict[int, str]) -> dict[str, Any]:
    return {**line, "slug": slugs.get(line["q"], "")} if "q" in line and "slug" not in line else line


def _is_shipped(line: dict[str, Any]) -> bool:
    return "slug" not in line or shipped_rubric(FOLDER, line["slug"]) is not None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
