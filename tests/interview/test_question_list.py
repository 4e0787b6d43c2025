import pytest

from interview.domain.showing import ListedQuestion, Words
from interview.models import Attempt
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import both, form_of, make_attempt, make_bank, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

ROW = ListedQuestion(
    bank="demo",
    slug="probes",
    title=Words("Which probes are there?", "en"),
    tags=(Words("lifecycle", "en"),),
    difficulty=2,
    minutes=5,
    best=None,
    max_points=4,
    state="new",
)


def rows_of(browser: HtmlClient, query: str = "") -> list[ListedQuestion]:
    response = browser.get(f"/questions/{query}")
    assert response.status_code == 200
    return list(response.context["questions"])


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_sees_the_public_bank(person: str, request: pytest.FixtureRequest) -> None:
    make_question()

    assert rows_of(browser_of(request, person)) == [ROW]


def test_rows_are_in_chinese_where_content_is(guest: HtmlClient) -> None:
    make_question()
    guest.cookies["content_language"] = "zh-Hans"

    (row,) = rows_of(guest)

    assert (row.title, row.tags) == (Words("探针有哪些？", "zh-Hans"), (Words("生命周期", "zh-Hans"),))


def test_what_a_text_lacks_is_shown_in_the_language_it_has(guest: HtmlClient) -> None:
    make_question(title={"zh-Hans": "只有中文"})

    assert [row.title for row in rows_of(guest)] == [Words("只有中文", "zh-Hans")]


def test_order_is_that_of_the_bank(guest: HtmlClient) -> None:
    for slug, position in (("third", 3), ("first", 1), ("second", 2)):
        make_question(slug, position=position)

    assert [row.slug for row in rows_of(guest)] == ["first", "second", "third"]


@pytest.mark.parametrize(("person", "slugs"), [("outsider", []), ("interviewer", []), ("admin", ["probes"])])
def test_private_bank_is_for_staff(person: str, slugs: list[str], request: pytest.FixtureRequest) -> None:
    make_question(bank=make_bank("secret", public=False))

    assert [row.slug for row in rows_of(browser_of(request, person))] == slugs


def test_drafts_and_retired_questions_are_not_listed(admin: HtmlClient) -> None:
    make_question("retired")
    Question.objects.filter(slug="retired").update(status="retired")
    Question.objects.create(bank=make_bank(), slug="unpublished", title=both("草稿", "Draft"))

    assert rows_of(admin) == []


def test_order_is_bank_by_bank_as_they_were_made(guest: HtmlClient) -> None:
    older, newer = make_bank("z-older"), make_bank("a-newer")
    for slug, bank, position in (("third", newer, 1), ("second", older, 2), ("first", older, 1)):
        make_question(slug, bank=bank, position=position)

    assert [row.slug for row in rows_of(guest)] == ["first", "second", "third"]


def test_heading_is_the_only_bank_there_is_to_see(guest: HtmlClient, admin: HtmlClient) -> None:
    make_question()
    make_bank("empty")
    make_question(bank=make_bank("secret", public=False))

    def headings(browser: HtmlClient) -> list[Words | None]:
        return [browser.get(f"/questions/{query}").context["bank_title"] for query in ("", "?q=probes", "?q=nothing")]

    assert headings(guest) == [Words("Demo bank", "en")] * 3
    assert headings(admin) == [None] * 3


def test_progress_is_that_of_the_person_alone(candidate: HtmlClient, outsider: HtmlClient) -> None:
    tried, drafted = make_question("tried", position=1), make_question("drafted", position=2)
    make_attempt(person_id_of(candidate), tried, "it will restart")
    make_attempt(person_id_of(candidate), tried, "nothing of it")
    candidate.script("post", "/questions/demo/drafted/draft/", form_of(drafted))

    assert [(row.state, row.best) for row in rows_of(candidate)] == [("tried", 2), ("draft", None)]
    assert [(row.state, row.best) for row in rows_of(outsider)] == [("new", None), ("new", None)]


def test_giving_up_is_tried_without_a_score(candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question(), "", gave_up=True)

    assert [(row.state, row.best) for row in rows_of(candidate)] == [("tried", None)]


def test_number_tried_counts_questions_of_all_pages(candidate: HtmlClient) -> None:
    for position in range(1, 53):
        question = make_question(f"question-{position}", position=position)
        if position in (1, 52):
            make_attempt(person_id_of(candidate), question)

    page = candidate.get("/questions/")

    assert "52 questions, 2 tried" in page.content.decode()


@pytest.mark.parametrize(
    ("page", "number"),
    [("1", 1), ("2", 2), ("3", 2), ("0", 2), ("-1", 2), ("abc", 1), ("", 1), ("1" * 5_000, 2), ("%00", 1), ("٢", 2)],
)
def test_page_that_is_none_is_the_nearest(page: str, number: int, guest: HtmlClient) -> None:
    for position in range(1, 52):
        make_question(f"question-{position:02}", position=position)

    response = guest.get(f"/questions/?page={page}")

    assert (response.status_code, response.context["page"].number) == (200, number)
    assert len(response.context["questions"]) == {1: 50, 2: 1}[number]


def test_row_says_the_same_to_nobody_else(candidate: HtmlClient, request: pytest.FixtureRequest) -> None:
    make_question(title={"en": "Which probes are there?"}, tags=[])  # a row in English, whatever the language
    states = ["Not tried yet", "还没做", "Tried", "做过"]

    def stated(person: str, language: str) -> list[str]:
        html = browser_of(request, person, language).get("/questions/").content.decode()
        return [state for state in states if f"</svg>{state}\n" in html]

    assert [stated("candidate", language) for language in ("en", "zh-Hans")] == [["Not tried yet"], ["还没做"]]
    make_attempt(person_id_of(candidate), Question.objects.get(), "it will restart")
    assert [stated("candidate", language) for language in ("en", "zh-Hans")] == [["Tried"], ["做过"]]
    assert [stated("outsider", language) for language in ("en", "zh-Hans")] == [["Not tried yet"], ["还没做"]]


def test_empty_bank_says_so(guest: HtmlClient) -> None:
    assert "There are no questions here yet." in guest.get("/questions/").content.decode()


def test_list_is_a_whole_page_with_htmx_too(guest: HtmlClient) -> None:
    make_question()

    assert guest.get("/questions/", headers={"HX-Request": "true"}).content.startswith(b"<!doctype html>")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_list_can_only_be_read(method: str, guest: HtmlClient) -> None:
    assert getattr(guest, method)("/questions/").status_code == 405


def test_reading_makes_nobody(guest: HtmlClient) -> None:
    make_question()
    guest.get("/questions/")

    assert "sessionid" not in guest.cookies
    assert Attempt.objects.count() == 0
