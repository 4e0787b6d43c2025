"""What a visitor has chosen, kept in cookies: theme, the language of the content, and keys."""

from django.http import HttpRequest
from django.utils.translation import get_language

from questions.languages import CHINESE, ENGLISH, LANGUAGES

THEMES = ("system", "light", "dark")
THEME_COOKIE = "theme"
CONTENT_COOKIE = "content_language"
SHORTCUTS = ("on", "off")
SHORTCUTS_COOKIE = "shortcuts"


def theme_of(request: HttpRequest) -> str:
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return theme if theme in THEMES else "system"


def content_choice_of(request: HttpRequest) -> str:
    """The language chosen for content, or "" for: as the interface."""
    choice = request.COOKIES.get(CONTENT_COOKIE, "")
    return choice if choice in LANGUAGES else ""


def shortcuts_of(request: HttpRequest) -> bool:
    """Whether single letters are keyboard shortcuts."""
    return request.COOKIES.get(SHORTCUTS_COOKIE) != "off"


def interface_language() -> str:
    """The language of the page as `lang` has it."""
    return CHINESE if (get_language() or "").startswith("zh") else ENGLISH


def content_language_of(request: HttpRequest) -> str:
    return content_choice_of(request) or interface_language()
