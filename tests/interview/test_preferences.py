import pytest

from interview.accounts.models import Person
from tests.conftest import HtmlClient
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

CHOICES = [
    ("language", "language", "django_language", "zh-hans"),
    ("content-language", "content_language", "content_language", "zh-Hans"),
    ("content-language", "content_language", "content_language", ""),
    ("theme", "theme", "theme", "dark"),
]
AWAY = [
    "//evil.test/",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "https:evil.test",
    "https://evil.test/",
    "http:///evil.test",
    "HTTPS://testserver@evil.test/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "/\r\nSet-Cookie: a=b",
    "/\n/evil.test",
    "\t//evil.test",
    " //evil.test",
    "/\x00",
    "http://[",
    "",
]


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize(("path", "field", "cookie", "value"), CHOICES)
def test_choice_is_kept_in_a_cookie(
    person: str, path: str, field: str, cookie: str, value: str, request: pytest.FixtureRequest
) -> None:
    people = Person.objects.count
    browser = browser_of(request, person)
    before = people()

    response = browser.post(f"/preferences/{path}/", {field: value, "next": "/questions/?page=2"})

    assert (response.status_code, response.url) == (302, "/questions/?page=2")
    kept = response.cookies[cookie]
    assert (kept.value, kept["httponly"], kept["samesite"], kept["path"]) == (value, True, "Lax", "/")
    assert people() == before


@pytest.mark.parametrize(("path", "field", "cookie", "value"), CHOICES)
@pytest.mark.parametrize("wrong", ["zh", "EN", "../en", "en\r\nX: y", "x" * 9_000, None])
def test_unknown_choice_is_not_kept(
    path: str, field: str, cookie: str, value: str, wrong: str | None, guest: HtmlClient
) -> None:
    response = guest.post(f"/preferences/{path}/", {} if wrong is None else {field: wrong})

    assert (response.status_code, response.url) == (302, "/")
    assert cookie not in response.cookies


@pytest.mark.parametrize("path", ["language", "content-language", "theme"])
@pytest.mark.parametrize("away", AWAY)
def test_way_back_stays_on_the_site(path: str, away: str, guest: HtmlClient) -> None:
    response = guest.post(f"/preferences/{path}/", {"next": away})

    assert (response.status_code, response.url) == (302, "/")
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    ("back", "location"),
    [
        ("/questions/?page=2", "/questions/?page=2"),
        ("/%2f%2fevil.test/", "/%2f%2fevil.test/"),
        ("/%252f%252fevil.test/", "/%252f%252fevil.test/"),
        ("/%0d%0aX: y", "/%0d%0aX:%20y"),
        ("/题库/", "/%E9%A2%98%E5%BA%93/"),
        ("http://testserver/questions/", "http://testserver/questions/"),
    ],
)
def test_own_path_is_gone_back_to(back: str, location: str, guest: HtmlClient) -> None:
    assert guest.post("/preferences/theme/", {"next": back})["Location"] == location


def test_endless_way_back_is_refused(guest: HtmlClient) -> None:
    assert guest.post("/preferences/theme/", {"next": f"/{'x' * 100_000}"}).status_code in (302, 400)


def test_pages_follow_the_choices(guest: HtmlClient) -> None:
    guest.post("/preferences/language/", {"language": "zh-hans"})
    guest.post("/preferences/theme/", {"theme": "dark"})

    page = guest.get("/questions/").content.decode()

    assert '<html lang="zh-Hans" data-theme="dark">' in page
    assert guest.get("/questions/")["Content-Language"] == "zh-hans"


@pytest.mark.parametrize("cookie", ["theme", "content_language", "django_language"])
@pytest.mark.parametrize("value", ["<script>", "../../etc", "x" * 3_000, "zh_Hans", "\\000\\000"])
def test_forged_cookie_is_ignored(cookie: str, value: str, guest: HtmlClient) -> None:
    guest.cookies[cookie] = value

    response = guest.get("/questions/")

    assert response.status_code == 200
    assert b'<html lang="en" data-theme="system">' in response.content
    assert response.context["content_language"] == "en"


@pytest.mark.parametrize(
    ("header", "lang"),
    [("zh-CN,zh;q=0.9", "zh-Hans"), ("zh-TW", "zh-Hans"), ("zh", "zh-Hans"), ("de", "en"), ("*", "en"), ("", "en")],
)
def test_first_visit_speaks_the_language_of_the_browser(header: str, lang: str, guest: HtmlClient) -> None:
    response = guest.get("/questions/", headers={"accept-language": header})

    assert response.context["html_lang"] == lang
    assert response.context["content_language"] == lang


@pytest.mark.parametrize("path", ["language", "content-language", "theme"])
@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_choosing_is_a_post(path: str, method: str, guest: HtmlClient) -> None:
    assert getattr(guest, method)(f"/preferences/{path}/").status_code == 405
