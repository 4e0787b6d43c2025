"""Requests as the views see them, typed."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from interview.accounts.models import User


class SiteRequest(HttpRequest):
    """Any request after the middleware: `user` may be anonymous."""

    htmx: HtmxDetails
    user: User  # or AnonymousUser, which has the same questions asked of it here


def posted_number(request: HttpRequest, name: str, at_most: int) -> int:
    """A whole number of the form from 0 to `at_most`. Raises ValueError for anything else."""
    value = request.POST.get(name, "")
    if not value.isascii() or not value.isdigit() or len(value) > 12 or int(value) > at_most:
        raise ValueError(name)
    return int(value)


def from_script(request: HttpRequest) -> bool:
    """A browser that wants a page says so; a script takes anything."""
    return "text/html" not in request.headers.get("Accept", "")
