"""Which questions and banks somebody sees, and in what order."""

import pytest
from django.contrib.auth.models import AnonymousUser

from interview.accounts.models import User
from questions.domain.drafts import store_draft
from questions.formats.reading import read_document
from questions.models import Bank, Question
from tests.factories import make_bank, make_question, question_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    """One question of every kind: two to practise, a draft, a retired one, one of a bank that is not public."""
    bank = make_bank()
    make_question("second", position=2)
    make_question("first", position=1)
    make_question("retired", position=3, status="retired")
    store_draft(bank, read_document(question_data("draft")), position=4)
    make_question("hidden", bank=make_bank("private", public=False))
    return bank


def people():
    return {
        "guest": AnonymousUser(),
        "candidate": User.objects.create_user("candidate@viva.test"),
        "admin": User.objects.create_superuser("admin@viva.test"),
    }


@pytest.mark.parametrize(
    ("person", "slugs"),
    [("guest", ["first", "second"]), ("candidate", ["first", "second"]), ("admin", ["first", "second", "hidden"])],
)
def test_published_questions_of_public_banks_are_seen(bank, person, slugs):
    seen = Question.objects.visible_to(people()[person]).listed()
    assert [question["slug"] for question in seen] == slugs


@pytest.mark.parametrize(
    ("person", "slugs"), [("guest", ["demo"]), ("candidate", ["demo"]), ("admin", ["demo", "private"])]
)
def test_public_banks_are_seen(bank, person, slugs):
    assert [seen.slug for seen in Bank.objects.visible_to(people()[person])] == slugs


def test_the_status_in_review_and_draft_of_a_published_question_hide_nothing(bank):
    Question.objects.filter(slug="first").update(status="in_review")
    assert Question.objects.visible_to(AnonymousUser()).filter(slug="first").exists()


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_one_query(django_assert_num_queries, count):
    for number in range(count):
        make_question(f"q-{number}")
    with django_assert_num_queries(1):
        for question in Question.objects.visible_to(AnonymousUser()).listed():
            assert (question["bank__slug"], question["current__max_points"]) == ("demo", 4)
            assert question["current__title"]["en"] == "Which probes are there?"
            assert question["current__tags"] == ["lifecycle"]
