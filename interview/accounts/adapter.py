"""How allauth behaves on this site: its words, where it leads to, and whom it counts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from interview.accounts import devices
from interview.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth asks this for everything that sites may decide."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail and password do not match. Please try again, or reset the password."),
        "email_taken": _("This address cannot be used for a new account. If it is yours, sign in instead."),
        "enter_current_password": _("This is not your current password."),
        "too_many_login_attempts": _("There were too many tries. Please wait five minutes, or reset the password."),
    }

    def is_safe_url(self, url: str) -> bool:
        """Whether to go to `url` after signing in or out: paths of this site only."""
        return url.startswith("/") and url.isprintable() and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: there is one answer for everybody, a page."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, context | {"site_url": site_url()})

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """False too when somebody else's account has the address."""
        try:
            with transaction.atomic():
                return bool(super().confirm_email(request, email_address))
        except IntegrityError:
            return False

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **details)
        devices.remember(response, user.email)
        return response

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """A device that has signed in before is counted apart, so that nobody can lock the owner out."""
        key: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{devices.known(request, credentials.get('email', ''))}"


def site_url() -> str:
    """The address that mails lead to: the configured one, else that of this request."""
    request: HttpRequest = context.request
    return settings.SITE_URL.rstrip("/") or f"{request.scheme}://{request.get_host()}"
