"""The home page, behind the seal."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from interview.accounts.people import current_person_id
from interview.domain.pages import listed_questions, with_progress
from interview.domain.today import begun_answer, choices_for, pick
from interview.http import SiteRequest
from interview.preferences import content_language_of
from questions.models import Question, Tag


@login_not_required  # guests practise too
@require_safe
def today(request: SiteRequest) -> HttpResponse:
    """/"""
    now, wanted = timezone.localtime(), content_language_of(request)
    person_id = current_person_id(request)
    visible = Question.objects.visible_to(request.user)
    picked = pick(choices_for(visible, person_id), person_id, now.date())
    rows = {question["pk"]: question for question in with_progress(visible.filter(pk__in=picked).listed(), person_id)}
    questions = [rows[pk] for pk in picked if pk in rows]
    tags = Tag.objects.filter(slug__in={slug for question in questions for slug in question["current__tags"]})
    context = {
        "now": now,
        "newcomer": person_id is None,
        "begun": begun_answer(person_id, wanted),
        "questions": listed_questions(questions, list(tags), wanted),
    }
    return render(request, "interview/practice/today.html", context)
