"""The filters of the question list: what each lets through, what is ignored, what the page says about them."""

from typing import Any
from urllib.parse import urlencode

import pytest

from interview.domain.filter_bar import Active
from interview.domain.showing import Words
from questions.models import Tag
from tests.conftest import HtmlClient
from tests.factories import both, form_of, make_attempt, make_bank, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank() -> None:
    """Four questions of three topics and difficulties 1, 3, 4 and 5."""
    make_bank()
    Tag.objects.create(slug="network", title=both("网络", "Networking"))
    Tag.objects.create(slug="storage", title=both("存储", "Storage"))
    for number, (slug, tags, difficulty) in enumerate(
        [
            ("pods", ["lifecycle"], 1),
            ("services", ["network"], 3),
            ("volumes", ["storage", "lifecycle"], 4),
            ("cni", [], 5),
        ]
    ):
        make_question(slug, position=number, tags=tags, difficulty=difficulty)


def page_of(browser: HtmlClient, **query: Any) -> Any:
    response = browser.get(f"/questions/?{urlencode(query, doseq=True)}")
    assert response.status_code == 200
    return response


def slugs(browser: HtmlClient, **query: Any) -> list[str]:
    return [row.slug for row in page_of(browser, **query).context["questions"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["pods", "services", "volumes", "cni"]),
        ({"topic": "lifecycle"}, ["pods", "volumes"]),
        ({"topic": ["network", "storage"]}, ["services", "volumes"]),
        ({"difficulty": "3"}, ["services"]),
        ({"difficulty": ["1", "4", "5"]}, ["pods", "volumes", "cni"]),
        ({"topic": "lifecycle", "difficulty": "4"}, ["volumes"]),
        ({"topic": "network", "difficulty": "1"}, []),
        ({"state": "new"}, ["pods", "services", "volumes", "cni"]),
        ({"state": "tried"}, []),
        ({"state": "draft"}, []),
    ],
)
@pytest.mark.parametrize("person", PEOPLE)
def test_filters_narrow_the_list(
    query: dict[str, Any], found: list[str], person: str, bank: None, request: pytest.FixtureRequest
) -> None:
    assert slugs(browser_of(request, person), **query) == found


@pytest.mark.parametrize(
    "query",
    [
        {"topic": ["", "none", "Lifecycle", "lifecycle\x00", "%"]},
        {"difficulty": ["0", "6", "-1", "1.0", "٣", "x", "9" * 5_000]},
        {"state": ["due", "NEW", "\x00"]},
        {"ordering": "criteria", "steps__body__contains": "x", "current__document__icontains": "restart"},
        {"q": ["", " ", "\x00", "　"]},
    ],
)
def test_unknown_names_and_values_are_ignored(query: dict[str, Any], bank: None, guest: HtmlClient) -> None:
    page = page_of(guest, **query)

    assert [row.slug for row in page.context["questions"]] == ["pods", "services", "volumes", "cni"]
    assert page.context["filters"].query == ""
    assert "Clear filters" not in page.content.decode()


def test_state_is_that_of_the_person(bank: None, candidate: HtmlClient, outsider: HtmlClient) -> None:
    questions = {slug: make_question(slug, position=n) for n, slug in enumerate(("tried", "drafted", "both"), start=9)}
    for slug in ("tried", "both"):
        make_attempt(person_id_of(candidate), questions[slug])
    for slug in ("drafted", "both"):
        seen = {"base": 1, "revision": 2} if slug == "both" else {}  # a page that has seen the answer submitted
        candidate.script("post", f"/questions/demo/{slug}/draft/", form_of(questions[slug], **seen))

    assert slugs(candidate, state="tried") == ["tried", "both"]
    assert slugs(candidate, state="draft") == ["drafted", "both"]
    assert slugs(candidate, state="new") == ["pods", "services", "volumes", "cni"]
    assert slugs(outsider, state="new") == [*slugs(candidate, state="new"), "tried", "drafted", "both"]


def test_count_says_how_many_of_all(bank: None, candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question("tried", position=9))
    page = page_of(candidate, topic="storage")

    assert {name: page.context[name] for name in ("found", "total", "tried")} == {"found": 1, "total": 5, "tried": 1}
    assert "<b>1</b> of 5 questions" in " ".join(page.content.decode().split())


def test_nothing_found_names_each_filter_and_leads_out_of_it(bank: None, guest: HtmlClient) -> None:
    page = page_of(guest, q="<b>100%</b>", topic=["network", "storage"], difficulty=["1", "2"], state="tried")

    assert page.context["filters"].active == (
        Active("text", "<b>100%</b>", "", "topic=network&topic=storage&difficulty=1&difficulty=2&state=tried"),
        Active(
            "topic", "Networking", "en", "q=%3Cb%3E100%25%3C%2Fb%3E&topic=storage&difficulty=1&difficulty=2&state=tried"
        ),
        Active(
            "topic", "Storage", "en", "q=%3Cb%3E100%25%3C%2Fb%3E&topic=network&difficulty=1&difficulty=2&state=tried"
        ),
        Active("difficulty", "1 to 2", "", "q=%3Cb%3E100%25%3C%2Fb%3E&topic=network&topic=storage&state=tried"),
        Active("state", "tried", "", "q=%3Cb%3E100%25%3C%2Fb%3E&topic=network&topic=storage&difficulty=1&difficulty=2"),
    )
    html = page.content.decode()
    assert "No question matches all of these filters" in html
    assert "&lt;b&gt;100%&lt;/b&gt;" in html
    assert "<b>100%" not in html


@pytest.mark.parametrize(
    ("chosen", "words"),
    [([], ""), (["2"], "2"), (["1", "2", "3"], "1 to 3"), (["1", "3"], "1, 3"), (["5", "4"], "4 to 5")],
)
def test_difficulties_in_a_row_are_said_as_a_range(
    chosen: list[str], words: str, bank: None, guest: HtmlClient
) -> None:
    assert page_of(guest, difficulty=chosen).context["filters"].difficulty_words == words


def test_topics_offered_are_those_of_published_questions_that_one_may_see(guest: HtmlClient, admin: HtmlClient) -> None:
    open_question = make_question("open", tags=["lifecycle"])
    make_question("closed", bank=make_bank("secret", public=False), tags=["hush"])
    make_question("old", tags=["retired"], status="retired")
    open_question.tags.set([Tag.objects.get_or_create(slug="planned", defaults={"title": both("计划", "Planned")})[0]])

    def offered(browser: HtmlClient) -> list[str]:
        return [topic.slug for topic in page_of(browser).context["filters"].topics]

    assert (offered(guest), offered(admin)) == (["lifecycle"], ["hush", "lifecycle"])
    assert slugs(guest, topic="hush") == slugs(guest, topic="planned") == ["open"]
    assert page_of(guest).context["questions"][0].tags == (Words("lifecycle", "en"),)


def test_pages_keep_the_filters(guest: HtmlClient) -> None:
    for position in range(1, 53):
        make_question(f"question-{position}", position=position, difficulty=2)
    query = {"q": "probes & more", "difficulty": ["2", "3"]}

    assert page_of(guest, **query).context["found"] == 0
    html = page_of(guest, **query | {"q": "PROBES"}).content.decode()
    assert 'href="?q=PROBES&amp;difficulty=2&amp;difficulty=3&amp;page=2"' in html
    assert len(slugs(guest, q="probes", difficulty="2", page="2")) == 2


@pytest.mark.parametrize("page", ["-1", "0", str(10**30), "abc", "%00", "2"])
def test_page_that_is_none_is_the_nearest_of_what_was_found(page: str, bank: None, guest: HtmlClient) -> None:
    response = guest.get(f"/questions/?topic=lifecycle&page={page}")

    assert [row.slug for row in response.context["questions"]] == ["pods", "volumes"]


def test_page_size_cannot_be_asked_for(guest: HtmlClient) -> None:
    for position in range(1, 53):
        make_question(f"question-{position}", position=position)

    assert len(slugs(guest, page_size=10**9, limit=10**9, per_page=1)) == 50


def test_too_many_parameters_are_refused(guest: HtmlClient) -> None:
    assert guest.get("/questions/?" + "&".join(f"topic={n}" for n in range(1_001))).status_code == 400
