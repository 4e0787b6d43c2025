"""“I did get this right”."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interview import access
from interview.accounts.people import current_person_id
from interview.domain import results
from interview.domain.objecting import AlreadyTold, object_to
from interview.forms import ObjectionForm
from interview.http import SiteRequest
from interview.models import Attempt
from interview.preferences import content_language_of
from interview.views.attempt_page import attempt_page


@login_not_required  # guests have answers too
@require_POST
def objection_add(request: SiteRequest, code: UUID) -> HttpResponse:
    """/attempts/<code>/objections/ : `criterion` and a sentence, to the current result of an attempt of one's own."""
    attempt = access.attempt_to_read(current_person_id(request), code)
    result = attempt.results.filter(current=True).first()
    if result is None:
        raise Http404
    sheet = results.attempt_context(attempt, content_language_of(request))["sheet"]
    form = ObjectionForm(request.POST, [row.key for row in sheet.rows if row.status != "hit"])
    error = form.first_error()
    if not error:
        try:
            object_to(result, form.cleaned_data["criterion"], form.cleaned_data["text"])
        except AlreadyTold:
            error = _("You have told us about this point before.")
    return _answer(request, attempt, form, error)


def _answer(request: SiteRequest, attempt: Attempt, form: ObjectionForm, error: str) -> HttpResponse:
    """The form again with what was typed if there is an error, else thanks."""
    typed = {"objection": form.data, "objection_error": error} if error else {}
    status = 422 if error else 200
    if request.htmx:
        context = results.attempt_context(attempt, content_language_of(request)) | typed
        return render(request, "interview/practice/_objections.html", context, status=status)
    if error:
        return attempt_page(request, attempt, typed, status)
    return redirect(f"{reverse('attempt-detail', args=[attempt.code])}#objections")
