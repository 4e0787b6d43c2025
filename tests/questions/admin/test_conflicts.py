"""Two authors on one question: nothing is overwritten unseen, and nothing typed is lost."""

import pytest
from django.test import Client

from questions.domain.drafts import store_draft
from questions.formats.reading import read_document
from questions.models import Question
from tests.factories import question_data
from tests.questions.admin.pages import address, fields_of, form_of, member, save
from tests.questions.domain.test_publishing import run_together

TYPED = {"body_en": "Mine.", "criteria-0-concepts": "mine: kill"}


@pytest.fixture
def second(writer, owner, question):
    """The page of a second author, opened before the first has saved; gives what they would post."""
    form = form_of(owner, question)
    save(writer, question, **{"body_en": "Theirs.", "steps-2-DELETE": "on"})
    return {**form, **TYPED, "_continue": "1"}


def test_the_second_sees_what_they_would_change_and_keeps_their_text(owner, question, second):
    response = owner.post(address("change", question), second)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else has saved this question" in page
    assert "<del>  en: Theirs.</del>" in page
    assert "<ins>  en: Mine.</ins>" in page
    assert "<ins>- key: step-3</ins>" in page
    shown = fields_of(page)
    assert {name: shown[name] for name in TYPED} == TYPED
    assert shown["steps-2-body_en"] == "Body of step 3"
    question.refresh_from_db()
    assert (question.body["en"], question.steps.count()) == ("Theirs.", 2)


def test_the_second_saves_over_it_knowingly(owner, question, second):
    page = owner.post(address("change", question), second).content.decode()
    stored = Question.objects.get().edited
    assert f'name="over" value="{stored}"' in page
    form = {**fields_of(page), "over": str(stored)}
    assert owner.post(address("change", question), form).status_code == 302
    question.refresh_from_db()
    assert (question.body["en"], question.steps.count(), question.edited) == ("Mine.", 3, stored + 1)
    assert question.criteria.first().concepts == [{"name": "mine", "terms": ["kill"]}]


def test_the_second_takes_the_other(owner, question, second):
    owner.post(address("change", question), second)
    assert form_of(owner, question)["body_en"] == "Theirs."


def test_a_third_who_saves_in_between_is_seen_too(owner, writer, question, second):
    page = owner.post(address("change", question), second).content.decode()
    form = {**fields_of(page), "over": str(Question.objects.get().edited)}
    save(writer, question, body_en="Of a third.")
    response = owner.post(address("change", question), form)
    assert response.status_code == 409
    assert "<del>  en: Of a third.</del>" in response.content.decode()
    assert Question.objects.get().body["en"] == "Of a third."


@pytest.mark.parametrize("edited", ["", "x", "-5", "999999"])
def test_a_made_up_revision_overwrites_nothing(writer, question, edited):
    assert save(writer, question, edited=edited, body_en="Mine.").status_code in (409, 422)
    assert Question.objects.get().body["en"] == "Explain each."


def test_a_question_loaded_meanwhile_is_a_conflict_too(writer, question):
    form = form_of(writer, question)
    store_draft(question.bank, read_document(question_data(minutes=9)), 1)
    response = writer.post(address("change", question), {**form, "_continue": "1"})
    assert response.status_code == 409
    assert "<del>minutes: 9</del>" in response.content.decode()


def test_a_question_retired_meanwhile_is_a_conflict_too(writer, owner, question):
    form = form_of(writer, question)
    owner.post(address("retire", question))
    assert writer.post(address("change", question), {**form, "_continue": "1"}).status_code == 409
    assert Question.objects.get().status == "retired"


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_stored_and_the_others_are_told(question):
    browsers: list[Client] = [member(question.bank, "author", f"author{number}@viva.test") for number in range(4)]
    forms = [form_of(browser, question) for browser in browsers]
    answers = []

    def post(number):
        form = {**forms[number], "body_en": f"Text {number}", "_continue": "1"}
        answers.append((browsers[number].post(address("change", question), form).status_code, number))

    errors = run_together(*[lambda number=number: post(number) for number in range(4)])
    assert errors == []
    assert sorted(status for status, _ in answers) == [302, 409, 409, 409]
    winner = next(number for status, number in answers if status == 302)
    assert Question.objects.get().body["en"] == f"Text {winner}"
    assert (question.steps.count(), question.criteria.count()) == (3, 2)
