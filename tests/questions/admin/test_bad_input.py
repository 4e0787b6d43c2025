"""What nobody types by hand: it is refused with what was typed still there, or stored as it is; never an error."""

import pytest
from django.test import Client
from django.urls import reverse

from questions.domain.draft_data import draft_data, stored_draft
from questions.models import Question
from tests.questions.admin.pages import address, fields_of, form_of, save

HUGE = "9" * 400
TYPED = "Typed meanwhile."


@pytest.fixture
def before(question):
    return draft_data(stored_draft(Question.objects.get()))


def unchanged(before):
    return draft_data(stored_draft(Question.objects.get())) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("criteria-0-points", HUGE),
        ("criteria-0-points", "-1"),
        ("criteria-0-points", "1e3"),
        ("criteria-0-points", "１２３"),
        ("criteria-0-at_least", HUGE),
        ("steps-0-ORDER", "first"),
        ("minutes", HUGE),
        ("position", str(2**31)),
        ("bonus_cap", "32768"),
        ("edited", HUGE),
        ("edited", "-1"),
        ("title_en", "a\x00b"),
        ("body_zh-Hans", "\x00"),
        ("criteria-0-key", "a\x00"),
        ("criteria-0-concepts", "a\x00: b"),
        ("criteria-0-hints_en", "a\x00"),
        ("groups", "a: b\x00"),
        ("sources", "\x00"),
        ("follow_ups", "restart: \x00"),
        ("goldens", "- {kind: a\x00}"),
        ("goldens", "a: [b"),
        ("goldens", "\t- a"),
        ("goldens", "a: &x [1]\r\nb: *x"),
        ("goldens", "a: &a [x]\r\nb: &b [*a, *a]\r\nc: [*b, *b]"),
        ("goldens", "[" * 50_000),
        ("goldens", "!!python/object/apply:os.system [ls]"),
        ("goldens", "- {kind: a, kind: b}"),
        ("tags", "lifecycle"),
        ("tags", HUGE),
        ("strictness", "\x00"),
        ("steps-0-kind", "x" * 10_000),
    ],
)
def test_what_cannot_be_stored_is_refused_and_kept(writer, question, before, field, value):
    response = save(writer, question, **{"body_en": TYPED, field: value})
    assert response.status_code in (409, 422)
    assert field == "body_en" or fields_of(response.content.decode())["body_en"] == TYPED
    assert unchanged(before)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("criteria-0-ORDER", HUGE),
        ("steps-0-ORDER", "-" + HUGE),
        ("over", HUGE),
        ("goldens", "- [.nan]"),
        ("goldens", "- [-.inf]"),
        ("criteria-0-concepts", "x" * 10_000),
        ("criteria-0-concepts", "*"),
        ("criteria-0-concepts", "a: | | |"),
        ("criteria-0-concepts", "\\" * 1_001),
        ("criteria-0-concepts", "[" * 5_000),
        ("criteria-0-concepts", "a [" * 3_000 + ":"),
        ("criteria-0-concepts", "\r\n".join(f"c{n}: t" for n in range(500))),
        ("criteria-0-concepts", "a: \u2028 | \u202e | \ufeff"),
        ("groups", ":" * 3_000),
        ("follow_ups", "|" * 3_000),
        ("goldens", "- 12345678901234567890"),
        ("goldens", "2024-01-01"),
        ("goldens", "~"),
        ("goldens", "- {expect: [1], score: {a: b}}"),
        ("criteria-0-hints_en", "\r\n" * 500),
        ("criteria-0-contradicts", "restart"),
        ("criteria-0-step", "step-1"),
        ("body_en", "<script>alert(1)</script>\u2029" * 100),
    ],
)
def test_what_is_only_wrong_is_stored_and_the_page_shows_it_again(writer, question, field, value):
    response = save(writer, question, **{field: value})
    assert response.status_code == 302
    page = writer.get(address("change", question))
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert writer.get(address("publish", question)).status_code == 200
    assert save(writer, question).status_code == 302


@pytest.mark.parametrize("prefix", ["steps", "criteria"])
@pytest.mark.parametrize("missing", ["TOTAL_FORMS", "INITIAL_FORMS"])
def test_a_form_without_its_management_fields_changes_nothing(writer, question, before, prefix, missing):
    form = form_of(writer, question)
    del form[f"{prefix}-{missing}"]
    response = writer.post(address("change", question), {**form, "body_en": TYPED})
    assert response.status_code == 422
    assert fields_of(response.content.decode())["body_en"] == TYPED
    assert unchanged(before)


@pytest.mark.parametrize("total", [HUGE, "-1", "x", "", "1001", "99999"])
def test_a_count_of_rows_that_cannot_be_is_refused(writer, question, before, total):
    response = save(writer, question, **{"criteria-TOTAL_FORMS": total, "body_en": TYPED})
    assert response.status_code == 422
    assert fields_of(response.content.decode())["body_en"] == TYPED
    assert unchanged(before)


def test_too_many_fields_are_refused(writer, question, before):
    form = {f"extra-{number}": "x" for number in range(1_001)}
    assert writer.post(address("change", question), {**form_of(writer, question), **form}).status_code == 400
    assert unchanged(before)


@pytest.mark.parametrize("value", [b"%ED%A0%80", b"%FF%FE", b"%00", b"%", b"\xff"])
@pytest.mark.parametrize("view", ["change", "publish", "preview", "add"])
def test_bytes_that_are_no_text_are_no_error(writer, question, before, view, value):
    names = (b"title_en", b"criteria-0-concepts", b"goldens", b"note", b"preview", b"slug", b"edited", b"steps-0-ORDER")
    body = b"&".join(name + b"=" + value for name in names)
    path = address(view, None if view in ("preview", "add") else question)
    response = writer.post(path, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code in (200, 400, 409, 422)
    assert unchanged(before)


@pytest.mark.parametrize("body", [b"", b"{}", b"\x00" * 100, b"--x\r\n\r\n"])
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", "nonsense"])
def test_bodies_that_are_no_form_are_no_error(writer, question, before, body, kind):
    for page in ("change", "publish", "preview"):
        path = address(page, None if page == "preview" else question)
        assert writer.generic("POST", path, body, content_type=kind).status_code in (200, 400, 409, 415, 422)
    assert unchanged(before)


@pytest.mark.parametrize(
    "query", ["q=%00", "q=" + "x" * 5_000, "o=99.-1.x", "p=-1", "p=x", "e=1", "status__exact=%00", "slug__exact=%00"]
)
def test_odd_queries_of_the_list_are_no_error(writer, question, query):
    for name in ("question", "version", "bank", "tag"):
        path = reverse(f"admin:questions_{name}_changelist")
        assert writer.get(f"{path}?{query}").status_code in (200, 302, 400)


@pytest.mark.parametrize("pk", ["0", "-1", HUGE, "x", "%00", "1_5F2"])
@pytest.mark.parametrize("view", ["change", "publish", "history", "delete"])
def test_numbers_of_no_question_are_not_there(writer, question, pk, view):
    assert writer.get(f"/admin/questions/question/{pk}/{view}/", follow=True).status_code == 404


def test_a_post_without_a_token_changes_nothing(writer, question, before):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = writer.cookies
    for page in ("change", "publish", "retire", "bring_back"):
        assert strict.post(address(page, question), {"note": "x"}).status_code == 403
    assert unchanged(before)
