from typing import Any
from uuid import UUID, uuid4

import pytest

from interview.accounts.models import Person
from interview.models import Attempt, Draft
from questions import limits
from tests.conftest import HtmlClient
from tests.factories import form_of, make_bank, make_question
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
SAVE = f"{PAGE}draft/"


def drafts() -> list[tuple[Any, ...]]:
    return list(Draft.objects.values_list("text", "revision", "seconds", "closed"))


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}])
def test_script_gets_the_status_line(person: str, htmx: dict[str, str], request: pytest.FixtureRequest) -> None:
    question = make_question()

    response = browser_of(request, person).script("post", SAVE, form_of(question, "some words"), **htmx)

    assert response.status_code == 200
    assert response["Viva-Revision"] == "1"
    assert response["Viva-Person"]
    assert response.content.strip().startswith(b'<p id="save-status"')
    assert b"Saved <time" in response.content
    assert drafts() == [("some words", 1, 30, False)]


def test_first_save_makes_one_person(guest: HtmlClient) -> None:
    question = make_question()
    for revision in (1, 2):
        guest.script("post", SAVE, form_of(question, revision=revision, writer="0" * 32))

    assert list(Person.objects.values_list("pk", "user")) == [(guest.session["person"], None)]
    assert guest.cookies["sessionid"]["httponly"]


def test_user_gets_one_person(outsider: HtmlClient) -> None:
    question = make_question()
    for revision in (1, 2):
        outsider.script("post", SAVE, form_of(question, revision=revision, writer="0" * 32))

    assert list(Person.objects.values_list("user__email", flat=True)) == ["outsider@viva.test"]
    assert "person" not in outsider.session


def test_draft_says_who_wrote_what(candidate: HtmlClient) -> None:
    question = make_question()
    writer = uuid4()
    candidate.script("post", SAVE, form_of(question, writer=str(writer)))

    draft = Draft.objects.get()

    assert (draft.person_id, draft.version_id, draft.context, draft.writer) == (
        candidate.session["person"],
        question.current_id,
        "practice",
        UUID(str(writer)),
    )


def test_without_a_script_the_page_comes_back_with_the_text(candidate: HtmlClient) -> None:
    response = candidate.post(SAVE, form_of(make_question(), "some words", revision=0))

    assert (response.status_code, response.url) == (302, PAGE)
    assert candidate.get(PAGE).context["draft"].text == "some words"


def test_other_page_gets_the_stored_text(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form_of(question, "stored <words>", revision=5))

    response = candidate.script("post", SAVE, form_of(question, "other words"))

    assert response.status_code == 409
    assert b'data-revision="5"' in response.content
    assert b"\nstored &lt;words&gt;</pre>" in response.content
    assert "Viva-Submitted" not in response.headers
    assert drafts() == [("stored <words>", 5, 30, False)]


def test_other_page_without_a_script_gets_both_texts(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form_of(question, "stored words", revision=5))

    response = candidate.post(SAVE, form := form_of(question, "other words"))

    assert response.status_code == 409
    assert response.context["conflict"] == "stored words"
    assert (response.context["draft"].text, response.context["draft"].base) == ("other words", 5)
    again = candidate.post(SAVE, form | {"base": 5, "revision": 5})
    assert (again.status_code, drafts()) == (302, [("other words", 6, 30, False)])


def test_save_after_submit_is_told_where_to_look(candidate: HtmlClient) -> None:
    form = form_of(make_question())
    candidate.script("post", SAVE, form)
    result = candidate.post(f"{PAGE}submit/", form).url

    late = candidate.script("post", SAVE, form | {"revision": 2})

    assert (late.status_code, late["Viva-Submitted"]) == (409, result)
    assert drafts() == [("", 2, 0, True)]


def test_old_tab_cannot_reopen_what_another_tab_submitted(candidate: HtmlClient) -> None:
    form = form_of(make_question())
    candidate.script("post", SAVE, form)
    result = candidate.post(f"{PAGE}submit/", form).url

    late = candidate.script("post", SAVE, form | {"writer": str(uuid4()), "base": 1, "revision": 2})

    assert (late.status_code, late["Viva-Submitted"]) == (409, result)
    assert drafts() == [("", 2, 0, True)]


@pytest.mark.parametrize(
    "changes",
    [
        {"writer": ""},
        {"writer": "nobody"},
        {"revision": -1},
        {"revision": 2**31},
        {"revision": "9" * 5_000},
        {"revision": "1e3"},
        {"base": -1},
        {"base": 2**63},
        {"seconds": "NaN"},
        {"text": "x" * 4_001},
    ],
)
def test_wrong_value_is_refused_and_the_text_stays(changes: dict[str, Any], candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form := form_of(question, "stored words"))

    script = candidate.script("post", SAVE, form | {"revision": 2, "text": "new words"} | changes)
    page = candidate.post(SAVE, form | {"revision": 2, "text": "new words"} | changes)

    assert (script.status_code, page.status_code) == (422, 422)
    assert script.content.strip().startswith(b'<p id="save-status"')
    assert page.context["draft"].text == changes.get("text", "new words")
    assert drafts() == [("stored words", 1, 30, False)]


def test_refused_first_save_makes_nobody(guest: HtmlClient) -> None:
    guest.script("post", SAVE, form_of(make_question(), writer="nobody"))

    assert (Person.objects.count(), "sessionid" in guest.cookies) == (0, False)


@pytest.mark.parametrize(("sent", "kept"), [(-5, 0), ("", 0), (86_400, 86_400), (86_401, 86_400), (10**30, 86_400)])
def test_seconds_are_kept_as_far_as_they_make_sense(sent: Any, kept: int, candidate: HtmlClient) -> None:
    candidate.script("post", SAVE, form_of(make_question(), seconds=sent))

    assert [draft[2] for draft in drafts()] == [kept]


def test_fields_that_are_not_asked_for_change_nothing(candidate: HtmlClient, outsider: HtmlClient) -> None:
    other = Person.objects.create()
    extra = {"person": other.pk, "context": "room", "closed": "true", "id": 1, "score": 99, "is_staff": 1}
    candidate.script("post", SAVE, form_of(make_question(), **extra))

    draft = Draft.objects.get()
    assert (draft.person_id, draft.context, draft.closed) == (candidate.session["person"], "practice", False)


@pytest.mark.parametrize("version", ["", "0", "2", "-1", "abc", "²", "1.0", " 1", str(2**31), "9" * 5_000])
def test_unknown_version_is_not_there(version: str, candidate: HtmlClient) -> None:
    response = candidate.script("post", SAVE, form_of(make_question(), version=version))

    assert (response.status_code, drafts()) == (404, [])


@pytest.mark.parametrize("path", ["demo/none", "none/probes", "secret/probes"])
def test_question_that_is_not_open_takes_no_draft(path: str, candidate: HtmlClient) -> None:
    question = make_question()
    make_question(bank=make_bank("secret", public=False))

    response = candidate.script("post", f"/questions/{path}/draft/", form_of(question))

    assert (response.status_code, drafts(), Attempt.objects.count()) == (404, [], 0)


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_draft_is_saved_by_post_alone(method: str, candidate: HtmlClient) -> None:
    form = form_of(make_question())
    data = form if method in ("get", "head") else None

    assert getattr(candidate, method)(SAVE, data).status_code == 405
    assert drafts() == []


@pytest.mark.parametrize("action", ["draft/", "submit/", "give-up/"])
def test_highest_revision_is_not_the_end(action: str, candidate: HtmlClient) -> None:
    question = make_question()
    highest = limits.REVISION_ASKED
    candidate.script("post", SAVE, form_of(question, "stored words", revision=highest))

    response = candidate.post(PAGE + action, form_of(question, "more words", base=highest, revision=0))

    assert response.status_code == 302
