"""Too often is 429 with a time to wait, per account and per address; the owner still gets in."""

from typing import Any

import pytest
from django.core import mail

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.interview.accounts.signing import EMAIL, OTHER, PASSWORD, SIGN_IN, copy_of, make_user, sign_in, signed_in

pytestmark = pytest.mark.django_db


def from_address(number: int, path: str, data: dict[str, Any]) -> Any:
    address = f"10.{number // 65_536}.{number // 256 % 256}.{number % 256}"
    return HtmlClient(REMOTE_ADDR=address).post(path, data)


def tries(count: int, email: str = EMAIL) -> list[int]:
    """The statuses of as many wrong passwords, each from an address of its own."""
    return [from_address(n, SIGN_IN, {"login": email, "password": f"wrong-{n}"}).status_code for n in range(count)]


@pytest.mark.parametrize("email", [EMAIL, "nobody@viva.test"])
def test_hundred_passwords_for_one_account(email: str, user: User) -> None:
    assert tries(100, email) == [422] * 5 + [429] * 95


def test_right_password_is_not_told_apart_when_there_were_too_many(user: User) -> None:
    tries(5)

    response = from_address(200, SIGN_IN, {"login": EMAIL, "password": PASSWORD})

    assert (response.status_code, response["Retry-After"]) == (429, "300")
    assert "There were too many tries." in response.content.decode()


def test_case_and_spaces_are_one_account(user: User) -> None:
    tries(5)

    assert tries(1, EMAIL.upper()) == tries(1, f" {EMAIL} ") == [429]


def test_owner_gets_in_on_a_device_that_is_known(user: User, guest: HtmlClient) -> None:
    sign_in(guest)
    guest.post("/account/sign-out/")
    tries(50)

    assert sign_in(guest).status_code == 302


def test_owner_gets_in_with_a_new_password(user: User, guest: HtmlClient) -> None:
    tries(50)
    guest.post("/account/reset/", {"email": EMAIL})
    path = next(word for word in str(mail.outbox[0].body).split() if "/account/reset/" in word)
    form = guest.get(path.removeprefix("http://testserver")).url
    guest.post(form, {"password1": OTHER, "password2": OTHER})

    assert sign_in(guest, password=OTHER).status_code == 302


def test_known_device_has_a_limit_too(user: User, guest: HtmlClient) -> None:
    sign_in(guest)
    guest.post("/account/sign-out/")

    assert [sign_in(guest, password=f"wrong-{n}").status_code for n in range(7)] == [422] * 5 + [429] * 2


@pytest.mark.parametrize("forged", ["", "x", "a.b:c:d", "\x00"])
def test_forged_device_is_unknown(forged: str, user: User, guest: HtmlClient) -> None:
    tries(5)
    guest.cookies["device"] = forged

    assert sign_in(guest).status_code == 429


def test_device_of_one_account_is_none_of_another(user: User, guest: HtmlClient) -> None:
    make_user("other@viva.test")
    sign_in(guest, "other@viva.test")
    other = copy_of(guest)
    other.post("/account/sign-out/")
    tries(5)

    assert sign_in(other).status_code == 429


def test_thousand_accounts_from_one_address(db: None) -> None:
    statuses = [
        HtmlClient().post(SIGN_IN, {"login": f"user-{n}@viva.test", "password": PASSWORD}).status_code
        for n in range(100)
    ]

    assert statuses == [422] * 10 + [429] * 90


def test_forwarded_address_is_not_believed(db: None) -> None:
    statuses = [
        HtmlClient(HTTP_X_FORWARDED_FOR=f"10.0.0.{n}")
        .post(SIGN_IN, {"login": f"user-{n}@viva.test", "password": PASSWORD})
        .status_code
        for n in range(20)
    ]

    assert statuses == [422] * 10 + [429] * 10


def test_session_that_is_open_goes_on(user: User, guest: HtmlClient) -> None:
    sign_in(guest)
    tries(20)

    assert signed_in(guest) is True


@pytest.mark.parametrize("email", [EMAIL, "nobody@viva.test"])
def test_reset_mails_by_the_hundred(email: str, user: User) -> None:
    responses = [from_address(n, "/account/reset/", {"email": email}) for n in range(100)]

    assert [response.status_code for response in responses] == [302] * 5 + [429] * 95
    assert (responses[-1]["Retry-After"], len(mail.outbox)) == ("60", 5)


def test_resets_from_one_address(db: None) -> None:
    statuses = [HtmlClient().post("/account/reset/", {"email": f"user-{n}@viva.test"}).status_code for n in range(30)]

    assert statuses == [302] * 20 + [429] * 10


def test_accounts_by_the_hundred(db: None) -> None:
    statuses = [
        HtmlClient().post("/account/sign-up/", {"email": f"user-{n}@viva.test", "password1": "short"}).status_code
        for n in range(30)
    ]

    assert statuses == [422] * 20 + [429] * 10


def test_current_password_cannot_be_guessed(user: User, guest: HtmlClient) -> None:
    sign_in(guest)
    for path, data in (
        ("/account/password/", {"password1": OTHER, "password2": OTHER}),
        ("/account/email/", {"email": "new@viva.test"}),
    ):
        field = "oldpassword" if "password1" in data else "password"
        statuses = [guest.post(path, {**data, field: f"wrong-{n}"}).status_code for n in range(12)]
        assert (path, statuses) == (path, [422] * 10 + [429] * 2)
