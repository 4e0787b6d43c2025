"""Is a finding denied? The nearest cue decides (SCORING.md, step 7)."""

from bisect import bisect_left, bisect_right

from questions.scoring.behind import Behind
from questions.scoring.cues import find_cues
from questions.scoring.reach import ends_before, is_needed
from questions.scoring.words import Words

REACH = 12.0  # CJK characters between cue and finding; a Latin word counts as REACH / 5
WORD_COST = REACH / 5
FARTHEST = 200  # no five words are longer
REASONS = frozenset(("因", "因为", "由于", "只因为", "仅仅因为"))  # 不会因为没通过就重启: all of it is denied
# 不是(说)不…: two cues affirm
LINKS = frozenset(("", "说", "会", "能", "要", "可能", "有", "就", "always", "really", "be"))


class Denials:
    """Tells of any finding of one text whether it is denied.

    A cue inside a finding (没变, no body) is part of that term: tell of it with `cover`, and it denies nothing behind
    it for the same `owner`, the number of a criterion.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._cues = find_cues(words)
        self._ends = [cue.end for cue in self._cues]
        self._behind = Behind(words)
        self._covers: dict[tuple[int, int], int] = {}  # owner and cue → where the last finding ends that holds it

    @property
    def possible(self) -> bool:
        return bool(self._cues) or self._behind.possible

    def cover(self, owner: int, start: int, end: int) -> None:
        index = bisect_right(self._ends, start)
        while index < len(self._ends) and self._ends[index] <= end:
            if self._cues[index].start >= start:
                self._covers[owner, index] = max(end, self._covers.get((owner, index), 0))
            index += 1

    def __call__(self, owner: int, start: int, end: int) -> bool:
        """Whether the finding at [start, end) is denied, by the nearest cue before it or right after it."""
        index = self._cue_of(owner, start) if self._cues else -1
        return (index >= 0 and self._by_cue(index, start, end)) or (
            self._behind.possible and self._behind.denies(start, end)
        )

    def _cue_of(self, owner: int, start: int) -> int:
        """The number of the cue nearest to a finding, in front of it or over its first characters; -1 if none."""
        index = bisect_right(self._ends, start)
        if index < len(self._cues) and self._cues[index].start < start:
            return index  # 不会重启, for 会重启
        index -= 1
        while index >= 0 and self._covers.get((owner, index), start + 1) <= start:
            index -= 1
        return index

    def _by_cue(self, index: int, start: int, end: int) -> bool:
        cue, clause_start = self._cues[index], self._words.clause_bounds(start)[0]
        if cue.start < clause_start or _distance(self._words, cue.end, start) > REACH:
            return False
        before = self._cues[index - 1] if index and self._cues[index - 1].start >= clause_start else None
        between = self._words.text[before.end : cue.start] if before else None
        if ends_before(self._words, cue.text, cue.end, clause_start, start):
            return between in REASONS
        return between not in LINKS and not is_needed(self._words, cue, before, end)


def _distance(words: Words, start: int, end: int) -> float:
    """From cue to finding, in CJK characters; a Latin word counts as WORD_COST of them."""
    if end - start > FARTHEST:
        return FARTHEST
    first, last = bisect_left(words.word_starts, start), bisect_left(words.word_starts, end)
    letters = sum(words.word_ends[first:last]) - sum(words.word_starts[first:last])
    return (last - first) * WORD_COST + (end - start - letters)
