"""What no browser sends, to the real server: an answer at once or the end of the connection, and no harm done."""

import re
import socket
import time
from collections.abc import Iterator
from urllib.parse import urlencode
from uuid import uuid4

import psutil
import pytest

from tests.running_site import RunningSite, running_site

PAGE = "/questions/kubernetes/health-probes/"
TOKEN = "a" * 32
CLOSE = f"Host: localhost\r\nConnection: close\r\nCookie: csrftoken={TOKEN}\r\nX-CSRFToken: {TOKEN}\r\n"
GET = f"GET /questions/ HTTP/1.1\r\n{CLOSE}"
POST = f"POST {PAGE}draft/ HTTP/1.1\r\n{CLOSE}Content-Type: application/x-www-form-urlencoded\r\n"
MANY = "X-A: x\r\n" * 1_000
SECONDS = 10
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    with running_site(tmp_path_factory.mktemp("raw") / "data") as site:
        site.wait_until_up()
        yield site


def ask(site: RunningSite, request: str, end: bool = False) -> tuple[int, str]:
    """The status and all of the answer, 0 if the connection just ends. With `end` nothing more is sent."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=SECONDS) as connection:
        try:
            connection.sendall(request.encode("latin-1"))
            if end:
                connection.shutdown(socket.SHUT_WR)
        except OSError:  # it has answered and closed before all was sent
            pass
        answer = b""
        try:
            while part := connection.recv(65_536):
                answer += part
        except ConnectionError:
            pass
    return int(answer[9:12] or 0), answer.decode()


ODD = [
    ("64 kB header", f"{GET}X-A: {'x' * 65_536}\r\n\r\n", {200, 431}),
    ("64 kB cookie", f"{GET}Cookie: a={'x' * 65_536}\r\n\r\n", {200, 431}),
    ("1 MB header", f"{GET}X-A: {'x' * MEGABYTE}\r\n\r\n", {431}),
    ("1,000 headers", f"{GET}{MANY}\r\n", {431}),
    ("100,000 parameters", f"GET /questions/?{'a=&' * 100_000} HTTP/1.1\r\n{CLOSE}\r\n", {414}),
    ("20,000 parameters", f"GET /questions/?{'a=&' * 20_000} HTTP/1.1\r\n{CLOSE}\r\n", {400}),
    ("two lengths", f"{POST}Content-Length: 6\r\nContent-Length: 7\r\n\r\ntext=x", {400}),
    ("length below zero", f"{POST}Content-Length: -1\r\n\r\ntext=x", {400}),
    ("length in words", f"{POST}Content-Length: six\r\n\r\ntext=x", {400}),
    ("pieces", f"{POST}Transfer-Encoding: chunked\r\n\r\n6\r\ntext=x\r\n0\r\n\r\n", {400, 404}),
    ("length and pieces", f"{POST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400, 404}),
    ("NUL in the path", f"GET /\x00/ HTTP/1.1\r\n{CLOSE}\r\n", {400}),
    ("NUL in a header", f"{GET}X-A: \x00\r\n\r\n", {400}),
    ("bytes in the path", f"GET /questions/\xff\xfe/ HTTP/1.1\r\n{CLOSE}\r\n", {400, 404}),
    ("bytes in headers", f"{GET}Accept-Language: \xff\r\nCookie: theme=\xff; sessionid=\xed\xa0\x80\r\n\r\n", {200}),
    ("no host", "GET /questions/ HTTP/1.1\r\nConnection: close\r\n\r\n", {400}),
    ("foreign host", "GET http://evil.test/questions/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n", {400}),
    ("trace", f"TRACE /questions/ HTTP/1.1\r\n{CLOSE}\r\n", {405}),
    ("everything", f"OPTIONS * HTTP/1.1\r\n{CLOSE}\r\n", {400, 403, 404}),
    ("no HTTP", "\x16\x03\x01\x00\r\n\r\n", {400}),
]


@pytest.mark.parametrize(("request_", "statuses"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_odd_request_is_answered_at_once(request_: str, statuses: set[int], site: RunningSite) -> None:
    start = time.monotonic()

    assert ask(site, request_)[0] in statuses
    assert time.monotonic() - start < SECONDS / 2
    assert site.status() == 200


@pytest.mark.parametrize("body", ["text=" + "x" * 10 * MEGABYTE, "[" * 10 * MEGABYTE], ids=["form", "brackets"])
def test_huge_body_takes_no_memory(body: str, site: RunningSite) -> None:
    worker = site.named("granian", site.named("granian"))
    before = memory(worker)

    statuses = {ask(site, f"{POST}Content-Length: {len(body)}\r\n\r\n{body}")[0] for _ in range(5)}

    assert statuses <= {413, 0}  # 0: it was closed while we were still sending
    assert memory(worker) - before < 30 * MEGABYTE
    assert site.status() == 200


def memory(process: psutil.Process) -> int:
    return int(process.memory_full_info().uss)


@pytest.mark.parametrize("action", ["draft", "submit", "give-up"])
def test_text_that_broke_off_is_not_taken(action: str, site: RunningSite) -> None:
    """The text comes last in the form, and everything else has arrived."""
    form = {"version": 1, "writer": uuid4(), "revision": 1, "text": "all of it"}
    _, answer = ask(site, post(form))
    cookie = f"Cookie: {re.search('sessionid=[^;]+', answer)[0]}\r\n"

    status, _ = ask(site, post(form | {"revision": 2, "text": "all"}, action, cookie, missing=6), end=True)

    assert status in (400, 0)
    page, answers = (ask(site, f"GET {path} HTTP/1.1\r\n{CLOSE}{cookie}\r\n")[1] for path in (PAGE, "/attempts/"))
    assert ("\nall of it</textarea>" in page, "Nothing answered yet." in answers) == (True, True)


def post(form: dict[str, object], action: str = "draft", headers: str = "", missing: int = 0) -> str:
    """A request whose body is said to be longer by as many bytes as are `missing`."""
    body = urlencode(form)
    start = POST.replace("/draft/", f"/{action}/")
    return f"{start}{headers}Content-Length: {len(body) + missing}\r\n\r\n{body}"
