"""`manage.py bank load | check | lint | draft_rubric | dump`: what it says and what it does."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from questions.formats.files import document_sha256, read_question_file
from questions.formats.reading import read_document
from questions.formats.writing import data_yaml, document_yaml
from questions.formats.yaml_text import load_yaml
from questions.models import Question, Version
from tests.factories import criterion_data, question_data, step_data
from tests.questions.banks import write_bank, write_question


def run(*arguments):
    """What `bank …` writes, and its error, which tells people and shells that something is wrong."""
    out, errors = StringIO(), StringIO()
    try:
        call_command("bank", *map(str, arguments), stdout=out, stderr=errors, no_color=True)
    except CommandError as error:
        return out.getvalue(), errors.getvalue(), str(error)
    return out.getvalue(), errors.getvalue(), None


@pytest.fixture
def folder(tmp_path):
    return write_bank(tmp_path / "demo", "probes", "pods")


@pytest.mark.django_db
def test_load_counts_what_became_of_the_files(folder):
    assert run("load", folder) == ("bank demo: 2 new\n", "", None)
    assert run("load", folder) == ("bank demo: 2 unchanged\n", "", None)
    write_question(folder, "pods", minutes=9)
    assert run("load", folder) == ("bank demo: 1 updated, 1 unchanged\n", "", None)


@pytest.mark.django_db
def test_load_takes_a_folder_of_banks(folder):
    assert run("load", folder.parent)[0] == "bank demo: 2 new\n"


@pytest.mark.django_db
def test_load_tells_what_it_left_alone(folder):
    run("load", folder)
    Question.objects.filter(slug="pods").update(minutes=30)
    write_question(folder, "pods", minutes=9)
    said = f"{folder}/pods.yaml: left alone, its draft was edited here\nbank demo: 1 left alone, 1 unchanged\n"
    assert run("load", folder) == (said, "", None)


@pytest.mark.django_db
def test_load_names_every_problem_loads_the_rest_and_fails(folder):
    (folder / "pods.yaml").write_text("slug: pods\nbank: demo\nstatus: odd\n")
    out, errors, failed = run("load", folder)
    assert out == "bank demo: 1 not valid, 1 new\n"
    assert f"{folder}/pods.yaml: line 3, status: 'odd' is unknown" in errors
    assert all(line.startswith(f"{folder}/pods.yaml: line ") for line in errors.splitlines())
    assert failed == "Not everything was loaded; what was there before is still there."
    assert list(Question.objects.values_list("slug", flat=True)) == ["probes"]


@pytest.mark.parametrize("action", ["load", "check"])
def test_a_folder_without_a_bank_is_an_error(tmp_path, action):
    assert run(action, tmp_path)[2] == f"{tmp_path}: there is no bank.yaml in it, nor in a folder in it"


def test_check_says_how_many_are_fine(folder):
    assert run("check", folder) == ("2 questions, no problems\n", "", None)
    assert run("check", folder / "pods.yaml") == ("1 questions, no problems\n", "", None)


def test_check_prints_problems_and_golden_mismatches(folder):
    golden = {"kind": "wrong", "text": "restart", "expect": {"restart": "missed"}, "score": [0.9, 1.0]}
    write_question(folder, "pods", goldens=[golden])
    (folder / "probes.yaml").write_text("slug: probes\n- x")
    out, errors, failed = run("check", folder)
    assert (out, failed) == ("", "3 problems in 2 questions")
    assert errors.splitlines() == [
        f"{folder}/pods.yaml: goldens[0] (wrong): restart is hit, not missed",
        f"{folder}/pods.yaml: goldens[0] (wrong): scores 0.5, not 0.9 to 1.0",
        f"{folder}/probes.yaml: line 2, document: expected <block end>, but found '-'",
    ]


@pytest.mark.django_db
def test_dump_writes_files_that_load_as_the_same(folder, tmp_path):
    run("load", folder)
    before = list(Version.objects.values_list("question__slug", "sha256").order_by("pk"))
    assert run("dump", "demo", tmp_path / "out")[0] == f"2 questions written to {tmp_path}/out\n"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["pods.yaml", "probes.yaml"]
    for slug, sha256 in before:
        assert document_sha256(read_question_file(tmp_path / "out" / f"{slug}.yaml")) == sha256


@pytest.mark.django_db
def test_dump_knows_which_banks_there_are(folder, tmp_path):
    run("load", folder)
    assert run("dump", "dmeo", tmp_path)[2] == "there is no bank 'dmeo'; known are demo"


def test_lint_says_what_to_change_and_fails(folder):
    out, errors, failed = run("lint", folder)
    assert (out, failed) == ("", "4 things to change in 2 questions")
    assert f"{folder}/probes.yaml: line " in errors
    assert "steps: the model answer (en) earns 0%, less than 95%" in errors


def test_lint_has_nothing_to_say_of_a_sound_bank(folder):
    for slug, terms in (("probes", ("restart", "traffic")), ("pods", ("endpoint", "address"))):
        steps = [{**step_data(number), "body": {"en": f"The {term}."}} for number, term in enumerate(terms, start=1)]
        criteria = [criterion_data(term, step=f"step-{number}") for number, term in enumerate(terms, start=1)]
        sound = {**question_data(slug), "steps": steps, "rubric": {"criteria": criteria}}
        (folder / f"{slug}.yaml").write_text(document_yaml(read_document(sound)), encoding="utf-8")
    assert run("lint", folder) == ("2 questions, nothing to change\n", "", None)


def test_lint_needs_valid_files(folder):
    (folder / "pods.yaml").write_text("slug: pods\n")
    assert f"{folder}/pods.yaml: " in run("lint", folder)[2]


def write_unscored(folder, slug, *bodies):
    """A question that has a model answer and no rubric."""
    steps = [{**step_data(number), "body": {"en": body}} for number, body in enumerate(bodies, start=1)]
    unscored = {**question_data(slug), "steps": steps, "goldens": [{"kind": "wrong"}], "follow_ups": ["later"]}
    del unscored["rubric"]
    (folder / f"{slug}.yaml").write_text(data_yaml(unscored), encoding="utf-8")
    return unscored


def test_draft_rubric_prints_fields_that_make_a_question_whole(folder):
    path = folder / "pods.yaml"
    unscored = write_unscored(folder, "pods", *(f"It is `spec.field{number}`." for number in (1, 2, 3)))
    drafted, errors, failed = run("draft_rubric", path)
    assert (errors, failed) == ("", None)
    whole = {**unscored, "goldens": [], "follow_ups": [], **load_yaml(drafted)[0]}
    path.write_text(data_yaml(whole), encoding="utf-8")
    assert run("check", path) == ("1 questions, no problems\n", "", None)
    document = read_question_file(path)
    names = [concept.name for criterion in document.rubric.criteria for concept in criterion.concepts]
    assert (document.status, names) == ("draft", ["spec.field1", "spec.field2", "spec.field3"])


def test_draft_rubric_takes_what_the_other_questions_say_for_common(folder):
    for slug, field in (("pods", "spec.one"), ("probes", "spec.two"), ("more", "spec.two")):
        write_unscored(folder, slug, f"It is `{field}` and `spec.two`.")
    drafted = run("draft_rubric", folder / "pods.yaml")[0]
    assert ("spec.one" in drafted, "spec.two" in drafted) == (True, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("slug: pods\n- x", "line 2, document: expected <block end>, but found '-'"),
        ("- pods\n", "line 1, document: must be a mapping with the fields"),
        ("slug: pods\nbank: demo\nstatus: odd\n", "line 3, status: 'odd' is unknown"),
    ],
)
def test_draft_rubric_names_what_is_wrong_with_the_rest(folder, text, said):
    (folder / "pods.yaml").write_text(text)
    assert f"{folder}/pods.yaml: {said}" in run("draft_rubric", folder / "pods.yaml")[2]


def test_draft_rubric_needs_a_file_with_words(folder):
    assert run("draft_rubric", folder / "none.yaml")[2] == f"{folder}/none.yaml: No such file or directory"
    write_unscored(folder, "pods", "1, 2")
    said = f"{folder}/pods.yaml: no step has a word in it that could be a term"
    assert run("draft_rubric", folder / "pods.yaml") == ("", "", said)
