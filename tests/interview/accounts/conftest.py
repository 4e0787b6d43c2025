"""Accounts with passwords, a site that sends mail, and counters at zero."""

import pytest
from django.core.cache import cache
from pytest_django import Settings

from interview.accounts.models import User
from tests.interview.accounts.signing import EMAIL, make_user


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    """The cache is a table that no test empties."""
    cache.clear()


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def user(db: None) -> User:
    """Somebody with a confirmed address and a password, not signed in."""
    return make_user(EMAIL)


@pytest.fixture
def mailing(settings: Settings) -> None:
    """The site sends mail, so that addresses are to be confirmed."""
    settings.SENDS_MAIL = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
