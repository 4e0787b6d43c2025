"""“I did get this right”: told to the authors, once a point; nothing is told back."""

import re
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from interview.models import Objection, Result
from tests.conftest import HtmlClient, signed_in
from tests.factories import criterion_data, make_attempt, make_question, person_id_of
from tests.interview.marked import ANSWER, in_language, make_marked, markers, sent

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def answered(browser: HtmlClient, text: str = "it will restart") -> str:
    """The address of an attempt that meets "restart" and not "traffic"."""
    return f"/attempts/{make_attempt(person_id_of(browser), make_question(), text).code}/"


def stored() -> list[tuple[Any, ...]]:
    return list(Objection.objects.order_by("pk").values_list("criterion", "text", "status"))


def test_objection_is_stored_and_thanked_for(candidate: HtmlClient) -> None:
    address = answered(candidate)
    before = Result.objects.values().get()

    response = candidate.post(f"{address}objections/", {"criterion": "traffic", "text": "It goes\r\nelsewhere"})

    assert (response.status_code, response.url) == (302, f"{address}#objections")
    assert stored() == [("traffic", "It goes\nelsewhere", "new")]
    assert Result.objects.values().get() == before
    page = candidate.get(address).content.decode()
    assert "The authors will look at:" in page
    assert "<select" not in page  # nothing else can be objected to


def test_htmx_gets_the_fragment(candidate: HtmlClient) -> None:
    response = candidate.post(f"{answered(candidate)}objections/", {"criterion": "traffic"}, headers=HTMX)

    assert response.status_code == 200
    assert response.content.decode().strip().startswith('<div id="objections"')
    assert stored() == [("traffic", "", "new")]


def test_same_again_is_harmless_and_another_text_is_refused(candidate: HtmlClient) -> None:
    address = answered(candidate)
    form = {"criterion": "traffic", "text": "once"}

    assert [candidate.post(f"{address}objections/", form).status_code for _ in range(2)] == [302, 302]
    refused = candidate.post(f"{address}objections/", form | {"text": "twice"})

    assert refused.status_code == 422
    assert "You have told us about this point before." in refused.content.decode()
    assert stored() == [("traffic", "once", "new")]


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({}, "Please choose the point that you made."),
        ({"criterion": "restart"}, "Please choose the point that you made."),  # it is met
        ({"criterion": "nothing"}, "Please choose the point that you made."),
        ({"criterion": "traffic", "text": "x" * 501}, "1 character too many; the text is still in the box."),
        ({"criterion": "traffic", "text": "🙂" * 502}, "2 characters too many; the text is still in the box."),
        ({"criterion": "traffic", "text": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_refused_form_keeps_what_was_typed(
    form: dict[str, str], error: str, headers: dict[str, str], candidate: HtmlClient
) -> None:
    address = answered(candidate, "it will restart alpha")

    response = candidate.post(f"{address}objections/", {"text": "my words"} | form, headers=headers)

    page = response.content.decode()
    assert (response.status_code, stored()) == (422, [])
    assert error in page
    assert form.get("text", "my words") in page
    assert "<details open>" in page


def test_five_hundred_characters_fit(candidate: HtmlClient) -> None:
    candidate.post(f"{answered(candidate)}objections/", {"criterion": "traffic", "text": "🙂" * 500})

    assert [len(text) for _, text, _ in stored()] == [500]


def test_only_rows_that_the_result_shows_can_be_objected_to(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_marked(), ANSWER)
    address = f"/attempts/{attempt.code}/"

    form = {"text": "mine"}
    statuses = [
        candidate.post(f"{address}objections/", form | {"criterion": f"covertkey{n}"}).status_code for n in range(1, 6)
    ]
    hidden, unknown = (
        candidate.post(f"{address}objections/", {"criterion": key}, headers=HTMX) for key in ("covertkey3", "nothing")
    )
    bodies = {re.sub(rb'csrfmiddlewaretoken" value="[^"]+"', b"", each.content) for each in (hidden, unknown)}

    assert statuses == [422, 302, 422, 422, 422]
    assert len(bodies) == 1
    assert markers(sent(hidden)) <= {"covertkey2", *in_language("title2", language="en")}


def test_misconception_can_be_objected_to(candidate: HtmlClient) -> None:
    belief = criterion_data("deletes", role="misconception", points=1)
    question = make_question(rubric={"criteria": [criterion_data("restart"), belief]})
    attempt = make_attempt(person_id_of(candidate), question, "restart, and it deletes")

    assert candidate.post(f"/attempts/{attempt.code}/objections/", {"criterion": "deletes"}).status_code == 302


def test_answer_without_a_score_has_nothing_to_object_to(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question(), "half", gave_up=True)
    address = f"/attempts/{attempt.code}/"

    assert candidate.post(f"{address}objections/", {"criterion": "traffic"}).status_code == 404
    assert 'id="objections"' not in candidate.get(address).content.decode()


def test_foreign_attempt_is_not_found(candidate: HtmlClient, outsider: HtmlClient) -> None:
    address = answered(candidate)

    for browser in (outsider, HtmlClient()):
        assert browser.post(f"{address}objections/", {"criterion": "traffic"}).status_code == 404
    assert candidate.get(f"{address}objections/").status_code == 405
    assert stored() == []


def test_opening_a_step_leaves_a_half_written_objection_alone(candidate: HtmlClient) -> None:
    fragment = candidate.post(f"{answered(candidate)}steps/1/reveal/", headers=HTMX).content.decode()

    assert 'id="score-rows"' in fragment
    assert 'id="objections"' not in fragment


def test_database_refuses_a_second_one_and_an_unknown_status(candidate: HtmlClient) -> None:
    candidate.post(f"{answered(candidate)}objections/", {"criterion": "traffic"})
    result = Result.objects.get()

    for fields in ({"criterion": "traffic"}, {"criterion": "restart", "status": "other"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Objection.objects.create(result=result, **fields)


def test_admin_reads_objections_and_adds_none(candidate: HtmlClient, admin: HtmlClient) -> None:
    candidate.post(f"{answered(candidate)}objections/", {"criterion": "traffic", "text": "<b>mine</b>"})
    objection = Objection.objects.get()
    change = reverse("admin:interview_objection_change", args=[objection.pk])

    listed = admin.get(reverse("admin:interview_objection_changelist")).content.decode()
    page = admin.get(change).content.decode()

    assert "demo/probes" in listed
    assert "&lt;b&gt;mine&lt;/b&gt;" in listed
    assert "it will restart" in page
    assert admin.get(reverse("admin:interview_objection_add")).status_code == 403
    staff = signed_in("staff@viva.test", is_staff=True)
    assert staff.get(change).status_code == 403


def test_admin_list_costs_the_same_at_1_and_3_rows(
    candidate: HtmlClient, admin: HtmlClient, django_assert_num_queries: Any
) -> None:
    page = reverse("admin:interview_objection_changelist")
    for text in ("it will restart", "nothing", "nothing at all"):
        candidate.post(f"{answered(candidate, text)}objections/", {"criterion": "traffic"})
        with django_assert_num_queries(6):
            admin.get(page)
