"""Choosing languages, theme and keys. Each is a form on every page; the choice is kept in a cookie."""

from collections.abc import Container

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from interview.preferences import CONTENT_COOKIE, SHORTCUTS, SHORTCUTS_COOKIE, THEME_COOKIE, THEMES
from questions.languages import LANGUAGES


@login_not_required  # guests choose too
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """/preferences/language/"""
    return _choose(request, "language", settings.LANGUAGE_COOKIE_NAME, dict(settings.LANGUAGES))


@login_not_required
@require_POST
def set_content_language(request: HttpRequest) -> HttpResponse:
    """/preferences/content-language/ : "" means as the interface."""
    return _choose(request, "content_language", CONTENT_COOKIE, ("", *LANGUAGES))


@login_not_required
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """/preferences/theme/"""
    return _choose(request, "theme", THEME_COOKIE, THEMES)


@login_not_required
@require_POST
def set_shortcuts(request: HttpRequest) -> HttpResponse:
    """/preferences/shortcuts/"""
    return _choose(request, "shortcuts", SHORTCUTS_COOKIE, SHORTCUTS)


def _choose(request: HttpRequest, name: str, cookie: str, known: Container[str]) -> HttpResponse:
    """Back to where the form stood, with the cookie set if the value is a known one."""
    response = HttpResponseRedirect(own_path(request))
    value = request.POST.get(name)
    if value is not None and value in known:
        response.set_cookie(
            cookie, value, max_age=settings.LANGUAGE_COOKIE_AGE, secure=settings.HTTPS, httponly=True, samesite="Lax"
        )
    return response


def own_path(request: HttpRequest) -> str:
    """The path in `next` if it is one of ours, else the start page."""
    path = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        path, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return path if allowed and path.isprintable() else "/"
