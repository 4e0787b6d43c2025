"""docs/abuse.md tells the truth: the tests that it names exist, and no row is without one."""

import re
from pathlib import Path

from django.conf import settings

TABLE = Path(settings.BASE_DIR, "docs/abuse.md").read_text()
ROW = re.compile(r"^\| (\d+) \|.*\| ([^|]*) \|$", re.MULTILINE)
WAITING = re.compile(r"\d+(?=[,)])")
EVERY = [*range(1, 26), *range(30, 56)]


def test_every_number_has_tests_or_waits() -> None:
    named = [int(number) for number, _ in ROW.findall(TABLE)]
    waiting = [int(number) for number in WAITING.findall(TABLE.split("The numbers that are missing")[1])]

    assert sorted(named + waiting) == EVERY


def test_every_test_that_is_named_exists() -> None:
    for number, cell in ROW.findall(TABLE):
        tests = re.findall(r"`([\w/]+\.py)::(\w+)`", cell)
        missing = [f"{path}::{name}" for path, name in tests if not _is_in(path, name)]
        assert (number, bool(tests), missing) == (number, True, [])


def _is_in(path: str, name: str) -> bool:
    file = Path(settings.BASE_DIR, "tests", path)
    return file.exists() and f"\ndef {name}(" in file.read_text()
