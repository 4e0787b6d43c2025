"""Small words for templates: icons, points, durations, and where a long answer folds."""

import math
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from interview.domain.showing import ListedQuestion, Passage, RubricRow

register = template.Library()

LINE_COLUMNS = 80  # a line of the marked answer: about 40 Chinese characters or 80 Latin letters

Paragraph = Sequence[Passage]


@register.simple_tag
@lru_cache(maxsize=100)
def icon(name: str) -> SafeString:
    """A drawing from static/icons.svg. It says nothing to screen readers: put words beside it."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("icons.svg"), name)


@register.simple_tag
@lru_cache(maxsize=2_000)
def question_row(question: ListedQuestion, language: str) -> SafeString:
    """A row of the question list; the same HTML for everybody whom it tells the same in this language of the page."""
    return render_to_string("questions/_question_row.html", {"question": question})


@register.filter
@lru_cache(maxsize=6)
def dots(difficulty: int) -> SafeString:
    """Difficulty 1 to 5 as so many filled dots of five; for the eye only, write the number beside it."""
    marks = format_html_join("", '<i class="{}"></i>', (("on" if n <= difficulty else "off",) for n in range(1, 6)))
    return format_html('<span class="dots" aria-hidden="true">{}</span>', marks)


@register.filter
def points(value: Decimal | int) -> str:
    """Points as people write them: 6.0 is 6, 7.5 stays, less than nothing has a minus as long as a digit."""
    return f"{Decimal(value).normalize():f}".replace("-", "−")


@register.filter
def duration(seconds: int) -> str:
    """Seconds as a clock shows them: 276 is 4:36, 3723 is 1:02:03."""
    minutes, rest = divmod(max(seconds, 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def any_quotes(rows: Sequence[RubricRow]) -> bool:
    """Whether any criterion found evidence in the answer."""
    return any(row.quotes for row in rows)


@register.filter
def first_lines(paragraphs: Sequence[Paragraph], lines: int) -> Sequence[Paragraph]:
    """The paragraphs that begin within so many printed lines; always at least one."""
    return paragraphs[: _fold(paragraphs, lines)]


@register.filter
def later_lines(paragraphs: Sequence[Paragraph], lines: int) -> Sequence[Paragraph]:
    """What first_lines leaves out."""
    return paragraphs[_fold(paragraphs, lines) :]


def _fold(paragraphs: Sequence[Paragraph], lines: int) -> int:
    used = 0
    for index, paragraph in enumerate(paragraphs):
        if used >= lines:
            return index
        columns = sum(_columns(part.text) for passage in paragraph for part in passage.parts)
        used += max(1, math.ceil(columns / LINE_COLUMNS))
    return len(paragraphs)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
