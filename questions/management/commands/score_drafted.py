"""`manage.py score_drafted FILE.jsonl`: score answers against reference answers alone, without rubric or database."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from questions.formats.document import canonical_json
from questions.management.json_lines import read_json_lines
from questions.scoring.drafted.score import drafted_question

FORM = '{"question": "…", "reference_answer": "…", "more_references": ["…"], "answer": "…"}'


class Command(BaseCommand):
    help = f"Read lines {FORM} (more_references may be missing) and write for each a line with its score, 0 to 1."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="JSON lines, UTF-8; - for standard input")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        for _, (question, references, answer) in read_json_lines(file, FORM, _asked):
            score = drafted_question(question, references).score(answer)
            sys.stdout.buffer.write(canonical_json({"score": score}) + b"\n")
        sys.stdout.buffer.flush()


def _asked(data: Any) -> tuple[str, tuple[str, ...], str]:
    references = (data["reference_answer"], *(data.get("more_references") or ()))
    question, answer = data["question"], data["answer"]
    if not all(isinstance(text, str) for text in (question, *references, answer)):
        raise TypeError("all of them must be text")
    return question, references, answer
