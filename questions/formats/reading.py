"""Plain data (from YAML or JSON) → a valid QuestionDocument, or every problem with its place."""

from typing import Any

from questions import limits
from questions.formats.checks import check_document
from questions.formats.document import KINDS, STATUSES, STRICTNESSES, FollowUp, Golden, QuestionDocument, Step
from questions.formats.nodes import Node
from questions.formats.problems import InvalidDocument, Problem
from questions.scoring.rubric import (
    LIST_CAP_PCT,
    POLARITIES,
    REQUIRED_CAP_PCT,
    ROLES,
    Concept,
    Criterion,
    Group,
    Mode,
    RubricDocument,
    Window,
)

DOCUMENT_FIELDS = tuple(QuestionDocument.__dataclass_fields__)
CRITERION_FIELDS = tuple(Criterion.__dataclass_fields__)
RUBRIC_FIELDS = tuple(RubricDocument.__dataclass_fields__)


def read_document(data: Any) -> QuestionDocument:
    """The document that `data` (dicts, lists, scalars) describes. Raises InvalidDocument with all problems."""
    problems: list[Problem] = []
    document = _document(Node(data, problems))
    if not problems and document:
        check_document(document, problems)
    if problems or document is None:
        raise InvalidDocument(problems)
    return document


def _document(node: Node) -> QuestionDocument | None:
    if not node.only(*DOCUMENT_FIELDS):
        return None
    return QuestionDocument(
        slug=node.field("slug").key(),
        bank=node.field("bank").key(limits.SLUG_CHARACTERS),
        status=node.field("status").choice(STATUSES),
        difficulty=node.field("difficulty").whole(1, 5),
        minutes=node.field("minutes").whole(1, 240),
        title=node.field("title").translated(limits.TITLE_CHARACTERS),
        steps=tuple(_step(entry) for entry in node.field("steps").items(limits.STEPS, at_least=1)),
        rubric=read_rubric(node.field("rubric")),
        tags=tuple(sorted({entry.key(limits.SLUG_CHARACTERS) for entry in node.field("tags").items(limits.TAGS)})),
        strictness=node.field("strictness").choice(STRICTNESSES, "open"),
        max_answer=node.field("max_answer").whole(1, limits.ANSWER_CHARACTERS_AT_MOST, limits.ANSWER_CHARACTERS),
        body=node.field("body").translated(limits.BODY_BYTES, optional=True),
        follow_ups=tuple(_follow_up(entry) for entry in node.field("follow_ups").items(limits.FOLLOW_UPS)),
        goldens=tuple(_golden(entry) for entry in node.field("goldens").items(limits.GOLDENS)),
        sources=tuple(entry.text() for entry in node.field("sources").items(limits.GOLDENS)),
    )


def read_rubric(node: Node) -> RubricDocument:
    node.only(*RUBRIC_FIELDS)
    bonus_cap = node.field("bonus_cap")
    return RubricDocument(
        criteria=tuple(_criterion(entry) for entry in node.field("criteria").items(limits.CRITERIA, at_least=1)),
        groups=tuple(_group(entry) for entry in node.field("groups").items(limits.CRITERIA)),
        required_cap_pct=node.field("required_cap_pct").whole(0, 100, REQUIRED_CAP_PCT),
        bonus_cap=None if bonus_cap.missing else bonus_cap.whole(0, limits.POINTS),
        list_cap_pct=node.field("list_cap_pct").whole(0, 100, LIST_CAP_PCT),
    )


def _criterion(node: Node) -> Criterion:
    node.only(*CRITERION_FIELDS)
    return Criterion(
        key=node.field("key").key(),
        role=node.field("role").choice(ROLES),
        points=node.field("points").whole(0, limits.POINTS),
        title=node.field("title").translated(),
        concepts=tuple(_concept(entry) for entry in node.field("concepts").items(limits.CONCEPTS, at_least=1)),
        step=node.field("step").text(80, default=""),
        group=node.field("group").text(80, default=""),
        mode=_mode(node.field("mode")),
        partial=node.field("partial").flag(),
        window=_window(node.field("window")),
        ordered=node.field("ordered").flag(),
        stem_counts=node.field("stem_counts").flag(),
        contradicts=node.field("contradicts").text(80, default=""),
        missed=node.field("missed").translated(optional=True),
        correction=node.field("correction").translated(optional=True),
        hints=tuple(entry.translated() for entry in node.field("hints").items(limits.HINTS)),
    )


def _concept(node: Node) -> Concept:
    node.only("name", "terms", "polarity")
    return Concept(
        name=node.field("name").text(),
        terms=tuple(entry.text(limits.TERM_CHARACTERS) for entry in node.field("terms").items(limits.TERMS, 1)),
        polarity=node.field("polarity").choice(POLARITIES, "affirm"),
    )


def _mode(node: Node) -> Mode:
    if isinstance(node.value, dict) and node.only("at_least"):
        return Mode("at_least", node.field("at_least").whole(1, limits.CONCEPTS))
    return Mode(node.choice(("all", "any"), "all"))


def _window(node: Node) -> Window:
    if not isinstance(node.value, dict):
        return Window(node.choice(("clause", "sentence", "answer"), "answer"))
    if node.only("sentences", "tokens") and len(node.value) > 1:
        node.problem("must be either {sentences: …} or {tokens: …}")
    if not node.field("sentences").missing:
        return Window("sentences", node.field("sentences").whole(1, 20))
    return Window("tokens", node.field("tokens").whole(1, 200))


def _group(node: Node) -> Group:
    node.only("key", "cap")
    return Group(node.field("key").key(), node.field("cap").whole(0, limits.POINTS))


def _step(node: Node) -> Step:
    node.only("key", "kind", "title", "prompt", "body")
    return Step(
        key=node.field("key").key(),
        kind=node.field("kind").choice(KINDS),
        title=node.field("title").translated(limits.TITLE_CHARACTERS),
        body=node.field("body").translated(limits.BODY_BYTES),
        prompt=node.field("prompt").translated(optional=True),
    )


def _follow_up(node: Node) -> FollowUp:
    node.only("for", "text")
    return FollowUp(node.field("for").text(80), node.field("text").translated())


def _golden(node: Node) -> Golden:
    node.only("kind", "text", "expect", "score")
    expect, score = node.field("expect"), node.field("score").value
    if not isinstance(expect.value, dict):
        expect.problem("must map criterion keys to a status")
    if not (isinstance(score, list) and len(score) == 2 and all(map(_is_share, score)) and score[0] <= score[1]):
        node.problem("must be a range within 0 and 1 such as [0.9, 1.0], lower end first", "score")
        score = [0, 1]
    return Golden(
        kind=node.field("kind").key(),
        text=node.field("text").text(limits.ANSWER_CHARACTERS_AT_MOST),
        expect={str(key): str(value) for key, value in expect.value.items()} if isinstance(expect.value, dict) else {},
        score=(float(score[0]), float(score[1])),
    )


def _is_share(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
