"""Ways to every page of practice, each in one state. Each way returns what must be visible at its end."""

from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import patch
from uuid import uuid4

from django.urls import reverse
from playwright.sync_api import Page

from interview.accounts.models import Person
from interview.accounts.people import SESSION_KEY
from interview.domain.drafts import Save, save_draft
from interview.domain.hints import take_hint
from interview.domain.objecting import object_to
from questions.models import Question
from tests.conftest import HtmlClient, signed_in
from tests.e2e.answering import PAGE
from tests.e2e.watching import Watch
from tests.factories import both, criterion_data, make_attempt, make_question
from tests.interview.away import database_away


@dataclass(frozen=True)
class Visit:
    """A window, and who sits in front of it."""

    page: Page
    site: str
    watch: Watch

    def as_client(self, client: HtmlClient) -> None:
        """Take over the session of a client."""
        session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.site}
        self.page.context.add_cookies([session])

    def as_guest(self) -> int:
        """Somebody who has answered before; the id of the person."""
        client = HtmlClient()
        session = client.session
        session[SESSION_KEY] = Person.objects.create().pk
        session.save()
        client.cookies["sessionid"] = session.session_key
        self.as_client(client)
        return session[SESSION_KEY]

    def post(self, script: str, status: int, form: str = "main form") -> None:
        """Send the first form of that selector as a browser without scripts would."""
        self.watch.announce(f"status {status}: POST")
        with self.page.expect_navigation():
            self.page.evaluate(f"() => {{ const form = document.querySelector(`{form}`); {script}; form.submit() }}")


def saved(person_id: int, question: Question, text: str, base: int = 0) -> None:
    assert question.current is not None
    save_draft(person_id, question.current.pk, Save(text, uuid4(), base=base, revision=base + 1, seconds=9))


def today(visit: Visit) -> str:
    make_question()
    visit.page.goto("/")
    return ".today-item >> nth=0"


def today_with_a_draft(visit: Visit) -> str:
    person_id = visit.as_guest()
    make_attempt(person_id, make_question("tried", position=1))
    saved(person_id, make_question("drafted", position=2), "It will restart. " * 40)
    visit.page.goto("/")
    return ".today-excerpt"


def question_list(visit: Visit) -> str:
    person_id = visit.as_guest()
    make_attempt(person_id, make_question("tried", position=1))
    saved(person_id, make_question("drafted", position=2), "not yet")
    make_question("new", position=3)
    visit.page.goto("/questions/")
    return ".list-state-draft"


def empty_list(visit: Visit) -> str:
    visit.page.goto("/questions/")
    return ".list-facts"


def nothing_found(visit: Visit) -> str:
    make_question()
    visit.page.goto("/questions/?q=nothing&difficulty=5&state=tried")
    return "#found h2"


def list_of_many_pages(visit: Visit) -> str:
    for number in (1, 2, 3):
        make_question(f"question-{number}", position=number)
    with patch("interview.views.bank.PAGE", 1):
        visit.page.goto("/questions/?page=2")
    return "nav [rel=prev]"


def new_question(visit: Visit) -> str:
    make_question()
    visit.page.goto(PAGE)
    return "#answer"


def question_with_draft(visit: Visit) -> str:
    saved(visit.as_guest(), make_question(), "It will restart. " * 40)
    visit.page.goto(PAGE)
    return ".messages .notice:visible"


def refused_answer(visit: Visit) -> str:
    make_question()
    visit.page.goto(PAGE)
    visit.post("form.elements.text.value = ''", 422)
    return "#answer-error"


def two_texts(visit: Visit) -> str:
    question, person_id = make_question(), visit.as_guest()
    visit.page.goto(PAGE)
    saved(person_id, question, "from another device")
    visit.post("form.elements.text.value = 'from here'; form.action = form.dataset.autosave", 409)
    return "#conflict"


def no_answers_yet(visit: Visit) -> str:
    visit.page.goto("/attempts/")
    return ".list-facts"


def past_answers(visit: Visit) -> str:
    person_id, question = visit.as_guest(), make_question()
    make_attempt(person_id, question)
    make_attempt(person_id, question, "", gave_up=True)
    visit.page.goto("/attempts/")
    return "main a[href^='/attempts/'] >> nth=0"


def result(visit: Visit, text: str = "It will restart.", steps_open: int = 0, gave_up: bool = False) -> None:
    attempt = make_attempt(visit.as_guest(), make_question(), text, gave_up)
    for number in range(1, steps_open + 1):
        attempt.reveals.create(step=number)
    visit.page.goto(f"/attempts/{attempt.code}/")


def scored_result(visit: Visit) -> str:
    result(visit)
    return ".legend"


def result_with_every_step(visit: Visit) -> str:
    result(visit, steps_open=3)
    return "#step-3-title"


def result_without_evidence(visit: Visit) -> str:
    result(visit, "I cannot say.")
    return ".result-answer .notice"


def result_of_a_long_answer(visit: Visit) -> str:
    result(visit, "I cannot say.\n" * 40 + "It will restart.")
    visit.page.locator(".answer-more summary").click()
    return ".answer-more mark"


def result_without_a_score(visit: Visit) -> str:
    result(visit, "", steps_open=1, gave_up=True)
    return ".result-unscored #step-1-title"


def step_out_of_order(visit: Visit) -> str:
    result(visit)
    visit.post("form.action = form.action.replace('/1/', '/3/')", 409, form="#steps form")
    return ".steps [role=alert]"


def question_with_hints(visit: Visit) -> str:
    question = make_question(
        rubric={"criteria": [criterion_data(hints=[both("提示", "Hint"), both("再提示", "More")])]}
    )
    assert question.current is not None
    take_hint(visit.as_guest(), question.current, 1, "other")
    visit.page.goto(PAGE)
    return "#hint-1"


def result_with_objections(visit: Visit) -> str:
    asked = [{"for": "traffic", "text": both("还有呢？", "What else?")}]
    keys = ("restart", "traffic", "more", "again", "other")
    rows = [criterion_data(key, hints=[both("想一想", "Think")]) for key in keys]
    question = make_question(rubric={"criteria": rows}, follow_ups=asked)
    person_id = visit.as_guest()
    assert question.current is not None
    take_hint(person_id, question.current, 1, "other")
    attempt = make_attempt(person_id, question)
    make_attempt(person_id, question, "traffic")
    result = attempt.results.get()
    for key, status in (("traffic", "new"), ("more", "accepted"), ("again", "declined")):
        object_to(result, key, "")
        result.objections.filter(criterion=key).update(status=status, reply="同意 (agreed)")
    visit.page.goto(f"/attempts/{attempt.code}/")
    visit.page.locator(".objections summary").click()
    return "#objection-text"


def text_to_revise_beside_another(visit: Visit) -> str:
    attempt = make_attempt(visit.as_guest(), question := make_question())
    saved(attempt.person_id, question, "begun", base=1)
    visit.page.goto(f"/attempts/{attempt.code}/")
    visit.post("", 409, form="form[action$='/revise/']")
    return ".two-texts"


def comparison(visit: Visit) -> str:
    person_id, question = visit.as_guest(), make_question()
    pair = [make_attempt(person_id, question, text) for text in ("It will restart.", "It sends traffic elsewhere.")]
    visit.page.goto(f"/attempts/{pair[0].code}/compare/{pair[1].code}/")
    return ".compare-lost"


def form_without_cookies(visit: Visit) -> str:
    visit.watch.announce("status 403: POST")
    visit.page.goto("/questions/")
    visit.page.context.clear_cookies()
    visit.page.locator(".topbar summary").last.click()
    visit.page.locator("button[value=dark]").click()
    return ".page-error"


def page_without_the_right(visit: Visit) -> str:
    visit.watch.announce("status 403: GET")
    visit.as_client(signed_in("staff@viva.test", is_staff=True))
    visit.page.goto(reverse("admin:questions_question_changelist"))
    return ".page-error"


def missing_page(visit: Visit) -> str:
    visit.watch.announce("status 404: GET")
    visit.page.goto("/questions/nothing/here/")
    return ".page-error"


def failure(visit: Visit) -> str:
    visit.watch.announce("status 500: GET")
    with patch("interview.views.bank.listed_banks", side_effect=ZeroDivisionError):
        visit.page.goto("/questions/")
    return ".page-error"


def database_that_is_away(visit: Visit) -> str:
    visit.watch.announce("status 503: GET")
    with database_away():
        visit.page.goto("/questions/")
    return ".page-error"


PAGES: list[Callable[[Visit], str]] = [
    today,
    today_with_a_draft,
    question_list,
    empty_list,
    nothing_found,
    list_of_many_pages,
    new_question,
    question_with_draft,
    refused_answer,
    two_texts,
    scored_result,
    result_with_every_step,
    result_without_evidence,
    result_of_a_long_answer,
    result_without_a_score,
    step_out_of_order,
    question_with_hints,
    result_with_objections,
    text_to_revise_beside_another,
    comparison,
    no_answers_yet,
    past_answers,
    form_without_cookies,
    page_without_the_right,
    missing_page,
    failure,
    database_that_is_away,
]
