"""Documents → plain data and YAML, in the field order that authors read; what has its default is left out."""

from typing import Any

import yaml

from questions.formats.document import FollowUp, Golden, QuestionDocument, Step
from questions.languages import LANGUAGES, Translated
from questions.scoring.rubric import LIST_CAP_PCT, REQUIRED_CAP_PCT, Concept, Criterion, Mode, RubricDocument, Window

Data = dict[str, Any]


def document_data(document: QuestionDocument) -> Data:
    """The document as dicts, lists and scalars: what JSON and YAML hold, and `read_document` takes."""
    default = QuestionDocument.__dataclass_fields__
    return {
        "slug": document.slug,
        "bank": document.bank,
        "status": document.status,
        "difficulty": document.difficulty,
        "minutes": document.minutes,
        "tags": list(document.tags),
        **_unless(document.strictness == "open", strictness=document.strictness),
        **_unless(document.max_answer == default["max_answer"].default, max_answer=document.max_answer),
        "title": _translated(document.title),
        **_unless(not document.body, body=_translated(document.body)),
        "steps": [_step(step) for step in document.steps],
        "rubric": rubric_data(document.rubric),
        **_unless(not document.follow_ups, follow_ups=[_follow_up(follow_up) for follow_up in document.follow_ups]),
        **_unless(not document.goldens, goldens=[_golden(golden) for golden in document.goldens]),
        **_unless(not document.sources, sources=list(document.sources)),
    }


def rubric_data(rubric: RubricDocument) -> Data:
    return {
        **_unless(rubric.required_cap_pct == REQUIRED_CAP_PCT, required_cap_pct=rubric.required_cap_pct),
        **_unless(rubric.bonus_cap is None, bonus_cap=rubric.bonus_cap),
        **_unless(rubric.list_cap_pct == LIST_CAP_PCT, list_cap_pct=rubric.list_cap_pct),
        **_unless(not rubric.groups, groups=[{"key": group.key, "cap": group.cap} for group in rubric.groups]),
        "criteria": [criterion_data(criterion) for criterion in rubric.criteria],
    }


def criterion_data(criterion: Criterion) -> Data:
    return {
        "key": criterion.key,
        **_unless(not criterion.step, step=criterion.step),
        "role": criterion.role,
        "points": criterion.points,
        **_unless(not criterion.group, group=criterion.group),
        **_unless(not criterion.contradicts, contradicts=criterion.contradicts),
        "title": _translated(criterion.title),
        "mode": mode_data(criterion.mode),
        **_unless(not criterion.partial, partial=True),
        "window": window_data(criterion.window),
        **_unless(not criterion.ordered, ordered=True),
        **_unless(not criterion.stem_counts, stem_counts=True),
        "concepts": [_concept(concept) for concept in criterion.concepts],
        **_unless(not criterion.missed, missed=_translated(criterion.missed)),
        **_unless(not criterion.hints, hints=[_translated(hint) for hint in criterion.hints]),
        **_unless(not criterion.correction, correction=_translated(criterion.correction)),
    }


def mode_data(mode: Mode) -> str | Data:
    return {"at_least": mode.count} if mode.kind == "at_least" else mode.kind


def window_data(window: Window) -> str | Data:
    return {window.kind: window.size} if window.size else window.kind


def document_yaml(document: QuestionDocument) -> str:
    """A YAML file for the document, UTF-8 text with LF; reading it back gives an equal document."""
    return data_yaml(document_data(document))


def data_yaml(data: Any) -> str:
    """Plain data as YAML in the order it has, UTF-8 text with LF."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return text


def in_order(entries: Any, *names: str) -> Any:
    """A list of mappings, each with its fields in this order, others after them: a database keeps none."""
    if not isinstance(entries, list):
        return entries
    return [_fields_in_order(entry, names) if isinstance(entry, dict) else entry for entry in entries]


def _fields_in_order(entry: Data, names: tuple[str, ...]) -> Data:
    first = {name: entry[name] for name in names if name in entry}
    return {**first, **{name: value for name, value in entry.items() if name not in first}}


class _Dumper(yaml.SafeDumper):
    """Safe dumper that writes text of several lines as a block, as an author would, and what is equal twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    separators = "\u2028" in text or "\u2029" in text  # line ends for YAML, which would not come back
    style = '"' if separators else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_multi_representer(float, yaml.SafeDumper.represent_float)  # also a number as it was written


def _unless(default: bool, **fields: Any) -> Data:
    return {} if default else fields


def _translated(text: Translated) -> Data:
    return {code: text[code] for code in LANGUAGES if text.get(code)}


def _step(step: Step) -> Data:
    return {
        "key": step.key,
        "kind": step.kind,
        "title": _translated(step.title),
        **_unless(not step.prompt, prompt=_translated(step.prompt)),
        "body": _translated(step.body),
    }


def _concept(concept: Concept) -> Data:
    return {
        "name": concept.name,
        **_unless(concept.polarity == "affirm", polarity=concept.polarity),
        "terms": list(concept.terms),
    }


def _follow_up(follow_up: FollowUp) -> Data:
    return {"for": follow_up.criterion, "text": _translated(follow_up.text)}


def _golden(golden: Golden) -> Data:
    return {
        "kind": golden.kind,
        "text": golden.text,
        "expect": dict(golden.expect),
        "score": list(golden.score),
    }
