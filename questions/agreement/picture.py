"""A report's picture: a dot an answer, its grade to the right and its score upwards, as SVG."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from questions.agreement.report import Judged

SIZE, EDGE = 400, 40


def picture(judged: Sequence[Judged], title: str) -> str:
    """A whole SVG document. Dots on the diagonal agree; those above it were scored too kindly."""
    side = SIZE + 2 * EDGE
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" role="img">',
            f"<title>{escape(title)}</title>",
            '<rect width="100%" height="100%" fill="#fff"/>',
            *_axes(),
            *(_dot(one) for one in judged),
            "</svg>\n",
        )
    )


def _axes() -> Iterator[str]:
    low, high = _place(0, 0), _place(1, 1)
    yield f'<g stroke="#888" fill="none"><rect x="{EDGE}" y="{EDGE}" width="{SIZE}" height="{SIZE}"/>'
    yield f'<path d="M{low[0]} {low[1]}L{high[0]} {high[1]}" stroke-dasharray="4"/></g>'
    yield '<g font-family="sans-serif" font-size="13" fill="#333" text-anchor="middle">'
    yield f'<text x="{EDGE + SIZE / 2}" y="{SIZE + 2 * EDGE - 12}">grade, 0 to 1</text>'
    yield f'<text transform="translate(22 {EDGE + SIZE / 2})rotate(-90)">score, 0 to 1</text></g>'


def _dot(one: Judged) -> str:
    x, y = _place(one.grade, one.score)
    words = escape(f"{one.kind} {one.grade} → {one.score}".strip())
    return f'<circle cx="{x}" cy="{y}" r="4" fill="#1d5a96" fill-opacity=".45"><title>{words}</title></circle>'


def _place(grade: float, score: float) -> tuple[float, float]:
    return round(EDGE + grade * SIZE, 1), round(EDGE + (1 - score) * SIZE, 1)
