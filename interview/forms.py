"""What a page posts, read and checked. Text is kept as typed, with LF line ends, whatever else is wrong."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interview.models import Confidence
from questions import limits


class AnswerForm(forms.Form):
    """The answer box: its text and what it knows of itself. `seconds` are trusted only as far as they make sense."""

    text = forms.CharField(required=False, strip=False)
    writer = forms.UUIDField()
    base = forms.IntegerField(min_value=0, max_value=limits.REVISION_ASKED, required=False)
    revision = forms.IntegerField(min_value=0, max_value=limits.REVISION_ASKED, required=False)
    seconds = forms.IntegerField(required=False)
    confidence = forms.TypedChoiceField(choices=Confidence.choices, coerce=int, empty_value=None, required=False)

    def __init__(self, data: QueryDict, max_answer: int) -> None:
        super().__init__(data)
        self.max_answer = max_answer

    def clean_text(self) -> str:
        return _within(self.cleaned_data["text"], self.max_answer)

    def clean_seconds(self) -> int:
        return min(max(self.cleaned_data["seconds"] or 0, 0), limits.ANSWER_SECONDS)

    def clean_base(self) -> int:
        return self.cleaned_data["base"] or 0

    def clean_revision(self) -> int:
        return self.cleaned_data["revision"] or 0

    def first_error(self) -> str:
        """One sentence for the person at the keyboard, "" if all is well."""
        if self.is_valid():
            return ""
        if "text" in self.errors:
            return str(self.errors["text"][0])
        return _("This page is out of date. Copy your text, reload the page and paste it again.")


class ObjectionForm(forms.Form):
    """“I did get this right”: one of the criteria `keys`, and a sentence if one is given."""

    criterion = forms.ChoiceField()
    text = forms.CharField(required=False)

    def __init__(self, data: QueryDict, keys: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["criterion"].choices = [(key, key) for key in keys]  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        return _within(self.cleaned_data["text"], limits.OBJECTION_CHARACTERS)

    def first_error(self) -> str:
        """One sentence for the person at the keyboard, "" if all is well."""
        if self.is_valid():
            return ""
        if "criterion" in self.errors:
            return _("Please choose the point that you made.")
        return str(self.errors["text"][0])


def typed_text(text: str) -> str:
    """Text as the server counts and keeps it: LF line ends, no NUL (which no database text can hold)."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _within(text: str, most: int) -> str:
    """The text as it is kept. Raises ValidationError for more than so many characters."""
    text = typed_text(text)
    if (over := len(text) - most) > 0:
        message = ngettext(
            "%(over)s character too many; the text is still in the box.",
            "%(over)s characters too many; the text is still in the box.",
            over,
        )
        raise forms.ValidationError(message % {"over": over}, code="too_long")
    return text
