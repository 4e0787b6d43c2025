"""A published question in a bank, and the people who work there."""

import pytest

from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import make_question
from tests.questions.admin.pages import member


@pytest.fixture
def question(db: None) -> Question:
    """Steps step-1 to step-3, criteria `restart` and `traffic`."""
    return make_question()


@pytest.fixture
def owner(question: Question) -> HtmlClient:
    return member(question.bank, "owner")


@pytest.fixture
def writer(question: Question) -> HtmlClient:
    return member(question.bank, "author")


@pytest.fixture
def reviewer(question: Question) -> HtmlClient:
    return member(question.bank, "reviewer")
