"""A rubric made ready to judge answers: all its terms in one automaton, each tied to its criterion and concept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from questions.scoring.copying import Echo, ModelAnswer
from questions.scoring.lexicon import NO_LEXICON, Lexicon
from questions.scoring.match import Matcher
from questions.scoring.rubric import Criterion, RubricDocument
from questions.scoring.terms import Term, read_term
from questions.scoring.typos import Speller
from questions.scoring.words import squeeze


class TermPlace(NamedTuple):
    """Where a term belongs: indexes of criterion and concept, and whether the question itself says it."""

    criterion: int
    concept: int
    in_stem: bool


@dataclass(frozen=True, slots=True)
class CompiledRubric:
    """`places[i]` belongs to `matcher.terms[i]`. Make once for a version, use for every answer; holds no state."""

    document: RubricDocument
    matcher: Matcher
    speller: Speller
    echo: Echo
    model: ModelAnswer
    lexicon: Lexicon
    places: tuple[TermPlace, ...]
    digest: str
    max_points: int
    required: frozenset[str]
    bonus: frozenset[str]
    owners: tuple[tuple[Criterion, tuple[tuple[int, int], ...]], ...]  # each criterion with the places of its concepts

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
    owners = [
        (criterion_index, concept_index, term)
        for criterion_index, criterion in enumerate(document.criteria)
        for concept_index, concept in enumerate(criterion.concepts)
        for written in concept.terms
        for term in read_term(written, lexicon)
    ]
    matcher = Matcher([term for _, _, term in owners], lexicon)
    said = matcher.find(squeeze(stem)) if stem else {}
    return CompiledRubric(
        document=document,
        matcher=matcher,
        speller=Speller(_spelled(document, lexicon), lexicon),
        echo=Echo(stem),
        model=ModelAnswer(model_answers),
        lexicon=lexicon,
        places=tuple(TermPlace(owner[0], owner[1], index in said) for index, owner in enumerate(owners)),
        digest=digest,
        max_points=document.max_points,
        required=frozenset(criterion.key for criterion in document.criteria if criterion.role == "required"),
        bonus=frozenset(criterion.key for criterion in document.criteria if criterion.role == "bonus"),
        owners=tuple(
            (criterion, tuple((index, concept) for concept in range(len(criterion.concepts))))
            for index, criterion in enumerate(document.criteria)
        ),
    )


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
