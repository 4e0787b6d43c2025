"""What browsers post to sign in and up, and ways that lead nowhere."""

from typing import Any

from allauth.account.models import EmailAddress

from interview.accounts.models import User
from tests.conftest import HtmlClient

EMAIL, PASSWORD, OTHER = "xiaoyu@viva.test", "correct-horse-9", "another-horse-8"
SIGN_IN, SIGN_UP, SIGN_OUT = "/account/sign-in/", "/account/sign-up/", "/account/sign-out/"
AWAY = (
    "//evil.test/",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "https:evil.test",
    "https://evil.test/",
    "http://localhost/questions/",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\r\nSet-Cookie: a=b",
    "/%0d%0a\r\nX: y",
    "\t//evil.test",
    " //evil.test",
    "/\x00",
    "http://[",
    "",
)


def make_user(email: str, password: str = PASSWORD, verified: bool = True, **fields: Any) -> User:
    user = User.objects.create_user(email, password, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=verified, primary=True)
    return user


def sign_in(browser: HtmlClient, email: str = EMAIL, password: str = PASSWORD, **fields: str) -> Any:
    return browser.post(SIGN_IN, {"login": email, "password": password, **fields})


def sign_up(browser: HtmlClient, email: str = EMAIL, password: str = PASSWORD, **fields: str) -> Any:
    return browser.post(SIGN_UP, {"email": email, "password1": password, **fields})


def signed_in(browser: HtmlClient) -> bool:
    """Asked as the browser would, with what it has in its cookies."""
    return b'action="/account/sign-out/"' in browser.get("/questions/").content


def copy_of(browser: HtmlClient) -> HtmlClient:
    """Another browser with the same cookies."""
    copied = HtmlClient()
    for name, cookie in browser.cookies.items():
        copied.cookies[name] = cookie.value
    return copied
