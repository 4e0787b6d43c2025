"""Where a denial stops: at the consequence of what is denied, or behind a property that is described by it.

不通过就重启: what follows 就 happens. 不健康的容器会被重启: 不健康 only describes the container. The same in English:
"if it does not respond it restarts", "Pods not ready are removed".
"""

import re
from bisect import bisect_left, bisect_right

from questions.scoring.words import Words

CONSEQUENCE = re.compile(r"就(?!绪|地|近|是说)|则(?!是)|便(?!宜|利|于)|那么|的话|之后|以后")
BECAUSE = re.compile("因|由于|一|光|仅|只")  # 不会因为 X 就 Y: Y is denied
UNTIL_MODAL = re.compile(  # 不通过会被重启: 不通过 is the condition; but 不代表会重启 denies
    "(?!希望|代表|意味|等于|一定|表示|说明|保证|认为|觉得|必|需|再|仅|只|能|应|该|允许|可能|打算|是|想|要)"
    r"[\u4e00-\u9fff]{1,3}(?:会|将|被|要)"
)
DESCRIBING = frozenset(("不", "没", "未"))
PROPERTY = re.compile(r"[\u4e00-\u9fff]{1,4}的")  # directly behind the cue

LATIN_CUES_OF_CLAUSES = frozenset(("not", "never"))
AUXILIARIES = frozenset(
    "am is are was were be been do does did has have had will would can could shall should may might must".split()
)
SUBORDINATE = frozenset("if when that which who whose until unless where while once because".split())
NEW_START = frozenset("is are was were will would gets get it they then so we you".split())


def ends_before(words: Words, cue: str, cue_end: int, clause_start: int, place: int) -> bool:
    """Whether the denial by `cue`, which ends at `cue_end`, stops before `place` further on in the same clause."""
    if cue.isascii():
        return _ends_in_english(words, cue, cue_end, clause_start, place)
    between = words.text[cue_end:place]
    consequence = CONSEQUENCE.search(between)
    if consequence and not BECAUSE.search(between, 0, consequence.start()):
        return True
    return cue in DESCRIBING and (PROPERTY.match(between) or UNTIL_MODAL.match(between)) is not None


def _ends_in_english(words: Words, cue: str, cue_end: int, clause_start: int, place: int) -> bool:
    if cue not in LATIN_CUES_OF_CLAUSES and not cue.endswith("n't"):
        return False
    after, stop = bisect_left(words.pieces, cue_end), bisect_right(words.pieces, place)
    first = bisect_left(words.pieces, clause_start)
    before = words.spelled[first : after - 1]
    describes = cue == "not" and bool(before) and before[-1] not in AUXILIARIES
    if not describes and SUBORDINATE.isdisjoint(before):
        return False
    return not NEW_START.isdisjoint(words.spelled[after + 1 : stop])
