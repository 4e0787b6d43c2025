"""Every page of the admin around banks, in every look: nothing in the console, nothing for axe, no sideways scroll."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from interview.accounts.models import Person
from interview.domain.objecting import object_to
from interview.models import Objection
from questions.models import Question, Tag, Version
from tests.conftest import HtmlClient, signed_in
from tests.e2e.authoring import rows, sign_in, unfold
from tests.e2e.checks import assert_fits_everybody
from tests.e2e.conftest import Browse
from tests.e2e.looks import FOUR_LOOKS, Look
from tests.e2e.watching import Watch
from tests.factories import make_attempt, make_question
from tests.questions.admin.pages import address, member, save

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

WRONG = {
    "criteria-0-concepts": "a: kill\r\nb [nagate]: " + "very long " * 40,
    "goldens": "kind: x",
    "steps-1-title_en": "x" * 301,
}


@pytest.fixture
def question(transactional_db: None) -> Question:
    """Two versions, an objection, and a draft that has changed since."""
    question = make_question()
    object_to(make_attempt(Person.objects.create().pk, question).results.get(), "traffic", "It goes elsewhere")
    editor = member(question.bank, "author", "editor@viva.test")
    save(editor, question, minutes=7)
    publish(editor, question)
    save(editor, question, minutes=8, **{"steps-0-body_en": "`code` and **more**"})
    return question


def publish(browser: HtmlClient, question: Question) -> None:
    form = {"note": "It takes longer", "edited": Question.objects.get().edited}
    assert browser.post(address("publish", question), form).status_code == 302


def shows(page: Page, shown: str) -> None:
    expect(page.locator(shown).first).to_be_visible()
    assert_fits_everybody(page, targets="/question/" in page.url and "/change/" in page.url)


def pages(question: Question) -> list[tuple[str, str]]:
    """(path, what is seen there) of all that an owner can open."""
    version = Version.objects.latest("number")
    return [
        (reverse("admin:index"), ".app-questions"),
        (reverse("admin:questions_question_changelist"), "#result_list"),
        (reverse("admin:questions_version_changelist") + f"?question__id__exact={question.pk}", "#result_list"),
        (reverse("admin:questions_bank_changelist"), "#result_list"),
        (reverse("admin:questions_tag_changelist"), "#result_list"),
        (reverse("admin:interview_objection_changelist"), "#result_list"),
        (reverse("admin:questions_bank_change", args=[question.bank_id]), "[name=members-0-email]"),
        (reverse("admin:questions_tag_add"), "[name=title_en]"),
        (reverse("admin:questions_tag_change", args=[Tag.objects.get().pk]), ".readonly"),
        (reverse("admin:questions_version_change", args=[version.pk]), ".difference ins"),
        (reverse("admin:interview_objection_change", args=[Objection.objects.get().pk]), "pre.document"),
        (address("add"), "[name=slug]"),
        (address("history", question), "#change-history"),
        (address("publish", question), ".publish-form"),
    ]


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
def test_pages_of_an_owner_fit_everybody(
    look: Look, question: Question, browse: Browse, live_server: LiveServer
) -> None:
    context = browse(look)
    sign_in(context, member(question.bank, "owner"), live_server)
    page = context.new_page()

    for path, shown in pages(question):
        page.goto(path)
        shows(page, shown)


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
def test_a_draft_with_problems_fits_everybody(
    look: Look, question: Question, browse: Browse, live_server: LiveServer
) -> None:
    context, owner = browse(look), member(question.bank, "owner")
    sign_in(context, owner, live_server)
    save(owner, question, **WRONG)
    page = context.new_page()
    page.goto(address("change", question))
    shows(page, "[name=criteria-0-concepts]")  # its row is open
    unfold(rows(page, "steps").first).locator("[data-preview]").last.click()
    shows(page, ".prose code")
    page.goto(address("publish", question))
    shows(page, "#problems-heading")


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
def test_a_conflict_fits_everybody(
    look: Look, question: Question, browse: Browse, live_server: LiveServer, watch: Watch
) -> None:
    watch.announce("status 409: POST")
    context, owner = browse(look), member(question.bank, "owner")
    sign_in(context, owner, live_server)
    page = context.new_page()
    page.goto(address("change", question))
    save(owner, question, minutes=9)
    page.locator("[name=_continue]").last.click()
    shows(page, ".conflict")


@pytest.mark.parametrize("look", FOUR_LOOKS[1:3], ids=str)
def test_what_reviewers_and_superusers_see_fits_everybody(
    look: Look, question: Question, browse: Browse, live_server: LiveServer
) -> None:
    fresh = Question.objects.create(bank=question.bank, slug="fresh", title={"en": "Fresh?"})
    reviewing, leading = browse(look), browse(look)
    sign_in(reviewing, member(question.bank, "reviewer"), live_server)
    sign_in(leading, signed_in("admin@viva.test", is_staff=True, is_superuser=True), live_server)
    page = reviewing.new_page()
    page.goto(address("change", question))
    shows(page, "pre.document")
    page = leading.new_page()
    for path in (address("delete", fresh), reverse("admin:questions_bank_add"), address("change", fresh)):
        page.goto(path)
        shows(page, "#content form")
