"""`manage.py agreement FILE.jsonl`: how well scores agree with the grades of people, without a database."""

import json
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.agreement.judging import FORM, judge_line
from questions.agreement.picture import picture
from questions.agreement.report import agreement
from questions.domain.shipped import FOLDER
from questions.management.json_lines import read_json_lines


class Command(BaseCommand):
    help = f"Read lines {FORM} and write a report as JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="JSON lines, UTF-8; - for standard input")
        parser.add_argument("--bank", type=Path, default=FOLDER, help="folder with the question files")
        parser.add_argument("--picture", type=Path, help="write a scatter plot into this SVG file")

    def handle(self, *args: Any, file: str, bank: Path, picture: Path | None, **options: Any) -> None:
        judged = [one for _, one in read_json_lines(file, FORM, partial(judge_line, bank=bank))]
        if not judged:
            raise CommandError(f"{file}: there are no graded answers")
        if picture:
            _write_picture(picture, judged, file)
        self.stdout.write(json.dumps(agreement(judged), ensure_ascii=False, indent=1))


def _write_picture(path: Path, judged: list[Any], title: str) -> None:
    try:
        path.write_text(picture(judged, title), encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
