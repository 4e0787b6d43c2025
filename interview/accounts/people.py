"""Who answers in this session: the person of the signed-in user, or a guest known by the session alone."""

from django.conf import settings
from django.core.signing import Signer
from django.http import HttpRequest

from interview.accounts.models import Person

SESSION_KEY = "person"
CLAIMED_KEY = "claimed"  # the tag of the guest whose work the user took over at sign-in
USER_TAG, GUEST_TAG = "u-", "g-"
SIGNER = Signer(salt="person-tag")


class PersonGone(Exception):
    """The guest of this request has just become a user, in another tab; nothing can be stored for them any more."""


def current_person_id(request: HttpRequest) -> int | None:
    """The id of whoever answers, None before the first answer; no query but those for session and user."""
    if request.user.is_authenticated:
        person = getattr(request.user, "person", None)  # loaded with the user, also that there is none
        return person.pk if person else None
    return request.session.get(SESSION_KEY)


def ensure_person_id(request: HttpRequest) -> int:
    """The same, made now if it is missing. Call it from a POST only: reading a page makes nobody."""
    if (person_id := current_person_id(request)) is not None:
        return person_id
    if request.user.is_authenticated:
        request.user.person = Person.objects.get_or_create(user=request.user)[0]
        return request.user.person.pk
    person_id = Person.objects.create().pk
    request.session[SESSION_KEY] = person_id
    return person_id


def person_tag(request: HttpRequest) -> str:
    """Names whoever answers to their own browser, "" for a guest who has not answered yet. No query.

    A copy that the browser keeps is never shown to somebody else, and a page never saves for somebody else.
    """
    if request.user.is_authenticated:
        return USER_TAG + SIGNER.signature(f"user {request.user.pk}")
    person_id = request.session.get(SESSION_KEY)
    return guest_tag(person_id) if person_id else ""


def guest_tag(person_id: int) -> str:
    return GUEST_TAG + SIGNER.signature(str(person_id))


def page_of_another(request: HttpRequest) -> bool:
    """Whether the form was made for somebody who is not here now, so that it must not be saved for whoever is.

    That is a user who is not signed in, or a guest whose session has ended, most likely by signing in at this moment.
    A guest's page is also that of the user who is signed in: their work has been claimed.
    """
    tag = request.POST.get("person", "")
    if tag.startswith(USER_TAG):
        return tag != person_tag(request)
    return tag.startswith(GUEST_TAG) and not _is_somebody(request) and settings.SESSION_COOKIE_NAME in request.COOKIES


def _is_somebody(request: HttpRequest) -> bool:
    return request.user.is_authenticated or SESSION_KEY in request.session
