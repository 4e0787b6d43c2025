"""What can be a term: short, with a word in it, long enough not to turn up by chance."""

import re

from questions import limits
from questions.formats.nodes import FORBIDDEN
from questions.scoring.flags import FUNCTION_CHARACTERS, NAMES
from questions.scoring.lexicon import Lexicon
from questions.scoring.terms import term_problem
from questions.scoring.words import CJK, PUNCTUATION, is_latin, squeeze

CHARACTERS = 12  # at most, of a Chinese term
WORDS = 4  # at most, of a Latin one; people do not repeat longer stretches
SHORTEST_CHINESE, SHORTEST_NAME, SHORTEST_LATIN = 3, 2, 2  # characters; a name is what has another name beside it
_EDGES = f"{PUNCTUATION}，：！？；（）\"'`“”‘’「」《》【】…—@$# \t"
_WORDS_OF_FUNCTION_CHARACTERS = f"{NAMES.pattern}|更新|过程|会话|在线|对比|到达|上限|下限|上报|后台|前台|主从"
_NO_NAME = "".join(sorted(FUNCTION_CHARACTERS | set("个些种次")))
_CHUNK = re.compile(f"(?:{_WORDS_OF_FUNCTION_CHARACTERS}|(?![{_NO_NAME}])[{CJK}])+")
_CHINESE = re.compile(f"[{CJK}]")


def term_of(written: str, lexicon: Lexicon, shortest: int = SHORTEST_CHINESE) -> str:
    """`@id` for a form of the lexicon, else the words without what surrounds them; "" if that can be no term.

    Chinese terms have at least `shortest` characters.
    """
    bare = " ".join(written.replace("*", " ").split()).strip(_EDGES)
    if not bare or len(bare) > limits.TERM_CHARACTERS or FORBIDDEN.search(bare):
        return ""
    entry = lexicon.entry_of(bare)
    term = f"@{entry.id}" if entry else bare
    return term if (entry or _is_handy(bare, shortest)) and not term_problem(term) else ""


def _is_handy(term: str, shortest: int) -> bool:
    words = squeeze(term)
    chinese = len(_CHINESE.findall(words.text))
    letters = sum(map(str.isalpha, words.text))
    if words.length > (CHARACTERS if chinese else WORDS) or len(words.spelled) > CHARACTERS:
        return False
    return letters >= (shortest if chinese and not any(map(is_latin, words.text)) else SHORTEST_LATIN)


def chunks(text: str) -> list[str]:
    """The Chinese between function characters and measure words, which is about a word or two each."""
    return _CHUNK.findall(text)
