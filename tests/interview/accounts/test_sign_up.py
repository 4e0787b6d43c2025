import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from interview.accounts.models import Person, User
from tests.conftest import HtmlClient
from tests.interview.accounts.signing import (
    AWAY,
    EMAIL,
    OTHER,
    PASSWORD,
    copy_of,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db

SENT = "/account/confirm/"


def link() -> str:
    """The path of the link in the last mail."""
    found = re.search(r"http://testserver(/account/confirm/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_account_is_open_at_once_where_no_mail_is_sent(guest: HtmlClient) -> None:
    response = sign_up(guest, "XiaoYu@Viva.test")

    assert (response.status_code, response.url, signed_in(guest)) == (302, "/questions/", True)
    assert list(User.objects.values_list("email", "is_staff", "is_superuser")) == [(EMAIL, False, False)]
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [(EMAIL, False, True)]
    assert mail.outbox == []


def test_extra_fields_are_ignored(guest: HtmlClient) -> None:
    sign_up(guest, is_staff="1", is_superuser="on", session_round="9", groups="1", person="1")

    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.session_round, user.groups.count()) == (False, False, 0, 0)


@pytest.mark.parametrize("password", ["", "12345678", "password", "short-1", EMAIL])
def test_weak_password_is_refused(password: str, guest: HtmlClient) -> None:
    response = sign_up(guest, password=password)

    assert (response.status_code, User.objects.count()) == (422, 0)
    assert f'value="{EMAIL}"' in response.content.decode()


def test_taken_address_is_refused_where_no_mail_is_sent(user: User, guest: HtmlClient) -> None:
    response = sign_up(guest, password=OTHER)

    assert (response.status_code, User.objects.count(), signed_in(guest)) == (422, 1, False)
    assert "This address cannot be used for a new account." in response.content.decode()
    assert User.objects.get().check_password(PASSWORD)


def test_taken_address_looks_like_a_new_one_where_mail_is_sent(
    mailing: None, user: User, guest: HtmlClient, outsider: HtmlClient
) -> None:
    new, taken = sign_up(guest, "new@viva.test", OTHER), sign_up(HtmlClient(), EMAIL, OTHER)

    assert [(response.status_code, response.url) for response in (new, taken)] == [(302, SENT), (302, SENT)]
    assert [(sent.to, sent.subject) for sent in mail.outbox] == [
        (["new@viva.test"], "确认你的邮箱 / Confirm your address"),
        ([EMAIL], "你已经有账号 / You have an account already"),
    ]
    assert User.objects.get(email=EMAIL).check_password(PASSWORD)


def test_address_is_confirmed_by_a_press_and_signs_in_where_it_began(mailing: None, guest: HtmlClient) -> None:
    sign_up(guest)
    assert signed_in(guest) is False
    scanner = HtmlClient()
    for method in (scanner.head, scanner.get, scanner.get):
        assert method(link()).status_code == 200
    assert EmailAddress.objects.get().verified is False

    response = guest.post(link())

    assert (response.status_code, signed_in(guest)) == (302, True)
    assert EmailAddress.objects.get().verified is True


def test_link_opened_elsewhere_confirms_and_signs_nobody_in(mailing: None, guest: HtmlClient) -> None:
    sign_up(guest)
    elsewhere = HtmlClient()

    elsewhere.post(link())

    assert (EmailAddress.objects.get().verified, signed_in(elsewhere), signed_in(guest)) == (True, False, False)
    assert sign_in(elsewhere).url == "/questions/"


def test_link_works_once(mailing: None, guest: HtmlClient) -> None:
    sign_up(guest)
    guest.post(link())

    assert "This link no longer works" in HtmlClient().get(link()).content.decode()
    assert HtmlClient().post(link()).status_code == 404


@pytest.mark.parametrize("key", ["x", "MQ:1abc:forged", "a" * 5_000, "%00"])
def test_forged_link_confirms_nothing(key: str, mailing: None, guest: HtmlClient) -> None:
    sign_up(guest)

    assert guest.post(f"/account/confirm/{key}/").status_code == 404
    assert EmailAddress.objects.get().verified is False


def test_unconfirmed_account_cannot_sign_in_and_gets_one_mail(mailing: None, guest: HtmlClient) -> None:
    sign_up(guest)

    responses = [sign_in(HtmlClient()) for _ in range(3)]

    assert {response.url for response in responses} == {SENT}
    assert len(mail.outbox) == 1  # not again within three minutes


def test_address_that_became_an_account_meanwhile_is_not_confirmed(mailing: None, guest: HtmlClient) -> None:
    sign_up(guest)
    address = EmailAddress.objects.get()
    EmailAddress.objects.create(user=User.objects.create_user("other@viva.test"), email=EMAIL, verified=True)

    response = guest.get(link())

    assert "This link no longer works" in response.content.decode()
    address.refresh_from_db()
    assert address.verified is False


@pytest.mark.parametrize("away", AWAY)
def test_signing_up_stays_on_the_site(away: str, guest: HtmlClient) -> None:
    assert sign_up(guest, next=away).url == "/questions/"


def test_signing_up_goes_back_to_where_it_was_offered(guest: HtmlClient) -> None:
    assert sign_up(guest, next="/questions/?page=2").url == "/questions/?page=2"


def test_session_planted_before_is_not_the_one_after(candidate: HtmlClient) -> None:
    planted = copy_of(candidate)

    sign_up(candidate)

    assert (signed_in(candidate), signed_in(planted)) == (True, False)


def test_reading_the_page_makes_nobody(guest: HtmlClient) -> None:
    guest.get("/account/sign-up/")

    assert (User.objects.count(), Person.objects.count()) == (0, 0)
