import pytest

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.factories import make_attempt, make_question, person_id_of
from tests.interview.accounts.signing import EMAIL, sign_in
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_has_settings(person: str, request: pytest.FixtureRequest) -> None:
    page = browser_of(request, person).get("/account/").content.decode()

    for path in ("language", "content-language", "theme", "shortcuts"):
        assert f'action="/preferences/{path}/"' in page
    user = person not in ("guest", "candidate")
    assert ('action="/account/sign-out-elsewhere/"' in page, f"{person}@viva.test" in page) == (user, user)


def test_nobody_elses_address_is_on_the_page(user: User, outsider: HtmlClient) -> None:
    assert EMAIL not in outsider.get("/account/").content.decode()


def test_letters_can_be_switched_off(guest: HtmlClient) -> None:
    assert "data-shortcuts" not in guest.get("/questions/").content.decode()

    response = guest.post("/preferences/shortcuts/", {"shortcuts": "off", "next": "/account/"})

    assert (response.url, response.cookies["shortcuts"].value) == ("/account/", "off")
    assert '<html lang="en" data-theme="system" data-shortcuts="off">' in guest.get("/questions/").content.decode()


def test_page_shows_no_key_that_does_nothing(candidate: HtmlClient) -> None:
    address = f"/attempts/{make_attempt(person_id_of(candidate), make_question()).code}/"
    assert ">R</kbd>" in candidate.get(address).content.decode()

    candidate.cookies["shortcuts"] = "off"

    assert ">R</kbd>" not in candidate.get(address).content.decode()


def test_guest_is_offered_to_keep_an_answer(candidate: HtmlClient, outsider: HtmlClient) -> None:
    address = f"/attempts/{make_attempt(person_id_of(candidate), make_question()).code}/"
    offer = f'href="/account/sign-up/?next={address}"'
    assert offer in candidate.get(address).content.decode()

    candidate.force_login(User.objects.get())

    assert offer not in candidate.get(address).content.decode()


def test_top_bar_leads_to_the_sign_in_page_and_back(guest: HtmlClient, user: User) -> None:
    make_question()
    assert (
        'href="/account/sign-in/?next=/questions/demo/probes/"' in guest.get("/questions/demo/probes/").content.decode()
    )
    assert 'href="/account/sign-in/"' in guest.get("/account/sign-up/").content.decode()

    sign_in(guest)

    page = guest.get("/questions/").content.decode()
    assert ("/account/sign-in/" in page, EMAIL in page) == (False, True)
