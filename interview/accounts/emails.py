"""Changing one's address: at once where the site sends no mail, else once the new address is confirmed."""

from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from interview.accounts.models import User


class Taken(Exception):
    """Another account has this address."""


def pending_email(user: User) -> str:
    """The address that waits to be confirmed, or ""; 1 query."""
    waiting = EmailAddress.objects.filter(user=user, verified=False).exclude(email=user.email)
    return waiting.values_list("email", flat=True).last() or ""


def ask_for_email(request: HttpRequest, user: User, email: str) -> None:
    """Change the address of `user` to `email`, or ask the new address first. Raises Taken."""
    if not settings.SENDS_MAIL:
        _change_now(user, email)
        return
    cancel_email(user)
    address, _ = EmailAddress.objects.get_or_create(user=user, email=email)
    send_verification_email_to_address(request, address)


def cancel_email(user: User) -> None:
    """Forget an address that was not confirmed; its link is dead."""
    EmailAddress.objects.filter(user=user, verified=False).exclude(email=user.email).delete()


def _change_now(user: User, email: str) -> None:
    try:
        with transaction.atomic():
            user.email = email
            user.save(update_fields=["email"])
            EmailAddress.objects.filter(user=user).delete()
            EmailAddress.objects.create(user=user, email=email, primary=True)
    except IntegrityError:
        user.refresh_from_db(fields=["email"])
        raise Taken from None
