"""A model answer cut into parts, each of which becomes one criterion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions import limits
from questions.drafting.marked import list_items
from questions.formats.document import Kind, Step
from questions.languages import Translated

ENOUGH_STEPS = 3  # with fewer, the entries of their lists are the parts


@dataclass(frozen=True, slots=True)
class Part:
    """A step, or an entry of a list in one; `text` is its Markdown by language."""

    key: str
    step: str
    kind: Kind
    title: Translated
    text: Translated


def parts_of(steps: Sequence[Step]) -> list[Part]:
    """At most as many as a rubric can have criteria."""
    if len(steps) < ENOUGH_STEPS and any(_entries(step) for step in steps):
        parts = [part for number, step in enumerate(steps, start=1) for part in _entry_parts(step, number)]
    else:
        parts = [_whole(step, step.key) for step in steps]
    return parts[: limits.CRITERIA]


def _whole(step: Step, key: str) -> Part:
    return Part(key, step.key, step.kind, step.title, step.body)


def _entry_parts(step: Step, number: int) -> Iterator[Part]:
    """Titles are numbered: the words of an entry would give the answer away."""
    entries = _entries(step)
    for place, text in enumerate(entries, start=1):
        title = {code: f"{written} ({place})" for code, written in step.title.items()}
        yield Part(f"part-{number}-{place}", step.key, step.kind, title, text)
    if not entries:
        yield _whole(step, f"part-{number}")


def _entries(step: Step) -> list[Translated]:
    """The entries of the lists of a step by language, [] unless every language has the same number of them."""
    lists = {code: list_items(text) for code, text in step.body.items()}
    if len({len(items) for items in lists.values()}) != 1:
        return []
    return [dict(zip(lists, entry, strict=True)) for entry in zip(*lists.values(), strict=True)]
