"""Where a denial stops: at the consequence of what is denied, or behind a property that is described by it.

不通过就重启: what follows 就 happens. 不健康的容器会被重启: 不健康 only describes the container. The same in English:
"if it does not respond it restarts", "Pods not ready are removed". Nor does it reach what is needed (没有 X 就不能…,
without X nothing works) or excepted (no component except X, not until X).
"""

import re
from bisect import bisect_left, bisect_right

from questions.scoring.cues import Cue
from questions.scoring.statements import AT_TIME
from questions.scoring.words import Words

CONSEQUENCE = re.compile(r"就(?!绪|地|近|是说)|则(?!是)|便(?!宜|利|于)|那么|的话|之后|以后")
BECAUSE = re.compile("因|由于|一|光|仅|只")  # 不会因为 X 就 Y: Y is denied
WHILE = re.compile(f"的时候|的情况下|{AT_TIME}(?![间长机区钟延刻常])")  # 没有探针的时候 Y
AT = re.compile("[在当于等到]")  # 不在启动的时候 Y: Y is denied
ONLY = re.compile("(?<=.)只(?:[看管会是有认用能在按要把从让给对读写做]|负责|检查|影响)")  # 不看 X 只看 Y
RATHER = re.compile("(?<=[^都也就还总才必又算便只如而正老真本身说因否即])是(?![否说因])")  # 不是 X 是 Y
UNTIL_MODAL = re.compile(  # 不通过会被重启: 不通过 is the condition; but 不代表会重启 denies
    "(?!希望|代表|意味|等于|一定|表示|说明|保证|认为|觉得|大会|怎么|经常|总|太|必|需|再|仅|只|能|应|该|允许|可能|打算|是|想|要)"
    r"[\u4e00-\u9fff]{1,3}(?:会|将|被|要)"
)
DESCRIBING = frozenset(("不", "没", "未"))
PROPERTY = re.compile(r"[\u4e00-\u9fff]{1,4}的(?!时候|情况下)")  # directly behind the cue

CLAUSE_CUES = frozenset(("not", "never", "no", "nothing", "nobody", "none", "fails", "failed"))
AUXILIARIES = frozenset(
    "am is are was were be been being do does did has have had will would can could shall should may might must".split()
)
SUBORDINATE = frozenset("if when that which who whose until unless where while once because".split())
NEW_START = frozenset("is are was were will would gets get it they then so we you".split())
RELATIVE = frozenset(("that", "which", "who", "with"))  # Pods that have no node and picks one
EXCEPTIONS = frozenset("until unless except besides avoid".split())
NEW_THOUGHT = frozenset("so then therefore thus hence because while whereas only".split())  # but not: not so, not only

# 没有 X 就不能…, without X nothing works, nothing works without X: X is needed
NEEDS_CJK = frozenset(("没有", "没", "缺少", "无"))
NEEDED_CJK = re.compile(
    r"(?:的话)?,?(?:无法|不能|没法|不行|[什谁啥哪]么?[^,。!?;\n]{0,2}[都也])|[^。!?;\n]{0,200}?(?:就|则|便|那么)[^,。!?;\n]{0,6}?(?:无法|不|没)"
)
NEEDED_LATIN = re.compile(r"[^。!?;.\n]{0,200}?(?:cannot|can't|couldn't|won't|doesn't|nothing|impossible|fail)")
SIDE_BY_SIDE = frozenset(("and", "or", "nor"))  # no state and without X


def ends_before(words: Words, cue: str, cue_end: int, clause_start: int, place: int) -> bool:
    """Whether the denial by `cue`, which ends at `cue_end`, stops before `place` further on in the same clause."""
    if cue.isascii():
        return _ends_in_english(words, cue, cue_end, clause_start, place)
    between = words.text[cue_end:place]
    consequence = CONSEQUENCE.search(between)
    if consequence and not BECAUSE.search(between, 0, consequence.start()):
        return True
    if ONLY.search(between) or (cue == "不是" and RATHER.search(between)):
        return True
    moment = WHILE.search(between)
    if moment and not AT.search(between, 0, moment.start()):
        return True
    return cue in DESCRIBING and (PROPERTY.match(between) or UNTIL_MODAL.match(between)) is not None


def _ends_in_english(words: Words, cue: str, cue_end: int, clause_start: int, place: int) -> bool:
    after, stop = bisect_left(words.pieces, cue_end), bisect_right(words.pieces, place)
    between = words.spelled[after : stop - 1]
    if not EXCEPTIONS.isdisjoint(between) or not NEW_THOUGHT.isdisjoint(between[1:]):
        return True
    if cue not in CLAUSE_CUES and not cue.endswith("n't"):
        return False
    first = bisect_left(words.pieces, clause_start)
    before = words.spelled[first : after - 1]
    if cue == "no" and "and" in between and not RELATIVE.isdisjoint(before):
        return True
    describes = cue == "not" and bool(before) and before[-1] not in AUXILIARIES
    if not describes and SUBORDINATE.isdisjoint(before):
        return False
    return not NEW_START.isdisjoint(words.spelled[after + 1 : stop])


def is_needed(words: Words, cue: Cue, before: Cue | None, end: int) -> bool:
    """Whether what `cue` denies, up to `end`, is what things need; `before` is the cue before it in the clause."""
    stop = words.sentence_end(end - 1)
    if cue.text in NEEDS_CJK:
        return bool(NEEDED_CJK.match(words.text, end, stop))
    if cue.text != "without":
        return False
    first, last = bisect_left(words.pieces, before.end if before else cue.start), bisect_left(words.pieces, cue.start)
    nothing_without = before is not None and SIDE_BY_SIDE.isdisjoint(words.spelled[first:last])
    return nothing_without or bool(NEEDED_LATIN.match(words.text, end, stop))
