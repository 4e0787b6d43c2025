"""Before an answer is submitted, no byte of the model answer or the rubric reaches anybody."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse

from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question
from tests.interview.marked import in_context, make_marked, markers, sent
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/marked/"
LISTS = ("/questions/", "/questions/?page=2", "/questions/?q=which&topic=lifecycle&difficulty=2", "/attempts/")
OPEN_TO_READ = ("/", *LISTS, PAGE, "/health/")
METHODS = ("get", "head", "options", "put", "delete", "trace")
POSTS = ("draft/", "submit/", "give-up/", "hint/")
VARIANTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("", {"HX-Request": "true"}),
    ("", {"accept": "application/json"}),
    ("", {"X-HTTP-Method-Override": "POST", "Range": "bytes=0-99"}),
    ("format=json&fields=*&include=steps&ordering=criteria&steps__body__contains=covert", {}),
)


@pytest.fixture(params=["zh-Hans", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def reading(browser: HtmlClient, methods: tuple[str, ...] = METHODS) -> Iterator[HttpResponse]:
    """Everything that can be asked without sending a text."""
    for path in (*OPEN_TO_READ, *(PAGE + name for name in POSTS), f"/attempts/{uuid4()}/", "/questions/demo/none/"):
        for query, headers in VARIANTS:
            address = f"{path}{'&' if '?' in path else '?'}{query}"
            for method in methods if len(headers) < 2 and not query else ("get",):
                yield getattr(browser, method)(address, headers=headers)


def writing(browser: HtmlClient, question: Question) -> Iterator[HttpResponse]:
    """Saves and refusals: nothing here makes an attempt."""
    good = form_of(question, "covert")
    bad: list[dict[str, Any]] = [
        {"text": "x" * 4_001},
        {"text": " "},
        {"writer": "covert"},
        {"revision": -1},
        {"version": 1},
        {"version": 99},
        {"version": ""},
    ]
    for _, headers in VARIANTS:
        yield browser.post(f"{PAGE}draft/", good, headers=headers)
        yield browser.post(f"{PAGE}draft/", form_of(question, "another page"), headers=headers)
        for changes in bad:
            yield browser.post(f"{PAGE}draft/", good | changes, headers=headers)
            if changes != {"version": 1}:
                yield browser.post(f"{PAGE}submit/", good | {"text": " "} | changes, headers=headers)
        yield browser.post(f"{PAGE}give-up/", good | {"text": "x" * 4_001}, headers=headers)


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_hidden_is_sent_before_submit(person: str, language: str, request: pytest.FixtureRequest) -> None:
    question = make_marked()
    browser = browser_of(request, person, language)

    responses = [*reading(browser), *writing(browser, question), *reading(browser, ("get",))]

    assert {response.status_code for response in responses} == {200, 302, 404, 405, 409, 422}
    found = [(r.request["PATH_INFO"], r.status_code, words) for r in responses if (words := markers(sent(r)))]
    assert found == []


def test_nothing_hidden_is_in_reach_of_a_template_before_submit(guest: HtmlClient) -> None:
    question = make_marked()
    list_page = guest.get("/questions/")
    page = guest.get(PAGE)
    refused = guest.post(f"{PAGE}submit/", form_of(question, ""))

    assert [in_context(response) for response in (list_page, page, refused)] == [set(), set(), set()]
    assert page.context["question"].title.text == "Which probes are there?"


def test_pages_do_not_depend_on_what_is_hidden(guest: HtmlClient, candidate: HtmlClient) -> None:
    make_marked("marked-a", steps=3)
    make_question("marked-b", steps=7)
    make_question("marked-b", steps=8)  # as many versions

    bare, rich = (_comparable(guest.get(f"/questions/demo/{slug}/"), slug) for slug in ("marked-b", "marked-a"))
    assert bare == rich

    saves = []
    for slug in ("marked-a", "marked-b"):
        form = form_of(Question.objects.get(slug=slug), "covertterm1 restart")
        saves.append(_comparable(candidate.script("post", f"/questions/demo/{slug}/draft/", form), slug))
    assert saves[0] == saves[1]


def test_saving_judges_nothing(candidate: HtmlClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the time that it takes cannot depend on what the text holds."""
    judged: list[str] = []
    for name in ("score_answer", "compiled_rubric", "score_attempt"):
        monkeypatch.setattr(f"interview.domain.practice.{name}", lambda *_, name=name: judged.append(name))
    form = form_of(make_marked(), "covertterm1 covertsyn1")

    saves = [candidate.script("post", f"{PAGE}draft/", form | {"revision": revision}) for revision in (1, 2)]
    saves.append(candidate.post(f"{PAGE}draft/", form | {"revision": 3}))
    candidate.post(f"{PAGE}submit/", form | {"text": ""})

    assert ([save.status_code for save in saves], judged) == ([200, 200, 302], [])


def test_own_attempt_does_not_open_the_question_page(candidate: HtmlClient) -> None:
    question = make_marked()
    make_attempt(candidate.session["person"], question, "covertterm1")

    responses = [candidate.get(PAGE), candidate.get("/questions/"), candidate.script("get", PAGE)]

    assert [markers(sent(response)) for response in responses] == [set(), set(), set()]


@pytest.mark.parametrize("step", ["0", "1", "2", "3", "4", "999", "99999999999999999999"])
def test_steps_of_another_attempt_stay_closed(step: str, candidate: HtmlClient, outsider: HtmlClient) -> None:
    attempt = make_attempt(candidate.session["person"], make_marked())

    for headers in ({}, {"HX-Request": "true"}, {"accept": "application/json"}):
        for browser in (outsider, HtmlClient()):
            response = browser.post(f"/attempts/{attempt.code}/steps/{step}/reveal/", headers=headers)
            assert (response.status_code, markers(sent(response))) == (404, set())
            assert browser.get(f"/attempts/{attempt.code}/", headers=headers).status_code == 404
    assert attempt.reveals.count() == 0


def _comparable(response: HttpResponse, slug: str) -> str:
    """What was sent but for the address and what is new in every page."""
    text = sent(response).replace(slug, "SLUG")
    text = re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": |name="writer" value=)"[^"]+"', r"\1", text)
    text = re.sub(r"csrftoken=\S+|sessionid=\S+|expires=[^;]+", "", text)
    return re.sub(r'Viva-Person: \S+|name="person" value="[^"]*"|<time.*?</time>', "", text)
