"""What every page may use."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from interview import preferences


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "product_name": gettext("Viva"),
        "html_lang": preferences.interface_language(),
        "theme": preferences.theme_of(request),
        "content_choice": preferences.content_choice_of(request),
        "content_language": preferences.content_language_of(request),
    }
