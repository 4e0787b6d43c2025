"""How much a compiled rubric holds in memory, apart from the lexicon that all of them share."""

import gc
import sys
from collections.abc import Callable, Iterable
from types import FunctionType, ModuleType
from typing import Any

import psutil

SHARED = (type, ModuleType, FunctionType)
COPIES = 40


def own_bytes(thing: object, shared: Iterable[object]) -> int:
    """Size of all Python objects that lead from `thing` and not from `shared`. Memory of extensions is not seen."""
    seen = {id(one) for other in shared for one in _reachable(other, set())}
    return sum(sys.getsizeof(one) for one in _reachable(thing, seen))


def resident_bytes(make: Callable[[], object]) -> int:
    """What the process grows by for each thing made, memory of extensions included; rough below some kilobytes."""
    process = psutil.Process()
    kept = [make()]  # what is made once only, caches above all
    gc.collect()
    before = process.memory_info().rss
    kept.extend(make() for _ in range(COPIES))
    gc.collect()
    return (process.memory_info().rss - before) // COPIES


def _reachable(thing: Any, seen: set[int]) -> list[Any]:
    found, waiting = [], [thing]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and not isinstance(one, SHARED):
            seen.add(id(one))
            found.append(one)
            waiting.extend(gc.get_referents(one))
    return found
