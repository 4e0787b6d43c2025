"""Words as a search compares them: case, width and script evened out, as the engine does with answers."""

from questions.languages import LANGUAGES, Translated
from questions.scoring.fold import fold

SEARCH_CHARACTERS = 200


def search_words(typed: str) -> list[str]:
    """What somebody looks for, word by word, each once. Signs that fold to nothing are looked for as they are."""
    cut = typed[:SEARCH_CHARACTERS].replace("\x00", "")
    return list(dict.fromkeys(fold(cut).text.split() or cut.casefold().split()))


def search_text(title: Translated) -> str:
    """A title in all its languages, a line each, in which `search_words` are found literally."""
    return "\n".join(fold(title[code]).text for code in LANGUAGES if code in title)


def word_grams(word: str) -> list[str]:
    """Pairs of neighbours, or the one character: `Version.grams` has them all wherever its text contains the word."""
    return sorted({word[at : at + 2] for at in range(len(word) - 1)}) or [word]
