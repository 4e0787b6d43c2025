"""The forms of a draft. They take all that the database can hold; whether it is right, the document says."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from questions import limits
from questions.admin.fields import GoldensField, HintsField, LinesField
from questions.fields import TranslatedFormField, TranslatedWidget
from questions.formats import concept_lines, list_lines
from questions.formats.nodes import KEY
from questions.models import AnswerStep, Criterion, Question, Tag

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm

TITLE, LONG = {"rows": 1}, {"rows": 4}


class NewQuestionForm(ModelForm):
    """Bank and slug of a question never change after this."""

    title = TranslatedFormField(label=gettext_lazy("title"), widget=TranslatedWidget(TITLE))

    class Meta:
        model = Question
        fields = ("bank", "slug", "title")

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if not KEY.fullmatch(slug):
            raise forms.ValidationError(_("Use lower-case letters, digits, - and _."))
        return slug


class QuestionForm(ModelForm):
    """The draft. `edited` is the revision that the author has seen, `over` one that they overwrite knowingly."""

    title = TranslatedFormField(label=gettext_lazy("title"), required=False)
    body = TranslatedFormField(label=gettext_lazy("body"), required=False, widget=TranslatedWidget(LONG))
    groups = LinesField(
        label=gettext_lazy("groups"),
        parse=list_lines.parse_groups,
        write=list_lines.write_groups,
        help_text=gettext_lazy("One a line, “key: cap”. The criteria of a group together earn at most its cap."),
    )
    follow_ups = LinesField(
        label=gettext_lazy("follow-up questions"),
        parse=list_lines.parse_follow_ups,
        write=list_lines.write_follow_ups,
        help_text=gettext_lazy("One a line, “criterion: Chinese | English”."),
    )
    goldens = GoldensField(
        label=gettext_lazy("golden answers"),
        help_text=gettext_lazy("YAML: kind, text, expect (a status by criterion) and score. Publishing tries them."),
    )
    sources = LinesField(
        label=gettext_lazy("sources"),
        parse=list_lines.parse_sources,
        write=list_lines.write_sources,
        help_text=gettext_lazy("One a line."),
    )
    tags = forms.ModelMultipleChoiceField(
        Tag.objects.all(), label=gettext_lazy("tags"), required=False, widget=forms.CheckboxSelectMultiple
    )
    edited = forms.IntegerField(widget=forms.HiddenInput, required=False)
    over = forms.IntegerField(widget=forms.HiddenInput, required=False)

    conflict = False

    class Meta:
        model = Question
        fields = (
            *("status", "title", "body", "difficulty", "minutes", "position", "max_answer", "tags", "strictness"),
            *("required_cap_pct", "list_cap_pct", "bonus_cap", "groups", "follow_ups", "goldens", "sources"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edited"].initial = self.instance.edited
        if "max_answer" in self.fields:
            allowed = [MinValueValidator(1), MaxValueValidator(limits.ANSWER_CHARACTERS_AT_MOST)]
            self.fields["max_answer"].validators += allowed

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.instance.edited not in (data.get("edited"), data.get("over")):
            self.conflict = True
            self.add_error(None, _("Somebody else has saved this question since you opened it."))
        return data


class RowForm(ModelForm):
    """A row of the draft. Rows are replaced together, so none is compared with those in the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].required = False

    @property
    def is_spare(self) -> bool:
        """Whether this is the empty row at the end, to be filled in or not."""
        return self.empty_permitted and not (self.is_bound and self.has_changed())

    def clean(self) -> dict[str, Any]:
        """A key that was left empty is made from the title."""
        data = super().clean() or self.cleaned_data
        if not data.get("key") and "key" not in self.errors:
            words = slugify((data.get("title") or {}).get("en", ""))[:60].strip("-_")
            data["key"] = words or f"{str(self.prefix).replace('_', '-')}"
        return data

    def validate_unique(self) -> None:
        pass

    def _get_validation_exclusions(self) -> set[str]:
        """Without `points`, whose field keeps to the constraint: the database would be asked row by row."""
        return {*super()._get_validation_exclusions(), "points"}  # type: ignore[misc] # not in the stubs


class StepForm(RowForm):
    title = TranslatedFormField(label=gettext_lazy("title"), required=False, widget=TranslatedWidget(TITLE))
    prompt = TranslatedFormField(
        label=gettext_lazy("think first"),
        required=False,
        help_text=gettext_lazy("Shows before the step is opened: do not give the answer away."),
    )
    body = TranslatedFormField(label=gettext_lazy("body"), required=False, widget=TranslatedWidget(LONG))

    class Meta:
        model = AnswerStep
        fields = ("key", "kind", "title", "prompt", "body")


class CriterionForm(RowForm):
    title = TranslatedFormField(label=gettext_lazy("title"), required=False, widget=TranslatedWidget(TITLE))
    points = forms.IntegerField(label=gettext_lazy("points"), min_value=0, max_value=limits.POINTS, initial=1)
    concepts = LinesField(
        label=gettext_lazy("concepts"),
        parse=concept_lines.parse_concepts,
        write=concept_lines.write_concepts,
        help_text=gettext_lazy(
            "One a line, “name: term | term”; one of its terms is enough. * takes any ending of an English word. "
            "“name [negate]:” wants it denied, “name [either]:” takes both."
        ),
    )
    missed = TranslatedFormField(label=gettext_lazy("said when missed"), required=False)
    correction = TranslatedFormField(label=gettext_lazy("correction"), required=False)
    hints = HintsField(label=gettext_lazy("hints"), required=False, help_text=gettext_lazy("One a line, at most 3."))

    class Meta:
        model = Criterion
        fields = (
            *("key", "role", "points", "title", "step", "group", "contradicts", "mode", "at_least", "partial"),
            *("window", "window_size", "ordered", "stem_counts", "concepts", "missed", "correction", "hints"),
        )
        widgets = {
            "step": forms.TextInput({"list": "step-keys"}),
            "contradicts": forms.TextInput({"list": "criterion-keys"}),
        }
