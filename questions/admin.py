"""The bank in Django admin, to look at. Questions are edited as files until editing here is as safe."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from questions.models import AnswerStep, Bank, Criterion, Question, Tag, Version

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    ModelAdmin, StackedInline = admin.ModelAdmin, admin.StackedInline


class ReadOnly:
    """Everything can be seen and nothing changed."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StepInline(ReadOnly, StackedInline):
    model = AnswerStep
    extra = 0


class CriterionInline(ReadOnly, StackedInline):
    model = Criterion
    extra = 0


@admin.register(Question)
class QuestionAdmin(ReadOnly, ModelAdmin):
    list_display = ("slug", "bank", "position", "status", "difficulty", "current")
    list_filter = ("bank", "status", "difficulty")
    list_select_related = ("bank", "current")
    search_fields = ("slug",)
    ordering = ("bank", "position")
    inlines = (StepInline, CriterionInline)


@admin.register(Version)
class VersionAdmin(ReadOnly, ModelAdmin):
    list_display = ("question", "number", "note", "author", "created")
    list_select_related = ("question", "author")
    ordering = ("-created",)


@admin.register(Bank)
class BankAdmin(ReadOnly, ModelAdmin):
    list_display = ("slug", "public")


@admin.register(Tag)
class TagAdmin(ReadOnly, ModelAdmin):
    list_display = ("slug",)
