"""What every response gets."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.cache import patch_vary_headers

from interview.views.errors import not_understood, too_large

GetResponse = Callable[[HttpRequest], HttpResponse]


def plain_cookies(get_response: GetResponse) -> GetResponse:
    """Forget cookies that no database text can hold, before anything looks them up."""

    def middleware(request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if "\x00" in value]:
            del request.COOKIES[name]
        return get_response(request)

    return middleware


def private_pages(get_response: GetResponse) -> GetResponse:
    """Keep pages out of every cache: they belong to one person, and a fragment is never served as a page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Cache-Control", "private, no-store")
        patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    return middleware


def whole_bodies(get_response: GetResponse) -> GetResponse:
    """Refuse a body that no form of the site has: one that is too large, unread, and one that broke off.

    The server gives what has come when a connection ends; half a text must not be taken for the whole.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = _length(request)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return too_large(request)
        if length and not _is_whole(request, length):
            return not_understood(request)
        return get_response(request)

    return middleware


def _length(request: HttpRequest) -> int:
    """As Django takes it: what is no number has no body."""
    try:
        return max(int(request.META.get("CONTENT_LENGTH") or 0), 0)
    except ValueError:
        return 0


def _is_whole(request: HttpRequest, length: int) -> bool:
    try:
        return len(request.body) == length
    except UnreadablePostError:
        return False
