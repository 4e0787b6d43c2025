"""Squeeze folded text: the words with nothing between them, so that `kube-apiserver` = `kube apiserver` (step 2).

A Latin word is a run of letters and digits; each CJK character is a word of its own. Spaces, quotes and Markdown marks
vanish, and so do `-`, `_`, `.`, `/` between two Latin words; other punctuation stays, because it ends clauses.
Matching then is plain substring search, and the places where words begin and end keep Pod out of PodSecurityPolicy.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from questions.scoring.fold import Folded, fold

CJK = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = rf"[^\W_{CJK}]"


def _kept(latin: str) -> re.Pattern[str]:
    """What squeezing keeps: words (group 1), runs of CJK, punctuation but for that between two words, line ends."""
    word = rf"{latin}+(?:(?:(?<=[0-9])\.(?=[0-9])|'(?!s\b)){latin}+)*"
    between = rf"(?<={latin})[-_./]{latin}"
    return re.compile(rf"({word})|[{CJK}]+|(?!{between})[^\s\"'*`#「」『』《》【】]|\n")


KEPT = _kept(LATIN)
KEPT_ASCII = _kept("[a-z0-9]")  # the same, and twice as fast
SENTENCE_END = re.compile(r"[。!?;\n]|\.(?![0-9])|(?<![0-9])\.")
CLAUSE_END = re.compile(rf"[,:]|{SENTENCE_END.pattern}")
CLAUSE_CJK = re.compile("但是|(?<!不)但(?!凡)|而是|反而|不过")  # a clause begins with these
CLAUSE_LATIN = frozenset(("but", "however", "instead"))
PUNCTUATION = ",:。!?;.\n、-()[]{}<>/|=+~"


@dataclass(frozen=True)
class Words:
    """Squeezed text and where things are in it; places are indexes into `text` unless said otherwise.

    `pieces[i]` is where `spelled[i]` begins, `origins[i]` the same in the folded text; `word_starts` and `word_ends`
    are the edges of Latin words.
    """

    text: str
    folded: Folded
    spelled: Sequence[str]
    pieces: Sequence[int]
    origins: Sequence[int]
    word_starts: Sequence[int]
    word_ends: Sequence[int]

    @cached_property
    def sentences(self) -> list[int]:
        """Where each sentence begins, the first at 0."""
        return _begins(match.end() for match in SENTENCE_END.finditer(self.text))

    @cached_property
    def clauses(self) -> list[int]:
        """Where each clause begins, the first at 0; no clause reaches over the end of a sentence."""
        cuts = [match.end() for match in CLAUSE_END.finditer(self.text)]
        cuts.extend(match.start() for match in CLAUSE_CJK.finditer(self.text))
        cuts.extend(self.pieces[index] for index, word in enumerate(self.spelled) if word in CLAUSE_LATIN)
        return _begins(sorted(cuts))

    @cached_property
    def units(self) -> list[int]:
        """Where each word begins: every Latin word and every CJK character, for distances."""
        cjk = (place for match in _CJK_RUN.finditer(self.text) for place in range(*match.span()))
        return sorted([*self.word_starts, *cjk])

    def is_edge(self, place: int) -> bool:
        """Whether a term may begin or end here: anywhere but inside a Latin word."""
        index = bisect_left(self.word_ends, place)
        return index == len(self.word_ends) or self.word_starts[index] >= place or self.word_ends[index] == place

    def word_end(self, place: int) -> int:
        """Where the Latin word that holds the character before `place` ends; `place` itself outside a word."""
        index = bisect_left(self.word_ends, place)
        inside = index < len(self.word_ends) and self.word_starts[index] < place
        return self.word_ends[index] if inside else place

    def clause_at(self, place: int) -> int:
        return bisect_right(self.clauses, place) - 1

    def sentence_at(self, place: int) -> int:
        return bisect_right(self.sentences, place) - 1

    def clause_bounds(self, place: int) -> tuple[int, int]:
        """[start, end) of the clause that holds `place`."""
        index = bisect_right(self.clauses, place)
        return self.clauses[index - 1], self.clauses[index] if index < len(self.clauses) else len(self.text)

    def sentence_end(self, place: int) -> int:
        index = bisect_right(self.sentences, place)
        return self.sentences[index] if index < len(self.sentences) else len(self.text)

    def unit_at(self, place: int) -> int:
        return bisect_right(self.units, place) - 1

    def origin(self, place: int) -> int:
        """The place in the folded text."""
        index = bisect_right(self.pieces, place) - 1
        return self.origins[index] + place - self.pieces[index]

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) in the squeezed text → code-point offsets into the text as typed."""
        return self.folded.span(self.origin(start), self.origin(end - 1) + 1)

    def typed_clause(self, place: int) -> tuple[int, int]:
        """The clause around `place` as typed, without punctuation at its ends."""
        start, end = self.clause_bounds(place)
        clause = self.text[start:end]
        bare = clause.strip(PUNCTUATION)
        start += clause.index(bare)
        return self.typed_span(start, start + len(bare))


_CJK_RUN = re.compile(f"[{CJK}]+")


def squeeze(text: str) -> Words:
    """Fold and squeeze `text`; time grows linearly with its length."""
    folded = fold(text)
    kept = KEPT_ASCII if folded.text.isascii() else KEPT
    matches = list(kept.finditer(folded.text))
    spelled = [match[0] for match in matches]
    pieces = [0, *accumulate(map(len, spelled))]
    latin = [index for index, match in enumerate(matches) if match.lastindex]
    return Words(
        text="".join(spelled),
        folded=folded,
        spelled=spelled,
        pieces=pieces[:-1],
        origins=[match.start() for match in matches],
        word_starts=[pieces[index] for index in latin],
        word_ends=[pieces[index + 1] for index in latin],
    )


def _begins(ends: Iterable[int]) -> list[int]:
    starts = [0]
    for end in ends:
        if end > starts[-1]:
            starts.append(end)
    return starts
