"""Problems of a document → the form fields that they are about, and the line where a field has lines."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms import BaseForm, BoundField

from questions.admin.fields import GoldensField, LinesField
from questions.admin.rows import RowFormSet
from questions.admin.sayings import at_line, said_here
from questions.formats.golden_text import with_golden_lines
from questions.formats.lines import line_of
from questions.formats.problems import Path, Problem
from questions.languages import CHINESE, ENGLISH

NAMED_OTHERWISE: dict[Path, str] = {
    ("mode", "at_least"): "at_least",
    ("window", "tokens"): "window_size",
    ("window", "sentences"): "window_size",
}
LANGUAGE_NAMES: dict[str | int, str] = {CHINESE: "中文", ENGLISH: "English"}


def show_problems(problems: Iterable[Problem], form: BaseForm, formsets: Mapping[str, RowFormSet]) -> None:
    """Put each text into the list `problems` of a bound field, a row's form, a formset, or the whole form.

    Bound fields with lines get the numbers of the wrong ones as `wrong_lines`.
    """
    for problem in problems:
        place, path = _place(problem.path, form, formsets)
        name = NAMED_OTHERWISE.get(path[:2]) or (str(path[0]) if path else "")
        if isinstance(place, BaseForm) and name in place.errors:
            continue  # what could not be stored is said already
        if isinstance(place, BaseForm) and name in place.fields:
            _append(place[name], "problems", _said(problem, place[name], path))
            _append(place, "wrong_fields", name)
        else:
            _append(place, "problems", said_here(problem.text))


def _place(path: Path, form: BaseForm, formsets: Mapping[str, RowFormSet]) -> tuple[Any, Path]:
    """The form or formset that a path leads into, and the rest of the path."""
    path = path[1:] if path[:1] == ("rubric",) else path
    formset = formsets.get(str(path[0])) if path else None
    if formset is None:
        return form, path
    if len(path) > 1 and isinstance(path[1], int) and path[1] < len(formset.kept):
        return formset.kept[path[1]], path[2:]
    return formset, path[1:]


def _said(problem: Problem, bound: BoundField, path: Path) -> str:
    """The text, after “Line 2:” or the language of the box where that is known."""
    text = said_here(problem.text)
    if line := _line(bound, path):
        _append(bound, "wrong_lines", line)
        return at_line(line, text)
    language = LANGUAGE_NAMES.get(path[1]) if len(path) == 2 else None
    return f"{language}: {text}" if language else text


def _line(bound: BoundField, path: Path) -> int:
    if not isinstance(bound.field, LinesField) or len(path) < 2 or not isinstance(path[1], int):
        return 0
    text = str(bound.value() or "")
    if isinstance(bound.field, GoldensField):
        return with_golden_lines([Problem(path[1:], "")], text)[0].line
    return line_of(text, path[1])


def _append(place: Any, name: str, value: Any) -> None:
    setattr(place, name, [*getattr(place, name, []), value])
