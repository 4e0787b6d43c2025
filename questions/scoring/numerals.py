"""Whole numbers in words: 三十, 两百零五, 3 万, thirty, "two hundred and five"."""

import re

_CHINESE_DIGITS = {
    character: value
    for value, characters in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for character in characters
}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1_000}
MANY = {**_CHINESE_UNITS, "万": 10_000, "亿": 100_000_000}
CHINESE = f"{''.join(_CHINESE_DIGITS)}十百千万"  # for a class of characters
_DIGIT = "[一二两三四五六七八九]"
_SECTION = f"(?:{_DIGIT}千)?(?:零?{_DIGIT}百)?(?:零?{_DIGIT}?十)?(?:零?{_DIGIT})?"
_WELL_FORMED = re.compile(f"[零〇]|(?=[^万零])(?:{_SECTION}万)?{_SECTION}")
_ONE_BY_ONE = re.compile("[〇零一二三四五六七八九]{3,}")  # 二〇一四

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH_WORDS = {"zero": 0} | {word: value for value, word in enumerate([*_ONES, *_TEENS], 1)}
ENGLISH_WORDS |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
_BELOW_100 = f"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{'|'.join([*_TEENS, *_ONES, 'zero'])})"
_BELOW_1000 = f"{_BELOW_100}(?: hundred(?:(?: and)? {_BELOW_100})?)?"
ENGLISH = f"{_BELOW_1000}(?: thousand(?: {_BELOW_1000})?)?"


def chinese_number(text: str) -> int | None:
    """The value of a run of numerals; None for what is no number: 七八 (seven or eight), 万一 (in case)."""
    if _ONE_BY_ONE.fullmatch(text):
        return int("".join(str(_CHINESE_DIGITS[character]) for character in text))
    if not _WELL_FORMED.fullmatch(text):
        return None
    total = section = digit = 0
    for character in text:
        if character in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[character]
        elif character == "万":
            total, section, digit = (section + digit) * MANY[character], 0, 0
        else:
            section, digit = section + (digit or 1) * _CHINESE_UNITS[character], 0
    short = MANY[text[-2]] // 10 if digit and len(text) > 1 and text[-2] in "百千万" else 1  # 三百五 is 350
    return total + section + digit * short


def english_number(text: str) -> int:
    """The value of what the pattern ENGLISH matches."""
    total = section = 0
    for word in re.findall("[a-z]+", text):
        if word == "thousand":
            total, section = section * 1_000, 0
        elif word == "hundred":
            section *= 100
        else:
            section += ENGLISH_WORDS.get(word, 0)  # "and" adds nothing
    return total + section
