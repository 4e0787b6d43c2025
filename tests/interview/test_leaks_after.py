"""After submit a person sees the result; of the model answer, each step only with its reveal."""

import re

import pytest

from tests.conftest import HtmlClient
from tests.factories import form_of, make_bank, make_question
from tests.interview.marked import ANSWER, BELIEF, in_context, in_language, make_marked, markers, sent
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

KEYS = {"covertkey1", "covertkey2"}
POSTS = ("draft", "submit", "give-up", "hint", "kept/discard")
RUBRIC = ("title1", "title2", "missed2")


@pytest.fixture(params=["zh-Hans", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def submitted(browser: HtmlClient, text: str = ANSWER, action: str = "submit") -> str:
    """The address of the new attempt."""
    response = browser.post(f"/questions/demo/marked/{action}/", form_of(make_marked(), text))
    assert (response.status_code, markers(sent(response))) == (302, set())
    return response.url


def seen(browser: HtmlClient, address: str) -> set[str]:
    """The marked words of the page, which are all that its templates can reach."""
    page = browser.get(address)
    assert page.status_code == 200
    found = markers(sent(page))
    assert in_context(page) == found
    return found


@pytest.mark.parametrize("person", PEOPLE)
def test_result_shows_its_rubric_and_the_first_prompt_only(
    person: str, language: str, request: pytest.FixtureRequest
) -> None:
    browser = browser_of(request, person, language)
    address = submitted(browser)
    expected = {*KEYS, "covertterm1", *in_language(*RUBRIC, "step1prompt", language=language)}

    for headers in ({}, {"HX-Request": "true"}, {"accept": "application/json"}):
        assert markers(sent(browser.get(f"{address}?format=json&fields=*", headers=headers))) == expected
    assert markers(sent(browser.head(address))) <= expected
    assert markers(sent(browser.options(address))) == set()


def test_each_reveal_opens_one_step_and_the_next_prompt(candidate: HtmlClient, language: str) -> None:
    browser = candidate
    browser.cookies["content_language"] = language
    address = submitted(browser)
    shown = {*KEYS, "covertterm1", *in_language(*RUBRIC, language=language)}
    for step in (1, 2, 3):
        shown |= in_language(f"step{step}title", f"step{step}body", language=language)
        following = in_language(f"step{step + 1}prompt", language=language) if step < 3 else set()

        fragment = browser.post(f"{address}steps/{step}/reveal/", headers={"HX-Request": "true"})

        assert (fragment.status_code, markers(sent(fragment))) == (200, shown | following)
        assert seen(browser, address) == shown | following


def test_reveal_without_htmx_sends_nothing_but_the_way_back(candidate: HtmlClient) -> None:
    address = submitted(candidate)

    response = candidate.post(f"{address}steps/1/reveal/")

    assert (response.status_code, response.url, response.content) == (302, f"{address}#step-1-title", b"")


@pytest.mark.parametrize("step", [2, 3, 4, 999])
def test_step_out_of_order_shows_nothing_more(step: int, candidate: HtmlClient) -> None:
    address = submitted(candidate)
    before = markers(sent(candidate.get(address)))

    for headers in ({}, {"HX-Request": "true"}):
        response = candidate.post(f"{address}steps/{step}/reveal/", headers=headers)
        assert response.status_code == (409 if step <= 3 else 404)
        assert markers(sent(response)) == (before if step <= 3 else set())


def test_correction_of_a_belief_waits_for_its_step(candidate: HtmlClient) -> None:
    address = submitted(candidate, BELIEF)
    shown = {*KEYS, "covertterm5", *in_language(*RUBRIC, "followup", language="en")}  # asked about what is not met
    first, second = (in_language(f"step{n}title", f"step{n}body", language="en") for n in (1, 2))

    assert seen(candidate, address) == shown | in_language("step1prompt", language="en")
    candidate.post(f"{address}steps/1/reveal/")
    assert seen(candidate, address) == shown | first | in_language("step2prompt", language="en")
    candidate.post(f"{address}steps/2/reveal/")
    assert seen(candidate, address) == shown | first | second | in_language("step3prompt", "correction5", language="en")


def test_giving_up_shows_no_rubric_and_one_step_at_a_time(candidate: HtmlClient) -> None:
    address = submitted(candidate, "", "give-up")
    shown: set[str] = set()
    for step in (1, 2, 3):
        assert seen(candidate, address) == shown | in_language(f"step{step}prompt", language="en")
        candidate.post(f"{address}steps/{step}/reveal/")
        shown |= in_language(f"step{step}title", f"step{step}body", language="en")
    assert seen(candidate, address) == shown


def test_foreign_attempt_answers_as_a_missing_one(candidate: HtmlClient, outsider: HtmlClient) -> None:
    address = submitted(candidate)
    missing = "/attempts/00000000-0000-4000-8000-000000000000/"

    for browser in (outsider, HtmlClient()):
        for method, tail in (("get", ""), ("head", ""), ("post", "steps/1/reveal/")):
            foreign, none = (getattr(browser, method)(start + tail) for start in (address, missing))
            assert (foreign.status_code, none.status_code) == (404, 404)
            assert _comparable(foreign, address) == _comparable(none, missing)


@pytest.mark.parametrize("person", [person for person in PEOPLE if person != "admin"])
def test_closed_question_answers_as_a_missing_one(person: str, request: pytest.FixtureRequest) -> None:
    """Of a bank that is not public."""
    make_question(bank=make_bank("secret", public=False))
    browser, missing = browser_of(request, person), "/questions/secret/absent/"  # as long as the other

    for method, tail in (("get", ""), ("head", ""), *(("post", f"{name}/") for name in POSTS)):
        form = [{"version": 1, "other": 1}] if method == "post" else []
        there, none = (
            getattr(browser, method)(start + tail, *form) for start in ("/questions/secret/probes/", missing)
        )
        assert (there.status_code, none.status_code) == (404, 404)
        assert _comparable(there, "/questions/secret/probes/") == _comparable(none, missing)


def _comparable(response: object, address: str) -> str:
    """What was sent but for tokens and the second that a cookie ends in; its Max-Age stays."""
    text = sent(response).replace(address, "/ADDRESS/")
    return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"|csrftoken=\S+|expires=[^;]+', r"\1", text)
