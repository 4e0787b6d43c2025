"""Devices on which somebody has signed in before, told by a signed cookie (OWASP: device cookies).

Wrong passwords are counted per account; those from a known device are counted apart. So a stranger who tries
passwords cannot keep the owner out.
"""

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "device"
SALT = "accounts.device"
SECONDS = 60 * 60 * 24 * 365


def remember(response: HttpResponse, email: str) -> None:
    """Make the browser that gets `response` a known device of the account."""
    response.set_signed_cookie(
        COOKIE,
        f"{_account(email)}.{secrets.token_hex(8)}",
        salt=SALT,
        max_age=SECONDS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def known(request: HttpRequest, email: str) -> str:
    """The name of this device if it is a known one of the account, else ""."""
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS)
    account, _, device = (value or "").partition(".")
    return device if account == _account(email) else ""


def _account(email: str) -> str:
    return salted_hmac(SALT, email.lower()).hexdigest()[:20]
