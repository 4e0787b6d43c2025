from uuid import UUID

import pytest

from interview.accounts.models import Person, User
from interview.domain.showing import DraftView, QuestionHead, Words
from interview.models import Draft
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_bank, make_question, person_id_of, question_data
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
HEAD = QuestionHead(
    bank="demo",
    bank_title=Words("Demo bank", "en"),
    slug="probes",
    version=1,
    number=1,
    total=1,
    title=Words("Which probes are there?", "en"),
    body=Words("<p>Explain each.</p>\n", "en"),
    tags=(Words("lifecycle", "en"),),
    difficulty=2,
    minutes=5,
    max_answer=4_000,
)


def draft_on(browser: HtmlClient) -> DraftView:
    response = browser.get(PAGE)
    assert response.status_code == 200
    draft: DraftView = response.context["draft"]
    assert f"\n{draft.text}</textarea>" in response.content.decode()
    return draft


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_can_answer_a_question_of_the_public_bank(person: str, request: pytest.FixtureRequest) -> None:
    make_question()

    response = browser_of(request, person).get(PAGE)

    assert response.status_code == 200
    assert response.context["question"] == HEAD
    draft = response.context["draft"]
    assert draft == DraftView(text="", base=0, writer=draft.writer, seconds=0, restored=False)


def test_question_is_numbered_in_its_bank(guest: HtmlClient) -> None:
    make_question("elsewhere", bank=make_bank("other"))
    for position in (1, 2, 3):
        make_question(f"question-{position}", position=position)
    Question.objects.filter(slug="question-1").update(status="retired")

    question = guest.get("/questions/demo/question-3/").context["question"]

    assert (question.number, question.total) == (2, 2)


def test_every_load_is_a_writer_of_its_own(guest: HtmlClient) -> None:
    make_question()

    first, second = draft_on(guest).writer, draft_on(guest).writer

    assert {type(first), type(second)} == {UUID}
    assert first != second


def test_draft_comes_back(candidate: HtmlClient) -> None:
    text = 'it will <restart>\n\n  & "wait"'
    candidate.script("post", f"{PAGE}draft/", form_of(make_question(), text, revision=7, seconds=42))

    response = candidate.get(PAGE)

    draft = response.context["draft"]
    assert draft == DraftView(text=text, base=7, writer=draft.writer, seconds=42, restored=True)
    assert "it will &lt;restart&gt;\n\n  &amp; &quot;wait&quot;</textarea>" in response.content.decode()


def test_draft_of_another_person_is_never_shown(candidate: HtmlClient, guest: HtmlClient, outsider: HtmlClient) -> None:
    question = make_question()
    outsider.script("post", "/questions/demo/other/draft/", form_of(make_question("other")))
    candidate.script("post", f"{PAGE}draft/", form_of(question, "private words"))

    for browser in (guest, outsider):
        assert draft_on(browser).text == ""
        assert b"private words" not in browser.get(PAGE).content


def test_two_people_keep_their_own_drafts(candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_question()
    for browser, text in ((outsider, "their words"), (candidate, "my words")):
        browser.script("post", f"{PAGE}draft/", form_of(question, text))

    assert [draft_on(browser).text for browser in (outsider, candidate)] == ["their words", "my words"]


def test_draft_of_a_guest_is_shown_to_whom_they_sign_in_as(guest: HtmlClient, outsider: HtmlClient) -> None:
    guest.script("post", f"{PAGE}draft/", form_of(make_question(), "private words"))
    guest.force_login(User.objects.get())

    assert [draft_on(browser).text for browser in (guest, outsider, HtmlClient())] == ["private words"] * 2 + [""]


def test_person_is_named_to_their_own_browser(candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_question()
    tag = candidate.script("post", f"{PAGE}draft/", form_of(question))["Viva-Person"]
    other = outsider.script("post", f"{PAGE}draft/", form_of(question))["Viva-Person"]

    assert f'name="person" value="{tag}"' in candidate.get(PAGE).content.decode()
    assert tag != other
    assert str(person_id_of(candidate)) not in tag.split("-")
    assert 'name="person" value=""' in HtmlClient().get(PAGE).content.decode()


def test_open_draft_goes_on_with_its_version(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", f"{PAGE}draft/", form_of(question, "old words"))
    publish(question, read_document(question_data(title={"en": "Asked anew"})))

    page = candidate.get(PAGE)

    assert (page.context["question"].version, page.context["question"].title) == (1, HEAD.title)
    assert (page.context["draft"].text, page.context["draft"].base) == ("old words", 1)
    assert HtmlClient().get(PAGE).context["question"].version == 2


def test_after_submit_the_newest_version_is_asked(candidate: HtmlClient) -> None:
    question = make_question()
    make_attempt(person_id_of(candidate), question)
    publish(question, read_document(question_data(title={"en": "Asked anew"})))

    page = candidate.get(PAGE)

    assert page.context["question"].version == 2
    assert (page.context["draft"].text, page.context["draft"].restored) == ("", False)


def test_reading_makes_nobody_and_no_draft(guest: HtmlClient) -> None:
    make_question()
    guest.get(PAGE)

    assert "sessionid" not in guest.cookies
    assert (Person.objects.count(), Draft.objects.count()) == (0, 0)


@pytest.mark.parametrize("path", ["none/probes", "demo/none", "demo/unpublished", "demo/retired", "secret/probes"])
@pytest.mark.parametrize("person", ["guest", "outsider", "author"])
def test_what_is_not_open_is_not_there(path: str, person: str, request: pytest.FixtureRequest) -> None:
    make_question()
    make_question(bank=make_bank("secret", public=False))
    make_question("retired")
    Question.objects.filter(slug="retired").update(status="retired")
    Question.objects.create(bank=make_bank(), slug="unpublished", title={"en": "Draft"})

    assert browser_of(request, person).get(f"/questions/{path}/").status_code == 404


def test_page_with_htmx_is_the_page(guest: HtmlClient) -> None:
    make_question()

    assert guest.get(PAGE, headers={"HX-Request": "true"}).content.startswith(b"<!doctype html>")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_question_can_only_be_read(method: str, guest: HtmlClient) -> None:
    make_question()

    assert getattr(guest, method)(PAGE).status_code == 405
