"""Files on disk: encodings, names, and the bank file."""

import pytest

from questions.formats.bank_checks import check_bank
from questions.formats.bank_file import BankDocument, read_bank_file
from questions.formats.files import file_sha256, question_files, read_question_file
from questions.formats.problems import InvalidDocument
from tests.questions.example import TEXT, example
from tests.questions.formats.problem_cases import KEY, LANGUAGES

BANK = "slug: web-basics\ntitle: {en: Web}\npublic: true\norder: [dns-lookup]\ntags: {dns: {en: DNS}}\n"


def said_about(path, content, read=read_question_file):
    path.write_bytes(content)
    with pytest.raises(InvalidDocument) as caught:
        read(path)
    return str(caught.value).replace(f"{path}: ", "")


@pytest.mark.parametrize("encode", [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()])
def test_utf_8_with_bom_or_windows_line_ends_is_the_same_document(tmp_path, encode):
    path = tmp_path / "dns-lookup.yaml"
    path.write_bytes(encode)
    assert read_question_file(path) == example()


@pytest.mark.parametrize(
    ("content", "byte"), [("slug: 探针".encode("gbk"), 8), (TEXT.encode("utf-16"), 0), (b"slug: \xff", 6)]
)
def test_another_encoding_is_named(tmp_path, content, byte):
    said = said_about(tmp_path / "dns-lookup.yaml", content)
    assert said == f"document: the file is not UTF-8 (byte {byte}); save it as UTF-8"


def test_a_file_is_named_after_its_slug(tmp_path):
    said = said_about(tmp_path / "other.yaml", f"# first line\n{TEXT}".encode())
    assert said == "line 2, slug: must be 'other', the name of the file"


def test_problems_name_their_file(tmp_path):
    path = tmp_path / "dns-lookup.yaml"
    path.write_text(TEXT.replace("minutes: 4", "minutes: 0"))
    with pytest.raises(InvalidDocument) as caught:
        read_question_file(path)
    assert str(caught.value) == f"{path}: line 5, minutes: must be a whole number from 1 to 240"


def test_the_bank_file_is_no_question(tmp_path):
    for name in ("b.yaml", "a.yaml", "bank.yaml", "notes.txt"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in question_files(tmp_path)] == ["a.yaml", "b.yaml"]


def test_the_digest_of_a_file_is_that_of_its_bytes(tmp_path):
    (tmp_path / "a").write_bytes(b"x\r\n")
    assert file_sha256(tmp_path / "a") == "b35e09fa2ced9ebcad9d16336fb961146fe34bfbebc562679da85f8a314c9dca"


def test_a_bank_file_is_read(tmp_path):
    (tmp_path / "bank.yaml").write_text(BANK)
    bank = read_bank_file(tmp_path / "bank.yaml")
    assert bank == BankDocument("web-basics", {"en": "Web"}, True, ("dns-lookup",), {"dns": {"en": "DNS"}})
    assert (bank.position("dns-lookup"), bank.position("other")) == (1, 2)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: {en: Web}", "", f"line 1, title: {LANGUAGES}"),
        ("public: true", "public: perhaps", "line 3, public: must be true or false"),
        ("order: [dns-lookup]", "order: {a: b}", "line 4, order: must be a list"),
        ("order: [dns-lookup]", "order: [A B]", f"line 4, order[0]: 'A B' {KEY}"),
        ("tags: {dns: {en: DNS}}", "tags: [dns]", "line 5, tags: must be a mapping of tags to their names"),
        ("tags: {dns: {en: DNS}}", "tags: {dns: DNS}", f"line 5, tags.dns: {LANGUAGES}"),
        ("tags: {dns: {en: DNS}}", "tags: {D N: {en: DNS}}", f"line 5, tags.D N: 'D N' {KEY}"),
        ("slug: web-basics", f"slug: {'x' * 51}", "line 1, slug: has 51 characters, at most 50 are allowed"),
        ("public: true", "publik: true", "line 3, publik: unknown field; known are slug, title, public, order, tags"),
        ("public: true", "public: *x", "line 3, document: aliases (*name) are not allowed"),
    ],
)
def test_problems_of_a_bank_file_name_line_and_field(tmp_path, old, new, said):
    assert said_about(tmp_path / "bank.yaml", BANK.replace(old, new).encode(), read_bank_file) == said


def bank_with(folder, **files):
    (folder / "bank.yaml").write_text(BANK)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text)
    return folder


def test_a_right_bank_has_no_problems(tmp_path):
    assert check_bank([bank_with(tmp_path, dns_lookup=TEXT)]) == (1, [])


def test_goldens_that_the_engine_answers_otherwise_are_named(tmp_path):
    changed = TEXT.replace("expect: {cache: hit", "expect: {cache: missed").replace(
        "score: [0.0, 0.0]", "score: [0.5, 1.0]"
    )
    path = bank_with(tmp_path, dns_lookup=changed) / "dns-lookup.yaml"
    assert check_bank([path]) == (
        1,
        [
            f"{path}: goldens[0] (full_zh): cache is hit, not missed",
            f"{path}: goldens[1] (wrong): scores 0.0, not 0.5 to 1.0",
        ],
    )


def test_the_order_and_the_files_of_a_bank_must_agree(tmp_path):
    bank_with(tmp_path, other=TEXT.replace("dns-lookup", "other"))
    assert check_bank([tmp_path]) == (
        1,
        [
            f"{tmp_path}/bank.yaml: order[0]: there is no file dns-lookup.yaml",
            f"{tmp_path}/bank.yaml: order: other is missing",
        ],
    )


def test_a_question_of_another_bank_is_a_problem(tmp_path):
    bank_with(tmp_path, dns_lookup=TEXT.replace("bank: web-basics", "bank: other"))
    assert check_bank([tmp_path]) == (
        1,
        [f"{tmp_path}/dns-lookup.yaml: line 2, bank: must be 'web-basics', as in bank.yaml"],
    )


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    assert check_bank([tmp_path / "no.yaml"]) == (1, [f"{tmp_path}/no.yaml: No such file or directory"])
