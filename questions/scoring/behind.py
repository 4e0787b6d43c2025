"""What follows a finding and says of it that it is not so: 重启不会发生, 访问不到, "etcd is not needed"."""

import re

from questions.scoring.words import LATIN, Words

STATES = "supported|needed|required|necessary|possible|true|used|triggered|done|involved|touched"
EVENTS = "happen|occur|exist|takeplace"
WRONG = "wrong|false|incorrect|impossible|unnecessary"
# 访问不到: not reachable
COMPLEMENT = r"不(?:到(?![0-9一二三四五六七八九十两半])|了(?!解)|[上出起](?:来|去)?|下(?:来|去)|动|通|着)"
DENIALS = (
    r"不(?:是必[须要]|支持|成立|存在|需要|对|可能|相关|起作用|会?(?:发生|生效))"
    r"|没(?:用|有?(?:必要|发生|关系))|无关|是错(?:误)?的"
)
CJK_BEHIND = re.compile(rf"{COMPLEMENT}|[^,:。!?;.\n]{{0,4}}?(?:{DENIALS})")
LATIN_BEHIND = re.compile(
    rf"{LATIN}{{0,16}}?(?:(?:is|are|was|were)(?:(?:not|n't|never)(?:{STATES})|{WRONG})"
    rf"|(?:(?:do|does|did|will|would)(?:not|n't)|won't|never)(?:{EVENTS}))"
)
CJK_MARK = re.compile(f"{COMPLEMENT}|{DENIALS}")  # each begins with one character: quickly not found
LATIN_MARK = re.compile(f"n(?:ot|'t|ever)(?:{STATES}|{EVENTS})|{WRONG}")


class Behind:
    """Tells of any finding of one text whether the words right behind it deny it; most texts have no such words."""

    def __init__(self, words: Words) -> None:
        self._words = words
        cjk = not words.text.isascii() and CJK_MARK.search(words.text)
        self._patterns = [CJK_BEHIND] if cjk else []
        if LATIN_MARK.search(words.text):
            self._patterns.append(LATIN_BEHIND)
        self.possible = bool(self._patterns)

    def denies(self, start: int, end: int) -> bool:
        """Whether the finding at [start, end) is denied behind it, in its clause."""
        stop = self._words.clause_bounds(start)[1]
        return any(pattern.match(self._words.text, end, stop) for pattern in self._patterns)
