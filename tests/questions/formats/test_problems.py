"""Everything that can be wrong with a file, each with its line, its field and how to mend it."""

import time

import pytest

from questions.formats.files import read_yaml_document
from questions.formats.problems import InvalidDocument
from tests.questions.example import TEXT
from tests.questions.formats.problem_cases import BETWEEN_FIELDS, FIELDS, MARK, WHOLE_FILES


def problems(text):
    with pytest.raises(InvalidDocument) as caught:
        read_yaml_document(text)
    return [(problem.line, problem.field, problem.text) for problem in caught.value.problems]


def changed(old, new):
    assert TEXT.count(old) >= 1, "the example has changed"
    return TEXT.replace(old, new, 1)


@pytest.mark.parametrize("case", [*FIELDS, *BETWEEN_FIELDS], ids=lambda case: f"{case[2]} {case[1][:40]}")
def test_a_problem_names_line_field_and_reason(case):
    old, new, field, said, count = (*case, 1)[:5]
    line = TEXT[: TEXT.index(old)].count("\n") + 1 + new.partition(MARK)[0].count("\n") * (MARK in new)
    found = problems(changed(old, new))
    assert found[0] == (line, field, said)
    assert len(found) == count


@pytest.mark.parametrize(
    ("text", "line", "said"), [row[:3] for row in WHOLE_FILES], ids=[row[3] for row in WHOLE_FILES]
)
def test_a_file_that_is_no_document_is_refused(text, line, said):
    started = time.process_time()
    ((at, field, reason),) = problems(text)
    assert (at, field) == (line, "")
    assert reason.startswith(said)
    assert time.process_time() - started < 2


def test_several_problems_come_at_once_in_the_order_of_the_file():
    text = changed("status: ready", "status: redy").replace("minutes: 4", "minutes: four")
    text = text.replace("role: bonus", "role: extra").replace("points: 2", "points: -2", 1)
    assert [(line, field) for line, field, _ in problems(text)] == [
        (3, "status"),
        (5, "minutes"),
        (35, "rubric.criteria[0].points"),
        (64, "rubric.criteria[3].role"),
    ]


def test_problems_read_as_lines():
    with pytest.raises(InvalidDocument) as caught:
        read_yaml_document(changed("difficulty: 2", "difficulty: 9").replace("minutes: 4", "minutes: 0"))
    assert str(caught.value) == (
        "line 4, difficulty: must be a whole number from 1 to 5\nline 5, minutes: must be a whole number from 1 to 240"
    )


def test_missing_fields_are_named_all():
    fields = [field for _, field, _ in problems("slug: x")]
    assert fields == [
        *("bank", "status", "difficulty", "minutes", "title", "steps", "rubric", "rubric.criteria"),
    ]
