"""Is a finding denied? The nearest cue decides (SCORING.md, step 7)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from questions.scoring.reach import ends_before
from questions.scoring.words import LATIN, Words

REACH = 12.0  # CJK characters between cue and finding; a Latin word counts as REACH / 5
WORD_COST = REACH / 5
FARTHEST = 200  # no five words are longer

CJK_CUES = re.compile(
    "不知道|不清楚|不确定|不记得|忘了|忘记|不会|不能|不是|不再|并不|并非|没有|无法|无需|缺少|不|没|无|未|非|勿|别"
)
NO_DENIALS = (  # hold a cue and deny nothing
    "不断 不仅 不但 不只 不同 不管 不论 不得不 不少 不止 不错 不久 不过 不然 不一样 差不多 要不 "
    "不够 不足 没问题 没错 没事 不如 不妨 不光 不单 "
    "无论 无非 无疑 无缝 无状态 无头 无服务 不可变 非常 除非 非得 未来 有没有 "
    "区别 分别 特别 级别 类别 识别 个别 差别 鉴别 别名 别的 别人 淹没 没收"
).split()
LATIN_CUES = frozenset(
    "not no never without cannot forgot forget neither nor lack lacks cant dont doesnt isnt arent wont didnt".split()
)
NO_DENIAL_BEFORE = {"not": ("only", "just", "merely"), "no": ("more", "matter", "doubt", "problem")}
TWO_WORDS = {"instead": "of", "rather": "than"}  # cues only together

LINKS = frozenset(("", "说", "会", "能", "可能", "有", "就", "always", "really", "be"))  # 不是(说)不…: two cues affirm
# 没有 X 就不能…, without X nothing works: X is needed, so affirmed
NEEDS_CJK = frozenset(("没有", "没", "缺少", "无"))
NEEDED_CJK = re.compile(r"(?:的话)?,?(?:无法|不能|没法)|[^。!?;\n]*?(?:就|则|便|那么)[^,。!?;\n]{0,6}?(?:无法|不|没)")
NEEDED_LATIN = re.compile(r"[^。!?;.\n]*?(?:cannot|can't|couldn't|won't|doesn't|nothing|impossible|fail)")
DENIED_AFTER = re.compile(
    r"不支持|不成立|不存在|不需要|不对|没用|是错的|是错误的"
    r"|(?:is|are|was|were)(?:not|n't)(?:supported|needed|required|necessary|possible|true|used)"
    r"|(?:is|are)(?:wrong|false|incorrect)"
)
MARKS_AFTER = ("不", "没用", "错", "not", "n't", "wrong", "false", "incorrect")  # none of them, no denial after
DENIED_RIGHT_AFTER = re.compile(rf"(?:[^,:。!?;.\n]{{0,4}}?|{LATIN}{{0,16}}?)(?:{DENIED_AFTER.pattern})")


class Cue(NamedTuple):
    """A word that denies what follows, at [start, end) of the squeezed text."""

    start: int
    end: int
    text: str


def find_cues(words: Words) -> list[Cue]:
    """All cues of a text, in order; look-alikes such as 不断 or "not only" are left out."""
    text = words.text
    cues = [] if text.isascii() else [Cue(*match.span(), match[0]) for match in CJK_CUES.finditer(text)]
    cues = [cue for cue in cues if not _denies_nothing(text, cue.start)]
    if "n't" in text or not _LATIN_CUE_WORDS.isdisjoint(words.spelled):
        cues.extend(_latin_cues(words))
        cues.sort()
    return cues


def _denies_nothing(text: str, place: int) -> bool:
    """Whether the cue at `place` is part of a fixed word, or of a question such as 能不能."""
    if text[place] == "不" and 0 < place < len(text) - 1 and text[place - 1] == text[place + 1]:
        return True
    return _FIXED.match(text, place) is not None


def _at_cue() -> Iterator[str]:
    """Patterns that match at a cue which is part of a fixed word."""
    for word in NO_DENIALS:
        for match in CJK_CUES.finditer(word):
            before, after = word[: match.start()], word[match.start() :]
            yield f"(?<={before}){after}" if before else after


_FIXED = re.compile("|".join(_at_cue()))
_LATIN_CUE_WORDS = LATIN_CUES | TWO_WORDS.keys()


def _latin_cues(words: Words) -> Iterator[Cue]:
    spelled, pieces = words.spelled, words.pieces
    for index, word in enumerate(spelled):
        if word in LATIN_CUES or word.endswith("n't"):
            following = spelled[index + 1] if index + 1 < len(spelled) else ""
            if following not in NO_DENIAL_BEFORE.get(word, ()):
                yield Cue(pieces[index], pieces[index] + len(word), word)
        elif word in TWO_WORDS and spelled[index + 1 : index + 2] == [TWO_WORDS[word]]:
            yield Cue(pieces[index], pieces[index + 1] + len(TWO_WORDS[word]), word)


class Denials:
    """Tells of any finding of one text whether it is denied.

    `spans` are all findings of the text: a cue inside one (没变, no body) is part of that term and denies nothing
    behind it.
    """

    def __init__(self, words: Words, spans: Iterable[tuple[int, int]]) -> None:
        self._words = words
        self._cues = find_cues(words)
        self._ends = [cue.end for cue in self._cues]
        self._denied_after = any(mark in words.text for mark in MARKS_AFTER) and bool(DENIED_AFTER.search(words.text))
        self._covers: dict[int, int] = {}
        for start, end in spans if self._cues else ():
            self._cover(start, end)

    @property
    def possible(self) -> bool:
        return bool(self._cues) or self._denied_after

    def __call__(self, start: int, end: int) -> bool:
        """Whether the finding at [start, end) is denied, by the nearest cue before it or right after it."""
        return self._by_cue_before(start, end) or self._by_words_after(start, end)

    def _cover(self, start: int, end: int) -> None:
        for index in range(bisect_right(self._ends, start), bisect_right(self._ends, end)):
            if self._cues[index].start >= start:
                self._covers[index] = max(end, self._covers.get(index, 0))

    def _by_words_after(self, start: int, end: int) -> bool:
        if not self._denied_after:
            return False
        return DENIED_RIGHT_AFTER.match(self._words.text, end, self._words.clause_bounds(start)[1]) is not None

    def _by_cue_before(self, start: int, end: int) -> bool:
        index = bisect_right(self._ends, start) - 1
        while index >= 0 and self._covers.get(index, start + 1) <= start:
            index -= 1
        if index < 0:
            return False
        cue, clause_start = self._cues[index], self._words.clause_bounds(start)[0]
        if cue.start < clause_start or _distance(self._words, cue.end, start) > REACH:
            return False
        if ends_before(self._words, cue.text, cue.end, clause_start, start):
            return False
        before = self._cues[index - 1] if index else None
        if before and before.start >= clause_start and self._words.text[before.end : cue.start] in LINKS:
            return False
        return not _is_needed(self._words, cue, end)


def _is_needed(words: Words, cue: Cue, end: int) -> bool:
    stop = words.sentence_end(end - 1)
    if cue.text in NEEDS_CJK:
        return bool(NEEDED_CJK.match(words.text, end, stop))
    return cue.text == "without" and bool(NEEDED_LATIN.match(words.text, end, stop))


def _distance(words: Words, start: int, end: int) -> float:
    """From cue to finding, in CJK characters; a Latin word counts as WORD_COST of them."""
    if end - start > FARTHEST:
        return FARTHEST
    first, last = bisect_left(words.word_starts, start), bisect_left(words.word_starts, end)
    letters = sum(words.word_ends[first:last]) - sum(words.word_starts[first:last])
    return (last - first) * WORD_COST + (end - start - letters)
