"""What the pages cost: as many queries for many rows as for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from questions.domain.drafts import store_draft
from questions.formats.reading import read_document
from questions.models import Question, Version
from tests.factories import criterion_data, question_data
from tests.questions.admin.pages import address, form_of


def queries(browser, path, data=None):
    with CaptureQueriesContext(connection) as counted:
        response = browser.post(path, data) if data else browser.get(path)
    assert response.status_code == (302 if data else 200)
    return len(counted)


def with_criteria(question, count):
    rows = [criterion_data(f"c-{n}", concepts=[{"name": "x", "terms": [f"t{n}"]}]) for n in range(count)]
    store_draft(question.bank, read_document(question_data(rubric={"criteria": rows})), 1)


def make_many(question, upto):
    """Rows that the list shows, each with a published version."""
    first = question.versions.get()
    numbers = range(Question.objects.count(), upto)
    copies = [Question(bank=question.bank, slug=f"q-{n}", position=n, title=question.title) for n in numbers]
    Question.objects.bulk_create(copies)
    columns = ("document", "sha256", "title", "difficulty", "minutes", "max_points")
    values = {name: getattr(first, name) for name in columns}
    versions = Version.objects.bulk_create(Version(question=row, number=1, **values) for row in copies)
    for row, version in zip(copies, versions, strict=True):
        row.current = version
    Question.objects.bulk_update(copies, ["current"])


@pytest.mark.parametrize("name", ["questions_question", "questions_version"])
def test_a_list_costs_the_same_at_10_and_1000_rows(name, writer, question):
    path = reverse(f"admin:{name}_changelist")
    counts = []
    for rows in (10, 1000):
        make_many(question, rows)
        counts.append(queries(writer, path))
    assert counts[0] == counts[1]


def test_a_draft_costs_the_same_with_3_and_30_criteria(writer, question):
    shown, saved = [], []
    for criteria in (3, 30):
        with_criteria(question, criteria)
        shown.append(queries(writer, address("change", question)))
        form = form_of(writer, question)
        saved.append(queries(writer, address("change", question), {**form, "_continue": "1"}))
    assert shown[0] == shown[1]
    assert saved[0] == saved[1]


def test_the_page_to_publish_costs_the_same_with_3_and_30_criteria(writer, question):
    counts = []
    for criteria in (3, 30):
        with_criteria(question, criteria)
        counts.append(queries(writer, address("publish", question)))
    assert counts[0] == counts[1]
