"""Golden answers as an author edits them: the list in YAML."""

from dataclasses import replace
from typing import Any

from questions.formats.problems import InvalidDocument, Problem
from questions.formats.writing import data_yaml, in_order
from questions.formats.yaml_text import load_yaml, with_lines


def parse_goldens(text: str) -> Any:
    """What the YAML holds, right or wrong. Raises InvalidDocument, with lines, for what is no YAML."""
    data, _lines = load_yaml(text)
    return [] if data is None else data


def write_goldens(goldens: Any) -> str:
    return data_yaml(in_order(goldens, "kind", "text", "expect", "score")) if goldens else ""


def with_golden_lines(problems: list[Problem], text: str) -> list[Problem]:
    """Problems whose path begins with the index of a golden, each with its line in `text`."""
    try:
        _data, lines = load_yaml(text)
    except InvalidDocument:
        return [replace(problem, line=0) for problem in problems]
    return with_lines(problems, lines)
