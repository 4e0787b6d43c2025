"""Hints while an answer is written."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from interview.accounts.people import ensure_person_id, person_tag
from interview.domain.drafts import Save, Stale, save_draft
from interview.domain.hints import Way, hints_view, take_hint
from interview.forms import AnswerForm
from interview.http import SiteRequest, posted_number
from interview.preferences import content_language_of
from interview.views.answer_page import answer_page_again, posted_version
from interview.views.signed_out import own_page_only
from questions import limits
from questions.models import Version


@login_not_required  # guests practise too
@require_POST
@own_page_only
def hint_take(request: SiteRequest, bank: str, slug: str) -> HttpResponse:
    """/questions/<bank>/<slug>/hint/ : `other` or `deeper` is the number of the hint, from 1.

    With htmx the answer is the fragment, and saving the text is left to the page. Without, the text comes along.
    """
    version = posted_version(request, bank, slug)
    way: Way = "deeper" if "deeper" in request.POST else "other"
    try:
        number = posted_number(request, way, limits.HINTS_TAKEN)
    except ValueError as error:
        raise Http404 from error
    return _fragment(request, version, number, way) if request.htmx else _page(request, version, number, way)


def _fragment(request: SiteRequest, version: Version, number: int, way: Way) -> HttpResponse:
    person_id = ensure_person_id(request)
    over = not take_hint(person_id, version, number, way)
    hints = hints_view(person_id, version.pk, content_language_of(request), over)
    question = version.question
    context = {"hints": hints, "question": {"bank": question.bank.slug, "slug": question.slug}}
    response = render(request, "interview/practice/_hints.html", context)
    response["Viva-Person"] = person_tag(request)
    return response


def _page(request: SiteRequest, version: Version, number: int, way: Way) -> HttpResponse:
    form = AnswerForm(request.POST, max_answer=version.question.max_answer)
    if error := form.first_error():
        return answer_page_again(request, version, error)
    person_id = ensure_person_id(request)
    saved = save_draft(person_id, version.pk, Save(**form.cleaned_data))
    if isinstance(saved, Stale):
        return answer_page_again(request, version, stale=saved)
    if not take_hint(person_id, version, number, way):
        return answer_page_again(request, version, hints_over=True)
    return redirect(f"{reverse('question-detail', args=[version.question.bank.slug, version.question.slug])}#hints")
