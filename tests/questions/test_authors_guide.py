"""What docs/authors.md says is so."""

import re

import pytest
from django.conf import settings

from questions.admin.forms import CriterionForm, QuestionForm, StepForm
from questions.formats.bank_checks import golden_problems
from questions.formats.concept_lines import parse_concepts
from questions.formats.files import read_yaml_document
from questions.formats.writing import document_data

DOCS = settings.BASE_DIR / "docs"
GUIDE = (DOCS / "authors.md").read_text(encoding="utf-8")
HIDDEN = {"edited", "over"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def test_every_document_in_it_is_valid_and_its_golden_answers_hold():
    documents = [read_yaml_document(text) for text in blocks("yaml")]
    assert len(documents) == 1
    assert [problem for document in documents for problem in golden_problems(document)] == []


def test_the_lines_are_those_of_the_document():
    criteria = document_data(read_yaml_document(blocks("yaml")[0]))["rubric"]["criteria"]
    assert parse_concepts(blocks("text")[0]) == criteria[0]["concepts"]


@pytest.mark.parametrize(
    ("written", "concept"),
    [
        ("restart: restart* | 重启", {"name": "restart", "terms": ["restart*", "重启"]}),
        ("no VIP [negate]: virtual IP", {"name": "no VIP", "polarity": "negate", "terms": ["virtual IP"]}),
        ("either way [either]: cached", {"name": "either way", "polarity": "either", "terms": ["cached"]}),
        ("pod: @k8s.pod", {"name": "pod", "terms": ["@k8s.pod"]}),
    ],
)
def test_the_lines_of_the_table_mean_what_it_says(written, concept):
    assert f"| `{written.replace('|', chr(92) + '|')}` |" in GUIDE
    assert parse_concepts(written) == [concept]


@pytest.mark.parametrize("form", [QuestionForm, StepForm, CriterionForm])
def test_every_field_of_the_editor_is_explained(form):
    named = {name.strip() for row in re.findall(r"^\| ([A-Z][^|]*) \|", GUIDE, re.MULTILINE) for name in row.split(",")}
    labels = {str(field.label) for name, field in form.base_fields.items() if name not in HIDDEN}
    labels = {label[:1].upper() + label[1:] for label in labels}
    assert {label for label in labels if label.removesuffix(", %") not in named} == set()


def test_every_picture_is_there_and_small():
    pictures = [DOCS / path for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", GUIDE)]
    assert len(pictures) == 4
    assert [path.name for path in pictures if not 0 < path.stat().st_size < 150_000] == []
