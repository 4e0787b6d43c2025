"""The question list. It lives here and not in `questions` because it shows what a person has done with each."""

from functools import lru_cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from interview.accounts.people import current_person_id
from interview.domain.filter_bar import FilterBar, filter_bar
from interview.domain.finding import read_filters
from interview.domain.listing import Found, find, listed_banks
from interview.domain.pages import listed_questions, with_progress
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
    banks = listed_banks(request.user, person_id)
    total = sum(bank.total for bank in banks)
    visible = Question.objects.published().filter(bank__in=[bank.pk for bank in banks])
    tags = list(Tag.objects.of(visible))
    filters = read_filters(request.GET, {tag.slug for tag in tags})
    found = find(visible, total, filters, tags, person_id)
    page = _page(found, request.GET.get("page", ""))
    on_page = Question.objects.filter(pk__in=page.object_list)  # only these are read whole
    rows = list(with_progress(on_page.listed(), person_id))
    bar = filter_bar(filters, tags, wanted)
    context = {
        "page": page,
        "questions": listed_questions(rows, tags, wanted),
        "filters": bar,
        "filter_form": _filter_form(bar, get_language()),
        "bank_title": Words.of(banks[0].title, wanted) if len(banks) == 1 else None,
        "total": total,
        "tried": sum(bank.tried for bank in banks),
        "found": found.count,
        "more": found.more,
    }
    return render(request, "questions/question_list.html", context)


def _page(found: Found, asked: str) -> Page[Any]:
    """The ids on the page asked for, or on the nearest."""
    paginator = Paginator(found.ids, PAGE)
    paginator.count = found.reached  # or it would ask again
    return paginator.get_page(asked[:9])


@lru_cache(maxsize=64)
def _filter_form(bar: FilterBar, language: str) -> SafeString:
    """The form of the filters as HTML; the same for everybody who has made the same choices in this language."""
    return render_to_string("questions/_filters.html", {"filters": bar})
