"""What is odd about an answer as a whole: a bare word list, "I don't know", nothing to the point."""

import re

from questions.scoring.words import Words

CRITERIA_OF_A_LIST = 3
WORDS_OF_A_LIST = 12
FUNCTION_SHARE_EN = 0.15  # measured: 58 of 58 lists below, 6 of 2,958 real answers (SCORING.md, section 1)
FUNCTION_SHARE_ZH = 0.05
LONGEST_SEGMENT = 8.0  # Chinese characters (a Latin word counts as 2) between separators, on average
OFF_TOPIC_UNITS = 15
LEFT_OF_DONT_KNOW = 12  # characters that may follow

FUNCTION_WORDS = frozenset(
    "a an the of to in on at by for from with as and or but if when then than that this these those it its is are "
    "was were be been being am do does did have has had will would can could should may might must not no so "
    "because which who whom what how where there their they them he she we you i my your our us one each any all "
    "some into onto out up down over after before until while only also just more most very about without between "
    "through during again same such".split()
)
FUNCTION_CHARACTERS = frozenset(
    "的了是在会把被就和与或不没有到给让用可以如果要能都也还从对由于等为其这那它我你他们来去上下里后前时所因而且但并很更最再将该每各着过得地只跟往向比谁么呢吗吧啊嘛"
)
NAMES = re.compile(  # hold such a character and say nothing
    "就绪|亲和|可用|对象|对外|应用|等待|上下文|前缀|后缀|后端|前端|上线|下线|到期|过期|过滤|超时|定时|间隔|时间|地址|能力|功能|性能|用户|使用|作用|不可变|无状态|有状态"
)
SEGMENTS = re.compile(r"[,:;。!?、/|·•\s]+")
DONT_KNOW = re.compile(
    r"(?:呃|嗯|额|抱歉|对不起|不好意思|这个|这题|这道题|我|真的?|完全|也|还|sorry|hmm|uh|well|i|really|honestly|im|i'm|am|[,。.!?])*"
    r"(?:不知道|不清楚|不太清楚|不会|不懂|不了解|没了解过?|没用过|没接触过|没学过|没听说过|忘了|想不起来|答不上来|跳过|过吧?|pass|skip|idk"
    r"|don'tknow|dontknow|donotknow|noidea|havenoidea|notsure|can'tremember|cannotremember|forgot|neverusedit|noclue)"
)


def is_word_list(words: Words, criteria_hit: int) -> bool:
    """Whether an answer that meets several criteria only drops names, without saying anything about them."""
    if criteria_hit < CRITERIA_OF_A_LIST or words.length < WORDS_OF_A_LIST:
        return False
    latin = words.word_starts
    chinese = words.length - len(latin)
    said_en = sum(map(FUNCTION_WORDS.__contains__, words.spelled))
    if chinese * 4 < len(latin):
        return said_en + words.articles < FUNCTION_SHARE_EN * (len(latin) + words.articles)
    segments = sum(map(bool, SEGMENTS.split(words.folded.text)))
    if chinese + 2 * len(latin) > LONGEST_SEGMENT * segments:
        return False
    said_zh = sum(map(FUNCTION_CHARACTERS.__contains__, NAMES.sub("", words.text)))
    return said_en + words.articles + said_zh < FUNCTION_SHARE_ZH * words.length


def is_dont_know(words: Words, points: float) -> bool:
    """Whether a short answer only says that its author does not know."""
    match = None if points else DONT_KNOW.match(words.text)
    return match is not None and len(words.text) - match.end() <= LEFT_OF_DONT_KNOW


def is_off_topic(words: Words, found: bool) -> bool:
    """Whether a longer answer has not one word of what was looked for."""
    return not found and words.length + words.articles >= OFF_TOPIC_UNITS
