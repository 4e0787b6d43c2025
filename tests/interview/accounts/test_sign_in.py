import re
from urllib.parse import urlencode

import pytest

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.interview.accounts.signing import (
    AWAY,
    EMAIL,
    OTHER,
    PASSWORD,
    SIGN_IN,
    SIGN_OUT,
    copy_of,
    make_user,
    sign_in,
    signed_in,
)

pytestmark = pytest.mark.django_db

REFUSED = "The e-mail and password do not match. Please try again, or reset the password."


@pytest.mark.parametrize("email", [EMAIL, EMAIL.upper(), f"  {EMAIL}  "])
def test_password_opens_the_account_whatever_the_case(email: str, user: User, guest: HtmlClient) -> None:
    response = sign_in(guest, email)

    assert (response.status_code, response.url, signed_in(guest)) == (302, "/questions/", True)


def test_address_is_kept_in_lower_case(db: None, guest: HtmlClient) -> None:
    assert make_user("Xiao.Yu@Viva.Test").email == "xiao.yu@viva.test"
    assert sign_in(guest, "xiao.YU@viva.test").status_code == 302


def _words(html: bytes, email: str) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+"', "", html.decode()).replace(email, "")


def test_unknown_account_and_wrong_password_say_the_same(user: User, guest: HtmlClient) -> None:
    wrong, unknown = sign_in(guest, EMAIL, OTHER), sign_in(guest, "nobody@viva.test", OTHER)

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert _words(wrong.content, EMAIL) == _words(unknown.content, "nobody@viva.test")
    assert REFUSED in wrong.content.decode()
    assert signed_in(guest) is False


def test_refused_form_keeps_the_address_and_not_the_password(user: User, guest: HtmlClient) -> None:
    page = sign_in(guest, EMAIL, OTHER).content.decode()

    assert f'value="{EMAIL}"' in page
    assert OTHER not in page
    assert re.search(r'name="password"[^>]*aria-invalid="true"[^>]*aria-describedby="form-error"', page)


def test_unknown_account_costs_a_hash_too(user: User, guest: HtmlClient, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    encode = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
    monkeypatch.setattr(encode, lambda hasher, password, salt, *_: hashed.append(password) or f"md5${salt}$x")

    sign_in(guest, EMAIL, "for-known-1")
    sign_in(guest, "nobody@viva.test", "for-unknown")

    assert (hashed.count("for-known-1") >= 1, hashed.count("for-unknown")) == (True, hashed.count("for-known-1"))


def test_blocked_account_is_told_only_with_its_password(user: User, guest: HtmlClient) -> None:
    User.objects.update(is_active=False)

    assert sign_in(guest, EMAIL, OTHER).status_code == 422
    assert sign_in(guest).url == "/account/blocked/"
    assert signed_in(guest) is False


def test_session_planted_before_is_not_the_one_after(user: User, candidate: HtmlClient) -> None:
    planted = copy_of(candidate)

    sign_in(candidate)

    assert candidate.cookies["sessionid"].value != planted.cookies["sessionid"].value
    assert (signed_in(candidate), signed_in(planted)) == (True, False)


def test_old_cookie_is_dead_after_sign_out(user: User, guest: HtmlClient) -> None:
    sign_in(guest)
    stolen = copy_of(guest)

    response = guest.post(SIGN_OUT)

    assert (response.status_code, response.url) == (302, "/")
    assert (signed_in(guest), signed_in(stolen)) == (False, False)


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_signing_out_is_a_post(method: str, user: User, guest: HtmlClient) -> None:
    sign_in(guest)

    assert getattr(guest, method)(SIGN_OUT).status_code == 405
    assert signed_in(guest) is True


@pytest.mark.parametrize("remember", [True, False])
def test_session_lasts_as_asked(remember: bool, user: User, guest: HtmlClient) -> None:
    response = sign_in(guest, **({"remember": "on"} if remember else {}))

    assert bool(response.cookies["sessionid"]["max-age"]) == remember


@pytest.mark.parametrize("away", AWAY)
def test_signing_in_and_out_stays_on_the_site(away: str, user: User, guest: HtmlClient) -> None:
    entered = sign_in(guest, next=away)
    again = guest.get(SIGN_IN, {"next": away})
    left = guest.post(SIGN_OUT, {"next": away})

    assert [(response.status_code, response.url) for response in (entered, again, left)] == [
        (302, "/questions/"),
        (302, "/questions/"),
        (302, "/"),
    ]


@pytest.mark.parametrize("back", ["/questions/?page=2", "/%2f%2fevil.test/", "/account/"])
def test_own_path_is_gone_back_to(back: str, user: User, guest: HtmlClient) -> None:
    assert f'value="{back}"' in guest.get(SIGN_IN, {"next": back}).content.decode()
    assert sign_in(guest, next=back)["Location"] == back


def test_htmx_is_sent_nowhere_else_either(user: User, guest: HtmlClient) -> None:
    response = guest.post(
        SIGN_IN, {"login": EMAIL, "password": PASSWORD, "next": "//evil.test"}, headers={"HX-Request": "true"}
    )

    assert [name for name in response.headers if name.startswith("HX-")] == []
    assert response.url == "/questions/"


@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/html"])
def test_there_is_one_answer_for_everybody(accept: str, user: User, guest: HtmlClient) -> None:
    response = guest.post(SIGN_IN, {"login": EMAIL, "password": OTHER}, headers={"accept": accept})

    assert (response.status_code, response["Content-Type"]) == (422, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "login", ["", "\x00", "x" * 10_000, "a@b", "' OR 1=1 --", "\ud800@viva.test", "小鱼@viva.test"]
)
@pytest.mark.parametrize("password", ["", "\x00", "x" * 100_000, "密码"])
def test_no_input_is_too_odd(login: str, password: str, guest: HtmlClient) -> None:
    data = {"login": login.encode("utf-8", "surrogatepass"), "password": password}

    response = guest.post(SIGN_IN, urlencode(data), content_type="application/x-www-form-urlencoded")

    assert response.status_code == 422


def test_cross_site_sign_in_is_refused(user: User) -> None:
    strict = HtmlClient(enforce_csrf_checks=True)
    strict.get(SIGN_IN)

    for headers in ({}, {"Origin": "null"}, {"Origin": "https://evil.test"}):
        response = strict.post(SIGN_IN, {"login": EMAIL, "password": PASSWORD}, headers=headers)
        assert (response.status_code, "sessionid" in response.cookies) == (403, False)


def test_cookies_are_not_for_scripts_or_other_sites(user: User, guest: HtmlClient) -> None:
    cookies = sign_in(guest).cookies

    assert {name: (bool(cookies[name]["httponly"]), cookies[name]["samesite"]) for name in ("sessionid", "device")} == {
        "sessionid": (True, "Lax"),
        "device": (True, "Lax"),
    }


def test_staff_sign_in_as_everybody_does(guest: HtmlClient) -> None:
    make_user(EMAIL, is_staff=True, is_superuser=True)

    assert guest.get("/admin/login/?next=/admin/").url == "/account/sign-in/?next=%2Fadmin%2F"
    assert guest.post("/admin/login/", {"username": EMAIL, "password": PASSWORD}).status_code == 302
    assert signed_in(guest) is False
    assert sign_in(guest, next="/admin/").url == "/admin/"
    assert guest.get("/admin/").status_code == 200
