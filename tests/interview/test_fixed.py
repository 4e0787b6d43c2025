"""A submitted answer never changes, and exactly one of its results is current: the database says so too."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from interview.accounts.models import Person
from interview.domain.practice import score_attempt
from interview.models import Attempt, Draft, Result, Reveal
from tests.factories import make_attempt, make_question

pytestmark = pytest.mark.django_db

CHANGES = {
    "confidence": 4,
    "text": "changed",
    "code": uuid4(),
    "language": "zh-Hans",
    "seconds": 1,
    "gave_up": True,
    "help_used": 1,
    "submission": uuid4(),
    "context": "room",
    "created": "2001-01-01T00:00:00Z",
    "id": 2**40,
}


@pytest.fixture
def attempt(db: None) -> Attempt:
    return make_attempt(Person.objects.create().pk, make_question())


def refused(action: Any, *arguments: Any, **changes: Any) -> bool:
    try:
        with transaction.atomic():
            action(*arguments, **changes)
    except IntegrityError:
        return True
    return False


def test_model_refuses_to_save_again(attempt: Attempt) -> None:
    for fields in (None, ["person"], ["text"]):
        with pytest.raises(ValidationError, match="A submitted answer never changes"):
            attempt.save(update_fields=fields)


@pytest.mark.parametrize("field", CHANGES)
def test_database_refuses_to_change(field: str, attempt: Attempt) -> None:
    before = Attempt.objects.values().get()

    assert refused(Attempt.objects.update, **{field: CHANGES[field]})
    assert Attempt.objects.values().get() == before


def test_every_field_but_the_person_is_tried() -> None:
    fields = {field.name for field in Attempt._meta.concrete_fields}

    assert fields == {*CHANGES, "person", "version", "revises"}


def test_other_version_is_refused(attempt: Attempt) -> None:
    assert refused(Attempt.objects.update, version=make_question("other").current)


def test_what_it_revises_is_refused_too(attempt: Attempt) -> None:
    earlier = make_attempt(attempt.person_id, make_question("other"))

    assert refused(Attempt.objects.filter(pk=attempt.pk).update, revises=earlier)
    assert refused(Attempt.objects.filter(pk=attempt.pk).update, revises=attempt)


def test_plain_sql_is_refused(attempt: Attempt) -> None:
    with connection.cursor() as cursor:
        assert refused(cursor.execute, "UPDATE interview_attempt SET text = 'changed'")
    assert Attempt.objects.get().text == "it will restart"


def test_attempt_may_move_to_another_person(attempt: Attempt) -> None:
    other = Person.objects.create()

    assert Attempt.objects.update(person=other) == 1
    assert Attempt.objects.get().person == other


def test_moving_hides_no_other_change(attempt: Attempt) -> None:
    assert refused(Attempt.objects.update, person=Person.objects.create(), text="changed")


def test_attempt_without_text_was_given_up(attempt: Attempt) -> None:
    row = Attempt.objects.values().get() | {"id": None, "code": uuid4(), "submission": uuid4(), "text": ""}

    assert refused(Attempt.objects.create, **row)
    assert not refused(Attempt.objects.create, **row | {"gave_up": True})


def test_scoring_again_leaves_one_current_result(attempt: Attempt) -> None:
    again = score_attempt(attempt)

    assert list(attempt.results.order_by("pk").values_list("current", flat=True)) == [False, True]
    assert attempt.results.get(current=True) == again
    assert attempt.results.values("data").distinct().count() == 1


def test_two_current_results_are_refused(attempt: Attempt) -> None:
    row = Result.objects.values().get() | {"id": None}

    assert refused(Result.objects.create, **row)
    assert not refused(Result.objects.create, **row | {"current": False})


@pytest.mark.parametrize("points", [Decimal("-0.5"), Decimal("4.5")])
def test_points_outside_of_the_range_are_refused(points: Decimal, attempt: Attempt) -> None:
    assert refused(Result.objects.update, points=points)


def test_step_is_revealed_once_and_from_1(attempt: Attempt) -> None:
    Reveal.objects.create(attempt=attempt, step=1)

    assert refused(Reveal.objects.create, attempt=attempt, step=1)
    assert refused(Reveal.objects.create, attempt=attempt, step=0)


def test_one_draft_for_a_person_and_version(attempt: Attempt) -> None:
    assert refused(Draft.objects.create, person=attempt.person, version=attempt.version, writer=uuid4())
