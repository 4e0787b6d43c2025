"""The lexicon in the database: every revision ever used, so that any result can be computed again."""

from functools import lru_cache
from pathlib import Path

from questions.formats.document import sha256
from questions.formats.lexicon_file import LEXICON_FILE, lexicon_data, read_lexicon, read_lexicon_file
from questions.formats.problems import InvalidDocument, Problem
from questions.models import LexiconRevision
from questions.scoring.lexicon import NO_LEXICON, Lexicon


def load_lexicon(folder: Path) -> bool:
    """Store the lexicon file of a folder as a revision; whether it is new. Raises InvalidDocument.

    A changed file needs a higher `revision`: a number that is taken keeps its content for ever.
    """
    path = folder / LEXICON_FILE
    if not path.exists():
        return False
    lexicon = read_lexicon_file(path)
    digest = sha256(lexicon_data(lexicon))
    stored, is_new = LexiconRevision.objects.get_or_create(
        number=lexicon.revision, defaults={"document": lexicon_data(lexicon), "sha256": digest}
    )
    if stored.sha256 != digest:
        said = f"{lexicon.revision} is taken by another content; raise it"
        raise InvalidDocument([Problem(("revision",), said, line=1)], str(path))
    return is_new


def current_lexicon() -> Lexicon:
    """The newest revision; 1 query."""
    number = LexiconRevision.objects.values_list("number", flat=True).first()
    return NO_LEXICON if number is None else lexicon_of(number)


@lru_cache(maxsize=4)
def lexicon_of(number: int) -> Lexicon:
    """A revision by its number, parsed once a process. Raises LexiconRevision.DoesNotExist."""
    return read_lexicon(LexiconRevision.objects.get(number=number).document)
