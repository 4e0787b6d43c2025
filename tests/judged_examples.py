"""The examples of docs/scoring.md as they stand there and as the engine judges them, in the words of its pages."""

import re

from interview.templatetags.viva import points
from questions.formats.document import QuestionDocument
from questions.scoring.compile import CompiledRubric
from questions.scoring.result import CriterionResult, Evidence
from questions.scoring.score import score_answer

EXAMPLE = re.compile(r"^```text\n(.*?)\n```\n\n((?:\|[^\n]*\n)*)\n?(Sum [^\n]*)$", re.DOTALL | re.MULTILINE)
HEAD = "| row | judged | points | because of |\n| --- | --- | --- | --- |\n"
STATUS = {
    "hit": "Met",
    "partial": "Partly",
    "negated": "Said the opposite",
    "contradicted": "Misconception",
    "missed": "Not mentioned",
}
FLAGS = {
    "word_list": "a bare list of words",
    "echoes_question": "words of the question",
    "copies_model_answer": "the model answer",
    "dont_know": "“I don't know”",
    "off_topic": "nothing to the point",
}


def told_examples(page: str) -> list[tuple[str, list[tuple[str, ...]], str]]:
    """Answer, rows of its table and the line with its sum."""
    return [(answer, _rows(table), line) for answer, table, line in EXAMPLE.findall(page)]


def judged_rows(answer: str, document: QuestionDocument, rubric: CompiledRubric) -> list[tuple[str, ...]]:
    """What the table says: every criterion about which something was found."""
    titles = {criterion.key: criterion.title["en"] for criterion in document.rubric.criteria}
    results = score_answer(answer, rubric).criteria
    return [(titles[one.key], *_judged(one), _because(answer, one)) for one in results if one.status != "missed"]


def judged_sum(answer: str, rubric: CompiledRubric) -> str:
    result = score_answer(answer, rubric)
    cap = f", cap {points(result.cap)}" if result.cap is not None else ""
    taken = f", taken off {points(result.deductions)}" if result.deductions else ""
    flags = "".join(f", flagged: {FLAGS[flag]}" for flag in result.flags)
    return f"Sum {points(result.sum)}{cap}{taken}: **{points(result.points)} / {result.max_points}**{flags}"


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.strip("| ").split(" | ")) for line in table.removeprefix(HEAD).splitlines()]


def _judged(one: CriterionResult) -> tuple[str, str]:
    if one.points < 0:
        return "Held", f"−{points(-one.points)}"
    return STATUS[one.status], f"{points(one.points)} / {one.of}"


def _because(answer: str, one: CriterionResult) -> str:
    return ", ".join(_shown(answer, found) for found in one.evidence) or "–"


def _shown(answer: str, found: Evidence) -> str:
    typed = f"`{answer[found.start : found.end]}`"
    return f"{typed}, a slip of `{found.term}`" if found.how == "typo" else typed
