"""Taking a submitted answer up again, and seeing what came of it."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from interview import access
from interview.accounts.people import PersonGone, current_person_id
from interview.domain import pages, results
from interview.domain.comparing import comparison_context
from interview.domain.revising import revise
from interview.http import SiteRequest, posted_number
from interview.preferences import content_language_of
from questions import limits


@login_not_required  # guests have answers too
@require_POST
def attempt_revise(request: SiteRequest, code: UUID) -> HttpResponse:
    """/attempts/<code>/revise/ : `replace` is the revision of the draft that the text may take the place of."""
    attempt = access.attempt_to_read(current_person_id(request), code)
    version_id = access.version_to_revise(request.user, attempt)
    try:
        other = revise(attempt, version_id, _replaced(request))
    except PersonGone as gone:
        raise Http404 from gone
    if other is None:
        return redirect("question-detail", attempt.version.question.bank.slug, attempt.version.question.slug)
    context = {
        "attempt": results.shown_attempt(attempt),
        "other": other,
        "question": pages.question_head(pages.head_versions().get(pk=attempt.version_id), content_language_of(request)),
    }
    return render(request, "interview/practice/attempt_revise.html", context, status=409)


def _replaced(request: SiteRequest) -> int | None:
    try:
        return posted_number(request, "replace", limits.REVISION)
    except ValueError:
        return None


@login_not_required
@require_safe
def attempt_compare(request: SiteRequest, code: UUID, other: UUID) -> HttpResponse:
    """/attempts/<code>/compare/<other>/ : the older one is shown first, whichever way round they are named."""
    before, after = access.attempts_to_compare(current_person_id(request), code, other)
    wanted = content_language_of(request)
    context = comparison_context(before, after, wanted)
    context["question"] = pages.question_head(pages.head_versions().get(pk=after.version_id), wanted)
    return render(request, "interview/practice/attempt_compare.html", context)
