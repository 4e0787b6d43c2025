"""The question list. It lives here and not in `questions` because it shows what a person has done with each."""

from functools import lru_cache

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from interview.accounts.people import current_person_id
from interview.domain.filter_bar import FilterBar, filter_bar
from interview.domain.finding import matching, read_filters
from interview.domain.pages import count_progress, listed_questions, with_progress
from interview.domain.showing import Words
from interview.http import SiteRequest
from interview.preferences import content_language_of
from questions.models import Question, Tag

PAGE = 50


@login_not_required  # the public bank is open to guests
@require_safe
def question_list(request: SiteRequest) -> HttpResponse:
    """/questions/"""
    wanted = content_language_of(request)
    person_id = current_person_id(request)
    visible = Question.objects.visible_to(request.user)
    tags = list(Tag.objects.of(visible))
    filters = read_filters(request.GET, {tag.slug for tag in tags})
    condition = matching(filters, tags, person_id)
    counts = count_progress(visible, person_id, condition)
    found = visible.filter(condition).in_bank_order().values("pk")
    paginator = Paginator(found, PAGE)
    paginator.count = counts["found"]  # or it would ask again
    page = paginator.get_page(request.GET.get("page", "")[:9])
    first = max(page.start_index() - 1, 0)
    on_page = Question.objects.filter(pk__in=found[first : first + PAGE])  # a subquery: only these are read whole
    rows = list(with_progress(on_page.listed(), person_id))
    banks = {question.bank for question in rows}
    bar = filter_bar(filters, tags, wanted)
    context = {
        "page": page,
        "questions": listed_questions(rows, tags, wanted),
        "filters": bar,
        "filter_form": _filter_form(bar, get_language()),
        "bank_title": Words.of(banks.pop().title, wanted) if len(banks) == 1 else None,
        **counts,
    }
    return render(request, "questions/question_list.html", context)


@lru_cache(maxsize=64)
def _filter_form(bar: FilterBar, language: str) -> SafeString:
    """The form of the filters as HTML; the same for everybody who has made the same choices in this language."""
    return render_to_string("questions/_filters.html", {"filters": bar})
