import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.interview.accounts.signing import EMAIL, OTHER, PASSWORD, make_user, sign_in, signed_in

pytestmark = pytest.mark.django_db

CHANGE, NEW = "/account/email/", "new@viva.test"
FORM = {"email": NEW, "password": PASSWORD}


@pytest.fixture
def here(user: User, guest: HtmlClient) -> HtmlClient:
    sign_in(guest)
    return guest


def addresses() -> list[tuple[str, bool, bool]]:
    return list(EmailAddress.objects.order_by("pk").values_list("email", "verified", "primary"))


def emails() -> list[str]:
    return list(User.objects.order_by("pk").values_list("email", flat=True))


def link() -> str:
    found = re.search(r"http://testserver(/account/confirm/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_address_changes_at_once_where_no_mail_is_sent(here: HtmlClient) -> None:
    assert here.post(CHANGE, FORM).url == CHANGE

    assert (emails(), addresses(), mail.outbox) == ([NEW], [(NEW, False, True)], [])
    assert (signed_in(here), sign_in(HtmlClient(), NEW).status_code) == (True, 302)


def test_address_changes_when_the_new_one_is_confirmed(mailing: None, here: HtmlClient) -> None:
    here.post(CHANGE, FORM)
    assert (emails(), mail.outbox[-1].to) == ([EMAIL], [NEW])
    assert NEW in here.get(CHANGE).content.decode()

    HtmlClient().post(link())

    assert (emails(), addresses()) == ([NEW], [(NEW, True, True)])
    assert (mail.outbox[-1].to, mail.outbox[-1].subject) == ([EMAIL], "你的邮箱已修改 / Your address was changed")


def test_change_can_be_called_off(mailing: None, here: HtmlClient) -> None:
    here.post(CHANGE, FORM)

    assert here.post(f"{CHANGE}cancel/").url == CHANGE

    assert (emails(), addresses()) == ([EMAIL], [(EMAIL, True, True)])
    assert HtmlClient().post(link()).status_code == 404


def test_second_wish_replaces_the_first(mailing: None, here: HtmlClient) -> None:
    here.post(CHANGE, FORM)
    first = link()
    here.post(CHANGE, FORM | {"email": "newer@viva.test"})

    assert [address for address, _, _ in addresses()] == [EMAIL, "newer@viva.test"]
    assert HtmlClient().post(first).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [("password", OTHER), ("password", ""), ("email", EMAIL), ("email", "x"), ("email", ""), ("email", "a@b.test\x00")],
)
def test_change_is_refused(field: str, value: str, here: HtmlClient) -> None:
    response = here.post(CHANGE, {**FORM, field: value})

    assert (response.status_code, emails(), addresses()) == (422, [EMAIL], [(EMAIL, True, True)])


def test_taken_address_is_refused_where_no_mail_is_sent(here: HtmlClient) -> None:
    make_user(NEW)

    assert (here.post(CHANGE, FORM).status_code, emails()) == (422, [EMAIL, NEW])


@pytest.mark.parametrize("verified", [True, False])
def test_taken_address_is_told_to_its_owner_only(verified: bool, mailing: None, here: HtmlClient) -> None:
    make_user(NEW, verified=verified)

    assert here.post(CHANGE, FORM).status_code == 302
    HtmlClient().post(link())

    assert emails() == [EMAIL, NEW]


def test_unconfirmed_address_of_before_stays_until_the_new_one_is_confirmed(mailing: None, here: HtmlClient) -> None:
    EmailAddress.objects.update(verified=False)

    here.post(CHANGE, FORM)

    assert (emails(), addresses()) == ([EMAIL], [(EMAIL, False, True), (NEW, False, False)])


def test_user_made_on_the_command_line_can_change_too(mailing: None, here: HtmlClient) -> None:
    EmailAddress.objects.all().delete()

    here.post(CHANGE, FORM)
    HtmlClient().post(link())

    assert (emails(), addresses()) == ([NEW], [(NEW, True, True)])
