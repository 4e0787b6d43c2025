"""What stands in the log: enough to find a mistake, no answers, no tokens, one line for one thing."""

import io
import logging
import os
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection

from interview.logs import DiscreetFormatter
from interview.models import Draft
from tests.conftest import HtmlClient
from tests.factories import form_of, make_question, person_id_of
from tests.interview.accounts.signing import EMAIL, PASSWORD, make_user, sign_in
from tests.interview.away import database_away

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the site writes to its terminal."""
    [console] = [each for each in logging.getLogger().handlers if isinstance(each.formatter, DiscreetFormatter)]
    written = io.StringIO()
    before = console.setStream(written)
    yield written
    console.setStream(before)


@pytest.fixture
def link(guest: HtmlClient) -> str:
    """The address of a mailed reset link, which still works."""
    make_user(EMAIL)
    guest.post("/account/reset/", {"email": EMAIL})
    return next(word for word in str(mail.outbox[0].body).split() if "/account/reset/" in word).split("testserver")[1]


def test_link_that_opens_an_account_is_not_told(link: str, guest: HtmlClient, log: io.StringIO) -> None:
    guest.raise_request_exception = False
    HtmlClient(enforce_csrf_checks=True).post(link)
    guest.put(link)
    guest.get(f"{link}more/")
    guest.post(link.replace("/reset/", "/confirm/"))
    with database_away():
        guest.get(link)

    assert log.getvalue().count("/account/reset/***/") == 4
    assert log.getvalue().count("/account/confirm/***/") == 1
    assert link.split("/")[3] not in log.getvalue()


def test_pages_without_a_token_are_named(guest: HtmlClient, log: io.StringIO) -> None:
    for path in ("/account/reset/", "/account/reset/sent/", "/account/reset/done/", "/account/confirm/"):
        guest.put(path)
        assert log.getvalue().endswith(f"Method Not Allowed (PUT): {path}\n")


def test_row_that_the_database_refuses_is_not_told(candidate: HtmlClient, log: io.StringIO) -> None:
    question = make_question()
    row = {"person_id": person_id_of(candidate), "version": question.current, "writer": uuid4(), "confidence": 9}
    row["text"] = "covert\n\nwords"
    candidate.raise_request_exception = False

    with patch("interview.views.practice.save_draft", lambda *_: Draft.objects.create(**row)):
        response = candidate.script("post", f"{PAGE}draft/", form_of(question, row["text"]))

    assert response.status_code == 500
    assert "draft_confidence_1_to_4" in log.getvalue()
    assert log.getvalue().count("Traceback") == 2
    assert [word for word in ("covert", "words", "Failing row") if word in log.getvalue()] == []


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/x%0a2026-01-01 00:00:00,000 ERROR forged: line/", {}),
        ("/%1b[31mred%1b]0;title%07/%0d/", {}),
        ("/%e2%80%ae%e2%80%a8%c2%85/", {}),
        ("/questions/", {"host": "evil\x1b[31m\r\n2026-01-01 forged"}),
        (f"{PAGE}submit/", {"referer": "\x1b[31m", "user-agent": "\r\nforged"}),
    ],
)
def test_nobody_forges_a_line(path: str, headers: dict[str, str], guest: HtmlClient, log: io.StringIO) -> None:
    guest.get(path, headers=headers)

    lines = log.getvalue().splitlines()
    assert sum(line[:4].isdigit() for line in lines) == 1
    assert [line for line in lines if not line.isprintable()] == []


def test_ordinary_work_leaves_no_words_of_anybody(guest: HtmlClient, log: io.StringIO) -> None:
    """Saving, refusing, submitting, searching, signing in and failing to."""
    make_user(EMAIL)
    form: dict[str, Any] = form_of(make_question(), "covert words")
    for action, changes in (("draft/", {}), ("draft/", {"writer": ""}), ("submit/", {"version": 9}), ("submit/", {})):
        guest.post(PAGE + action, form | changes)
    guest.get("/questions/?q=covert+words")
    sign_in(guest, password="covert-1")
    sign_in(guest)

    cookies = [cookie.value for name, cookie in guest.cookies.items() if name in ("sessionid", "csrftoken", "device")]
    assert [each for each in ("covert", EMAIL, PASSWORD, *cookies) if each in log.getvalue()] == []


@pytest.mark.skipif("viva-test-" not in os.environ["DATABASE_URL"], reason="DATABASE_URL names a server")
def test_embedded_database_logs_no_rows_and_no_statements() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('log_error_verbosity'), current_setting('log_min_error_statement')")
        assert cursor.fetchone() == ("terse", "panic")
