"""A question with a word of its own in every hidden field, and a way to find those words in what was sent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.test.utils import ContextList

from questions.domain.drafts import store_draft
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Question
from tests.factories import both, make_bank, question_data

MARKER = "covert"
SHOWN_TERM = "covertterm1"  # what the answer below says, so the page may say it too
ANSWER = f"It needs {SHOWN_TERM}.\nThe rest I do not know."
BELIEF = "I am sure of covertterm5."


def marked(name: str) -> dict[str, str]:
    return both(f"暗语 {MARKER}{name}zh", f"hidden {MARKER}{name}en")


def in_language(*names: str, language: str) -> set[str]:
    return {f"{MARKER}{name}{'zh' if language == 'zh-Hans' else 'en'}" for name in names}


def marked_criterion(number: int, role: str = "core", **changes: Any) -> dict[str, Any]:
    return {
        "key": f"{MARKER}key{number}",
        "role": role,
        "points": 2,
        "title": marked(f"title{number}"),
        "mode": "any",
        "concepts": [{"name": f"{MARKER}concept{number}", "terms": [f"{MARKER}term{number}", f"{MARKER}syn{number}"]}],
        "missed": marked(f"missed{number}"),
        "correction": marked(f"correction{number}"),
        "hints": [marked(f"hint{number}a"), marked(f"hint{number}b")],
        **changes,
    }


def marked_step(number: int) -> dict[str, Any]:
    texts = {name: marked(f"step{number}{name}") for name in ("title", "prompt", "body")}
    return {"key": f"{MARKER}stepkey{number}", "kind": "core", **texts}


def marked_data(slug: str, steps: int) -> dict[str, Any]:
    """Criteria 1 (core, step 1), 2 (required, step 2), 3 (bonus), 4 (belief of its own), 5 (belief against 1)."""
    key = f"{MARKER}stepkey"
    return {
        **question_data(slug),
        "steps": [marked_step(number) for number in range(1, steps + 1)],
        "rubric": {
            "groups": [{"key": f"{MARKER}group", "cap": 2}],
            "criteria": [
                marked_criterion(1, step=f"{key}1", group=f"{MARKER}group"),
                marked_criterion(2, "required", step=f"{key}2"),
                marked_criterion(3, "bonus", step=f"{key}2"),
                marked_criterion(4, "misconception", step=f"{key}2"),
                marked_criterion(5, "misconception", step=f"{key}2", contradicts=f"{MARKER}key1"),
            ],
        },
        "follow_ups": [{"for": f"{MARKER}key1", "text": marked("followup")}],
        "goldens": [
            {"kind": "full_en", "text": f"{MARKER}golden", "expect": {f"{MARKER}key1": "hit"}, "score": [0, 1]}
        ],
        "sources": [f"{MARKER}source"],
    }


def make_marked(slug: str = "marked", steps: int = 3) -> Question:
    """Published twice, so that there is an old version too; the note of a version is hidden as well."""
    document = read_document(marked_data(slug, steps))
    question = store_draft(make_bank(), document, position=1)
    publish(question, document)
    publish(question, document, note=f"{MARKER}note")
    question.refresh_from_db()
    return question


def sent(response: HttpResponse) -> str:
    """Every byte of a response: status line, headers, cookies, body."""
    head = [f"{name}: {value}" for name, value in response.items()]
    return "\n".join([response.reason_phrase, *head, response.cookies.output(), response.content.decode()])


def markers(text: str) -> set[str]:
    """The marked words in a text, in lower case; Chinese hidden text would show by its own word."""
    return set(re.findall(rf"{MARKER}\w+", text.lower())) | set(re.findall("暗语(?! covert)", text))


def in_context(response: Any) -> set[str]:
    """The marked words in anything that the templates of a response could reach without asking the database."""
    contexts = response.context if isinstance(response.context, ContextList) else [response.context]
    return markers("\n".join(_strings([context.flatten() for context in contexts if context], set())))


def _strings(value: Any, seen: set[int]) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)  # also a lazy one
    if isinstance(value, str | int | float | bytes | None) or id(value) in seen:
        return
    seen.add(id(value))
    for part in _parts(value):
        yield from _strings(part, seen)


def _parts(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, Model) or type(value).__module__.startswith(("django.core.paginator", "django.db.models")):
        return list(vars(value).values())
    return []
