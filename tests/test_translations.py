"""The Chinese catalogue is complete, and the templates say nothing that it does not know."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))


def catalogue(name: str) -> list[polib.POEntry]:
    entries = polib.pofile(str(Path(settings.BASE_DIR, "locale", name, "LC_MESSAGES", "django.po")))
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []
    return list(entries)


def _translated(entry: polib.POEntry) -> bool:
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def test_every_sentence_has_a_chinese_translation() -> None:
    missing = [entry.msgid for entry in catalogue("zh_Hans") if not _translated(entry)]

    assert missing == []


def test_both_catalogues_hold_the_same_sentences() -> None:
    chinese, english = ({(e.msgctxt, e.msgid) for e in catalogue(name)} for name in ("zh_Hans", "en"))

    assert chinese == english


def test_translations_keep_their_placeholders() -> None:
    def holes(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)s|\{\w+\}", text))

    wrong = [
        entry.msgid
        for entry in catalogue("zh_Hans")
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if holes(text) != holes(entry.msgid_plural or entry.msgid)
    ]

    assert wrong == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_sentence_of_a_template_is_in_thecatalogue(path: Path) -> None:
    known = {entry.msgid for entry in catalogue("zh_Hans")}
    said = re.findall(r'\{% translate "((?:[^"\\]|\\.)*)"', path.read_text())

    assert [sentence for sentence in said if sentence not in known] == []
