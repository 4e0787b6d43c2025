"""The page of a result, as several views answer with it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from interview.domain import pages, results
from interview.http import SiteRequest
from interview.models import Attempt
from interview.preferences import content_language_of


def attempt_page(
    request: SiteRequest, attempt: Attempt, more: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The result of an attempt that the person of the request may read; `more` goes into the context."""
    wanted = content_language_of(request)
    context = results.attempt_context(attempt, wanted) | (more or {})
    context["question"] = pages.question_head(pages.head_versions().get(pk=attempt.version_id), wanted)
    return render(request, "interview/practice/attempt_detail.html", context, status=status)
