import pytest

from interview.models import Attempt, Draft, Result
from tests.conftest import HtmlClient
from tests.factories import form_of, make_bank, make_question
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
GIVE_UP = f"{PAGE}give-up/"


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("text", ["", "half an answer that says restart"])
def test_giving_up_is_kept_and_never_scored(person: str, text: str, request: pytest.FixtureRequest) -> None:
    question = make_question()
    browser = browser_of(request, person)
    browser.script("post", f"{PAGE}draft/", form := form_of(question, text))

    response = browser.post(GIVE_UP, form)

    attempt = Attempt.objects.get()
    assert (response.status_code, response.url) == (302, f"/attempts/{attempt.code}/")
    assert (attempt.text, attempt.gave_up, attempt.version) == (text, True, question.current)
    assert Result.objects.count() == 0
    assert list(Draft.objects.values_list("text", "closed")) == [("", True)]


def test_giving_up_shows_the_text_and_no_score(candidate: HtmlClient) -> None:
    page = candidate.get(candidate.post(GIVE_UP, form_of(make_question(), "half <an> answer")).url)

    assert page.context["sheet"] is None
    assert "half &lt;an&gt; answer" in page.content.decode()
    assert "Not scored: you asked to see the answer." in page.content.decode()
    assert 'id="score"' not in page.content.decode()


def test_giving_up_twice_is_once(candidate: HtmlClient) -> None:
    form = form_of(make_question(), "")

    assert candidate.post(GIVE_UP, form).url == candidate.post(GIVE_UP, form).url
    assert Attempt.objects.count() == 1


def test_giving_up_after_submit_of_the_same_page_is_an_attempt_of_its_own(candidate: HtmlClient) -> None:
    form = form_of(make_question())
    candidate.post(f"{PAGE}submit/", form)
    candidate.post(GIVE_UP, form)

    assert list(Attempt.objects.order_by("pk").values_list("gave_up", flat=True)) == [False, True]
    assert Result.objects.count() == 1


def test_text_that_is_too_long_is_kept_in_the_box(candidate: HtmlClient) -> None:
    response = candidate.post(GIVE_UP, form_of(make_question(), "x" * 4_001))

    assert (response.status_code, len(response.context["draft"].text)) == (422, 4_001)
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("path", ["demo/none", "none/probes", "secret/probes"])
def test_question_that_is_not_open_shows_nothing(path: str, outsider: HtmlClient) -> None:
    question = make_question()
    make_question(bank=make_bank("secret", public=False))

    assert outsider.post(f"/questions/{path}/give-up/", form_of(question)).status_code == 404
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_giving_up_is_a_post(method: str, candidate: HtmlClient) -> None:
    make_question()

    assert getattr(candidate, method)(GIVE_UP).status_code == 405
    assert Attempt.objects.count() == 0


def test_giving_up_with_nothing_typed_counts_no_words(candidate: HtmlClient) -> None:
    address = candidate.post(GIVE_UP, form_of(make_question(), "")).url

    for page in (address, "/attempts/"):
        assert "0 words" not in candidate.get(page).content.decode()
