"""The page of a question: what is typed is stored, row by row, and nothing else changes."""

import pytest
from django.urls import reverse

from questions.domain.draft_data import draft_data, stored_draft
from questions.domain.drafts import draft_document, store_draft
from questions.formats.reading import read_document
from questions.models import Question, Tag
from tests.factories import both, criterion_data, make_bank, question_data
from tests.questions.admin.pages import address, fields_of, form_of, member, save
from tests.questions.example import example


def data_of(question):
    return draft_data(stored_draft(Question.objects.get(pk=question.pk)))


def test_saving_without_a_change_changes_only_the_revision(writer, question):
    before, edited = data_of(question), Question.objects.get().edited
    response = save(writer, question)
    assert (response.status_code, response.url) == (302, address("change", question))
    assert data_of(question) == before
    assert Question.objects.get().edited == edited + 1


def test_every_field_of_a_document_survives_the_page(db):
    question = store_draft(make_bank("web-basics"), example(), 1)
    browser = member(question.bank, "author")
    assert save(browser, question).status_code == 302
    assert draft_document(Question.objects.get(pk=question.pk)) == example()


def test_text_in_both_languages_is_stored_with_its_line_ends(writer, question):
    changes = {"steps-0-body_zh-Hans": "一\r\n二", "steps-0-body_en": "", "criteria-1-missed_en": "Say <b>more</b>."}
    save(writer, question, **changes)
    data = data_of(question)
    assert data["steps"][0]["body"] == {"zh-Hans": "一\n二"}
    assert data["rubric"]["criteria"][1]["missed"] == both("没有说到。", "Say <b>more</b>.")


def test_concepts_are_edited_as_lines(writer, question):
    lines = "one: kill | 杀 \r\n\r\ntwo [either]: traffic\r\nplain | other"
    save(writer, question, **{"criteria-0-concepts": lines})
    assert data_of(question)["rubric"]["criteria"][0]["concepts"] == [
        {"name": "one", "terms": ["kill", "杀"]},
        {"name": "two", "polarity": "either", "terms": ["traffic"]},
        {"name": "plain", "terms": ["plain", "other"]},
    ]
    assert (
        form_of(writer, question)["criteria-0-concepts"]
        == "one: kill | 杀\r\ntwo [either]: traffic\r\nplain: plain | other"
    )


def test_lists_are_edited_as_lines(writer, question):
    golden = "- {kind: full_en, text: it will restart, expect: {restart: hit}, score: [0.4, 1]}"
    changes = {
        "groups": "life: 3",
        "follow_ups": "restart: 谁？ | Who?",
        "goldens": golden,
        "sources": "One\r\nTwo",
        "criteria-0-hints_zh-Hans": "甲\r\n\r\n丙",
        "criteria-0-hints_en": "a\r\nb",
    }
    save(writer, question, **changes)
    data = data_of(question)
    assert data["rubric"]["groups"] == [{"key": "life", "cap": 3}]
    assert data["follow_ups"] == [{"for": "restart", "text": both("谁？", "Who?")}]
    assert data["goldens"] == [
        {"kind": "full_en", "text": "it will restart", "expect": {"restart": "hit"}, "score": [0.4, 1]}
    ]
    assert data["sources"] == ["One", "Two"]
    assert data["rubric"]["criteria"][0]["hints"] == [both("甲", "a"), {"en": "b"}, {"zh-Hans": "丙"}]


def test_rows_take_the_order_of_their_numbers(writer, question):
    save(writer, question, **{"steps-0-ORDER": 3, "steps-1-ORDER": 1, "steps-2-ORDER": 2})
    assert [step.key for step in question.steps.order_by("position")] == ["step-2", "step-3", "step-1"]
    assert [step.position for step in question.steps.order_by("position")] == [1, 2, 3]


def test_rows_can_swap_their_keys(writer, question):
    save(writer, question, **{"criteria-0-key": "traffic", "criteria-1-key": "restart"})
    assert [row.key for row in question.criteria.order_by("position")] == ["traffic", "restart"]


def test_a_row_is_removed(writer, question):
    save(writer, question, **{"steps-1-DELETE": "on"})
    assert list(question.steps.values_list("position", "key")) == [(1, "step-1"), (2, "step-3")]


def test_the_empty_row_adds_one_with_a_key_from_its_title(writer, question):
    new = {"steps-3-title_en": "Start up slowly", "steps-3-body_en": "Like this."}
    save(writer, question, **new)
    last = question.steps.order_by("position").last()
    assert (last.position, last.key, last.kind, last.body) == (4, "start-up-slowly", "core", {"en": "Like this."})


def test_a_chinese_row_without_a_key_gets_a_key_too(writer, question):
    save(writer, question, **{"criteria-2-title_zh-Hans": "新要点", "criteria-2-concepts": "甲"})
    assert question.criteria.order_by("position").last().key == "criteria-2"


def test_rows_beyond_the_empty_one_are_added_by_scripts(writer, question):
    new = {"steps-TOTAL_FORMS": 5, "steps-4-ORDER": 1, "steps-4-key": "first", "steps-4-kind": "detail"}
    save(writer, question, **new)
    assert [step.key for step in question.steps.order_by("position")][:2] == ["step-1", "first"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("difficulty", "9"),
        ("difficulty", ""),
        ("minutes", "-1"),
        ("max_answer", "20001"),
        ("position", "99999999999"),
        ("steps-0-key", "two words"),
        ("steps-0-key", "step-2"),
        ("steps-0-kind", "odd"),
        ("criteria-0-points", "101"),
        ("criteria-0-window_size", "70000"),
        ("criteria-0-concepts", "a: b\x00"),
        ("title_en", "a\x00"),
        ("goldens", "- ["),
        ("goldens", '["\\0"]'),
        ("goldens", '["\\ud800"]'),
        ("goldens", "[1.0e+999]"),
        ("tags", "999"),
        ("status", "retired?"),
    ],
)
def test_what_cannot_be_stored_comes_back_with_all_that_was_typed(writer, question, field, value):
    before = data_of(question)
    response = save(
        writer, question, **{field: value, "body_en": "Typed meanwhile.", "criteria-1-concepts": "new: typed"}
    )
    assert response.status_code == 422
    shown = fields_of(response.content.decode())
    assert (shown["body_en"], shown["criteria-1-concepts"]) == ("Typed meanwhile.", "new: typed")
    assert data_of(question) == before


def test_hidden_fields_cannot_be_posted(writer, question):
    other = make_bank("other")
    extra = {"slug": "stolen", "bank": other.pk, "current": "", "loaded_file": "x", "steps-0-question": 999}
    save(writer, question, **extra)
    question.refresh_from_db()
    assert (question.slug, question.bank.slug, question.current.number, question.loaded_file) == (
        "probes",
        "demo",
        1,
        "",
    )
    assert question.steps.count() == 3


def test_a_new_question_begins_with_bank_slug_and_title(writer, question):
    new = {"bank": question.bank.pk, "slug": "fresh", "title_en": "Fresh?", "title_zh-Hans": ""}
    response = writer.post(address("add"), new)
    fresh = Question.objects.get(slug="fresh")
    assert (response.status_code, response.url) == (302, address("change", fresh))
    assert (fresh.bank, fresh.position, fresh.status, fresh.title) == (question.bank, 2, "draft", {"en": "Fresh?"})
    assert save(writer, fresh).status_code == 302


@pytest.mark.parametrize("slug", ["probes", "Upper", "-x", "", "a b"])
def test_a_slug_that_cannot_be_is_refused(writer, question, slug):
    response = writer.post(address("add"), {"bank": question.bank.pk, "slug": slug, "title_en": "Fresh?"})
    assert response.status_code == 422
    assert "Fresh?" in response.content.decode()
    assert Question.objects.count() == 1


def test_tags_are_ticked(writer, question):
    tag = Tag.objects.create(slug="network", title=both("网络", "network"))
    save(writer, question, tags=[tag.pk])
    assert [tag.slug for tag in question.tags.all()] == ["network"]


def test_the_page_takes_the_same_queries_however_many_rows(writer, question, django_assert_max_num_queries):
    counts = []
    for rows in (1, 12):
        store_draft(question.bank, _document(rows), 1)
        with django_assert_max_num_queries(60) as counted:
            writer.get(address("change", question))
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_the_largest_question_fits_into_one_form(writer, question):
    store_draft(question.bank, _document(12, 30), 1)
    form = form_of(writer, question)
    assert len(form) + 30 * 4 <= 1000
    assert save(writer, question).status_code == 302
    assert (question.steps.count(), question.criteria.count()) == (12, 30)


def test_a_question_with_versions_is_not_deleted(writer, question):
    for method in ("get", "post"):
        response = getattr(writer, method)(address("delete", question), {"post": "yes"} if method == "post" else None)
        assert (response.status_code, response.url) == (302, address("change", question))
    assert "Retire it instead." in writer.get(address("change", question)).content.decode()
    assert Question.objects.count() == 1


def test_a_question_that_was_never_published_is_deleted(writer, question):
    draft = store_draft(question.bank, _document(2, slug="never"), 2)
    assert writer.post(address("delete", draft), {"post": "yes"}).status_code == 302
    assert list(Question.objects.values_list("slug", flat=True)) == ["probes"]


def test_history_says_who_changed_what(writer, question):
    save(writer, question)
    page = writer.get(reverse("admin:questions_question_history", args=[question.pk])).content.decode()
    assert "author@demo.test" in page


def _document(steps, criteria=2, slug="probes"):
    rows = [
        criterion_data(f"c-{number}", concepts=[{"name": "x", "terms": [f"t{number}"]}]) for number in range(criteria)
    ]
    return read_document(question_data(slug, steps=steps, rubric={"criteria": rows}))
