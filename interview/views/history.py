"""What somebody has answered so far."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interview.accounts.people import current_person_id
from interview.domain.history import attempts_by, history_page
from interview.http import SiteRequest
from interview.preferences import content_language_of


@login_not_required  # guests have answers too
@require_safe
def attempt_list(request: SiteRequest) -> HttpResponse:
    """/attempts/ : `question` narrows it to a slug, `before` is the code of the attempt that a page ended with."""
    slug = request.GET.get("question", "").replace("\x00", "")[:80]
    attempts = attempts_by(current_person_id(request), slug)
    page = history_page(attempts, _code(request.GET.get("before", "")), content_language_of(request))
    context = {"page": page, "slug": slug, "total": attempts.count()}
    return render(request, "interview/practice/attempt_list.html", context)


def _code(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
