"""Any text that can be typed or sent: what is kept, what is refused, never a server error."""

from urllib.parse import quote, urlencode

import pytest

from interview.models import Attempt, Draft
from tests.conftest import HtmlClient
from tests.factories import form_of, make_question

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
FORM = "application/x-www-form-urlencoded"
RTL, EMOJI, FAMILY = "\u202eabc\u2066", "😀", "👩\u200d👩\u200d👧"


def kept(text: str, browser: HtmlClient) -> tuple[int, list[str]]:
    """The status of a save, and the drafts there are then."""
    response = browser.script("post", f"{PAGE}draft/", form_of(make_question(), text))
    return response.status_code, list(Draft.objects.values_list("text", flat=True))


@pytest.mark.parametrize(
    "text",
    [
        "  spaces stay \n\n\t",
        "<script>alert(1)</script></textarea>{{ 7*7 }}{% now %}",
        RTL,
        "zero\u200bwidth\u00ad and \u2028 line \u2029 marks \x85 \x0b \x0c \x1b[31m",
        "ｆｕｌｌ ﷺ ①",
        EMOJI,
        "e" + "\u0301" * 3_999,
        "\ufffd\uffff\U0010ffff",
    ],
)
def test_text_is_kept_as_typed(text: str, candidate: HtmlClient) -> None:
    assert kept(text, candidate) == (200, [text])
    assert candidate.get(PAGE).context["draft"].text == text


@pytest.mark.parametrize(
    ("text", "stored"),
    [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r\n\r\nb\r", "a\n\nb\n"), ("\r\n" * 4_000, "\n" * 4_000)],
)
def test_line_ends_become_lf_and_count_once(text: str, stored: str, candidate: HtmlClient) -> None:
    assert kept(text, candidate) == (200, [stored])


@pytest.mark.parametrize("text", ["x" * 4_000, EMOJI * 4_000, "长" * 4_000, FAMILY * 800, "x\r\n" * 2_000])
def test_longest_text_is_kept(text: str, candidate: HtmlClient) -> None:
    assert kept(text, candidate) == (200, [text.replace("\r\n", "\n")])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (EMOJI * 4_001, "1 character too many; the text is still in the box."),
        ("x" * 4_002, "2 characters too many; the text is still in the box."),
        ("x\r\n" * 2_000 + "x", "1 character too many; the text is still in the box."),
        ("长" * 20_000, "16000 characters too many; the text is still in the box."),
    ],
)
def test_longer_text_is_refused_with_the_number(text: str, error: str, candidate: HtmlClient) -> None:
    question = make_question()

    for action in ("draft/", "submit/", "give-up/"):
        response = candidate.post(PAGE + action, form_of(question, text))
        assert (response.status_code, response.context["error"]) == (422, error)
        assert response.context["draft"].text == text.replace("\r\n", "\n")
    assert (Draft.objects.count(), Attempt.objects.count()) == (0, 0)


def posted_raw(browser: HtmlClient, action: str, encoded: str) -> int:
    """The status of a form whose text is `encoded` as it stands."""
    fields = {name: value for name, value in form_of(make_question()).items() if name != "text"}
    body = f"{urlencode(fields)}&text={encoded}"
    return int(browser.generic("POST", PAGE + action, body, FORM).status_code)


@pytest.mark.parametrize(
    ("encoded", "stored"),
    [
        ("a%ed%a0%80b", "a���b"),  # a lone surrogate
        ("a%ffb%c3", "a�b�"),  # broken UTF-8
        (quote("探针".encode("gbk")), "̽��"),
        ("%2Bx+y", "+x y"),
    ],
)
def test_bytes_that_are_no_text_are_replaced(encoded: str, stored: str, candidate: HtmlClient) -> None:
    assert posted_raw(candidate, "draft/", encoded) == 302
    assert list(Draft.objects.values_list("text", flat=True)) == [stored]
    assert posted_raw(candidate, "submit/", encoded) == 302
    assert [attempt.text for attempt in Attempt.objects.all()] == [stored]


@pytest.mark.parametrize("action", ["draft/", "submit/", "give-up/"])
def test_nul_is_refused_and_the_rest_stays(action: str, candidate: HtmlClient) -> None:
    question = make_question()

    encoded = posted_raw(candidate, action, "a%00b")
    multipart = candidate.post(PAGE + action, form_of(question, "a\x00b"))

    assert (encoded, multipart.status_code) == (422, 422)
    assert multipart.context["draft"].text == "ab"
    assert (Draft.objects.count(), Attempt.objects.count()) == (0, 0)


def test_missing_text_is_an_empty_one(candidate: HtmlClient) -> None:
    fields = {name: value for name, value in form_of(make_question()).items() if name != "text"}

    assert candidate.post(f"{PAGE}draft/", fields).status_code == 302
    assert list(Draft.objects.values_list("text", flat=True)) == [""]


@pytest.mark.parametrize("text", ["\u200b", "😀", "???", "\ufdfa" * 4_000, "e" + "\u0301" * 3_999, "[" * 4_000])
def test_text_without_any_point_is_scored_zero(text: str, candidate: HtmlClient) -> None:
    response = candidate.post(f"{PAGE}submit/", form_of(make_question(), text))

    page = candidate.get(response.url)
    assert page.context["sheet"].points == 0
    assert "".join(part.text for line in page.context["sheet"].paragraphs for p in line for part in p.parts) == text
