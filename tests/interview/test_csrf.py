"""No change without the token of the page: 403, one way on, nothing changed."""

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db.models import Model

from interview.accounts.models import Person, User
from interview.models import Attempt, Draft, Result, Reveal
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
TABLES: tuple[type[Model], ...] = (Person, User, Draft, Attempt, Result, Reveal, Session)


def rows() -> list[list[Any]]:
    return [list(table.objects.values()) for table in TABLES]


@pytest.fixture
def strict(candidate: HtmlClient) -> HtmlClient:
    """The candidate's browser, its tokens checked."""
    browser = HtmlClient(enforce_csrf_checks=True)
    browser.cookies["sessionid"] = candidate.cookies["sessionid"].value
    return browser


@pytest.fixture
def posts(strict: HtmlClient) -> dict[str, dict[str, Any]]:
    """Every address that changes something, with a form that would."""
    question = make_question()
    attempt = make_attempt(person_id_of(strict), question)
    form = form_of(question, "new words", base=1)  # submitting was revision 1
    return {
        f"{PAGE}draft/": form,
        f"{PAGE}submit/": form,
        f"{PAGE}give-up/": form,
        f"/attempts/{attempt.code}/steps/1/reveal/": {},
        "/preferences/language/": {"language": "zh-hans"},
        "/preferences/content-language/": {"content_language": "en"},
        "/preferences/theme/": {"theme": "dark"},
        "/admin/login/": {"username": "a@b.test", "password": "x"},
    }


TOKENS = [
    ("none", {}, {}),
    ("of another session", {"csrfmiddlewaretoken": "x" * 64}, {}),
    ("in a header, made up", {}, {"X-CSRFToken": "y" * 32}),
    ("no text", {"csrfmiddlewaretoken": "\x00"}, {}),
]


@pytest.mark.parametrize(("form", "headers"), [token[1:] for token in TOKENS], ids=[token[0] for token in TOKENS])
def test_post_without_its_token_changes_nothing(
    form: dict[str, str], headers: dict[str, str], strict: HtmlClient, posts: dict[str, dict[str, Any]]
) -> None:
    strict.get(PAGE)
    before = rows()

    for path, data in posts.items():
        for extra in ({}, {"HX-Request": "true"}, {"Origin": "null"}, {"Origin": "https://evil.test"}):
            response = strict.post(path, data | form, headers=headers | extra)
            assert (path, response.status_code) == (path, 403)
            assert "<h1>Please send that again</h1>" in response.content.decode()
            assert {"theme", "django_language", "content_language"} & set(response.cookies) == set()
    assert rows() == before


def test_body_of_another_type_is_refused_too(strict: HtmlClient, posts: dict[str, dict[str, Any]]) -> None:
    before = rows()

    for path in posts:
        assert strict.post(path, "text=x&version=1", content_type="text/plain").status_code == 403
    assert rows() == before


@pytest.mark.parametrize("where", ["field", "header"])
def test_token_of_the_page_is_taken(where: str, strict: HtmlClient, posts: dict[str, dict[str, Any]]) -> None:
    del posts["/admin/login/"]
    token = re.search(r'X-CSRFToken": "(\w+)"', strict.get(PAGE).content.decode())[1]
    field = {"csrfmiddlewaretoken": token} if where == "field" else {}
    headers = {"X-CSRFToken": token} if where == "header" else {}

    statuses = [strict.post(path, data | field, headers=headers).status_code for path, data in posts.items()]

    assert statuses == [302] * len(posts)


def test_token_of_the_page_is_not_taken_from_elsewhere(strict: HtmlClient, posts: dict[str, dict[str, Any]]) -> None:
    token = re.search(r'X-CSRFToken": "(\w+)"', strict.get(PAGE).content.decode())[1]
    before = rows()

    for path, data in posts.items():
        response = strict.post(path, data | {"csrfmiddlewaretoken": token}, headers={"Origin": "https://evil.test"})
        assert response.status_code == 403
    assert rows() == before


def test_refusal_echoes_nothing(strict: HtmlClient, posts: dict[str, dict[str, Any]]) -> None:
    response = strict.post(f"{PAGE}submit/", posts[f"{PAGE}submit/"])

    assert b"new words" not in response.content
