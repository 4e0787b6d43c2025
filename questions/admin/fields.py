"""Form fields for the lists of a document: text that people edit, data that is stored."""

import json
import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from questions.admin.sayings import at_line, said_here
from questions.fields import TranslatedFormField
from questions.formats.golden_text import parse_goldens, write_goldens
from questions.formats.list_lines import parse_hints, write_hints
from questions.formats.problems import InvalidDocument

_NOT_IN_JSON = re.compile("[\x00\ud800-\udfff]|\\\\u0000")


class LinesWidget(forms.Textarea):
    """A box in which every line is an entry, and every line has its number."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 2, "spellcheck": "false", "data-lines": True, **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        text: str | None = super().value_from_datadict(data, files, name)
        return text and text.replace("\r\n", "\n")


class LinesField(forms.Field):
    """Entries one a line. `parse` takes any text: what is wrong with it are problems of the document."""

    widget = LinesWidget

    def __init__(self, *, parse: Callable[[str], Any], write: Callable[[Any], str], **kwargs: Any) -> None:
        self.parse, self.write = parse, write
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else self.write(value or [])

    def to_python(self, value: Any) -> Any:
        data = self.parse(value or "")
        if _NOT_IN_JSON.search(json.dumps(data, ensure_ascii=False)):
            raise ValidationError(_("There is a character that cannot be stored."))
        return data

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != (initial or []))
        except ValidationError:
            return True


class GoldensField(LinesField):
    """Golden answers in YAML. It can be broken: then that is an error of this field, with its line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(parse=_goldens, write=write_goldens, **kwargs)


class HintsField(TranslatedFormField):
    """Hints one a line, in a box a language: the same line of both boxes is the same hint."""

    def prepare_value(self, value: Any) -> Any:
        """A list of texts is what was typed, a list of hints what is stored."""
        typed = isinstance(value, list) and value and not isinstance(value[0], dict)
        return value if typed else write_hints(value or [])

    def compress(self, data_list: list[str]) -> Any:
        return parse_hints(super().compress(data_list))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != (initial or []))
        except ValidationError:
            return True


def _goldens(text: str) -> Any:
    try:
        goldens = parse_goldens(text)
        json.dumps(goldens, allow_nan=False)
    except InvalidDocument as error:
        raise ValidationError([at_line(each.line, said_here(each.text)) for each in error.problems]) from error
    except ValueError as error:
        raise ValidationError(_("There is a number that cannot be stored.")) from error
    return goldens
