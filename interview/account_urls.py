"""/account/ : our own pages, and those of allauth that the site offers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as allauth
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponseBase
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_POST

from interview.views import accounts

View = Callable[..., HttpResponseBase]
RESET = "account_reset_password_from_key"
WAIT_SECONDS = "300"  # as ACCOUNT_RATE_LIMITS["login_failed"]


def page(view: View) -> View:
    """A form of allauth that says in its status when it was refused: 422, or 429 after too many tries."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def with_status(request: HttpRequest, **address: Any) -> HttpResponseBase:
        response = view(request, **address)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and form and form.errors:
            response.status_code = 422
            if form.has_error(NON_FIELD_ERRORS, "too_many_login_attempts"):
                response.status_code = 429
                response["Retry-After"] = WAIT_SECONDS
        return response

    return with_status


urlpatterns = [
    path("", accounts.account_detail, name="account-detail"),
    path("sign-in/", page(allauth.login), name="account_login"),
    path("sign-out/", require_POST(allauth.logout), name="account_logout"),
    path("sign-out-elsewhere/", accounts.sign_out_elsewhere, name="account-sign-out-elsewhere"),
    path("sign-up/", page(allauth.signup), name="account_signup"),
    path("blocked/", page(allauth.account_inactive), name="account_inactive"),
    path("email/", accounts.account_email, name="account_email"),
    path("email/cancel/", accounts.email_cancel, name="account-email-cancel"),
    path("confirm/", page(allauth.email_verification_sent), name="account_email_verification_sent"),
    path("confirm/<str:key>/", page(allauth.confirm_email), name="account_confirm_email"),
    path("password/", page(allauth.password_change), name="account_change_password"),
    path("password/set/", page(allauth.password_set), name="account_set_password"),
    path("reset/", page(allauth.password_reset), name="account_reset_password"),
    path("reset/sent/", page(allauth.password_reset_done), name="account_reset_password_done"),
    path("reset/done/", page(allauth.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    re_path(r"^reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$", page(allauth.password_reset_from_key), name=RESET),
]
