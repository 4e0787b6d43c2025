"""Question files whose rubric is not written yet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from questions.formats.document import QuestionDocument
from questions.formats.files import read_text
from questions.formats.problems import InvalidDocument
from questions.formats.reading import read_document
from questions.formats.yaml_text import load_yaml, with_lines

ABOUT_CRITERIA = ("rubric", "goldens", "follow_ups")
_TERM = {"name": "none", "terms": ["none"]}
_NO_RUBRIC = {"criteria": [{"key": "none", "role": "core", "points": 1, "title": {"en": "none"}, "concepts": [_TERM]}]}


def read_unscored_file(path: Path) -> QuestionDocument:
    """The question and model answer of a file; whatever it says about criteria is neither checked nor kept.

    The rubric of the document is a placeholder. Raises InvalidDocument with lines, OSError.
    """
    try:
        data, lines = load_yaml(read_text(path))
    except InvalidDocument as error:
        raise InvalidDocument(error.problems, str(path)) from error
    try:
        return read_document(_without_criteria(data))
    except InvalidDocument as error:
        raise InvalidDocument(with_lines(error.problems, lines), str(path)) from error


def _without_criteria(data: Any) -> Any:
    if not isinstance(data, Mapping):
        return data
    return {name: value for name, value in data.items() if name not in ABOUT_CRITERIA} | {"rubric": _NO_RUBRIC}
