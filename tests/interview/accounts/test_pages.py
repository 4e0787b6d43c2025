"""Every account page in both languages: valid, nothing inline, nothing left in English, and no leak of a password."""

import re
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of
from tests.interview.accounts.signing import EMAIL, OTHER, PASSWORD, SIGN_IN, SIGN_UP, make_user, sign_in, sign_up
from tests.interview.people import browser_of
from tests.test_pages_html import FORBIDDEN
from tests.test_translations import catalogue

pytestmark = pytest.mark.django_db


def pages(browser: HtmlClient) -> Iterator[tuple[str, Any]]:
    """(what it is, response) of every page around the account."""
    make_user(EMAIL)
    question = make_question()
    for path in (SIGN_IN, SIGN_UP, "/account/reset/", "/account/reset/sent/", "/account/reset/done/", "/account/"):
        yield path, browser.get(path)
    yield "confirm", browser.get("/account/confirm/")
    yield "dead link", browser.get("/account/confirm/x/")
    yield "dead reset", browser.get("/account/reset/a-b/")
    yield "blocked", browser.get("/account/blocked/")
    yield "refused", sign_in(browser, EMAIL, OTHER)
    yield "refused sign-up", sign_up(browser, "new@viva.test", "12345")
    yield "empty reset", browser.post("/account/reset/", {})
    yield "result", browser.get(f"/attempts/{make_attempt(person_id_of(browser), question).code}/")
    browser.post("/account/reset/", {"email": EMAIL})
    found = re.search(r"/account/reset/\S+", str(mail.outbox[-1].body))
    assert found
    form = browser.get(found[0]).url
    yield "new password", browser.get(form)
    yield "refused password", browser.post(form, {"password1": "x", "password2": "y"})
    sign_in(browser)
    for path in ("/account/", "/account/email/", "/account/password/", "/questions/"):
        yield path, browser.get(path)
    yield "refused change", browser.post("/account/password/", {})
    yield "refused address", browser.post("/account/email/", {"email": "x"})
    EmailAddress.objects.create(user=User.objects.get(), email="new@viva.test")
    yield "pending address", browser.get("/account/email/")
    yield "asked", browser.get(f"/account/confirm/{EmailAddress.objects.last() and _key()}/")
    browser.post("/account/password/", {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER})
    yield "message", browser.get("/account/")
    lost = form_of(question, "words", person="u-forged")
    yield "signed out", browser.post("/questions/demo/probes/draft/", lost)
    yield "signed out line", browser.script("post", "/questions/demo/probes/draft/", lost)
    yield "too often", [browser.post("/account/email/", {}) for _ in range(12)][-1]


def _key() -> str:
    from allauth.account.models import EmailConfirmationHMAC

    key: str = EmailConfirmationHMAC(EmailAddress.objects.get(verified=False)).key
    return key


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("mails", [True, False])
def test_every_page_is_sound(language: str, mails: bool, request: pytest.FixtureRequest) -> None:
    if mails:
        request.getfixturevalue("mailing")
    sentences = {entry.msgid for entry in catalogue("zh_Hans") if " " in entry.msgid and "%(" not in entry.msgid}
    for name, response in pages(browser_of(request, "candidate", language)):
        assert (name, response.status_code) in {(name, status) for status in (200, 401, 422, 429)}
        html = response.content.decode()
        parser = html5lib.HTMLParser(strict=False)
        whole = html.lstrip().startswith("<!doctype html>")
        (parser.parse if whole else parser.parseFragment)(html)
        assert (name, [(place, code) for place, code, _ in parser.errors]) == (name, [])
        assert (name, [rule for rule, pattern in FORBIDDEN.items() if re.search(pattern, html)]) == (name, [])
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert (name, [one for one in ids if ids.count(one) > 1]) == (name, [])
        assert (name, PASSWORD in html, OTHER in html) == (name, False, False)
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        if language == "zh-Hans":
            text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
            assert (name, [sentence for sentence in sentences if sentence in text]) == (name, [])
            assert (name, re.findall(r"[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+", text.split("<main", 1)[-1])) == (name, [])
