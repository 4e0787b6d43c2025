"""What every page may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext

from interview import preferences

# Which destination of the top bar a page belongs to, by its URL name. Today is behind the seal and marks none.
AREAS = {
    "question-list": "practise",
    "question-detail": "practise",
    "draft-save": "practise",
    "attempt-submit": "practise",
    "attempt-give-up": "practise",
    "attempt-detail": "practise",
    "step-reveal": "practise",
    "hint-take": "practise",
    "attempt-revise": "practise",
    "attempt-compare": "practise",
    "objection-add": "practise",
    "attempt-list": "answers",
}


def site(request: HttpRequest) -> dict[str, Any]:
    match = request.resolver_match
    return {
        "area": AREAS.get(match.url_name or "", "") if match else "",
        "product_name": gettext("Viva"),
        "html_lang": preferences.interface_language(),
        "theme": preferences.theme_of(request),
        "shortcuts": preferences.shortcuts_of(request),
        "sends_mail": settings.SENDS_MAIL,
        "content_choice": preferences.content_choice_of(request),
        "content_language": preferences.content_language_of(request),
    }
