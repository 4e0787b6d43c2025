from unittest.mock import patch
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.conf import settings

from interview.models import Attempt, Draft
from tests.conftest import HtmlClient
from tests.factories import form_of, make_question
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}, {"accept": "application/json"}])
def test_missing_page_shows_one_way_on(person: str, headers: dict[str, str], request: pytest.FixtureRequest) -> None:
    response = browser_of(request, person).get("/nothing/here/", headers=headers)

    assert response.status_code == 404
    assert "<h1>There is nothing at this address</h1>" in response.content.decode()
    assert "DEBUG" not in response.content.decode()


@pytest.mark.parametrize(("person", "told"), [("guest", True), ("candidate", True), ("outsider", False)])
def test_missing_page_may_be_there_after_signing_in(person: str, told: bool, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(person).get(f"/attempts/{UUID(int=1)}/").content.decode()

    assert ("If it is an answer of yours, sign in first." in page) == told
    assert (f'href="/account/sign-in/?next=/attempts/{UUID(int=1)}/"' in page) == told


@pytest.mark.parametrize(
    "path",
    [
        "/.env",
        "/.git/config",
        "/metrics",
        "/static/../interview/settings.py",
        "/static/..%2finterview/settings.py",
        "/questions/..%2f..%2fadmin/",
        "/questions/demo/probes/a.css",
        "/questions/demo/probes;a.js/",
        "/questions/demo/%00/",
        "/questions/%ed%a0%80/probes/",
        "/questions/%ff/probes/",
        "/questions/demo/%E6%8E%A2%E9%92%88/",
        "/attempts/%00/",
        f"/questions/demo/{'x' * 10_000}/",
    ],
)
def test_odd_address_is_missing(path: str, guest: HtmlClient) -> None:
    make_question()

    assert guest.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/questions", "/questions/demo/probes", "/admin"])
def test_missing_slash_is_added_on_this_site(path: str, guest: HtmlClient) -> None:
    make_question()

    response = guest.get(path)

    assert (response.status_code, response.url) == (301, f"{path}/")


def test_slash_is_never_added_to_another_site(guest: HtmlClient) -> None:
    response = guest.get("/", PATH_INFO="//evil.test/questions")

    assert (response.status_code, response.headers.get("Location")) == (404, None)


def test_unexpected_error_says_nothing_about_itself(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.raise_request_exception = False
    with patch("interview.views.practice.submit", side_effect=RuntimeError("covert reason")):
        response = candidate.post(f"{PAGE}submit/", form_of(question, "covert words"))

    body = response.content.decode()
    assert (response.status_code, "Retry-After" in response.headers) == (500, False)
    assert "<h1>Something went wrong on our side</h1>" in body
    assert [word for word in ("covert", "RuntimeError", "Traceback", "csrf") if word in body] == []


def test_error_page_follows_the_language(candidate: HtmlClient) -> None:
    make_question()
    candidate.raise_request_exception = False
    candidate.cookies["django_language"] = "zh-hans"
    with patch("interview.views.practice.access.question_to_answer", side_effect=RuntimeError):
        body = candidate.get(PAGE).content.decode()

    assert '<html lang="zh-Hans">' in body
    assert "Something went wrong" not in body


FORM = "application/x-www-form-urlencoded"
FILE = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n'
OVER = settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"&".join(b"field%d=x" % n for n in range(1001)), FORM, 400),
        (b"&".join(b"field%d=x" % n for n in range(10_000)), FORM, 400),
        (b"text=".ljust(OVER, b"x"), FORM, 413),
        (b"text=".ljust(10_000_000, b"x"), FORM, 413),
        (b"[".ljust(10_000_000, b"["), "application/json", 413),
        (FILE.ljust(OVER, b"x") + b"\r\n--x--\r\n", "multipart/form-data; boundary=x", 413),
    ],
    ids=["1,001 fields", "10,000 fields", "one byte over", "10 MB", "10 MB of JSON", "file"],
)
@pytest.mark.parametrize("action", ["draft/", "submit/", "hint/"])
def test_form_that_is_too_large_is_refused(
    action: str, body: bytes, content_type: str, status: int, candidate: HtmlClient
) -> None:
    candidate.script("post", f"{PAGE}draft/", form_of(make_question(), "stored"))

    assert candidate.generic("POST", PAGE + action, body, content_type).status_code == status
    assert (Draft.objects.get().text, Attempt.objects.count()) == ("stored", 0)


def test_body_that_is_just_small_enough_is_read(candidate: HtmlClient) -> None:
    body = urlencode(form_of(make_question())).encode() + b"&more="

    assert candidate.generic("POST", f"{PAGE}draft/", body.ljust(OVER - 1, b"x"), FORM).status_code == 302


@pytest.mark.parametrize("length", ["x", "-1", "1" * 5_000, "", "1e9", "٣"])
def test_length_that_is_none_is_no_server_error(length: str, candidate: HtmlClient) -> None:
    make_question()

    assert candidate.post(f"{PAGE}draft/", CONTENT_LENGTH=length).status_code in (400, 404)


def test_refusals_speak_the_language_of_the_reader(candidate: HtmlClient) -> None:
    candidate.cookies["django_language"] = "zh-hans"

    large, broken = (candidate.generic("POST", f"{PAGE}draft/", b"x=&" * count, FORM) for count in (200_000, 1_001))

    assert (large.status_code, broken.status_code) == (413, 400)
    assert "<h1>一次提交的内容太多了</h1>" in large.content.decode()
    assert "<h1>我们没能读懂这个请求</h1>" in broken.content.decode()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"text": "x", "version": 1}', "application/json"),
        (b"[" * 200_000, "application/json"),
        (b"text=x&version=1", "text/plain"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"version=1&text=%00\xff\xfe", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"version=1&text=x", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"", "application/x-www-form-urlencoded"),
    ],
)
def test_body_that_is_no_form_is_no_server_error(body: bytes, content_type: str, candidate: HtmlClient) -> None:
    make_question()

    for action in ("draft/", "submit/", "give-up/"):
        assert candidate.generic("POST", PAGE + action, body, content_type).status_code in (400, 404, 422)


@pytest.mark.parametrize("session", ["x" * 5_000, "'; --", "\\377" * 10])
def test_forged_session_is_nobody(session: str, guest: HtmlClient) -> None:
    make_question()

    response = guest.get(PAGE, headers={"cookie": f"sessionid={session}"})

    assert response.status_code == 200
    assert response.context["person_tag"] == ""


def test_session_with_a_nul_is_nobody(guest: HtmlClient) -> None:
    make_question()
    guest.raise_request_exception = False

    response = guest.get(PAGE, headers={"cookie": 'sessionid="\\000aaaaaaaaaaaaaaaa"'})

    assert response.status_code == 200


def test_foreign_host_is_refused(guest: HtmlClient) -> None:
    assert guest.get("/questions/", headers={"host": "evil.test"}).status_code == 400
