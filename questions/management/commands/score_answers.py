"""`manage.py score_answers FILE.jsonl`: score answers to shipped questions, without a database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.domain.shipped import FOLDER, shipped_rubric
from questions.formats.document import canonical_json
from questions.formats.problems import InvalidDocument
from questions.management.json_lines import read_json_lines
from questions.scoring.score import score_answer

FORM = '{"slug": "…", "answer": "…"}'


class Command(BaseCommand):
    help = f"Read lines {FORM} and write for each a line with the result, canonical JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="JSON lines, UTF-8; - for standard input")
        parser.add_argument("--bank", type=Path, default=FOLDER, help="folder with the question files")

    def handle(self, *args: Any, file: str, bank: Path, **options: Any) -> None:
        for number, (slug, answer) in read_json_lines(file, FORM, _asked):
            try:
                rubric = shipped_rubric(bank, slug)
            except InvalidDocument as error:
                raise CommandError(str(error)) from error
            if rubric is None:
                raise CommandError(f"line {number}: there is no question {slug!r}")
            result = score_answer(answer.replace("\r\n", "\n"), rubric).data()
            sys.stdout.buffer.write(canonical_json({"slug": slug, **result}) + b"\n")
        sys.stdout.buffer.flush()


def _asked(data: Any) -> tuple[str, str]:
    slug, answer = data["slug"], data["answer"]
    if not isinstance(slug, str) or not isinstance(answer, str):
        raise TypeError("slug and answer must be text")
    return slug, answer
