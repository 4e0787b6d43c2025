"""What every response gets."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from interview.views.errors import too_large

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


def small_bodies(get_response: GetResponse) -> GetResponse:
    """Refuse a body that is larger than any form of the site before it is read, files in it included."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return too_large(request) if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE else get_response(request)

    return middleware


def _length(request: HttpRequest) -> int:
    """As Django takes it: what is no number has no body."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
