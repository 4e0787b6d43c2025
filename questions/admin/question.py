"""Questions: their list, and the page on which a draft is edited."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from questions import access
from questions.admin import actions
from questions.admin.document import document_html
from questions.admin.forms import NewQuestionForm, QuestionForm
from questions.admin.page import editing_context
from questions.admin.rows import CriterionInline, StepInline
from questions.admin.scoped import ScopedAdmin
from questions.domain.comparing import draft_yaml
from questions.domain.draft_data import stored_draft
from questions.languages import LANGUAGES
from questions.models import Question
from questions.templatetags.translated import in_my_language

BASICS = ("slug", "title", "body", ("status", "difficulty", "minutes", "position"), "tags")
CAPS = ("max_answer", "strictness", "required_cap_pct", "list_cap_pct", "bonus_cap")
MORE = (CAPS, "groups", "follow_ups", "goldens", "sources")
CHANGE = "admin:questions_question_change"


@admin.register(Question)
class QuestionAdmin(ScopedAdmin):
    form = QuestionForm
    inlines = (StepInline, CriterionInline)
    list_display = ("slug", "headline", "bank", "position", "status", "difficulty", "current")
    list_filter = (("bank", admin.RelatedOnlyFieldListFilter), "status", "difficulty")
    list_select_related = ("bank", "current")
    search_fields = ("slug", *(f"title__{code}" for code in LANGUAGES))
    ordering = ("bank", "position")
    actions = ("retire_selected",)

    # What the page shows: three fields for a new question, all to authors, the document to reviewers.

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **(kwargs if obj else {**kwargs, "form": NewQuestionForm}))

    def get_fieldsets(self, request: HttpRequest, obj: Question | None = None) -> Any:
        if obj is None:
            return [(None, {"fields": ["bank", "slug", "title"]})]
        if not self.has_change_permission(request, obj):
            return [(None, {"fields": ["bank", "slug", "status", "current", "draft"]})]
        return [(_("Basics"), {"fields": BASICS}), (_("More"), {"fields": MORE})]

    def get_readonly_fields(self, request: HttpRequest, obj: Question | None = None) -> tuple[str, ...]:
        return ("slug", "draft") if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Question | None) -> Any:
        return self.inlines if obj and self.has_change_permission(request, obj) else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "bank":
            kwargs["queryset"] = access.banks(request.user, access.EDIT)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=gettext_lazy("draft"))
    def draft(self, question: Question) -> SafeString:
        return document_html(draft_yaml(stored_draft(question)))

    @admin.display(description=gettext_lazy("title"))
    def headline(self, question: Question) -> str:
        return in_my_language(question.title)

    # Saving: the row is held, so that the second of two authors meets what the first has saved.

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Question | None:
        question: Question | None = super().get_object(request, object_id, from_field)
        if question and request.method == "POST":
            with transaction.atomic():  # mostly inside that of the whole request, to whose end the row is then held
                Question.objects.select_for_update().get(pk=question.pk)
            question.refresh_from_db()
        return question

    def save_model(self, request: HttpRequest, obj: Question, form: Any, change: bool) -> None:
        if not change:
            last = Question.objects.filter(bank=obj.bank).aggregate(last=Max("position"))["last"]
            obj.position = (last or 0) + 1
        obj.edited += 1
        super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if context["inline_admin_formsets"]:
            formsets = {inline.formset.prefix: inline.formset for inline in context["inline_admin_formsets"]}
            context.update(editing_context(form, formsets))
        response = super().render_change_form(request, context, *args, **kwargs)
        if request.method == "POST":
            response.status_code = 409 if "conflict" in context else 422
        return response

    def response_add(self, request: HttpRequest, obj: Question, post_url_continue: Any = None) -> HttpResponse:
        return redirect(CHANGE, obj.pk)

    def response_change(self, request: HttpRequest, obj: Question) -> HttpResponse:
        if "_publish" in request.POST:
            return redirect("admin:questions_question_publish", obj.pk)
        return super().response_change(request, obj)

    # What happens to whole questions.

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Only a question that was never published."""
        question = self.get_object(request, object_id)
        if question and self.has_delete_permission(request, question) and question.versions.exists():
            said = _("This question has published versions, which are kept for ever. Retire it instead.")
            self.message_user(request, said, messages.ERROR)
            return redirect(CHANGE, question.pk)
        return super().delete_view(request, object_id, extra_context)

    def get_actions(self, request: HttpRequest) -> Any:
        """Without the deletion of many at once."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.action(description=gettext_lazy("Retire the selected questions"), permissions=["change"])
    def retire_selected(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        mine = queryset.filter(bank__in=access.banks(request.user, access.EDIT)).exclude(status="retired")
        count = mine.update(status="retired", edited=F("edited") + 1)
        self.message_user(request, _("Questions retired: %(count)s") % {"count": count})

    def get_urls(self) -> list[URLPattern]:
        def own(route: str, view: Any) -> URLPattern:
            pattern: URLPattern = path(
                route, self.admin_site.admin_view(view), name=f"questions_question_{view.__name__}"
            )
            return pattern

        return [
            own("preview/", actions.preview),
            own("<int:pk>/publish/", actions.publish),
            own("<int:pk>/retire/", actions.retire),
            own("<int:pk>/bring-back/", actions.bring_back),
            *super().get_urls(),
        ]
