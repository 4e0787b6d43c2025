"""The people of the tests, each as a browser that is signed in as them."""

from typing import Any

import pytest
from django.test import Client

from interview.accounts.models import Person, User
from interview.accounts.people import SESSION_KEY


class HtmlClient(Client):
    """A browser: asks for pages as one does."""

    def __init__(self, **defaults: Any) -> None:
        super().__init__(headers={"accept": "text/html,*/*;q=0.8", "accept-language": "en"}, **defaults)

    def script(self, method: str, path: str, data: Any = None, **headers: str) -> Any:
        """A request as a script of the page makes it."""
        return getattr(self, method)(path, data, headers={"accept": "*/*", **headers})


@pytest.fixture
def guest(db: None) -> HtmlClient:
    """Somebody who has only looked around."""
    return HtmlClient()


@pytest.fixture
def candidate(db: None) -> HtmlClient:
    """A guest who has answered before."""
    return answering_guest()


@pytest.fixture
def other_candidate(db: None) -> HtmlClient:
    """Another guest who has answered before."""
    return answering_guest()


@pytest.fixture
def outsider(db: None) -> HtmlClient:
    """Another signed-in user, with nothing of their own."""
    return signed_in("outsider@viva.test")


@pytest.fixture
def interviewer(db: None) -> HtmlClient:
    return signed_in("interviewer@viva.test")


@pytest.fixture
def author(db: None) -> HtmlClient:
    return signed_in("author@viva.test")


@pytest.fixture
def admin(db: None) -> HtmlClient:
    return signed_in("admin@viva.test", is_staff=True, is_superuser=True)


@pytest.fixture
def blocked(db: None) -> HtmlClient:
    """Somebody whose account was closed while they were signed in."""
    client = signed_in("blocked@viva.test")
    User.objects.filter(email="blocked@viva.test").update(is_active=False)
    return client


def answering_guest() -> HtmlClient:
    client = HtmlClient()
    session = client.session
    session[SESSION_KEY] = Person.objects.create().pk
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


def signed_in(email: str, **fields: Any) -> HtmlClient:
    client = HtmlClient()
    client.force_login(User.objects.create_user(email, **fields))
    return client
