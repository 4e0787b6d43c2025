"""What is wrong with a document, in the language of the page: the formats, which know no Django, say it in English."""

import re
from functools import cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

SAYINGS = (
    _("must be a mapping with the fields %(names)s"),
    _("unknown field; known are %(names)s"),
    _("must be a list"),
    _("has %(count)s entries, allowed are %(least)s to %(most)s"),
    _("text is missing"),
    _("must be text"),
    _("has %(count)s characters, at most %(most)s are allowed"),
    _("holds a control character (%(code)s); remove it"),
    _("%(value)s may only hold lower-case letters, digits, - and _ (at most 80)"),
    _("must be a whole number from %(low)s to %(high)s"),
    _("must be true or false"),
    _("%(value)s is unknown; known are %(names)s"),
    _("needs at least one language of %(names)s"),
    _("must be either {sentences: …} or {tokens: …}"),
    _("must map criterion keys to a status"),
    _("must be a range within 0 and 1 such as [0.9, 1.0], lower end first"),
    _("no required or core criterion gives a point"),
    _("there are only %(count)s concepts"),
    _("only a misconception can contradict a criterion"),
    _("a misconception cannot contradict another misconception"),
    _("%(value)s is used twice; keys must be unique"),
    _("there is no step %(key)s; known are %(names)s"),
    _("there is no group %(key)s; known are %(names)s"),
    _("there is no criterion %(key)s; known are %(names)s"),
    _("a lexicon entry is written @ and its id, such as @k8s.pod"),
    _("* needs a Latin word of at least %(count)s letters before it"),
    _("there is no word in it"),
    _("the file is larger than %(count)s bytes"),
    _("the YAML tag %(tag)s is not allowed"),
    _("the name of a field must be a word"),
    _("stands here twice; remove one of the two"),
    _("nested too deeply"),
    _("aliases (*name) are not allowed"),
    _("not readable as YAML"),
    _("a tab is used as indentation; use spaces"),
    _("nothing has changed since the last version"),
    _("goldens[%(index)s] (%(kind)s): %(key)s is %(got)s, not %(status)s"),
    _("goldens[%(index)s] (%(kind)s): scores %(score)s, not %(low)s to %(high)s"),
)
_QUOTED = re.compile(r"""(?s)('.*'|".*"): (.+)""")  # a term, then what is wrong with it
_HOLE = re.compile(r"%\((\w+)\)s")


def said_here(text: str) -> str:
    """The text in the active language; as it is where there is no translation, as for the words of a YAML parser."""
    for saying in SAYINGS:
        if found := _pattern(saying).fullmatch(text):
            return gettext(saying) % found.groupdict() if found.groupdict() else gettext(saying)
    quoted = _QUOTED.fullmatch(text)
    return f"{quoted[1]}: {said_here(quoted[2])}" if quoted else text


def at_line(line: int, text: str) -> str:
    return gettext("Line %(line)s: %(problem)s") % {"line": line, "problem": text}


@cache
def _pattern(saying: str) -> re.Pattern[str]:
    pieces = _HOLE.split(saying)  # text, name, text, name, …, text
    literals, names = pieces[::2], pieces[1::2]
    holes = [f"(?P<{name}>.+?)" for name in names] + [""]
    return re.compile("".join(re.escape(text) + hole for text, hole in zip(literals, holes, strict=True)), re.DOTALL)
