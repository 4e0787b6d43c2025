"""The question list. It lives here and not in `questions` because it shows what a person has done with each."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from interview.accounts.people import current_person_id
from interview.domain.pages import count_progress, listed_questions, with_progress
from interview.domain.showing import Words
from interview.http import SiteRequest
from interview.preferences import content_language_of
from questions.models import Question

PAGE = 50


@login_not_required  # the public bank is open to guests
@require_safe
def question_list(request: SiteRequest) -> HttpResponse:
    """/questions/"""
    wanted = content_language_of(request)
    person_id = current_person_id(request)
    visible = Question.objects.visible_to(request.user)
    counts = count_progress(visible, person_id)
    paginator = Paginator(with_progress(visible.listed(), person_id), PAGE)
    paginator.count = counts["total"]  # or it would ask again
    page = paginator.get_page(request.GET.get("page", "")[:9])
    rows = list(page.object_list)
    banks = {question.bank for question in rows}
    context = {
        "page": page,
        "questions": listed_questions(rows, wanted),
        "bank_title": Words.of(banks.pop().title, wanted) if len(banks) == 1 else None,
        **counts,
    }
    return render(request, "questions/question_list.html", context)


@login_not_required
@require_safe
def home(request: SiteRequest) -> HttpResponse:
    """/ : straight to the questions, until there is a page that says what to do today."""
    return redirect("question-list")
