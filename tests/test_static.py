"""What can be checked of templates, styles, scripts and translations by reading them."""

import re
from hashlib import sha256
from pathlib import Path

import polib
import pytest
from django.conf import settings

STATIC = settings.BASE_DIR / "static"
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
STYLES = sorted((STATIC / "css").glob("*.css"))
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
VARIABLES = (STATIC / "css" / "variables.css").read_text()

GROUNDS = ("paper", "surface", "sunken")
SOFT_GROUNDS = ("primary-soft", "jade-soft", "amber-soft", "brick-soft")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3", "primary", "primary-strong") for ground in GROUNDS),
    *((ink, ground) for ink in ("seal", "jade", "amber", "brick") for ground in GROUNDS),
    *(("ink", ground) for ground in SOFT_GROUNDS),
    *((ink, "primary-soft") for ink in ("ink-2", "ink-3", "primary", "primary-strong")),
    *((tone, f"{tone}-soft") for tone in ("jade", "amber", "brick")),
    *(("on-primary", ground) for ground in ("primary", "primary-strong")),
    ("on-seal", "seal"),
    ("paper", "ink"),
]
MARKS = [
    *((mark, ground) for mark in ("line-strong", "focus") for ground in (*GROUNDS, "primary-soft")),
    *((mark, "surface") for mark in ("data-0", "data-2")),
]


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(ink: str, ground: str):
    assert min(contrasts(ink, ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_borders_and_marks_stand_out(mark: str, ground: str):
    assert min(contrasts(mark, ground)) >= 3


def contrasts(first: str, second: str) -> list[float]:
    """The contrast of two tokens as WCAG 2.2 defines it, in the light theme and in the dark one."""
    pairs = zip(colours(first), colours(second), strict=True)
    return [(max(pair) + 0.05) / (min(pair) + 0.05) for pair in (tuple(map(luminance, pair)) for pair in pairs)]


def colours(token: str) -> tuple[str, str]:
    found = re.search(rf"--{token}: light-dark\(#(\w{{6}}), #(\w{{6}})\)", VARIABLES)
    assert found, f"no colour --{token}"
    return found[1], found[2]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_take_every_colour_from_the_variables(path: Path):
    colour = r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|: *(?:black|white)\b"
    assert path.name == "variables.css" or re.findall(colour, path.read_text()) == []


def test_every_variable_that_is_used_is_defined():
    styles = "".join(path.read_text() for path in STYLES)
    assert set(re.findall(r"var\((--[\w-]+)", styles)) <= set(re.findall(r"(--[\w-]+):", styles))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_runs_no_inline_code(path: Path):
    forbidden = (
        r"""\sstyle\s*=|\son\w+\s*=|\shx-on|["']js:|javascript:|<style|<script(?![^>]*\ssrc=)|hx-trigger="[^"]*\["""
    )
    assert re.findall(forbidden, path.read_text(), re.IGNORECASE) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_shows_no_unescaped_text(path: Path):
    assert re.findall(r"\|safe\b|\|safeseq\b|{% autoescape off", path.read_text()) == []


def test_every_icon_is_in_the_sprite():
    sprite = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    used = {name for path in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)" %}', path.read_text())}
    assert used == sprite


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script_stands_alone(path: Path):
    code = path.read_text()
    assert (
        re.findall(r"^\s*(?:import|export)\b|\bimport\(|\beval\(|\bnew Function\b|\.(?:inner|outer)HTML\b", code, re.M)
        == []
    )


def test_vendored_files_are_the_ones_we_checked():
    vendor = STATIC / "vendor"
    listed = dict(reversed(line.split("  ")) for line in (vendor / "SHA256SUMS").read_text().splitlines())
    files = [path for path in vendor.rglob("*") if path.is_file() and path.name != "SHA256SUMS"]
    assert {path.relative_to(vendor).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files} == listed


def test_every_message_is_translated_into_chinese():
    messages = polib.pofile(str(settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    assert [message.msgid for message in messages if not message.translated() or message.obsolete] == []


def test_a_translation_keeps_the_places_for_values():
    messages = polib.pofile(str(settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    places = re.compile(r"%\(\w+\)s|\{\w+\}")
    for message in messages:
        for text in message.msgstr_plural.values() or [message.msgstr]:
            assert set(places.findall(text)) == set(places.findall(message.msgid)), message.msgid
