"""Requests of one person at the same moment, each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from interview.domain.hints import take_hint
from interview.models import Attempt, Draft, HintTaken, Objection, Result, Reveal
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, form_of, make_attempt, make_question, person_id_of

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/questions/demo/probes/"


def at_once(*actions: Callable[[], Any]) -> list[Any]:
    """What the actions return, started together."""
    barrier = Barrier(len(actions))

    def run(action: Callable[[], Any]) -> Any:
        try:
            barrier.wait(10)
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def posting(browser: HtmlClient, path: str, data: Any = None) -> Callable[[], Any]:
    """The post, from another tab of the same browser."""
    tab = HtmlClient()
    tab.cookies["sessionid"] = browser.cookies["sessionid"].value
    return lambda: tab.script("post", path, data)


def test_twenty_submits_of_one_page_make_one_attempt(candidate: HtmlClient) -> None:
    question = make_question()
    for attempts in (1, 2, 3):
        form = form_of(question, f"it will restart {attempts}")
        responses = at_once(*(posting(candidate, f"{PAGE}submit/", form) for _ in range(20)))

        assert {(response.status_code, response.url) for response in responses} == {
            (302, f"/attempts/{Attempt.objects.latest('pk').code}/")
        }
        assert (Attempt.objects.count(), Result.objects.count()) == (attempts, attempts)


def test_two_reveals_at_once_open_one_step(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())
    reveal = f"/attempts/{attempt.code}/steps/1/reveal/"

    responses = at_once(*(posting(candidate, reveal) for _ in range(8)))

    assert [response.status_code for response in responses] == [302] * 8
    assert list(Reveal.objects.values_list("attempt", "step")) == [(attempt.pk, 1)]


def test_saves_out_of_order_end_with_the_highest_revision(candidate: HtmlClient) -> None:
    form = form_of(make_question())

    responses = at_once(
        *(
            posting(candidate, f"{PAGE}draft/", {**form, "revision": revision, "text": f"text {revision}"})
            for revision in range(1, 11)
        )
    )

    assert {response.status_code for response in responses} <= {200, 409}
    assert responses[-1].status_code == 200
    assert list(Draft.objects.values_list("text", "revision", "closed")) == [("text 10", 10, False)]


def test_first_saves_of_one_page_make_one_draft(candidate: HtmlClient) -> None:
    form = form_of(make_question())

    responses = at_once(*(posting(candidate, f"{PAGE}draft/", form) for _ in range(10)))

    assert [(r.status_code, r["Viva-Revision"]) for r in responses] == [(200, "1")] * 10
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("saved_before", [True, False])
def test_save_beside_submit_never_brings_the_draft_back(saved_before: bool, candidate: HtmlClient) -> None:
    question = make_question()
    for round_number in range(1, 6):
        base = Draft.objects.values_list("revision", flat=True).first() or 0
        form = form_of(question, f"it will restart {round_number}", base=base, revision=base + 1)
        if saved_before:
            candidate.script("post", f"{PAGE}draft/", form)
        late = {**form, "revision": base + 2}

        submitted, saved = at_once(
            posting(candidate, f"{PAGE}submit/", form), posting(candidate, f"{PAGE}draft/", late)
        )

        assert submitted.status_code == 302
        assert saved.status_code in (200, 409)
        assert list(Draft.objects.values_list("text", "closed")) == [("", True)]
        assert Attempt.objects.count() == round_number


def test_twenty_presses_take_one_hint(candidate: HtmlClient) -> None:
    hints = [both(f"提示{n}", f"hint {n}") for n in (1, 2, 3)]
    form = form_of(make_question(rubric={"criteria": [criterion_data("restart", hints=hints)]}))

    responses = at_once(*(posting(candidate, f"{PAGE}hint/", form | {"other": 1}) for _ in range(20)))

    assert {response.status_code for response in responses} == {302}
    assert list(HintTaken.objects.values_list("criterion", "rung")) == [("restart", 1)]


def test_hint_beside_submit_is_counted_or_belongs_to_the_next_answer(candidate: HtmlClient) -> None:
    hints = [both(f"提示{n}", f"hint {n}") for n in (1, 2, 3)]
    question = make_question(rubric={"criteria": [criterion_data("restart", hints=hints)]})
    person = person_id_of(candidate)
    for round_number in range(1, 6):
        HintTaken.objects.all().delete()
        form = form_of(question, f"it will restart {round_number}")

        at_once(posting(candidate, f"{PAGE}submit/", form), lambda: take_hint(person, question.current, 1, "other"))

        attempt, hint = Attempt.objects.latest("pk"), HintTaken.objects.get()
        assert (attempt.help_used, hint.attempt) in ((1, attempt), (0, None))


def test_twenty_revisions_at_once_make_one_draft(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())

    responses = at_once(*(posting(candidate, f"/attempts/{attempt.code}/revise/") for _ in range(20)))

    assert {response.status_code for response in responses} == {302}
    drafts = Draft.objects.values_list("text", "closed", "revises", "context")
    assert list(drafts) == [("it will restart", False, attempt.pk, "practice")]


def test_twenty_replacements_at_once_keep_the_other_text_once(candidate: HtmlClient) -> None:
    question = make_question()
    attempt = make_attempt(person_id_of(candidate), question)
    candidate.script("post", f"{PAGE}draft/", form_of(question, "begun", base=1, revision=5))

    form = {"replace": 5}
    at_once(*(posting(candidate, f"/attempts/{attempt.code}/revise/", form) for _ in range(20)))

    drafts = Draft.objects.order_by("context").values_list("context", "text")
    assert list(drafts) == [("kept", "begun"), ("practice", "it will restart")]


def test_twenty_objections_at_once_are_one(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())
    form = {"criterion": "traffic", "text": "mine"}

    responses = at_once(*(posting(candidate, f"/attempts/{attempt.code}/objections/", form) for _ in range(20)))

    assert {response.status_code for response in responses} == {302}
    assert list(Objection.objects.values_list("criterion", "text")) == [("traffic", "mine")]
