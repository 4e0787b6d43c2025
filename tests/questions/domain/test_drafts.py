"""Draft rows and documents: the same question in two shapes."""

import pytest

from questions.domain.drafts import draft_document, store_draft
from questions.formats.files import document_sha256
from questions.formats.problems import InvalidDocument
from questions.formats.reading import read_document
from questions.models import Criterion, Question, Tag
from tests.factories import make_bank, question_data
from tests.questions.example import example

pytestmark = pytest.mark.django_db


def test_every_field_survives_the_draft_rows():
    bank = make_bank("web-basics")
    question = store_draft(bank, example(), position=3)
    draft = draft_document(Question.objects.get(pk=question.pk))
    assert draft == example()
    assert document_sha256(draft) == document_sha256(example())


def test_storing_again_replaces_steps_and_criteria():
    bank = make_bank()
    first = store_draft(bank, read_document(question_data(steps=5, tags=["a", "b"])), 1)
    second = store_draft(bank, read_document(question_data(steps=2, tags=["b", "c"])), 4)
    assert first.pk == second.pk
    assert (second.position, second.steps.count(), second.criteria.count()) == (4, 2, 2)
    assert sorted(second.tags.values_list("slug", flat=True)) == ["b", "c"]


def test_a_tag_that_nobody_named_is_called_by_its_slug():
    store_draft(make_bank(), read_document(question_data(tags=["lifecycle", "brand-new"])), 1)
    assert Tag.objects.get(slug="brand-new").title == {"en": "brand-new"}
    assert Tag.objects.get(slug="lifecycle").title["en"] == "lifecycle"


def test_rows_that_make_no_valid_document_are_refused_with_the_field():
    question = store_draft(make_bank(), read_document(question_data()), 1)
    Criterion.objects.filter(question=question, key="traffic").update(contradicts="nothing")
    with pytest.raises(InvalidDocument, match=r"rubric\.criteria\[1\]\.contradicts: there is no criterion 'nothing'"):
        draft_document(question)


def test_a_draft_takes_few_queries(django_assert_num_queries):
    store_draft(make_bank(), read_document(question_data(steps=6)), 1)
    question = Question.objects.get()
    with django_assert_num_queries(4):
        draft_document(question)


def test_two_banks_may_have_a_question_of_the_same_name():
    for slug in ("demo", "other"):
        store_draft(make_bank(slug), read_document(question_data(bank=slug)), 1)
    assert Question.objects.filter(slug="probes").count() == 2
