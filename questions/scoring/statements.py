"""What is said in one breath: a clause and the condition before it (失败时，重启; "if it fails, it restarts")."""

import re
from collections.abc import Sequence
from itertools import pairwise

AT_TIME = "(?<![实及定同暂随超延计小临即有到按当准])时"  # 失败时, but not 及时
CONDITION_CJK = re.compile(f"(?:的话|时候|情况下|{AT_TIME}|(?<![最然随今背])后|(?<![目当提])前),$")
CONDITION_LATIN = frozenset("if when whenever once after unless".split())
LONGEST = 4  # English words; in a longer clause, the consequence usually stands before the comma


def statement_starts(text: str, clauses: Sequence[int], first_words: Sequence[Sequence[str]]) -> list[int]:
    """Where each statement begins; every one is a clause, or several in a row.

    `clauses` are where those of the squeezed `text` begin, `first_words[i]` the first LONGEST + 1 words of clause i.
    """
    edges = pairwise([*clauses, len(text)])
    joined = {
        end for (start, end), first in zip(edges, first_words, strict=True) if _is_condition(text, start, end, first)
    }
    return [place for place in clauses if place not in joined]


def _is_condition(text: str, start: int, end: int, first: Sequence[str]) -> bool:
    """Whether the clause at [start, end) ends with a comma and only says when the next one holds."""
    if not text.endswith(",", start, end):
        return False
    if CONDITION_CJK.search(text, max(start, end - 5), end):
        return True
    return bool(first) and first[0] in CONDITION_LATIN and "," in first
