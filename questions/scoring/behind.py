"""What follows a finding and says of it that it is not so: 重启不会发生, 访问不到, "etcd is not needed"."""

import re

from questions.scoring.words import LATIN, Words

COMPLEMENT = re.compile(
    r"不(?:到(?![0-9一二三四五六七八九十两半])|了(?!解)|[上出起](?:来|去)?|下(?:来|去)|动|通|着)"
)  # 访问不到: not reachable
DENIED_AFTER = re.compile(
    r"不支持|不成立|不存在|不需要|不对|没用|不可能|没有?必要|不(?:会)?(?:发生|生效)|没有?发生|不起作用|是错的|是错误的|无关|不相关|没有?关系"
    r"|(?:is|are|was|were)(?:not|n't|never)(?:supported|needed|required|necessary|possible|true|used|triggered|done|involved|touched)"
    r"|(?:(?:do|does|did|will|would)(?:not|n't)|won't|never)(?:happen|occur|exist|takeplace)"
    r"|(?:is|are)(?:wrong|false|incorrect|impossible)"
)
MARKS = ("不", "没", "无关", "错", "not", "n't", "never", "wrong", "false", "incorrect", "impossible")
DENIED_RIGHT_AFTER = re.compile(rf"(?:[^,:。!?;.\n]{{0,4}}?|{LATIN}{{0,16}}?)(?:{DENIED_AFTER.pattern})")


def may_deny_behind(text: str) -> bool:
    """Whether there is anything of the kind in a text; most have nothing."""
    return any(mark in text for mark in MARKS) and bool(DENIED_AFTER.search(text) or COMPLEMENT.search(text))


def is_denied_behind(words: Words, start: int, end: int) -> bool:
    """Whether the words right behind the finding at [start, end), in the same clause, deny it."""
    stop = words.clause_bounds(start)[1]
    return bool(COMPLEMENT.match(words.text, end, stop) or DENIED_RIGHT_AFTER.match(words.text, end, stop))
