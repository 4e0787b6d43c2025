"""What the site does when somebody signs in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from interview.accounts.models import User
from interview.accounts.people import CLAIMED_KEY, SESSION_KEY, guest_tag
from interview.domain.claims import claim_guest


@receiver(user_logged_in, dispatch_uid="claim_guest")
def claim_work_of_guest(request: HttpRequest, user: User, **details: Any) -> None:
    """The session has its new key by now, and forgets the guest: no cookie leads to them any more."""
    guest_id = request.session.pop(SESSION_KEY, None)
    if guest_id is not None and claim_guest(guest_id, user):
        request.session[CLAIMED_KEY] = guest_tag(guest_id)
