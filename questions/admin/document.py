"""Documents to read in the admin."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.domain.comparing import DiffLine


def document_html(text: str) -> SafeString:
    """Text as it is; it scrolls by itself and can therefore take the focus."""
    return format_html('<pre class="document" tabindex="0">{}</pre>', text)


def difference_html(lines: Sequence[DiffLine]) -> SafeString:
    return render_to_string("admin/questions/question/_difference.html", {"difference": lines})
