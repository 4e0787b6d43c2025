"""Publishing: numbers that follow one another, whoever comes first."""

import time
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from questions.domain.drafts import store_draft
from questions.domain.publishing import publish
from questions.formats.files import document_sha256
from questions.formats.reading import read_document
from questions.formats.writing import document_data
from questions.models import Question, Version
from tests.factories import make_bank, make_question, question_data
from tests.questions.example import example


@pytest.mark.django_db
def test_a_version_holds_the_document_and_its_columns():
    question = store_draft(make_bank("web-basics"), example(), 1)
    version = publish(question, example(), note="first")
    version.refresh_from_db()
    assert (version.question, version.number, version.note, version.author) == (question, 1, "first", None)
    assert (version.document, version.sha256) == (document_data(example()), document_sha256(example()))
    assert (version.title, version.difficulty, version.minutes, version.max_points) == (example().title, 2, 4, 6)
    assert version.frozen() == example()
    assert Question.objects.get().current == version


@pytest.mark.django_db
def test_the_next_version_becomes_current_and_the_old_one_stays():
    question = make_question()
    document = read_document(question_data(minutes=9))
    second = publish(question, document)
    question.refresh_from_db()
    assert (second.number, question.current) == (2, second)
    assert list(question.versions.order_by("number").values_list("number", "minutes")) == [(1, 5), (2, 9)]


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_two_numbers():
    """The second comes while the first has not committed, and must wait for its number."""
    question = store_draft(make_bank(), read_document(question_data()), 1)
    published = Event()

    def first():
        with transaction.atomic():
            publish(question, read_document(question_data(minutes=6)))
            published.set()
            wait_until_somebody_waits_for_us()

    def second():
        published.wait(10)
        publish(question, read_document(question_data(minutes=7)))

    errors = run_together(first, second)
    assert errors == []
    assert list(Version.objects.order_by("number").values_list("number", "minutes")) == [(1, 6), (2, 7)]
    assert Question.objects.get().current.number == 2


def wait_until_somebody_waits_for_us():
    deadline = time.monotonic() + 5
    blocked = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(blocked)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise TimeoutError("nobody waited")


def run_together(*tasks):
    """Run each in a thread with a connection of its own; returns the errors."""
    errors = []

    def run(task):
        try:
            task()
        except Exception as error:  # shown by the caller
            errors.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return errors
