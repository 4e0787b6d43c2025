"""Squeeze folded text: the words with nothing between them, so that `kube-apiserver` = `kube apiserver` (step 2).

A Latin word is a run of letters and digits (C# and C++ are words, too); each CJK character is a word of its own.
Spaces, quotes and Markdown marks vanish, English articles as well (restart the container = restart container), and so
do `-`, `_`, `.`, `/` between two Latin words; other punctuation stays, because it ends clauses.
Matching then is plain substring search, and the places where words begin and end keep Pod out of PodSecurityPolicy.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, compress

from questions.scoring.fold import Folded, fold
from questions.scoring.statements import LONGEST, statement_starts

CJK = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = rf"[^\W_{CJK}]"


def _kept(latin: str, gone: str) -> re.Pattern[str]:
    """What squeezing keeps, anything but `gone`: words, runs of CJK, punctuation but for that between two words."""
    word = rf"{latin}+(?:(?:(?<=[0-9])\.(?=[0-9])|'(?!s\b)){latin}+)*(?:(?:#|\+\+)(?![\w#+]))?"
    between = rf"(?<={latin})[-_./]{latin}"
    return re.compile(rf"(?=[^{gone}])({word}|[{CJK}]+|(?!{between}).)", re.DOTALL)


_GONE = "\"'*`#「」『』《》【】"
KEPT = _kept(LATIN, rf"\t\r\v\f\x1c-\x1f\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{_GONE}")
KEPT_ASCII = _kept("[a-z0-9]", rf"\t\r\v\f\x1c-\x1f\x20{_GONE}")  # the same, and twice as fast
SENTENCE_MARKS = frozenset("。!?;\n.")
CLAUSE_MARKS = SENTENCE_MARKS | frozenset(",:")
DIGITS = frozenset("0123456789")
CLAUSE_CJK = re.compile("但是|(?<!不)但(?!凡)|而是|反而|不过")  # a clause begins with these
ASCII_MARKS = frozenset(chr(code) for code in range(128) if not chr(code).isalnum())
ARTICLE = re.compile(r"(?:the(?<![\w-]the)|an(?<![\w-]an)|a(?<![\w-]a))(?= )")
ARTICLE_BEFORE = re.compile(r"(?<![\w-])(?:the|an?) +$")
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
    articles: int = 0  # how many were left out
    mended: Mapping[int, int] = field(default_factory=dict)  # piece → length as typed, of words that were mended

    @cached_property
    def _mark_ends(self) -> list[int]:
        """Where each mark ends that ends a clause; a dot between digits ends none."""
        marks = [index for index, piece in enumerate(self.spelled) if piece in CLAUSE_MARKS]
        return [self.pieces[index] + 1 for index in marks if self.spelled[index] != "." or not self._is_point(index)]

    def _is_point(self, index: int) -> bool:
        """Whether the dot that is piece `index` stands between digits, as in `1. 2`."""
        around = self.spelled[index - 1 : index + 2] if index else ()
        return len(around) == 3 and around[0][-1] in DIGITS and around[2][0] in DIGITS

    @cached_property
    def sentences(self) -> list[int]:
        """Where each sentence begins, the first at 0."""
        return _begins([end for end in self._mark_ends if self.text[end - 1] not in ",:"])

    @cached_property
    def clauses(self) -> list[int]:
        """Where each clause begins, the first at 0; no clause reaches over the end of a sentence."""
        cuts = list(self._mark_ends)
        if not self.text.isascii():
            cuts.extend(match.start() for match in CLAUSE_CJK.finditer(self.text))
        if not CLAUSE_LATIN.isdisjoint(self.spelled):
            cuts.extend(self.pieces[index] for index, word in enumerate(self.spelled) if word in CLAUSE_LATIN)
        return _begins(sorted(cuts))

    @cached_property
    def statements(self) -> list[int]:
        """Where each statement begins, the first at 0: a clause, with the conditions before it."""
        pieces = [bisect_left(self.pieces, place) for place in self.clauses]
        return statement_starts(self.text, self.clauses, [self.spelled[one : one + LONGEST + 1] for one in pieces])

    @cached_property
    def starts_of_words(self) -> frozenset[int]:
        """Where Latin words begin."""
        return frozenset(self.word_starts)

    @cached_property
    def length(self) -> int:
        """In Latin words and CJK characters."""
        return len(self.word_starts) + sum(map(len, _CJK_RUN.findall(self.text)))

    @cached_property
    def units(self) -> Sequence[int]:
        """Where each word begins: every Latin word and every CJK character, for distances."""
        if self.text.isascii():
            return self.word_starts
        units = list(self.word_starts)
        for match in _CJK_RUN.finditer(self.text):
            units.extend(range(*match.span()))
        units.sort()
        return units

    def is_edge(self, place: int) -> bool:
        """Whether a term may begin or end here: anywhere but inside a Latin word."""
        index = bisect_left(self.word_ends, place)
        return index == len(self.word_ends) or self.word_starts[index] >= place or self.word_ends[index] == place

    def word_end(self, place: int) -> int:
        """Where the Latin word that holds the character before `place` ends; `place` itself outside a word."""
        index = bisect_left(self.word_ends, place)
        inside = index < len(self.word_ends) and self.word_starts[index] < place
        return self.word_ends[index] if inside else place

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

    def place(self, origin: int) -> int:
        """Where the character at `origin` of the folded text stands; it must not have vanished."""
        index = bisect_right(self.origins, origin) - 1
        return self.pieces[index] + origin - self.origins[index]

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) in the squeezed text → code-point offsets into the text as typed; mended words as a whole."""
        first, last = bisect_right(self.pieces, start) - 1, bisect_right(self.pieces, end - 1) - 1
        origin = self.origins[first] + start - self.pieces[first]
        stop = self.origins[last] + end - self.pieces[last]
        if self.mended:
            origin = self.origins[first] if first in self.mended else origin
            stop = self.origins[last] + self.mended[last] if last in self.mended else stop
        return self.folded.span(origin, stop)

    def is_mended(self, start: int, end: int) -> bool:
        """Whether a word in [start, end) was mended."""
        return any(start <= self.pieces[index] < end for index in self.mended)

    @cached_property
    def _typed_clauses(self) -> dict[int, tuple[int, int]]:
        return {}

    def typed_clause(self, place: int) -> tuple[int, int]:
        """The clause around `place` as typed, without punctuation at its ends."""
        index = bisect_right(self.clauses, place)
        if index not in self._typed_clauses:
            start, end = self.clause_bounds(place)
            clause = self.text[start:end].rstrip(PUNCTUATION)
            first = start + len(clause) - len(clause.lstrip(PUNCTUATION))
            typed_start, typed_end = self.typed_span(first, start + len(clause))
            self._typed_clauses[index] = self._with_article(first, typed_start), typed_end
        return self._typed_clauses[index]

    def _with_article(self, place: int, typed: int) -> int:
        """Where the article begins as typed that was left out right before `place`; without one, `typed`."""
        end = self.origin(place) if self.articles else 0
        article = ARTICLE_BEFORE.search(self.folded.text, max(0, end - 5), end)
        return self.folded.span(*article.span())[0] if article else typed


_CJK_RUN = re.compile(f"[{CJK}]+")
_LATIN = re.compile(LATIN)


def squeeze(text: str) -> Words:
    """Fold and squeeze `text`; time grows linearly with its length."""
    folded = fold(text)
    shown, articles = _without_articles(text, folded)
    is_ascii = shown.isascii()
    parts = (KEPT_ASCII if is_ascii else KEPT).split(shown)  # by turns what vanishes and what stays
    spelled = parts[1::2]
    latin = [piece not in ASCII_MARKS for piece in spelled] if is_ascii else [is_latin(piece[0]) for piece in spelled]
    pieces = [0, *accumulate(map(len, spelled))]
    return Words(
        text="".join(spelled),
        folded=folded,
        spelled=spelled,
        pieces=pieces[:-1],
        origins=list(accumulate(map(len, parts)))[:-1:2],
        word_starts=list(compress(pieces, latin)),
        word_ends=list(compress(pieces[1:], latin)),
        articles=articles,
    )


def _without_articles(text: str, folded: Folded) -> tuple[str, int]:
    """The folded text of `text` with blanks for its articles, and their number; a capital A is a name (an A record)."""

    def blank(match: re.Match[str]) -> str:
        typed = text[folded.span(*match.span())[0]]
        return match[0] if typed == "A" and match[0] == "a" else " " * len(match[0])

    return ARTICLE.subn(blank, folded.text)


@lru_cache(maxsize=4096)
def is_latin(character: str) -> bool:
    """Whether words are made of it: a letter or digit of any script but the CJK ones."""
    return _LATIN.match(character) is not None


def _begins(ends: Iterable[int]) -> list[int]:
    starts = [0]
    for end in ends:
        if end > starts[-1]:
            starts.append(end)
    return starts
