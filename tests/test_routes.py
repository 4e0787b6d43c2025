"""Who gets what at every address: a route that is missing here fails the build."""

from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from interview.accounts.models import Person, User
from interview.domain.practice import score_attempt
from interview.models import Attempt
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, form_of, make_bank, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
OWN, MISSING, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)


class Row(NamedTuple):
    """A path and who gets what; `get` also stands for HEAD. None means: method not allowed.

    Where only `users` may go, a guest is sent to sign in whatever the method.
    """

    name: str
    path: str
    get: Any
    post: Any = None
    users: bool = False
    htmx: int = 0  # what a post by htmx gets instead, if it is not refused


EVERYBODY = (*PEOPLE, "other_candidate", "blocked")
STAFF = {"admin": 200}
READ: dict[str, int] = dict.fromkeys(EVERYBODY, 200)
SENT_ON: dict[str, int] = dict.fromkeys(EVERYBODY, 302)
NOT_THERE: dict[str, int] = dict.fromkeys(EVERYBODY, 404)
OWNER = {**NOT_THERE, "candidate": 200}
GUESTS = ("guest", "candidate", "other_candidate", "blocked")
FOR_GUESTS = {**SENT_ON, **dict.fromkeys(GUESTS, 200)}
REFUSED_GUESTS = {**SENT_ON, **dict.fromkeys(GUESTS, 422)}
REFUSED: dict[str, int] = dict.fromkeys(EVERYBODY, 422)

ROWS = [
    Row("today", "/", READ),
    Row("question-list", "/questions/", READ),
    Row("question-detail", "/questions/demo/probes/", READ),
    Row("question-detail", "/questions/secret/probes/", {**NOT_THERE, **STAFF}),
    Row("question-detail", "/questions/demo/none/", NOT_THERE),
    Row("draft-save", "/questions/demo/probes/draft/", None, SENT_ON),
    Row("draft-save", "/questions/secret/probes/draft/", None, {**NOT_THERE, "admin": 302}),
    Row("draft-save", "/questions/demo/none/draft/", None, NOT_THERE),
    Row("hint-take", "/questions/demo/probes/hint/", None, SENT_ON, htmx=200),
    Row("hint-take", "/questions/secret/probes/hint/", None, {**NOT_THERE, "admin": 302}, htmx=200),
    Row("hint-take", "/questions/demo/none/hint/", None, NOT_THERE),
    Row("attempt-submit", "/questions/demo/probes/submit/", None, SENT_ON),
    Row("attempt-submit", "/questions/secret/probes/submit/", None, {**NOT_THERE, "admin": 302}),
    Row("attempt-submit", "/questions/demo/none/submit/", None, NOT_THERE),
    Row("attempt-give-up", "/questions/demo/probes/give-up/", None, SENT_ON),
    Row("attempt-give-up", "/questions/secret/probes/give-up/", None, {**NOT_THERE, "admin": 302}),
    Row("attempt-give-up", "/questions/demo/none/give-up/", None, NOT_THERE),
    Row("attempt-list", "/attempts/", READ),
    Row("attempt-detail", f"/attempts/{OWN}/", OWNER),
    Row("attempt-detail", f"/attempts/{MISSING}/", NOT_THERE),
    Row("step-reveal", f"/attempts/{OWN}/steps/2/reveal/", None, {**NOT_THERE, "candidate": 409}),
    Row("step-reveal", f"/attempts/{OWN}/steps/1/reveal/", None, {**NOT_THERE, "candidate": 302}, htmx=200),
    Row("step-reveal", f"/attempts/{OWN}/steps/4/reveal/", None, NOT_THERE),
    Row("step-reveal", f"/attempts/{MISSING}/steps/1/reveal/", None, NOT_THERE),
    Row("attempt-revise", f"/attempts/{OWN}/revise/", None, {**NOT_THERE, "candidate": 302}),
    Row("attempt-revise", f"/attempts/{MISSING}/revise/", None, NOT_THERE),
    Row("attempt-compare", f"/attempts/{OWN}/compare/{OTHER}/", OWNER),
    Row("attempt-compare", f"/attempts/{OWN}/compare/{MISSING}/", NOT_THERE),
    Row("objection-add", f"/attempts/{OWN}/objections/", None, {**NOT_THERE, "candidate": 422}),
    Row("objection-add", f"/attempts/{MISSING}/objections/", None, NOT_THERE),
    Row("set-language", "/preferences/language/", None, SENT_ON),
    Row("set-content-language", "/preferences/content-language/", None, SENT_ON),
    Row("set-theme", "/preferences/theme/", None, SENT_ON),
    Row("set-shortcuts", "/preferences/shortcuts/", None, SENT_ON),
    Row("kept-discard", "/questions/demo/probes/kept/discard/", None, SENT_ON),
    Row("kept-discard", "/questions/secret/probes/kept/discard/", None, {**NOT_THERE, "admin": 302}),
    Row("account-detail", "/account/", READ),
    Row("account_login", "/account/sign-in/", FOR_GUESTS, REFUSED_GUESTS),
    Row("account_signup", "/account/sign-up/", FOR_GUESTS, REFUSED_GUESTS),
    Row("account_inactive", "/account/blocked/", READ, dict.fromkeys(EVERYBODY, 405)),
    Row("account_email", "/account/email/", READ, REFUSED, users=True),
    Row("account-email-cancel", "/account/email/cancel/", None, SENT_ON, users=True),
    Row("account_email_verification_sent", "/account/confirm/", READ),
    Row("account_confirm_email", "/account/confirm/none/", READ, NOT_THERE),
    Row("account_change_password", "/account/password/", SENT_ON, SENT_ON, users=True),  # these have none yet
    Row("account_set_password", "/account/password/set/", READ, REFUSED, users=True),
    Row("account_reset_password", "/account/reset/", READ, REFUSED),
    Row("account_reset_password_done", "/account/reset/sent/", READ),
    Row("account_reset_password_from_key", "/account/reset/a-b/", READ, REFUSED),
    Row("account_reset_password_from_key_done", "/account/reset/done/", READ),
    Row("account-sign-out-elsewhere", "/account/sign-out-elsewhere/", None, SENT_ON, users=True),
    Row("health", "/health/", READ),
    Row("account_logout", "/account/sign-out/", None, SENT_ON),  # the last: nobody is signed in after it
]


def expected(row: Row, method: str, person: str, htmx: bool) -> int:
    """The status that the table gives."""
    if row.users and person in GUESTS:
        return 302
    by_person = {"get": row.get, "head": row.get, "post": row.post}.get(method)
    status = by_person[person] if by_person else 405
    return row.htmx or status if htmx and method == "post" and status < 400 else status


def names(patterns: list[URLPattern | URLResolver]) -> set[str]:
    """The URL names of the site; those of the admin are in test_admin_routes.py."""
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            found.add(pattern.name or f"without a name: {pattern.pattern}")
        elif pattern.namespace != "admin":
            found |= names(pattern.url_patterns)
    return found


def make_site(candidate: HtmlClient) -> dict[str, Any]:
    """An open question, a closed one, and two attempts of the candidate; gives the form that the open one takes."""
    rows = [criterion_data("restart", hints=[both("提示", "hint")])]
    question = make_question(rubric={"criteria": rows})
    make_question(rubric={"criteria": rows}, bank=make_bank("secret", public=False))
    for code in (OWN, OTHER):
        answer = {"text": "it will restart", "language": "en", "submission": uuid4(), "code": code}
        attempt = Attempt.objects.create(person_id=person_id_of(candidate), version=question.current, **answer)
        score_attempt(attempt)
    return form_of(question, "no traffic", other=1)


@pytest.fixture
def site(candidate: HtmlClient) -> dict[str, Any]:
    return make_site(candidate)


def test_every_route_is_in_the_table() -> None:
    assert {row.name for row in ROWS} == names(get_resolver().url_patterns)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("person", EVERYBODY)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_everybody_gets_what_the_table_says(
    method: str, person: str, headers: dict[str, str], site: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    browser = browser_of(request, person)

    found = {
        row.path: getattr(browser, method)(row.path, *([site] if method == "post" else []), headers=headers).status_code
        for row in ROWS
    }

    assert found == {row.path: expected(row, method, person, bool(headers)) for row in ROWS}


@pytest.mark.parametrize("person", EVERYBODY)
def test_admin_is_for_staff(person: str, request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person)

    found = [browser.get("/admin/").status_code, browser.get("/admin/login/").status_code]

    assert found == ([200, 302] if person == "admin" else [302, 302] if person in GUESTS else [302, 403])


def test_blocked_account_is_a_guest(outsider: HtmlClient, site: dict[str, Any]) -> None:
    outsider.post("/questions/demo/probes/submit/", site)
    person = Person.objects.get(user__isnull=False)
    code = person.attempts.get().code
    person.user.is_active = False
    person.user.save()

    assert [outsider.get(path).status_code for path in ("/questions/", f"/attempts/{code}/")] == [200, 404]


def test_blocked_admin_is_a_guest(admin: HtmlClient, site: dict[str, Any]) -> None:
    User.objects.update(is_active=False)

    assert [admin.get(path).status_code for path in ("/questions/secret/probes/", "/admin/")] == [404, 302]


@pytest.mark.parametrize("method", ["trace", "propfind", "x" * 100])
def test_method_that_nobody_knows_is_refused(method: str, site: dict[str, Any], client: Client) -> None:
    statuses = {row.path: client.generic(method.upper(), row.path).status_code for row in ROWS}

    assert statuses == {row.path: 302 if row.users else 405 for row in ROWS}
