"""An objection is settled in the admin, by superusers alone; whoever objected reads what was decided."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from interview.accounts.models import User
from interview.domain.showing import ObjectionsView, SettledObjection, Words
from interview.models import Objection, Result
from questions.models import Bank, BankMember
from tests.conftest import HtmlClient
from tests.factories import make_attempt, make_question, person_id_of
from tests.interview.people import browser_of
from tests.questions.admin.pages import member

pytestmark = pytest.mark.django_db

LINE = "Load balancing is what was asked for."
TITLE = Words("Point traffic", "en")


@pytest.fixture
def result(candidate: HtmlClient) -> str:
    """The address of a result with an objection to "traffic"."""
    address = f"/attempts/{make_attempt(person_id_of(candidate), make_question()).code}/"
    candidate.post(f"{address}objections/", {"criterion": "traffic", "text": "I said <it>"})
    return address


def settle(browser: HtmlClient, **form: Any) -> int:
    """The status of the answer."""
    change = reverse("admin:interview_objection_change", args=[Objection.objects.get().pk])
    return browser.post(change, {"status": "accepted", "reply": LINE, **form}).status_code


def stored() -> tuple[Any, ...]:
    return Objection.objects.values_list("status", "reply", "text", "criterion").get()


@pytest.mark.parametrize(("status", "accepted"), [("accepted", True), ("declined", False)])
def test_decision_and_line_are_shown_on_the_result(
    status: str, accepted: bool, result: str, candidate: HtmlClient, admin: HtmlClient
) -> None:
    before = Result.objects.values().get()

    assert settle(admin, status=status, criterion="restart", text="forged") == 302

    assert stored() == (status, LINE, "I said <it>", "traffic")
    assert Result.objects.values().get() == before
    page = candidate.get(result)
    settled = (SettledObjection(TITLE, accepted, LINE),)
    assert page.context["objections"] == ObjectionsView(told=(), settled=settled, open=())
    text = page.content.decode()
    assert ("The authors agree" in text, "The authors see it differently" in text) == (accepted, not accepted)
    assert ("The points of this answer stay as they are." in text) == accepted


def test_line_is_text_and_optional(result: str, candidate: HtmlClient, admin: HtmlClient) -> None:
    settle(admin, reply="<script>")
    assert "&lt;script&gt;" in candidate.get(result).content.decode()

    settle(admin, reply="")
    page = candidate.get(result).content.decode()
    assert ("The authors agree" in page, "<q" in page) == (True, False)


def test_decision_can_be_taken_back(result: str, candidate: HtmlClient, admin: HtmlClient) -> None:
    settle(admin)
    settle(admin, status="new", reply="")

    assert candidate.get(result).context["objections"] == ObjectionsView(told=(TITLE,), settled=(), open=())


def test_settled_point_is_not_objected_to_again(result: str, candidate: HtmlClient, admin: HtmlClient) -> None:
    settle(admin)

    again = candidate.post(f"{result}objections/", {"criterion": "traffic", "text": "once more"})

    assert again.status_code == 422
    assert stored()[:2] == ("accepted", LINE)


@pytest.mark.parametrize("form", [{"status": "other"}, {"status": ""}, {"reply": "x" * 501}])
def test_refused_form_changes_nothing(form: dict[str, str], result: str, admin: HtmlClient) -> None:
    assert settle(admin, **form) == 200
    assert stored()[:2] == ("new", "")


@pytest.mark.parametrize("person", ["guest", "candidate", "outsider", "interviewer", "author"])
def test_nobody_outside_the_staff_settles(person: str, result: str, request: pytest.FixtureRequest) -> None:
    assert settle(browser_of(request, person)) == 302  # to the sign-in page
    assert stored()[:2] == ("new", "")


def test_owner_with_every_right_reads_and_does_not_settle(result: str) -> None:
    staff = member(Bank.objects.get(), "owner")
    rights = Permission.objects.filter(content_type__model="objection")
    BankMember.objects.get().user.user_permissions.set(rights)
    change = reverse("admin:interview_objection_change", args=[Objection.objects.get().pk])

    page = staff.get(change)

    assert (page.status_code, 'name="reply"' in page.content.decode()) == (200, False)
    assert settle(staff) == 403
    assert stored()[:2] == ("new", "")


def test_superuser_who_has_left_does_not_settle(result: str, admin: HtmlClient) -> None:
    User.objects.filter(email="admin@viva.test").update(is_active=False)

    assert settle(admin) == 302
    assert stored()[:2] == ("new", "")


def test_nobody_deletes_an_objection(result: str, admin: HtmlClient) -> None:
    address = reverse("admin:interview_objection_delete", args=[Objection.objects.get().pk])

    assert admin.post(address, {"post": "yes"}).status_code == 403
    assert Objection.objects.count() == 1
