"""Steps and criteria inside a question: rows that are stored all together, in the order that was typed."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Manager
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from questions import access, limits
from questions.admin.forms import CriterionForm, RowForm, StepForm
from questions.models import AnswerStep, Criterion

if TYPE_CHECKING:
    StackedInline = admin.StackedInline[Any, Any]
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:
    StackedInline = admin.StackedInline
    InlineFormSet = BaseInlineFormSet


class RowFormSet(InlineFormSet):
    """What is posted replaces what is stored: rows can swap keys and places, and one that others removed comes back."""

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()

    def clean(self) -> None:
        super().clean()
        if int(self.management_form.cleaned_data["TOTAL_FORMS"] or 0) < 0:
            raise ValidationError(_("The form is not complete. Reload the page."))

    @property
    def kept(self) -> list[RowForm]:
        """The forms of the rows that stay, in the order of their numbers."""
        if not self.is_bound:
            return list(self.initial_forms)
        kept = [form for form in self.forms if form.has_changed() and not form.cleaned_data.get("DELETE")]
        return sorted(kept, key=lambda form: form.cleaned_data.get("ORDER") or len(self.forms) + 1)

    @property
    def rows(self) -> list[Any]:
        """Their instances as typed; a value that is no value at all is left out."""
        return [form.instance for form in self.kept]

    def save(self, commit: bool = True) -> list[Any]:
        """Replace the rows; 2 queries."""
        rows = self.rows
        for position, row in enumerate(rows, start=1):
            row.question, row.position = self.instance, position
        self.new_objects: list[Any] = []
        self.changed_objects: list[Any] = []
        self.deleted_objects: list[Any] = []
        stored: Manager[Any] = getattr(self.instance, str(self.prefix))
        stored.all().delete()
        return stored.bulk_create(rows)


class RowInline(StackedInline):
    formset = RowFormSet
    extra = 1
    template = "admin/questions/question/_rows.html"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, can_order=True, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, access.EDIT, obj.bank_id if obj else None)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


class StepInline(RowInline):
    model = AnswerStep
    form = StepForm
    max_num = limits.STEPS
    fields = ("title", ("key", "kind"), "prompt", "body")


class CriterionInline(RowInline):
    model = Criterion
    form = CriterionForm
    max_num = limits.CRITERIA
    fields = (
        "title",
        ("key", "role", "points", "step"),
        "concepts",
        ("mode", "at_least", "window", "window_size"),
        ("partial", "ordered", "stem_counts"),
        ("group", "contradicts"),
        "missed",
        "hints",
        "correction",
    )
