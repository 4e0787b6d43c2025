"""The words that deny: 不会, not, never …, and what only looks like one: 不断, "not only" (SCORING.md, step 7)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from questions.scoring.words import Words

CJK_CUES = re.compile(
    "不知道|不清楚|不确定|不记得|忘了|忘记|误以为|误认为|以为|不会|不能|不是|不再|并不|并非|没有|无法|无需|缺少|不|没|无|未|非|勿|别"
)
NO_DENIALS = (  # hold a cue and deny nothing; in brackets what must not follow, or must
    "不断(?![开电连流]) 不仅 不但 不只(?!读) 不同(?![步意]) 不论 不得不 不少 不止 不错(?!过) 不久 不过(?![滤期问]) "
    "不然 不一样 差不多 要不 不管(?=[^。;\n]{0,20}?(?:都|还是|均|一律|总是|什么|多少|如何|怎)) 不够 "
    "不足(?!以) 没问题 没错 没事 不如(?!期) 不妨 不光 不单(?!独) 不停(?!止) 不间断 离不开 少不了 缺不了 免不了 "
    "不免 巴不得 不由得 不由自主 不外乎 未尝不 何尝不 无不 不可或缺 不可缺少 不可缺 不可少 "
    "没有什么比 并不只 并不仅 不是只 不可避免 必不可 没准(?!备) "
    "无论 无非 无疑 无缝 无状态 无头 无服务 不可变 非常(?!规) 除非 非得 未来(?!得及) 有没有 "
    "区别 分别 特别 级别 类别 识别 个别 差别 鉴别 别名 别的 别人 淹没 没收"
).split(" ")
LATIN_CUES = frozenset(
    "not no never without cannot unable nobody noone nothing none neither nor lack lacks forgot forget ain't "
    "myth misconception mistakenly impossible hardly barely "
    "cant dont doesnt isnt arent wont didnt wasnt werent hasnt havent couldnt shouldnt wouldnt "
    "dosent doesnot donot".split()
)
NO_DENIAL_BEFORE = {
    "not": ("only", "just", "merely"),
    "no": ("more", "less", "fewer", "later", "matter", "doubt", "problem", "wonder"),
    "nothing": ("but", "else", "other"),
    "nobody": ("but", "else", "other"),
    "none": ("but", "other"),
}
TWO_WORDS = {  # cues only together
    "instead": ("of",),
    "rather": ("than",),
    "wrongly": ("think", "believe", "assume"),
    "wrong": ("that",),
    "fails": ("to",),
    "failed": ("to",),
    "refuses": ("to",),
    "regardless": ("of",),
    "irrespective": ("of",),
}


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
    sign = text[place]
    if sign == "不" and 0 < place < len(text) - 1 and text[place - 1] == text[place + 1]:
        return True
    return sign in _FIXED and _FIXED[sign].match(text, place) is not None


def _fixed() -> dict[str, re.Pattern[str]]:
    """Sign with which a cue begins → what matches there if that cue is part of a fixed word."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in NO_DENIALS:
        for match in CJK_CUES.finditer(word.partition("(")[0]):
            before, after = word[: match.start()], word[match.start() :]
            found[after[0]].append(f"(?<={before}){after}" if before else after)
    return {sign: re.compile("|".join(patterns)) for sign, patterns in found.items()}


_FIXED = _fixed()
_LATIN_CUE_WORDS = LATIN_CUES | TWO_WORDS.keys()


def _latin_cues(words: Words) -> Iterator[Cue]:
    spelled, pieces = words.spelled, words.pieces
    for index, word in enumerate(spelled):
        if word in LATIN_CUES or word.endswith("n't"):
            following = spelled[index + 1] if index + 1 < len(spelled) else ""
            if following not in NO_DENIAL_BEFORE.get(word, ()):
                yield Cue(pieces[index], pieces[index] + len(word), word)
        elif word in TWO_WORDS and index + 1 < len(spelled) and spelled[index + 1] in TWO_WORDS[word]:
            yield Cue(pieces[index], pieces[index + 1] + len(spelled[index + 1]), word)
