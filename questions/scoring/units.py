"""Units of measure: what may stand behind a number, and how many of the base unit of its family it is.

A spelling of two families has both readings (5m: five minutes, five thousandths of a core). One that could be anything
is left out: after folding, M (mega) is no longer told from m.
"""

from collections import defaultdict
from fractions import Fraction

Factor = int | Fraction

TIMES, PERCENT = "times", "%"
_THOUSANDTH = Fraction(1, 1_000)
_SPELLINGS: tuple[tuple[str, Factor, str], ...] = (
    ("seconds", _THOUSANDTH, "ms millisecond milliseconds 毫秒"),
    ("seconds", 1, "s sec secs second seconds 秒 秒钟"),
    ("seconds", 60, "m min mins minute minutes 分钟"),
    ("seconds", 3_600, "h hr hrs hour hours 小时 钟头"),
    ("seconds", 86_400, "day days 天"),
    ("bytes", 1, "byte bytes 字节"),
    *(("bytes", 1_024**power, f"{letter}i {letter}ib") for power, letter in enumerate("kmgt", 1)),
    *(("bytes", 1_000**power, f"{letter}b") for power, letter in enumerate("kmgt", 1)),
    ("bytes", 1_000**3, "g"),
    ("cores", _THOUSANDTH, "m millicore millicores 毫核"),
    ("cores", 1, "core cores cpu cpus vcpu vcpus 核"),
    (PERCENT, 1, "% percent"),
    (TIMES, 1, "time times 次"),
    ("", 1_000, "k"),
)


def _units() -> dict[str, list[tuple[str, Factor]]]:
    units = defaultdict(list)
    for family, factor, spellings in _SPELLINGS:
        for spelling in spellings.split():
            units[spelling].append((family, factor))
    return dict(units)


UNITS = _units()  # spelling → (family, factor) of each reading
