from uuid import uuid4

import pytest

from interview.domain.showing import ShownStep, Words
from interview.models import Attempt, Reveal
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def attempt(candidate: HtmlClient) -> Attempt:
    return make_attempt(person_id_of(candidate), make_question())


def reveal_url(attempt: Attempt, step: object) -> str:
    return f"/attempts/{attempt.code}/steps/{step}/reveal/"


def opened() -> list[int]:
    return list(Reveal.objects.values_list("step", flat=True))


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_opens_the_steps_of_their_own_attempt(person: str, request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person)
    browser.post("/questions/demo/probes/submit/", form_of(make_question()))

    response = browser.post(reveal_url(Attempt.objects.get(), 1), headers=HTMX)

    assert response.status_code == 200
    assert response.context["steps"] == (
        ShownStep(1, "open", "core", Words("Title of step 1", "en"), Words("<p>Body of step 1</p>\n", "en")),
        ShownStep(2, "next", prompt=Words("Think of step 2", "en")),
        ShownStep(3, "later"),
    )
    assert opened() == [1]


def test_htmx_gets_the_steps_and_the_score_beside_them(candidate: HtmlClient, attempt: Attempt) -> None:
    page = candidate.post(reveal_url(attempt, 1), headers=HTMX).content.decode()

    assert page.lstrip().startswith('<section id="steps"')
    assert page.count('hx-swap-oob="true"') == 1
    assert "<html" not in page


def test_step_of_an_unscored_attempt_brings_no_score(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question(), "", gave_up=True)

    page = candidate.post(reveal_url(attempt, 1), headers=HTMX).content.decode()

    assert "Title of step 1" in page
    assert 'id="score"' not in page


def test_without_htmx_the_page_comes_back_at_the_step(candidate: HtmlClient, attempt: Attempt) -> None:
    response = candidate.post(reveal_url(attempt, 1))

    assert (response.status_code, response.url) == (302, f"/attempts/{attempt.code}/#step-1-title")
    assert 'id="step-1-title"' in candidate.get(response.url).content.decode()


def test_all_steps_open_one_after_the_other(candidate: HtmlClient, attempt: Attempt) -> None:
    for step in (1, 2, 3):
        candidate.post(reveal_url(attempt, step))

    assert opened() == [1, 2, 3]
    assert [step.state for step in candidate.get(f"/attempts/{attempt.code}/").context["steps"]] == ["open"] * 3


def test_open_step_can_be_asked_for_again(candidate: HtmlClient, attempt: Attempt) -> None:
    for step in (1, 2, 1):
        assert candidate.post(reveal_url(attempt, step), headers=HTMX).status_code == 200

    assert opened() == [1, 2]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_later_step_is_refused_with_the_one_that_comes_first(
    headers: dict[str, str], candidate: HtmlClient, attempt: Attempt
) -> None:
    response = candidate.post(reveal_url(attempt, 3), headers=headers)

    assert (response.status_code, response.context["error"]) == (409, "Step 1 comes first.")
    assert opened() == []


@pytest.mark.parametrize("step", [0, 4, 999, 2**31, 2**63, "9" * 5_000, -1, "one"])
def test_step_that_is_none_is_not_there(step: object, candidate: HtmlClient, attempt: Attempt) -> None:
    for number in (1, 2, 3):
        candidate.post(reveal_url(attempt, number))

    assert candidate.post(reveal_url(attempt, step), headers=HTMX).status_code == 404
    assert opened() == [1, 2, 3]


@pytest.mark.parametrize("stranger", ["guest", "outsider", "interviewer", "author", "admin"])
def test_nobody_else_opens_a_step(
    stranger: str, candidate: HtmlClient, attempt: Attempt, request: pytest.FixtureRequest
) -> None:
    response = browser_of(request, stranger).post(reveal_url(attempt, 1), headers=HTMX)

    assert (response.status_code, opened()) == (404, [])
    assert b"step 1" not in response.content


def test_steps_of_a_missing_attempt_are_not_there(candidate: HtmlClient) -> None:
    assert candidate.post(f"/attempts/{uuid4()}/steps/1/reveal/").status_code == 404


def test_reveal_of_one_attempt_is_not_that_of_another(candidate: HtmlClient, attempt: Attempt) -> None:
    other = make_attempt(person_id_of(candidate), attempt.version.question, "no traffic")
    candidate.post(reveal_url(attempt, 1))

    assert candidate.get(f"/attempts/{other.code}/").context["opened"] == 0


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_step_opens_by_post_alone(method: str, candidate: HtmlClient, attempt: Attempt) -> None:
    response = getattr(candidate, method)(reveal_url(attempt, 1), headers=HTMX)

    assert (response.status_code, opened()) == (405, [])
