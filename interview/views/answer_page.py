"""The page with the answer box, as several views answer with it."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from interview import access
from interview.accounts.people import CLAIMED_KEY, current_person_id, person_tag
from interview.domain import pages
from interview.domain.drafts import Stale
from interview.domain.hints import hints_view
from interview.domain.showing import DraftView
from interview.forms import AnswerForm, typed_text
from interview.http import SiteRequest, posted_number
from interview.models import Confidence
from interview.preferences import content_language_of
from questions import limits
from questions.models import Version


def posted_version(request: SiteRequest, bank: str, slug: str) -> Version:
    """The version that the page was made from, as it says itself. Raises Http404."""
    try:
        number = posted_number(request, "version", limits.REVISION)
    except ValueError as error:
        raise Http404 from error
    return access.version_to_answer(request.user, current_person_id(request), bank, slug, number)


def answer_page(
    request: SiteRequest,
    version: Version,
    draft: DraftView,
    error: str = "",
    stale: Stale | None = None,
    hints_over: bool = False,
) -> HttpResponse:
    person_id, wanted = current_person_id(request), content_language_of(request)
    context = {
        "question": pages.question_head(version, wanted),
        "draft": draft,
        "hints": hints_view(person_id, version.pk, wanted, hints_over),
        "confidence_levels": Confidence.choices,
        "error": error,
        "conflict": stale.text if stale else None,
        "stored_revision": stale.revision if stale else None,
        "kept": pages.kept_text(person_id, version.question_id),
        "person_tag": person_tag(request),
        "claimed_tag": request.session.get(CLAIMED_KEY, ""),
    }
    status = 422 if error else 409 if stale else 200
    return render(request, "interview/practice/question_detail.html", context, status=status)


def answer_page_again(
    request: SiteRequest, version: Version, error: str = "", stale: Stale | None = None, hints_over: bool = False
) -> HttpResponse:
    """The page as it was posted, nothing of the typed text lost."""
    form = AnswerForm(request.POST, max_answer=limits.DOCUMENT_BYTES)
    known = form.cleaned_data if form.is_valid() else {}
    draft = DraftView(
        text=typed_text(request.POST.get("text", "")),
        base=stale.revision if stale else known.get("base", 0),
        writer=known.get("writer") or pages.draft_view(None).writer,
        seconds=known.get("seconds", 0),
        restored=False,
        confidence=known.get("confidence"),
    )
    return answer_page(request, pages.head_versions().get(pk=version.pk), draft, error, stale, hints_over)


def answer_page_too_often(request: SiteRequest, version: Version, wait: timedelta) -> HttpResponse:
    """The page as it was posted, with the time until the next answer is taken."""
    minutes = wait // timedelta(minutes=1) + 1
    error = ngettext(
        "You have answered this question very often. Please submit again in %(minutes)s minute; the text is still in"
        " the box.",
        "You have answered this question very often. Please submit again in %(minutes)s minutes; the text is still in"
        " the box.",
        minutes,
    )
    response = answer_page_again(request, version, error % {"minutes": minutes})
    response.status_code = 429
    response["Retry-After"] = str(minutes * 60)
    return response
