"""Values that nobody types, in every field, parameter, header and cookie of every route: never a server error."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.conftest import HtmlClient
from tests.test_routes import ROWS, Row, make_site

pytestmark = pytest.mark.django_db

VALUES = {
    "empty": "",
    "NUL": "a\x00b",
    "lone surrogate": "\ud800",
    "bytes": "\udcff\udcfe",
    "line ends": "\r\nSet-Cookie: a=b",
    "escape": "\x1b[31m",
    "direction": "\u202e\u2066",
    "below zero": "-1",
    "no number": "NaN",
    "infinite": "1e400",
    "2^70": str(2**70),
    "5,000 digits": "9" * 5_000,
    "full-width digit": "１",
    "long": "x" * 20_000,
    "way up": "../../%2e%2e%2f",
    "brackets": "[" * 2_000,
    "object": '{"a": NaN, "a": {}}',
}
QUERY = "q topic difficulty state page before question next format fields ordering _method number".split()
OF_ANSWERS = "text writer base revision seconds confidence version other deeper replace criterion person".split()
FIELDS = (
    OF_ANSWERS
    + "next language content_language theme shortcuts login password password1 password2 oldpassword email".split()
)
COOKIES = "sessionid csrftoken django_language content_language theme shortcuts device messages".split()
HEADERS = "Accept Accept-Language HX-Request HX-Target HX-Current-URL Referer Origin User-Agent X-CSRFToken".split()
HEADERS += "If-None-Match If-Modified-Since Range Authorization Content-Type X-Forwarded-For X-Forwarded-Host".split()
FORM = "application/x-www-form-urlencoded"


def encoded(**fields: Any) -> str:
    """As a form or query, byte by byte: what is no text in UTF-8 comes as the bytes that it is not."""
    return "&".join(f"{name}={quote(str(value).encode('utf-8', 'surrogatepass'))}" for name, value in fields.items())


@pytest.fixture
def site(candidate: HtmlClient) -> dict[str, Any]:
    candidate.raise_request_exception = False
    return make_site(candidate)


def failures(
    browser: HtmlClient, query: str = "", body: str = "", rows: list[Row] = ROWS, **headers: str
) -> dict[tuple[str, str], int]:
    """Every address that answers with a server error."""
    found = {
        (method, row.path): browser.generic(method, f"{row.path}?{query}", body, FORM, headers=headers).status_code
        for row in rows
        for method in ("GET", "POST")
        if (row.get if method == "GET" else row.post)
    }
    return {address: status for address, status in found.items() if status >= 500}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_no_value_is_too_odd(value: str, site: dict[str, Any], candidate: HtmlClient) -> None:
    asked = encoded(**dict.fromkeys(QUERY, value))
    header = value.encode("utf-8", "surrogatepass").decode("latin-1")

    assert failures(candidate, query=asked, body=encoded(**dict.fromkeys(FIELDS, value))) == {}
    assert failures(candidate, body=encoded(**site), **dict.fromkeys(HEADERS, header)) == {}
    cookies = "; ".join(f"{name}={header}" for name in COOKIES)
    assert failures(candidate, body=encoded(**site), cookie=cookies) == {}


@pytest.mark.parametrize("field", OF_ANSWERS)
def test_one_odd_field_is_refused_or_ignored(field: str, site: dict[str, Any], candidate: HtmlClient) -> None:
    """The others are right, so that each check is reached."""
    answering = [row for row in ROWS if row.post and row.path.startswith(("/questions/demo/", "/attempts/"))]

    for value in ("a\x00b", "\ud800", "-1", str(2**70)):
        assert failures(candidate, body=encoded(**site | {field: value}), rows=answering) == {}
