"""Everybody who may come, by the name of their fixture."""

import pytest

from tests.conftest import HtmlClient

PEOPLE = ("guest", "candidate", "outsider", "interviewer", "author", "admin")


def browser_of(request: pytest.FixtureRequest, person: str, language: str = "en") -> HtmlClient:
    """The browser of a person who reads pages and questions in `language`."""
    browser: HtmlClient = request.getfixturevalue(person)
    browser.cookies["django_language"] = language.lower()
    browser.cookies["content_language"] = language
    return browser
