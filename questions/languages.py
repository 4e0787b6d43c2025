"""The languages that content can have, and how one is chosen for a reader."""

from collections.abc import Mapping

CHINESE = "zh-Hans"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)

Translated = Mapping[str, str]
"""The same text in one or more of LANGUAGES, e.g. {"zh-Hans": "探针", "en": "Probes"}."""


def best_language(text: Translated, wanted: str) -> str:
    """The wanted language if the text has it, else the first it has; "" for an empty text."""
    if text.get(wanted):
        return wanted
    return next((code for code in LANGUAGES if text.get(code)), "")


def in_language(text: Translated, wanted: str) -> str:
    return text.get(best_language(text, wanted), "")
