"""Text in several languages: what a model accepts, and what a form makes of its boxes."""

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.http import QueryDict

from questions.fields import TranslatedField, TranslatedFormField
from questions.models import Bank, Question

BOTH = {"zh-Hans": "探针", "en": "Probes"}


@pytest.mark.parametrize("value", [BOTH, {"en": "Probes"}, {"zh-Hans": "探针"}])
def test_one_language_is_enough(value):
    assert TranslatedField().clean(value, None) == value


@pytest.mark.parametrize(
    "value",
    [
        {},
        None,
        "Probes",
        ["en"],
        5,
        {"de": "Sonden"},
        {**BOTH, "fr": "x"},
        {"en": ""},
        {"en": "  "},
        {"en": 5},
        {"en": None},
    ],
)
def test_anything_else_is_refused(value):
    with pytest.raises(ValidationError):
        TranslatedField().clean(value, None)


def test_nothing_at_all_is_fine_where_blank_is_allowed():
    question = Question(slug="x", title=BOTH, body={})
    question.clean_fields(exclude=["bank", "current"])
    question.title = {}
    with pytest.raises(ValidationError) as caught:
        question.clean_fields(exclude=["bank", "current"])
    assert list(caught.value.message_dict) == ["title"]


def test_a_form_has_a_box_for_each_language_marked_with_it():
    html = str(TranslatedFormField().widget.render("title", BOTH))
    assert html.count("<textarea") == 2
    assert 'name="title_zh-Hans"' in html
    assert 'lang="zh-Hans"' in html
    assert 'lang="en"' in html
    assert "探针</textarea>" in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("boxes", "stored"),
    [
        (("探针", "Probes"), BOTH),
        (("探针", ""), {"zh-Hans": "探针"}),
        ((" ", "  Probes "), {"en": "Probes"}),
        (("<b>&amp;", "\u202ea"), {"zh-Hans": "<b>&amp;", "en": "\u202ea"}),
    ],
)
def test_what_is_typed_is_stored_and_shown_again(boxes, stored):
    form_class = modelform_factory(Bank, fields=["slug", "title"])
    posted = QueryDict(mutable=True)
    posted.update({"slug": "demo", "title_zh-Hans": boxes[0], "title_en": boxes[1]})
    form = form_class(posted)
    assert form.is_valid(), form.errors
    bank = form.save()
    bank.refresh_from_db()
    assert bank.title == stored
    unchanged = QueryDict(mutable=True)
    unchanged.update({"slug": "demo", "title_zh-Hans": stored.get("zh-Hans", ""), "title_en": stored.get("en", "")})
    assert not form_class(unchanged, instance=bank).has_changed()


@pytest.mark.django_db
@pytest.mark.parametrize("boxes", [("", ""), ("  ", "\n")])
def test_empty_boxes_are_an_error_of_that_field(boxes):
    form = modelform_factory(Bank, fields=["slug", "title"])(
        {"slug": "demo", "title_zh-Hans": boxes[0], "title_en": boxes[1]}
    )
    assert not form.is_valid()
    assert list(form.errors) == ["title"]
