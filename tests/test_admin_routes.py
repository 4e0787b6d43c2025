"""Who gets what at every address of the admin: a route that is missing here fails the build."""

from typing import NamedTuple

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, URLResolver

from interview.domain.objecting import object_to
from interview.models import Objection
from questions.models import Question, Tag
from tests.conftest import HtmlClient, signed_in
from tests.factories import make_attempt, make_bank, make_question, person_id_of
from tests.interview.people import browser_of
from tests.questions.admin.pages import member

pytestmark = pytest.mark.django_db

OUTSIDE = ("guest", "candidate", "outsider", "interviewer", "author")
INSIDE = ("staff", "stranger", "reviewer", "writer", "owner", "admin")  # stranger: owner of another bank
EVERY_METHOD = ("get", "post", "put", "patch", "delete", "options")  # HEAD is answered as GET but for the sign-in
Statuses = tuple[int, ...]

SAME = (200,) * 6
NOBODY = (403,) * 6
ADMIN = (403, 403, 403, 403, 403, 200)
BANK_PEOPLE = (403, 200, 200, 200, 200, 200)
WRITERS = (403, 200, 403, 200, 200, 200)  # of any bank
READERS = (403, 404, 200, 200, 200, 200)
HISTORY = (404, 404, 200, 200, 200, 200)
SENT_ON = (302,) * 6
MISSING = (404,) * 6
NOT_ALLOWED = (405,) * 6


class Row(NamedTuple):
    """A path and what INSIDE get there, in that order; `post` None: as `get`; `rest` None: other methods as well.

    `rest` are the statuses of put, patch, delete and options for everybody.
    """

    name: str
    path: str
    get: Statuses
    post: Statuses | None = None
    rest: Statuses | None = None


def crud(
    name: str, add: Statuses, history: Statuses, delete: Statuses, change: Statuses, **more: Statuses
) -> list[Row]:
    """The routes that Django gives a model."""
    path = f"/admin/{name.replace('_', '/')}/"
    row = f"{path}{{{name.partition('_')[2]}}}/"
    return [
        Row(f"{name}_changelist", path, more.get("listed", BANK_PEOPLE)),
        Row(f"{name}_add", f"{path}add/", add, more.get("added")),
        Row(f"{name}_history", f"{row}history/", history),
        Row(f"{name}_delete", f"{row}delete/", delete),
        Row(f"{name}_change", f"{row}change/", change, more.get("changed")),
        Row(f"{name}_", row, SENT_ON),
    ]


OWN = (405, 405, 405, 405)
DONE = (404, 404, 403, 302, 302, 302)
ROWS = [
    Row("index", "/admin/", SAME),
    Row("login", "/admin/login/", SENT_ON, SAME, (200, 405, 405, 200)),
    Row("password_change", "/admin/password_change/", SAME, SAME, (200, 405, 405, 200)),
    Row("password_change_done", "/admin/password_change/done/", SAME, NOT_ALLOWED, (405, 405, 405, 200)),
    Row("autocomplete", "/admin/autocomplete/", NOBODY, NOT_ALLOWED, (405, 405, 405, 200)),
    Row("jsi18n", "/admin/jsi18n/", SAME, NOT_ALLOWED, (405, 405, 405, 200)),
    Row("view_on_site", "/admin/r/{content_type}/{question}/", MISSING),
    Row("app_list", "/admin/questions/", (404, 200, 200, 200, 200, 200)),
    Row("", "/admin/nothing/", MISSING),
    *crud("auth_group", ADMIN, ADMIN, ADMIN, ADMIN, listed=ADMIN),
    *crud("account_emailaddress", ADMIN, ADMIN, ADMIN, ADMIN, listed=ADMIN),
    *crud("questions_bank", ADMIN, HISTORY, NOBODY, READERS, changed=(403, 404, 403, 403, 200, 200)),
    *crud("questions_tag", WRITERS, BANK_PEOPLE, ADMIN, BANK_PEOPLE, changed=ADMIN),
    *crud("questions_version", NOBODY, HISTORY, NOBODY, READERS, changed=NOBODY),
    *crud("interview_objection", NOBODY, HISTORY, NOBODY, READERS, changed=ADMIN),
    *crud(
        "questions_question",
        WRITERS,
        HISTORY,
        (403, 404, 403, 302, 302, 302),  # it has a version
        READERS,
        added=(403, 422, 403, 422, 422, 422),
        changed=(403, 404, 403, 409, 409, 409),  # without the revision that was seen
    ),
    Row("questions_question_preview", "/admin/questions/question/preview/", NOT_ALLOWED, WRITERS, OWN),
    Row(
        "questions_question_publish",
        "/admin/questions/question/{question}/publish/",
        (404, 404, 403, 200, 200, 200),
        (404, 404, 403, 422, 422, 422),
        OWN,
    ),
    Row("questions_question_retire", "/admin/questions/question/{question}/retire/", NOT_ALLOWED, DONE, OWN),
    Row("questions_question_bring_back", "/admin/questions/question/{question}/bring-back/", NOT_ALLOWED, DONE, OWN),
    Row("logout", "/admin/logout/", NOT_ALLOWED, SAME, (302, 302, 302, 302)),  # the last: nobody is in after it
]


@pytest.fixture
def ids(candidate: HtmlClient) -> dict[str, int]:
    """A question with all that hangs on it, and the primary keys for the paths."""
    question = make_question()
    attempt = make_attempt(person_id_of(candidate), question, "It will restart.")
    object_to(attempt.results.get(), "traffic", "It goes elsewhere")
    user = signed_in("somebody@viva.test").session["_auth_user_id"]
    return {
        "question": question.pk,
        "bank": question.bank_id,
        "version": question.current_id or 0,
        "tag": Tag.objects.get().pk,
        "objection": Objection.objects.get().pk,
        "group": Group.objects.create(name="some").pk,
        "emailaddress": EmailAddress.objects.create(user_id=user, email="somebody@viva.test").pk,
        "content_type": ContentType.objects.get_for_model(Question).pk,
    }


def inside(person: str, request: pytest.FixtureRequest) -> HtmlClient:
    question = Question.objects.get()
    if person == "admin":
        return browser_of(request, person)
    if person == "staff":
        return signed_in("staff@viva.test", is_staff=True)
    if person == "stranger":
        return member(make_question("other", bank=make_bank("other")).bank, "owner")
    return member(question.bank, {"writer": "author"}.get(person, person))


def expected(row: Row, method: str, person: str) -> int:
    """The status that the table gives."""
    if row.rest and method in EVERY_METHOD[2:]:
        return row.rest[EVERY_METHOD.index(method) - 2]
    statuses = row.post if method == "post" and row.post else row.get
    return statuses[INSIDE.index(person)]


def names() -> set[str]:
    """The URL names of the admin; the routes without a name are those of a model, and the one for all the rest."""
    found: set[str] = set()
    for pattern in admin.site.urls[0]:
        if isinstance(pattern, URLPattern):
            found.add(pattern.name or "")
        elif isinstance(pattern, URLResolver):
            model = str(pattern.pattern).strip("/").replace("/", "_")
            found |= {each.name or f"{model}_" for each in pattern.url_patterns}
    return found


def test_every_route_of_the_admin_is_in_the_table() -> None:
    assert {row.name for row in ROWS} == names()


@pytest.mark.parametrize("person", INSIDE)
def test_everybody_inside_gets_what_the_table_says(
    person: str, ids: dict[str, int], request: pytest.FixtureRequest
) -> None:
    browser = inside(person, request)
    methods = EVERY_METHOD if person == "writer" else ("get", "post")
    tries = [(row, method) for row in ROWS for method in methods]

    found = {(row.path, method): getattr(browser, method)(row.path.format(**ids)).status_code for row, method in tries}

    assert found == {(row.path, method): expected(row, method, person) for row, method in tries}


@pytest.mark.parametrize("person", OUTSIDE)
def test_all_others_are_sent_to_sign_in(person: str, ids: dict[str, int], request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person)
    rows = [row for row in ROWS if row.name not in ("login", "logout")]  # what everybody may

    found = {
        (row.path, method): getattr(browser, method)(row.path.format(**ids)).status_code
        for row in rows
        for method in EVERY_METHOD
    }

    assert set(found.values()) == {302}, found
