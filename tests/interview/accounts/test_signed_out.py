"""A page whose user is no longer signed in: 401, nothing saved for anybody else, the text is given back."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session

from interview.accounts.models import Person, User
from interview.models import Attempt, Draft
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import form_of, make_bank, make_question
from tests.interview.accounts.signing import EMAIL, copy_of, make_user, sign_in
from tests.interview.accounts.working import drafts_of, person_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
POSTS = ("draft/", "submit/", "give-up/")
WORDS = "Not saved: you are signed out. Your text is kept."


@pytest.fixture
def question(db: None) -> Question:
    return make_question()


@pytest.fixture
def typing(user: User, guest: HtmlClient, question: Question) -> dict[str, Any]:
    """The form of a page that the user, signed in in `guest`, has open."""
    sign_in(guest)
    return form_of(question, "three hours of <b>text", person=guest.get(PAGE).context["person_tag"])


def rows() -> tuple[int, int, int]:
    return Draft.objects.count(), Attempt.objects.count(), Person.objects.count()


def end(how: str, browser: HtmlClient) -> None:
    if how == "expired":
        Session.objects.all().delete()
    elif how == "signed out in another tab":
        browser.post("/account/sign-out/")
    elif how == "signed out elsewhere":
        User.objects.get(email=EMAIL).end_sessions()
    elif how == "blocked":
        User.objects.update(is_active=False)
    else:
        browser.post("/account/sign-out/")
        make_user("other@viva.test")
        sign_in(browser, "other@viva.test")


ENDS = ("expired", "signed out in another tab", "signed out elsewhere", "blocked", "somebody else")


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("post", POSTS)
def test_script_gets_the_status_line(how: str, post: str, typing: dict[str, Any], guest: HtmlClient) -> None:
    end(how, guest)

    response = guest.script("post", PAGE + post, typing)

    assert (response.status_code, rows()) == (401, (0, 0, 0))
    fragment = response.content.decode()
    assert fragment.strip().startswith('<p id="save-status"')
    assert WORDS in fragment
    assert f'href="/account/sign-in/?next={PAGE}"' in fragment
    assert "Viva-Person" not in response


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("post", POSTS)
def test_page_gives_the_text_back(how: str, post: str, typing: dict[str, Any], guest: HtmlClient) -> None:
    end(how, guest)

    response = guest.post(PAGE + post, typing)

    assert (response.status_code, rows()) == (401, (0, 0, 0))
    assert "three hours of &lt;b&gt;text</textarea>" in response.content.decode()


@pytest.mark.parametrize("how", ENDS[:3])
def test_same_page_saves_after_signing_in_again(how: str, typing: dict[str, Any], guest: HtmlClient) -> None:
    end(how, guest)
    guest.script("post", f"{PAGE}draft/", typing)

    sign_in(guest)
    response = guest.script("post", f"{PAGE}draft/", typing)

    assert (response.status_code, response["Viva-Person"]) == (200, typing["person"])
    assert drafts_of(person_of(EMAIL)) == [("practice", "three hours of <b>text")]


def test_question_that_only_the_user_may_see_is_no_riddle(user: User, guest: HtmlClient) -> None:
    User.objects.update(is_superuser=True, is_staff=True)
    question = make_question(bank=make_bank("secret", public=False))
    sign_in(guest)
    page = "/questions/secret/probes/"
    form = form_of(question, person=guest.get(page).context["person_tag"])
    end("expired", guest)

    assert guest.script("post", f"{page}draft/", form).status_code == 401


@pytest.mark.parametrize("tag", ["", "g-", "g-forged", "x", "\x00", "u" * 5_000])
def test_page_of_a_guest_saves_for_whoever_is_here(tag: str, question: Question, guest: HtmlClient) -> None:
    form = form_of(question, "words", person=tag)

    assert guest.script("post", f"{PAGE}draft/", form).status_code == 200


@pytest.mark.parametrize("tag", ["u-", "u-forged", "u-" + "x" * 5_000])
def test_forged_user_is_nobody(tag: str, question: Question, guest: HtmlClient) -> None:
    form = form_of(question, "words", person=tag)

    assert (guest.script("post", f"{PAGE}draft/", form).status_code, rows()) == (401, (0, 0, 0))


def test_page_of_the_guest_saves_for_the_user_they_became(
    user: User, question: Question, candidate: HtmlClient
) -> None:
    form = form_of(question, "typed as a guest", person=candidate.get(PAGE).context["person_tag"])
    candidate.script("post", f"{PAGE}draft/", form)
    sign_in(candidate)

    response = candidate.script("post", f"{PAGE}draft/", form | {"revision": 2, "text": "typed on"})

    assert response.status_code == 200
    assert drafts_of(person_of(EMAIL)) == [("practice", "typed on")]


def test_late_save_with_the_old_cookie_makes_no_new_guest(
    user: User, question: Question, candidate: HtmlClient
) -> None:
    form = form_of(question, "typed as a guest", person=candidate.get(PAGE).context["person_tag"])
    late = copy_of(candidate)
    sign_in(candidate)

    response = late.script("post", f"{PAGE}draft/", form)

    assert (response.status_code, Person.objects.filter(user=None).count()) == (401, 0)


def test_browser_is_told_whose_copies_are_the_users(user: User, question: Question, candidate: HtmlClient) -> None:
    tag = candidate.get(PAGE).context["person_tag"]
    assert 'data-claimed=""' in candidate.get(PAGE).content.decode()

    sign_in(candidate)

    page = candidate.get(PAGE)
    assert f'data-claimed="{tag}"' in page.content.decode()
    assert page.context["person_tag"].startswith("u-")


def test_tags_name_nobody_to_others(user: User, guest: HtmlClient, candidate: HtmlClient, question: Question) -> None:
    sign_in(guest)
    tags = [browser.get(PAGE).context["person_tag"] for browser in (guest, candidate, HtmlClient())]

    assert len(set(tags)) == 3
    assert [tag[:2] for tag in tags] == ["u-", "g-", ""]
