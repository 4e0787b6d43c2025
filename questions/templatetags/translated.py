"""Content of the bank in a page: in the reader's language if it has it, always marked with its own."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from questions.languages import CHINESE, ENGLISH, Translated, best_language

register = template.Library()


@register.simple_tag
def in_my_language(text: Translated) -> SafeString | str:
    """The text as an element of its own, with `lang`; nothing for an empty text."""
    language = best_language(text, CHINESE if (get_language() or "").startswith("zh") else ENGLISH)
    return format_html('<bdi lang="{}">{}</bdi>', language, text[language]) if language else ""
