"""The data of a draft: what the document would be, also when it is none, and what changed in it."""

import pytest

from questions.domain.comparing import DiffLine, difference, draft_yaml
from questions.domain.draft_data import draft_data, stored_draft
from questions.domain.drafts import problems_of, store_draft
from questions.formats.reading import read_document
from questions.formats.writing import document_data, document_yaml
from questions.models import Question
from tests.factories import make_bank, make_question, question_data
from tests.questions.example import example

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("document", [example(), read_document(question_data())], ids=["every field", "few fields"])
def test_data_and_text_of_a_draft_are_those_of_its_document(document):
    question = store_draft(make_bank(document.bank), document, 1)
    draft = stored_draft(Question.objects.get(pk=question.pk))
    assert draft_data(draft) == document_data(document)
    assert sorted(draft_yaml(draft).splitlines()) == sorted(document_yaml(document).splitlines())


def test_an_unfinished_draft_still_has_data_and_text():
    question = make_question()
    question.steps.all().delete()
    question.title = {}
    question.follow_ups = [{"for": "", "text": {}}]
    draft = stored_draft(question)
    assert [problem.field for problem in problems_of(draft_data(draft))] == [
        "title",
        "steps",
        "follow_ups[0].for",
        "follow_ups[0].text",
    ]
    assert {"title: {}", "steps: []", "- for: ''"} <= set(draft_yaml(draft).splitlines())


def test_a_difference_shows_what_changed_with_its_surroundings():
    old = "\n".join("abcdefghijklmnop")
    new = old.replace("b", "B").replace("o", "")
    same = [DiffLine("same", letter) for letter in "cde"]
    assert difference(old, new) == [
        DiffLine("same", "a"),
        DiffLine("removed", "b"),
        DiffLine("added", "B"),
        *same,
        DiffLine("gap"),
        *[DiffLine("same", letter) for letter in "lmn"],
        DiffLine("removed", "o"),
        DiffLine("added", ""),
        DiffLine("same", "p"),
    ]
    assert difference(old, old) == []


def test_lines_that_begin_with_signs_are_not_mistaken():
    assert difference("- x", "- x\n+ y\n@@ z") == [
        DiffLine("same", "- x"),
        DiffLine("added", "+ y"),
        DiffLine("added", "@@ z"),
    ]
