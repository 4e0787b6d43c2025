"""Loading shipped files: what is new, what changed, and what somebody edited here."""

import pytest

from questions.domain.dumping import dump_bank
from questions.domain.loading import load_bank
from questions.domain.publishing import publish
from questions.formats.files import document_sha256, read_question_file
from questions.formats.problems import InvalidDocument
from questions.formats.reading import read_document
from questions.models import AnswerStep, Bank, Criterion, Question, Tag, Version
from tests.factories import both, make_question, question_data
from tests.questions.banks import write_bank, write_question

pytestmark = pytest.mark.django_db
TABLES = (Bank, Question, AnswerStep, Criterion, Version, Tag)


@pytest.fixture
def folder(tmp_path):
    return write_bank(tmp_path / "demo", "probes", "pods")


def load(folder):
    return {loaded.path.stem: (loaded.outcome, loaded.why) for loaded in load_bank(folder)}


def rows():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in TABLES}


def test_new_questions_are_stored_and_published(folder):
    assert load(folder) == {"probes": ("new", ""), "pods": ("new", "")}
    bank = Bank.objects.get()
    assert (bank.slug, bank.title, bank.public) == ("demo", both("演示", "Demo"), True)
    assert Tag.objects.get().title == {"en": "Life cycle"}
    assert list(Question.objects.values_list("slug", "position", "current__number")) == [
        ("probes", 1, 1),
        ("pods", 2, 1),
    ]
    document = read_question_file(folder / "probes.yaml")
    version = Version.objects.get(question__slug="probes")
    assert (version.frozen(), version.sha256, version.author) == (document, document_sha256(document), None)
    assert (version.title, version.difficulty, version.minutes, version.max_points) == (document.title, 2, 5, 4)


def test_loading_twice_changes_nothing(folder):
    load(folder)
    before = rows()
    assert load(folder) == {"probes": ("unchanged", ""), "pods": ("unchanged", "")}
    assert rows() == before


def test_a_changed_file_becomes_the_next_version(folder):
    load(folder)
    document = write_question(folder, "probes", minutes=9, steps=2)
    assert load(folder) == {"probes": ("updated", ""), "pods": ("unchanged", "")}
    question = Question.objects.get(slug="probes")
    assert (question.minutes, question.steps.count(), question.current.number) == (9, 2, 2)
    assert question.current.frozen() == document
    assert question.versions.count() == 2
    assert load(folder)["probes"] == ("unchanged", "")


def test_a_comment_in_a_file_makes_no_version(folder):
    load(folder)
    path = folder / "probes.yaml"
    path.write_text(f"# a comment\n{path.read_text()}")
    assert load(folder)["probes"] == ("unchanged", "")
    assert Question.objects.get(slug="probes").versions.count() == 1


def edit_row(question):
    Criterion.objects.filter(question=question, key="traffic").update(points=3)


def edit_step(question):
    question.steps.filter(position=1).update(title=both("改", "Changed"))


def edit_badly(question):
    question.steps.all().delete()


def publish_here(question):
    publish(question, read_document(question_data("probes", minutes=7)))


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (edit_row, "its draft was edited here"),
        (edit_step, "its draft was edited here"),
        (edit_badly, "its draft was edited here"),
        (publish_here, "version 2 was published here"),
    ],
)
def test_what_was_edited_here_is_left_alone(folder, edit, why):
    load(folder)
    edit(Question.objects.get(slug="probes"))
    write_question(folder, "probes", minutes=9)
    before = rows()
    assert load(folder) == {"probes": ("left alone", why), "pods": ("unchanged", "")}
    assert rows() == before


def test_a_question_made_here_is_left_alone(folder):
    make_question("probes", minutes=7)
    assert load(folder)["probes"] == ("left alone", "version 1 was published here")
    assert Question.objects.get(slug="probes").minutes == 7


def test_an_invalid_file_stores_nothing_and_does_not_stop_the_others(folder):
    load(folder)
    before = rows()
    path = folder / "probes.yaml"
    path.write_text(path.read_text().replace("difficulty: 2", "difficulty: 9"))
    said = f"{path}: line 4, difficulty: must be a whole number from 1 to 5"
    assert load(folder) == {"probes": ("not valid", said), "pods": ("unchanged", "")}
    assert rows() == before


def test_an_invalid_file_of_a_new_question_stores_nothing(folder):
    (folder / "pods.yaml").write_text("slug: pods\n\tx: 1")
    outcome, why = load(folder)["pods"]
    assert (outcome, why) == (
        "not valid",
        f"{folder}/pods.yaml: line 2, document: a tab is used as indentation; use spaces",
    )
    assert list(Question.objects.values_list("slug", flat=True)) == ["probes"]


def test_a_question_of_another_bank_is_not_valid(folder):
    write_question(folder, "probes", bank="other")
    assert load(folder)["probes"] == (
        "not valid",
        f"{folder}/probes.yaml: line 2, bank: must be 'demo', as in bank.yaml",
    )


def test_an_invalid_bank_file_stores_nothing(folder):
    (folder / "bank.yaml").write_text("slug: demo\npublic: perhaps")
    with pytest.raises(InvalidDocument, match=r"bank\.yaml: line 2, public: must be true or false"):
        load(folder)
    assert rows() == {model.__name__: [] for model in TABLES}


def test_a_new_order_reaches_questions_that_did_not_change(folder):
    load(folder)
    write_bank(folder, "new", order="new, pods, probes")
    load(folder)
    assert list(Question.objects.values_list("slug", "position")) == [("new", 1), ("pods", 2), ("probes", 3)]


def test_a_bank_that_is_no_longer_public_is_hidden(folder):
    load(folder)
    path = folder / "bank.yaml"
    path.write_text(path.read_text().replace("public: true", "public: false"))
    load(folder)
    assert not Bank.objects.get().public


def test_what_is_dumped_loads_elsewhere_as_the_same(folder, tmp_path):
    load(folder)
    assert dump_bank("demo", tmp_path / "dump") == 2
    for slug in ("probes", "pods"):
        dumped = read_question_file(tmp_path / "dump" / f"{slug}.yaml")
        assert document_sha256(dumped) == Version.objects.get(question__slug=slug).sha256


def test_a_version_that_was_published_here_is_what_is_dumped(folder, tmp_path):
    load(folder)
    publish_here(Question.objects.get(slug="probes"))
    dump_bank("demo", tmp_path / "dump")
    assert read_question_file(tmp_path / "dump" / "probes.yaml").minutes == 7
