from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.urls import reverse

from interview.accounts.models import Person, User
from interview.models import Attempt
from tests.conftest import HtmlClient, signed_in
from tests.factories import both, criterion_data, form_of, make_question

pytestmark = pytest.mark.django_db

EMAIL = "leaving@viva.test"
PAGE = "/questions/demo/probes/"


def practise(browser: HtmlClient) -> None:
    """A hint, an answer, its revision, a step, an objection and a draft."""
    rows = [criterion_data("restart", hints=[both("提示", "Think")]), criterion_data("traffic")]
    form = form_of(make_question(rubric={"criteria": rows}))
    browser.post(f"{PAGE}hint/", form | {"other": 1}, headers={"HX-Request": "true"})
    first = browser.post(f"{PAGE}submit/", form).url
    browser.post(f"{first}steps/1/reveal/")
    browser.post(f"{first}objections/", {"criterion": "traffic"})
    browser.post(f"{first}revise/")
    browser.post(f"{PAGE}submit/", form_of(make_question(), base=3))
    browser.script("post", f"{PAGE}draft/", form_of(make_question(), "begun", base=9))


def rows() -> dict[str, int]:
    """How much there is in the tables that hold what people did."""
    models = [User, Person, EmailAddress, *apps.get_app_config("interview").get_models()]
    return {model.__name__: model.objects.count() for model in models}


def told(capsys: Any, *options: str) -> str:
    call_command("delete_account", EMAIL, *options)
    return capsys.readouterr().out.strip()


def test_account_goes_with_all_that_was_done_and_nothing_else(outsider: HtmlClient, capsys: Any) -> None:
    practise(outsider)
    before = rows()
    browser = signed_in(EMAIL)
    EmailAddress.objects.create(user=User.objects.get(email=EMAIL), email=EMAIL)
    practise(browser)
    assert all(count > before[name] for name, count in rows().items())

    assert told(capsys, "--yes") == f"Account {EMAIL} with 2 submitted answers: deleted."

    assert rows() == before
    assert "Sign in" in browser.get("/").content.decode()
    assert outsider.get(reverse("attempt-detail", args=[Attempt.objects.latest("pk").code])).status_code == 200


def test_nothing_goes_without_yes(capsys: Any) -> None:
    practise(signed_in(EMAIL))
    before = rows()

    assert told(capsys) == f"Account {EMAIL} with 2 submitted answers: found; --yes deletes them."
    assert rows() == before


def test_address_in_any_case_is_found_and_another_is_not(db: None) -> None:
    signed_in(EMAIL)

    call_command("delete_account", EMAIL.upper(), "--yes")

    with pytest.raises(CommandError, match="There is no account"):
        call_command("delete_account", EMAIL)
