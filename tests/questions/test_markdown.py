"""Authors' Markdown: what becomes of it, what can never come out, and that nothing takes long."""

import re
import time

import pytest

from questions import limits
from questions.markdown import render_markdown

RENDERED = [  # text, HTML, what it shows
    ("# A\n\n## B\n\n###### C", "<h4>A</h4>\n<h5>B</h5>\n<h6>C</h6>\n", "headings stand below those of the page"),
    ("**b** *i* `c`", "<p><strong>b</strong> <em>i</em> <code>c</code></p>\n", "marks"),
    ("a  \nb", "<p>a<br>\nb</p>\n", "hard line break"),
    ("a\n\n---\n\n> q", "<p>a</p>\n<hr>\n<blockquote>\n<p>q</p>\n</blockquote>\n", "rule and quote"),
    ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n', "numbered list"),
    ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n", "nested list"),
    (
        "|a|b|\n|-|:-:|\n|1|`2`|",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td><code>2</code></td>\n</tr>\n</tbody>\n</table>\n",
        "table without styles",
    ),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n", "raw HTML is text"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n", "a script is text"),
    ("`<i>&`", "<p><code>&lt;i&gt;&amp;</code></p>\n", "code is escaped"),
    (
        '[z](https://a.b "t")',
        '<p><a href="https://a.b" title="t" rel="nofollow noopener">z</a></p>\n',
        "a link is not vouched for",
    ),
    (
        "![alt](https://a.b/x.png)",
        '<p>!<a href="https://a.b/x.png" rel="nofollow noopener">alt</a></p>\n',
        "an image is a link, loaded from nowhere",
    ),
    ("<m@a.b>", '<p><a href="mailto:m@a.b" rel="nofollow noopener">m@a.b</a></p>\n', "e-mail address"),
    ("```nolang\n<b>\n```", '<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>\n', "code of an unknown language"),
    ("```\nx\n```", '<pre tabindex="0"><code>x\n</code></pre>\n', "code without a language"),
    (
        "```yaml\na: <b>\n```",
        '<pre tabindex="0"><code><span class="tok-nt">a</span><span class="tok-p">:</span>'
        '<span class="tok-w"> </span><span class="tok-l tok-l-Scalar tok-l-Scalar-Plain">&lt;b&gt;</span>\n'
        "</code></pre>\n",
        "coloured code has classes only",
    ),
    ("探针\n重启", "<p>探针重启</p>\n", "a line break between Chinese characters is none"),
    ("one\ntwo", "<p>one\ntwo</p>\n", "a line break between words stays"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("text", "html", "shows"), RENDERED, ids=[row[2] for row in RENDERED])
def test_markdown_becomes_html(text, html, shows):
    assert render_markdown(text) == html


NASTY = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "![x](https://a.b/x.png)",
    "![x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='https://a.b'></iframe>",
    "<a href='https://a.b' onclick='x'>x</a>",
    '[x](https://a.b "\\" onclick=alert(1) x=\\"")',
    '[x](https://a.b/"onclick=alert(1))',
    '```"><script>alert(1)</script>\nx\n```',
    "```python\n</code></pre><script>alert(1)</script>\n```",
    "<style>body{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<!-- --><script>x</script>",
    "<![CDATA[<script>x</script>]]>",
    "|a|\n|-|\n|<script>x</script>|",
    "<form action=x><input name=csrfmiddlewaretoken></form>",
    "\x00<script>x</script>",
]
ELEMENT = re.compile(r"<(/?)([a-z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*)>")
ATTRIBUTES = re.compile(r'(href|title|rel|class|tabindex|start)="([^"]*)"')
ALLOWED = {
    *("a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "span", "strong"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}


@pytest.mark.parametrize("text", NASTY)
def test_only_harmless_elements_and_addresses_come_out(text):
    html = render_markdown(text)
    assert "<" not in ELEMENT.sub("", html)
    for _, name, attributes in ELEMENT.findall(html):
        assert name in ALLOWED
        assert ATTRIBUTES.sub("", attributes).strip() == ""
        for attribute, value in ATTRIBUTES.findall(attributes):
            assert attribute != "href" or re.match(r"https?://|mailto:", value)


SIGNS = [
    "[",
    "[a](",
    "![",
    "]",
    "(",
    "*",
    "* ",
    "**a ",
    "_",
    "`",
    "` ",
    "``a ",
    "> ",
    "- ",
    "1. ",
    "|",
    "|a|b\n|-|-\n",
    "<",
]
SIGNS += [
    "<a ",
    "&",
    "\\",
    "~~~\n",
    "```\n",
    "# ",
    "\n",
    " ",
    "a\n",
    "[a]: b\n",
    "[a][",
    "***bold*",
    "-\n  ",
    "> - ",
    "<!--",
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("length", [limits.BODY_BYTES, 50_000])
def test_many_signs_do_not_take_long(sign, length):
    text = (sign * length)[:length]
    started = time.process_time()
    html = render_markdown(text)
    assert time.process_time() - started < 2
    assert "<" not in ELEMENT.sub("", html)


@pytest.mark.parametrize("indent", [1, 2])
def test_nested_lists_do_not_take_long(indent):
    text = "\n".join(f"{' ' * indent * level}- x" for level in range(130 // indent))
    started = time.process_time()
    html = render_markdown(text)
    assert time.process_time() - started < 2
    assert html.count("<ul>") == html.count("</ul>") > 0


@pytest.mark.parametrize("language", ["java", "console", "python", "yaml", "html", "bash", "js", "sql", "go"])
@pytest.mark.parametrize("code", ["a ", "1", "(", "'", "a:", "<", "\\"])
def test_code_that_is_slow_to_colour_does_not_take_long(language, code):
    started = time.process_time()
    render_markdown(f"```{language}\n{(code * 19_000)[:19_000]}\n```")
    for size in (1_000, 1_900):
        render_markdown(f"```{language}\n{(code * size)[:size]}\n```\n\n" * 5)
    assert time.process_time() - started < 2


def test_text_over_the_limit_is_shown_as_it_is():
    text = "<b>**x**" * 3_000
    assert render_markdown(text) == f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>"
