"""The ways in which people see the site: language, light or dark, phone or desktop."""

from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

Language = Literal["en", "zh-Hans"]
LOCALES: dict[Language, str] = {"en": "en-GB", "zh-Hans": "zh-CN"}
DESKTOP, PHONE, NARROWEST = (1360, 900), (390, 844), (320, 568)


@dataclass(frozen=True)
class Look:
    """A device of somebody; its language and colour scheme are what the browser tells the site."""

    language: Language = "en"
    scheme: Literal["light", "dark"] = "light"
    size: tuple[int, int] = DESKTOP

    def __str__(self) -> str:
        return f"{self.language}-{self.scheme}-{self.size[0]}"

    def options(self) -> dict[str, Any]:
        """For a new browser context. Motion is reduced, so that nothing is judged half faded in."""
        return {
            "locale": LOCALES[self.language],
            "color_scheme": self.scheme,
            "reduced_motion": "reduce",
            "viewport": {"width": self.size[0], "height": self.size[1]},
            "is_mobile": self.size != DESKTOP,
            "has_touch": self.size != DESKTOP,
        }


EVERY_LOOK = [Look(*values) for values in product(LOCALES, ("light", "dark"), (DESKTOP, PHONE))]
# Each scheme at each size, each language with each scheme and at each size.
FOUR_LOOKS = [
    Look("en", "light", DESKTOP),
    Look("zh-Hans", "dark", DESKTOP),
    Look("zh-Hans", "light", PHONE),
    Look("en", "dark", PHONE),
]
