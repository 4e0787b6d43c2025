"""`manage.py bank load | check | lint | draft_rubric | dump`: the shipped bank and its files."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.domain.dumping import dump_bank
from questions.domain.lexicons import load_lexicon
from questions.domain.loading import load_bank
from questions.domain.shipped import FOLDER, bank_folders
from questions.drafting.files import draft_rubric_of_file
from questions.formats.bank_checks import check_bank
from questions.formats.files import BANK_FILE
from questions.formats.problems import InvalidDocument
from questions.formats.writing import data_yaml, rubric_data
from questions.linting.bank import lint_bank

DRAFTED = """\
# Drafted from the model answer, to be edited: nobody has looked at it yet. It stands for these fields of the question.
"""


class Command(BaseCommand):
    help = "Load the question files into the database, check or lint them, draft a rubric, or write the database back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        load = actions.add_parser("load", help="bring the database up to date with the files; edits are left alone")
        load.add_argument("folder", nargs="?", type=Path, default=FOLDER)
        check = actions.add_parser("check", help="validate files and run their golden answers; needs no database")
        check.add_argument("paths", nargs="*", type=Path, default=[FOLDER])
        lint = actions.add_parser("lint", help="say what valid rubrics should still change; needs no database")
        lint.add_argument("folder", nargs="?", type=Path, default=FOLDER)
        draft = actions.add_parser("draft_rubric", help="print a rubric drafted from a model answer; needs no database")
        draft.add_argument("file", type=Path, help="a question with or without a rubric, beside those of its bank")
        dump = actions.add_parser("dump", help="write the current versions of a bank as YAML files")
        dump.add_argument("bank")
        dump.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        action: Callable[..., None] = getattr(self, f"_{options.pop('action')}")
        action(**options)

    def _load(self, folder: Path, **_: Any) -> None:
        results = [self._load_lexicon(folder), *(self._load_one(bank) for bank in _banks(folder))]
        if not all(results):
            raise CommandError("Not everything was loaded; what was there before is still there.")

    def _load_lexicon(self, folder: Path) -> bool:
        try:
            if load_lexicon(folder):
                self.stdout.write("lexicon: new revision")
        except InvalidDocument as error:
            self.stderr.write(str(error))
            return False
        return True

    def _load_one(self, bank: Path) -> bool:
        """Whether every file of the bank is valid."""
        counts: Counter[str] = Counter()
        try:
            for loaded in load_bank(bank):
                counts[loaded.outcome] += 1
                if loaded.outcome == "not valid":
                    self.stderr.write(loaded.why)
                elif loaded.why:
                    self.stdout.write(f"{loaded.path}: left alone, {loaded.why}")
        except InvalidDocument as error:
            self.stderr.write(str(error))
            return False
        said = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        self.stdout.write(f"bank {bank.name}: {said or 'no questions'}")
        return not counts["not valid"]

    def _check(self, paths: list[Path], **_: Any) -> None:
        folders = [folder for path in paths for folder in (_banks(path) if path.is_dir() else [path])]
        count, problems = check_bank(folders)
        for line in problems:
            self.stderr.write(line)
        if problems:
            raise CommandError(f"{len(problems)} problems in {count} questions")
        self.stdout.write(f"{count} questions, no problems")

    def _lint(self, folder: Path, **_: Any) -> None:
        try:
            found = [lint_bank(bank) for bank in _banks(folder)]
        except InvalidDocument as error:
            raise CommandError(str(error)) from error
        count, lines = sum(count for count, _ in found), [line for _, lines in found for line in lines]
        for line in lines:
            self.stderr.write(line)
        if lines:
            raise CommandError(f"{len(lines)} things to change in {count} questions")
        self.stdout.write(f"{count} questions, nothing to change")

    def _draft_rubric(self, file: Path, **_: Any) -> None:
        try:
            drafted = draft_rubric_of_file(file)
        except InvalidDocument as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        if not drafted.criteria:
            raise CommandError(f"{file}: no step has a word in it that could be a term")
        self.stdout.write(DRAFTED + data_yaml({"status": "draft", "rubric": rubric_data(drafted)}), ending="")

    def _dump(self, bank: str, folder: Path, **_: Any) -> None:
        self.stdout.write(f"{dump_bank(bank, folder)} questions written to {folder}")


def _banks(folder: Path) -> list[Path]:
    found = list(bank_folders(folder))
    if not found:
        raise CommandError(f"{folder}: there is no {BANK_FILE} in it, nor in a folder in it")
    return found
