"""Practising one question: the page with the answer box, saving, submitting, the result, revealing steps."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from interview import access
from interview.accounts.people import current_person_id, ensure_person_id, person_tag
from interview.domain import pages, results
from interview.domain.drafts import Save, Saved, Stale, save_draft
from interview.domain.pacing import TooOften
from interview.domain.practice import StepOutOfOrder, Submission, reveal_next_step, submit
from interview.forms import AnswerForm
from interview.http import SiteRequest, from_script
from interview.models import Attempt
from interview.preferences import content_language_of
from interview.views.answer_page import answer_page, answer_page_again, answer_page_too_often, posted_version
from interview.views.attempt_page import attempt_page
from interview.views.signed_out import own_page_only
from questions.models import Version

# Guests may practise the public bank, so every view here is public; access.py says who sees what.


@login_not_required
@require_safe
def question_detail(request: SiteRequest, bank: str, slug: str) -> HttpResponse:
    """/questions/<bank>/<slug>/"""
    person_id = current_person_id(request)
    question = access.question_to_answer(request.user, person_id, bank, slug)
    draft = pages.open_draft(person_id, question)
    version_id = question.current_id if draft is None or draft.closed else draft.version_id
    return answer_page(request, pages.head_versions().get(pk=version_id), pages.draft_view(draft))


@login_not_required
@require_POST
@own_page_only
def draft_save(request: SiteRequest, bank: str, slug: str) -> HttpResponse:
    """/questions/<bank>/<slug>/draft/ : answers with the status line, or with the other text where there is one."""
    version = posted_version(request, bank, slug)
    form = AnswerForm(request.POST, max_answer=version.question.max_answer)
    if error := form.first_error():
        if from_script(request):
            return render(request, "interview/practice/_save_status.html", {"error": error}, status=422)
        return answer_page_again(request, version, error)
    person_id = ensure_person_id(request)
    saved = save_draft(person_id, version.pk, Save(**form.cleaned_data))
    if from_script(request):
        response = _saved(request, person_id, version, saved)
    else:
        response = _saved_page(request, version, saved)
    response["Viva-Person"] = person_tag(request)
    return response


@login_not_required
@require_POST
@own_page_only
def attempt_submit(request: SiteRequest, bank: str, slug: str) -> HttpResponse:
    """/questions/<bank>/<slug>/submit/"""
    version = posted_version(request, bank, slug)
    form = AnswerForm(request.POST, max_answer=version.question.max_answer)
    error = form.first_error()
    if not error and not form.cleaned_data["text"].strip():
        error = _("There is no answer yet. Write one, or choose “I don’t know, show me”.")
    if error:
        return answer_page_again(request, version, error)
    return _submitted(request, version, form, gave_up=False)


@login_not_required
@require_POST
@own_page_only
def attempt_give_up(request: SiteRequest, bank: str, slug: str) -> HttpResponse:
    """/questions/<bank>/<slug>/give-up/ : "I don't know, show me"; what was typed is kept, nothing is scored."""
    version = posted_version(request, bank, slug)
    form = AnswerForm(request.POST, max_answer=version.question.max_answer)
    if error := form.first_error():
        return answer_page_again(request, version, error)
    return _submitted(request, version, form, gave_up=True)


@login_not_required
@require_POST
def kept_discard(request: SiteRequest, bank: str, slug: str) -> HttpResponse:
    """/questions/<bank>/<slug>/kept/discard/ : what was kept beside the draft when a guest's work was claimed."""
    person_id = current_person_id(request)
    question = access.question_to_answer(request.user, person_id, bank, slug)
    pages.kept_drafts(person_id, question.pk).delete()
    return redirect("question-detail", bank, slug)


@login_not_required
@require_safe
def attempt_detail(request: SiteRequest, code: UUID) -> HttpResponse:
    """/attempts/<code>/"""
    return attempt_page(request, access.attempt_to_read(current_person_id(request), code))


@login_not_required
@require_POST
def step_reveal(request: SiteRequest, code: UUID, number: int) -> HttpResponse:
    """/attempts/<code>/steps/<number>/reveal/"""
    attempt = access.attempt_to_read(current_person_id(request), code)
    try:
        reveal_next_step(attempt, expected=number)
    except StepOutOfOrder as order:
        if not 1 <= number <= len(attempt.version.frozen().steps):
            raise Http404 from order
        error = _("Step %(number)s comes first.") % {"number": order.following}
        return attempt_page(request, attempt, {"error": error}, status=409)
    if request.htmx:
        context = results.attempt_context(attempt, content_language_of(request))
        return render(request, "interview/practice/_steps_revealed.html", context)
    return redirect(f"{reverse('attempt-detail', args=[code])}#step-{number}-title")


def _submitted(request: SiteRequest, version: Version, form: AnswerForm, gave_up: bool) -> HttpResponse:
    answer = form.cleaned_data
    submission = Submission(
        text=answer["text"],
        writer=answer["writer"],
        base=answer["base"],
        seconds=answer["seconds"],
        language=content_language_of(request),
        gave_up=gave_up,
        confidence=answer["confidence"],
    )
    try:
        attempt = submit(ensure_person_id(request), version, submission)
    except TooOften as often:
        return answer_page_too_often(request, version, often.wait)
    return redirect("attempt-detail", attempt.code)


def _saved(request: SiteRequest, person_id: int, version: Version, saved: Saved | Stale) -> HttpResponse:
    if isinstance(saved, Saved):
        response = render(request, "interview/practice/_save_status.html", {"saved_at": saved.at})
        response["Viva-Revision"] = str(saved.revision)
        return response
    context = {"stored_text": saved.text, "stored_revision": saved.revision}
    response = render(request, "interview/practice/_conflict.html", context, status=409)
    if saved.closed:
        response["Viva-Submitted"] = _result_address(person_id, version)
    return response


def _result_address(person_id: int, version: Version) -> str:
    """Where the answer that closed the draft is shown."""
    attempts = Attempt.objects.filter(person_id=person_id, version=version)
    return reverse("attempt-detail", args=[attempts.latest("created").code])


def _saved_page(request: SiteRequest, version: Version, saved: Saved | Stale) -> HttpResponse:
    """Without JavaScript: the page again, with what was saved."""
    if isinstance(saved, Stale):
        return answer_page_again(request, version, stale=saved)
    return redirect("question-detail", version.question.bank.slug, version.question.slug)
