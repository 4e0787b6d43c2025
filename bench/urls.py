"""All addresses of the site and /bare/."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from interview.urls import handler500, urlpatterns
from interview.views.bank import PAGE
from questions.models import Question
from questions.models.question import LISTED_COLUMNS

BARE = """<!doctype html><html lang="{{ html_lang }}"><head><title>{{ product_name }}</title></head><body>
<form method="post">{% csrf_token %}</form><h1>Questions</h1><p>{{ total }}</p><ul>{% for question in questions %}
<li><a href="{% url "question-detail" question.bank.slug question.slug %}">{{ question.current.title.en }}</a>
{% for tag in question.tags.all %}{{ tag.title.en }} {% endfor %}{{ question.current.difficulty }}
{{ question.current.max_points }}</li>{% endfor %}</ul></body></html>"""
COLUMNS = tuple(f"current__{name}" for name in LISTED_COLUMNS)
TEMPLATE = engines["django"].from_string(BARE)


@login_not_required
def bare_list(request: HttpRequest) -> HttpResponse:
    """The same rows and columns in the plainest page that Django makes of them."""
    whole = Question.objects.visible_to(request.user).in_bank_order().select_related("bank", "current")
    questions = whole.only("bank__slug", "slug", *COLUMNS).prefetch_related("tags")
    page = Paginator(questions, PAGE).get_page(request.GET.get("page"))
    return HttpResponse(TEMPLATE.render({"questions": page, "total": page.paginator.count}, request))


urlpatterns = [*urlpatterns, path("bare/", bare_list)]
__all__ = ["handler500", "urlpatterns"]
