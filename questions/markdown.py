"""Authors' Markdown → safe HTML: CommonMark with tables, no raw HTML, an allow-list after rendering."""

import re
from functools import lru_cache
from typing import Any

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from questions import limits
from questions.scoring.words import CJK

TAGS = {
    *("a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "span", "strong"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {"a": {"href", "title"}, "span": {"class"}, "code": {"class"}, "pre": {"tabindex"}, "ol": {"start"}}
_CHINESE = re.compile(f"[{CJK}，。、；：？！（）“”《》]")
SCHEMES = {"http", "https", "mailto"}
COLOURED = 2_000  # characters of code in one text; 20,000 can keep the lexer of Java busy for 18 seconds


@lru_cache(maxsize=2048)
def render_markdown(text: str) -> SafeString:
    """HTML of a step's or question's body. Text over the limit is shown as it is, in one paragraph."""
    if len(text.encode("utf-8", "replace")) > limits.BODY_BYTES:
        return mark_safe(f"<p>{escape(text)}</p>")  # noqa: S308 - escaped
    html = nh3.clean(
        _parser().render(text), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="nofollow noopener"
    )
    return mark_safe(html)  # noqa: S308 - cleaned by the allow-list


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "highlight": _highlight, "maxNesting": 20})
    parser.enable("table").disable("image")
    parser.add_render_rule("fence", _fence)
    parser.add_render_rule("softbreak", _line_break)
    parser.core.ruler.push("headings", _lower_headings)
    return parser


def _fence(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """A block that scrolls by itself and can therefore take the focus."""
    token = tokens[index]
    env["code"] = env.get("code", 0) + len(token.content)
    language = token.info.split()[0] if token.info.strip() and env["code"] <= COLOURED else ""
    code = _highlight(token.content, language, "")
    return f'<pre tabindex="0"><code>{code}</code></pre>\n'


def _line_break(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """A line break in the source is a space, but nothing between two Chinese characters."""
    before, after = tokens[index - 1].content[-1:], tokens[index + 1].content[:1] if index + 1 < len(tokens) else ""
    return "" if _CHINESE.match(before) and _CHINESE.match(after) else "\n"


def _highlight(code: str, language: str, _attributes: str) -> str:
    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return escape(code)
    return highlight(code, lexer, HtmlFormatter(nowrap=True, classprefix="tok-"))


def _lower_headings(state: Any) -> None:
    """Headings of the text stand below those of the page: # becomes h4."""
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 3)}"
