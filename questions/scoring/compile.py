"""A rubric made ready to judge answers: all its terms in one automaton, each tied to its concept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.scoring.copying import Echo, ModelAnswer
from questions.scoring.lexicon import NO_LEXICON, Lexicon
from questions.scoring.match import Matcher
from questions.scoring.rubric import Criterion, RubricDocument
from questions.scoring.terms import Term, read_term
from questions.scoring.typos import Speller
from questions.scoring.words import squeeze


@dataclass(frozen=True, slots=True)
class CompiledRubric:
    """Make once for a version, use for every answer. Concepts are numbered through all criteria.

    `in_stem` are the terms that the question itself says, by their index in `matcher.terms`.
    """

    document: RubricDocument
    matcher: Matcher
    speller: Speller
    echo: Echo
    model: ModelAnswer
    lexicon: Lexicon
    in_stem: frozenset[int]
    digest: str
    max_points: int
    required: frozenset[str]
    bonus: frozenset[str]
    concepts: tuple[tuple[Criterion, range], ...]  # each criterion with the numbers of its concepts

    def term(self, index: int) -> Term:
        return self.matcher.terms[index]


def compile_rubric(
    document: RubricDocument,
    stem: str = "",
    digest: str = "",
    model_answers: Sequence[str] = (),
    lexicon: Lexicon = NO_LEXICON,
) -> CompiledRubric:
    """Compile a valid rubric.

    `stem` is the question as put to the candidate, in all languages: its own words earn nothing alone. `model_answers`
    is the whole model answer, once a language.
    """
    concepts = [(concept, owner) for owner, each in enumerate(document.criteria) for concept in each.concepts]
    terms = [
        (term, number)
        for number, (concept, _) in enumerate(concepts)
        for written in concept.terms
        for term in read_term(written, lexicon)
    ]
    owners = [owner for _, owner in concepts]
    matcher = Matcher([term for term, _ in terms], [number for _, number in terms], lexicon, owners)
    return CompiledRubric(
        document=document,
        matcher=matcher,
        speller=Speller(_spelled(document, lexicon), lexicon),
        echo=Echo(stem),
        model=ModelAnswer(model_answers),
        lexicon=lexicon,
        in_stem=matcher.terms_in(squeeze(stem)),
        digest=digest,
        max_points=document.max_points,
        required=frozenset(criterion.key for criterion in document.criteria if criterion.role == "required"),
        bonus=frozenset(criterion.key for criterion in document.criteria if criterion.role == "bonus"),
        concepts=tuple(_numbered(document)),
    )


def _numbered(document: RubricDocument) -> Iterator[tuple[Criterion, range]]:
    number = 0
    for criterion in document.criteria:
        yield criterion, range(number, number := number + len(criterion.concepts))


def _spelled(document: RubricDocument, lexicon: Lexicon) -> list[str]:
    """Every form of every term, as written: what typos are mended to."""
    forms: list[str] = []
    for criterion in document.criteria:
        for concept in criterion.concepts:
            for written in concept.terms:
                entry = lexicon.entry_of(written)
                forms.extend(entry.forms if entry else ())
                forms.extend(() if written.startswith("@") else (written,))
    return forms
