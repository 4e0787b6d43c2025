import re

import pytest
from django.core import mail
from pytest_django import Settings

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.interview.accounts.signing import EMAIL, OTHER, PASSWORD, copy_of, make_user, sign_in, signed_in

pytestmark = pytest.mark.django_db

RESET, CHANGE = "/account/reset/", "/account/password/"
BOTH = {"password1": OTHER, "password2": OTHER}


def link() -> str:
    found = re.search(r"(/account/reset/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


@pytest.fixture
def here(user: User, guest: HtmlClient) -> HtmlClient:
    sign_in(guest)
    return guest


@pytest.fixture
def elsewhere(user: User) -> HtmlClient:
    browser = HtmlClient()
    sign_in(browser)
    return browser


def test_change_keeps_this_session_and_ends_all_others(here: HtmlClient, elsewhere: HtmlClient) -> None:
    old = copy_of(here)

    response = here.post(CHANGE, {"oldpassword": PASSWORD, **BOTH})

    assert (response.status_code, User.objects.get().check_password(OTHER)) == (302, True)
    assert [signed_in(browser) for browser in (here, old, elsewhere)] == [True, False, False]


@pytest.mark.parametrize(
    ("field", "value"),
    [("oldpassword", OTHER), ("oldpassword", ""), ("password2", "different-1"), ("password1", "short")],
)
def test_change_is_refused(field: str, value: str, here: HtmlClient, elsewhere: HtmlClient) -> None:
    response = here.post(CHANGE, {"oldpassword": PASSWORD, **BOTH, field: value})

    assert (response.status_code, User.objects.get().check_password(PASSWORD)) == (422, True)
    assert signed_in(elsewhere) is True


def test_sign_out_elsewhere_keeps_only_this_session(here: HtmlClient, elsewhere: HtmlClient) -> None:
    old, stranger = copy_of(here), HtmlClient()
    make_user("other@viva.test")
    sign_in(stranger, "other@viva.test")

    assert here.post("/account/sign-out-elsewhere/").url == "/account/"

    assert [signed_in(browser) for browser in (here, old, elsewhere, stranger)] == [True, False, False, True]


def test_reset_link_sets_a_password_once_and_ends_all_sessions(elsewhere: HtmlClient, guest: HtmlClient) -> None:
    assert guest.post(RESET, {"email": EMAIL.upper()}).url == f"{RESET}sent/"
    form = guest.get(link())
    assert PASSWORD not in form.url
    assert link() not in form.url  # the key is not in an address that could leak

    response = guest.post(form.url, BOTH)

    assert (response.url, User.objects.get().check_password(OTHER)) == (f"{RESET}done/", True)
    assert [signed_in(browser) for browser in (elsewhere, guest)] == [False, False]
    assert "This link no longer works" in HtmlClient().get(link()).content.decode()
    assert sign_in(guest, password=OTHER).url == "/questions/"


def test_unknown_address_gets_the_same_page_and_another_mail(user: User, guest: HtmlClient) -> None:
    known, unknown = (guest.post(RESET, {"email": email}) for email in (EMAIL, "nobody@viva.test"))

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url) == (302, f"{RESET}sent/")
    assert [sent.subject for sent in mail.outbox] == [
        "重设密码 / Reset the password",
        "这个邮箱没有账号 / No account with this address",
    ]


def test_mails_speak_both_languages_and_lead_to_the_configured_address(
    user: User, guest: HtmlClient, settings: Settings
) -> None:
    settings.SITE_URL = "https://viva.example.org"

    guest.post(RESET, {"email": EMAIL}, headers={"host": "localhost", "accept-language": "zh"})

    body = str(mail.outbox[0].body)
    assert len(re.findall(r"https://viva\.example\.org/account/reset/\S+", body)) == 2
    assert "localhost" not in body
    assert "有人（多半是你）想为你的面面账号设置新密码" in body
    assert "Somebody, most likely you, wants a new password" in body


@pytest.mark.parametrize("host", ["evil.test", "testserver:80@evil.test", "a, b"])
def test_foreign_host_gets_no_link(host: str, user: User, guest: HtmlClient) -> None:
    assert guest.post(RESET, {"email": EMAIL}, headers={"host": host}).status_code == 400
    assert mail.outbox == []


@pytest.mark.parametrize("subject", ["a@b.test\r\nBcc: evil@evil.test", "a@b.test\nx", "a@b.test,c@d.test"])
def test_mail_goes_to_one_address(subject: str, guest: HtmlClient) -> None:
    assert guest.post(RESET, {"email": subject}).status_code == 422
    assert mail.outbox == []


def test_blocked_account_gets_no_link(user: User, guest: HtmlClient) -> None:
    User.objects.update(is_active=False)

    guest.post(RESET, {"email": EMAIL})

    assert [sent.subject for sent in mail.outbox] == ["这个邮箱没有账号 / No account with this address"]


@pytest.mark.parametrize("path", ["1-set-password", "1-x", "zz-" + "x" * 3_000, "zzzzzzzzzzzzzz-x", "0-x"])
def test_forged_link_sets_nothing(path: str, user: User, guest: HtmlClient) -> None:
    response = guest.post(f"{RESET}{path}/", BOTH)

    assert "This link no longer works" in response.content.decode()
    assert User.objects.get().check_password(PASSWORD)


def test_owner_is_told_of_a_new_password(mailing: None, here: HtmlClient) -> None:
    here.post(CHANGE, {"oldpassword": PASSWORD, **BOTH})

    assert [(sent.to, sent.subject) for sent in mail.outbox] == [
        ([EMAIL], "你的密码已修改 / Your password was changed")
    ]
    assert OTHER not in str(mail.outbox[0].body)


def test_rights_that_are_taken_count_at_once(guest: HtmlClient) -> None:
    make_user(EMAIL, is_staff=True, is_superuser=True)
    sign_in(guest)
    assert guest.get("/admin/").status_code == 200

    User.objects.update(is_staff=False, is_superuser=False)

    assert guest.get("/admin/").status_code == 302
