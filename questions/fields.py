"""Text in several languages as one model field and one form field."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from questions.languages import LANGUAGES


class TranslatedField(models.JSONField):
    """A JSON object {"zh-Hans": "…", "en": "…"} with at least one language; {} only where `blank` is allowed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        known = isinstance(value, dict) and set(value) <= set(LANGUAGES)
        if not known or not all(isinstance(text, str) and text.strip() for text in value.values()):
            raise ValidationError(_("Give text in at least one of the languages."), code="languages")

    def formfield(self, **kwargs: Any) -> forms.Field:
        return TranslatedFormField(label=capfirst(self.verbose_name), required=not self.blank, help_text=self.help_text)


class TranslatedWidget(forms.MultiWidget):
    """One box a language, side by side, each named after its language and marked with it."""

    template_name = "questions/widgets/translated.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.Textarea({"lang": code, "rows": 2, **(attrs or {})}) for code in LANGUAGES
        }
        super().__init__(boxes)

    def decompress(self, value: Any) -> list[str]:
        texts = json.loads(value) if isinstance(value, str) else value or {}
        return [texts.get(code, "") for code in LANGUAGES]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str | None]:
        """What was typed with LF, which documents hold: browsers send CR LF."""
        texts: list[str | None] = super().value_from_datadict(data, files, name)
        return [text and text.replace("\r\n", "\n") for text in texts]


class TranslatedFormField(forms.MultiValueField):
    """The boxes of TranslatedWidget as one dict; languages left empty are left out."""

    widget = TranslatedWidget

    def __init__(self, **kwargs: Any) -> None:
        fields = tuple(forms.CharField(required=False) for _code in LANGUAGES)
        super().__init__(fields=fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        return {code: text for code, text in zip(LANGUAGES, data_list, strict=False) if text}
