"""What somebody sees when something is wrong: one sentence, one way on."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.db import DataError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_safe

DATABASE_AWAY = (InterfaceError, OperationalError)
RETRY_SECONDS = "5"
PATIENCE_SECONDS = "60"


def server_error(request: HttpRequest) -> HttpResponse:
    """Any exception that nobody expected. A database that is away is a 503: try again soon.

    A value that no column can hold, or that is no regular expression, is a 400: the filters of the admin take any.
    """
    error = sys.exc_info()[1]
    if isinstance(error, DATABASE_AWAY):
        return _bare(request, "503.html", 503, retry=True)
    if isinstance(error, DataError):
        return not_understood(request)
    return _bare(request, "500.html", 500)


def forbidden(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its CSRF token, most often because cookies are blocked or the page is old."""
    return render(request, "403_csrf.html", status=403)


def not_understood(request: HttpRequest) -> HttpResponse:
    """A request that no page of ours makes."""
    return _bare(request, "400.html", 400)


def too_large(request: HttpRequest) -> HttpResponse:
    """A body that no form of the site can have; nothing of it was read."""
    return _bare(request, "413.html", 413)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Somebody has tried something too often."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = PATIENCE_SECONDS
    return response


@login_not_required  # asked by load balancers
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """/health/ : 200 while the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DATABASE_AWAY:
        return HttpResponse("database away\n", content_type="text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")


def _bare(request: HttpRequest, template: str, status: int, retry: bool = False) -> HttpResponse:
    response = HttpResponse(loader.render_to_string(template), status=status)
    if retry:
        response["Retry-After"] = RETRY_SECONDS
    return response
