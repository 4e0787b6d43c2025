"""What the database guarantees about the bank, and who sees which questions."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from interview.accounts.models import User
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import AnswerStep, Bank, Criterion, Question, Tag, Version
from tests.factories import both, make_bank, make_question, question_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    return make_question()


def refused(name):
    """The database refuses what follows, by the constraint of that name."""
    return pytest.raises(IntegrityError, match=name)


def test_a_version_is_never_saved_again(question):
    version = question.current
    version.note = "changed"
    with pytest.raises(ValidationError, match="never changes"):
        version.save()
    with pytest.raises(ValidationError, match="never changes"):
        version.save(update_fields=["note"])
    assert Version.objects.get().note == ""


def test_a_version_is_never_deleted(question):
    with pytest.raises(ValidationError, match="kept for ever"):
        question.current.delete()
    assert Version.objects.count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE questions_version SET note = 'changed'",
        "UPDATE questions_version SET document = '{}'",
        "UPDATE questions_version SET number = 2",
        "UPDATE questions_version SET author_id = (SELECT max(id) FROM accounts_user)",
        "UPDATE questions_version SET author_id = NULL, note = 'changed'",
        "DELETE FROM questions_version",
    ],
)
def test_the_database_refuses_to_change_versions_too(question, statement):
    User.objects.create_user("somebody@viva.test")
    before = Version.objects.values().get()
    with pytest.raises(IntegrityError, match="a published version never changes"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Version.objects.values().get() == before


@pytest.mark.parametrize("act", [lambda rows: rows.update(note="x"), lambda rows: rows.delete()])
def test_query_sets_cannot_change_versions_either(question, act):
    Question.objects.update(current=None)
    with pytest.raises(DatabaseError, match="a published version never changes"), transaction.atomic():
        act(Version.objects.all())
    assert Version.objects.get().note == ""


def test_a_deleted_author_is_forgotten_and_the_version_stays(question):
    author = User.objects.create_user("author@viva.test")
    version = publish(question, read_document(question_data(minutes=7)), author=author)
    author.delete()
    version.refresh_from_db()
    assert (version.author, version.number, version.minutes) == (None, 2, 7)


def test_a_question_with_versions_cannot_be_deleted(question):
    with pytest.raises(ProtectedError):
        question.delete()
    with pytest.raises(ProtectedError):
        question.bank.delete()


def test_numbers_of_versions_are_unique(question):
    version = question.current
    with refused("version_number_unique"):
        Version.objects.create(
            question=question, number=1, document={}, difficulty=1, minutes=1, max_points=1, sha256=""
        )
    assert version.number == 1


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"slug": "probes"}, "question_slug_unique"),
        ({"difficulty": 0}, "question_difficulty_1_to_5"),
        ({"difficulty": 6}, "question_difficulty_1_to_5"),
        ({"max_answer": 0}, "question_max_answer_allowed"),
        ({"max_answer": 20_001}, "question_max_answer_allowed"),
        ({"status": "odd"}, "question_status_known"),
    ],
)
def test_a_question_keeps_its_constraints(question, changes, constraint):
    with refused(constraint):
        Question.objects.create(**{"bank": question.bank, "slug": "other", "title": both("题", "Q"), **changes})


def test_the_same_slug_is_free_in_another_bank(question):
    Question.objects.create(bank=make_bank("other"), slug="probes", title=both("题", "Q"))
    assert Question.objects.filter(slug="probes").count() == 2


@pytest.mark.parametrize("model", [Bank, Tag])
def test_slugs_of_banks_and_tags_are_unique(model):
    model.objects.create(slug="same")
    with refused("slug"):
        model.objects.create(slug="same")


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"points": 101}, "criterion_points_at_most"),
        ({"points": -1}, "points"),
        ({"key": "restart"}, "criterion_key_unique"),
    ],
)
def test_a_criterion_keeps_its_constraints(question, changes, constraint):
    with refused(constraint):
        Criterion.objects.create(**{"question": question, "position": 9, "key": "new", **changes})


def test_keys_of_steps_are_unique(question):
    with refused("step_key_unique"):
        AnswerStep.objects.create(question=question, position=9, key="step-1")


@pytest.mark.parametrize("rows", ["steps", "criteria"])
def test_two_rows_can_swap_their_positions(question, rows):
    first, second, *_ = getattr(question, rows).all()
    with transaction.atomic():
        for row, position in ((first, 2), (second, 1)):
            row.position = position
            row.save(update_fields=["position"])
        connection.check_constraints()
    assert [row.key for row in getattr(question, rows).all()][:2] == [second.key, first.key]


@pytest.mark.parametrize(
    ("rows", "constraint"), [("steps", "step_position_unique"), ("criteria", "criterion_position_unique")]
)
def test_two_rows_cannot_share_a_position(question, rows, constraint):
    with refused(constraint), transaction.atomic():
        getattr(question, rows).filter(position=2).update(position=1)
        connection.check_constraints()
