"""What every response says about itself, whoever asks and whatever went wrong."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from interview.settings import BASE_DIR
from tests.conftest import HtmlClient
from tests.factories import form_of, make_question
from tests.interview.away import database_away

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def responses(browser: HtmlClient) -> Iterator[tuple[int, Any]]:
    """(expected status, response) of every kind of answer that the site gives."""
    question = make_question()
    form = form_of(question)
    yield 200, browser.get("/")
    yield 200, browser.get("/attempts/")
    yield 200, browser.get("/questions/")
    yield 200, browser.get(PAGE)
    yield 200, browser.get("/health/")
    yield 200, browser.script("post", f"{PAGE}draft/", form)
    yield 409, browser.script("post", f"{PAGE}draft/", form_of(question, "other"))
    yield 422, browser.post(f"{PAGE}submit/", form | {"text": ""})
    yield 302, (submitted := browser.post(f"{PAGE}submit/", form))
    yield 200, browser.get(submitted.url)
    yield 200, browser.post(f"{submitted.url}steps/1/reveal/", headers={"HX-Request": "true"})
    yield 302, browser.post("/preferences/theme/", {"theme": "dark"})
    yield 404, browser.get(f"/attempts/{uuid4()}/")
    yield 404, browser.get("/nothing/here/")
    yield 405, browser.get(f"{PAGE}submit/")
    yield 301, browser.get("/questions")
    yield 400, browser.get("/questions/", headers={"host": "evil.test"})
    yield 413, browser.post(PAGE, {"text": "x" * 600_000})
    browser.raise_request_exception = False
    with database_away():
        yield 503, browser.get("/questions/")
    with patch("interview.views.bank.listed_questions", side_effect=RuntimeError):
        yield 500, browser.get("/questions/")


@pytest.mark.parametrize("person", ["guest", "candidate", "outsider", "admin"])
def test_every_response_is_private_and_closed(person: str, request: pytest.FixtureRequest) -> None:
    for status, response in responses(request.getfixturevalue(person)):
        where = f"{status} {response.request['PATH_INFO']}"
        assert (response.status_code, where) == (status, where)
        assert (set(response["Content-Security-Policy"].split("; ")), where) == (POLICY, where)
        assert (response["Cache-Control"], where) == ("private, no-store", where)
        assert {"Cookie", "HX-Request"} <= set(response["Vary"].split(", ")), where
        assert (response["X-Content-Type-Options"], where) == ("nosniff", where)
        assert (response["Referrer-Policy"], where) == ("same-origin", where)
        assert (response["Cross-Origin-Opener-Policy"], where) == ("same-origin", where)
        if status not in (301, 400, 413):  # made before the page: the policy's frame-ancestors says the same
            assert (response["X-Frame-Options"], where) == ("DENY", where)
        assert [name for name in ("ETag", "Last-Modified", "Access-Control-Allow-Origin") if name in response] == []


def test_admin_is_private_and_closed_too(admin: HtmlClient) -> None:
    for browser, path in ((admin, "/admin/"), (HtmlClient(), "/admin/login/"), (HtmlClient(), "/admin/")):
        response = browser.get(path)
        assert set(response["Content-Security-Policy"].split("; ")) == POLICY
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert {"Cookie", "HX-Request"} <= set(response["Vary"].split(", "))
        assert (response["X-Frame-Options"], response["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_cookies_are_not_for_scripts_or_other_sites(guest: HtmlClient) -> None:
    question = make_question()
    guest.get(PAGE)
    guest.script("post", f"{PAGE}draft/", form_of(question))
    guest.post("/preferences/language/", {"language": "en"})
    guest.post("/preferences/content-language/", {"content_language": "en"})
    guest.post("/preferences/theme/", {"theme": "dark"})

    facts = {name: (bool(cookie["httponly"]), cookie["samesite"]) for name, cookie in guest.cookies.items()}

    assert facts == {
        "csrftoken": (False, "Lax"),  # the header for htmx is in the page; nothing reads this one
        "sessionid": (True, "Lax"),
        "django_language": (True, "Lax"),
        "content_language": (True, "Lax"),
        "theme": (True, "Lax"),
    }


def test_fragment_names_what_it_depends_on(candidate: HtmlClient) -> None:
    response = candidate.script("post", f"{PAGE}draft/", form_of(make_question()))

    assert {"Cookie", "HX-Request", "Accept-Language"} <= set(response["Vary"].split(", "))


@pytest.mark.parametrize("headers", [{"If-None-Match": "*"}, {"If-Modified-Since": "Fri, 31 Dec 2100 23:59:59 GMT"}])
def test_page_is_never_said_to_be_unchanged(headers: dict[str, str], candidate: HtmlClient) -> None:
    result = candidate.post(f"{PAGE}submit/", form_of(make_question())).url

    for path in ("/", "/questions/", PAGE, "/attempts/", result):
        response = candidate.get(path, headers=headers)
        assert (response.status_code, response.content != b"") == (200, True)


def test_site_on_https_sends_its_cookies_by_https_only(tmp_path: Path) -> None:
    """Read in a process of its own: what the environment says counts at the start."""
    names = "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE LANGUAGE_COOKIE_SECURE SECURE_SSL_REDIRECT HTTPS".split()
    command = f"from interview import settings; print([getattr(settings, name) for name in {names}])"
    secrets = {"SECRET_KEY": "x" * 50, "VIVA_DATA": str(tmp_path)}

    found = {
        url: subprocess.check_output(
            [sys.executable, "-c", command], cwd=BASE_DIR, env={**os.environ, **secrets, "SITE_URL": url}, text=True
        )
        for url in ("https://viva.test", "http://viva.test")
    }

    assert found == {"https://viva.test": f"{[True] * 5}\n", "http://viva.test": f"{[False] * 5}\n"}
