"""The bank in Django admin, to look at. Questions are edited as files until editing here is as safe."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from questions.domain.drafts import draft_document
from questions.formats.problems import InvalidDocument
from questions.formats.writing import document_yaml
from questions.models import Bank, Question, Tag, Version

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class ReadOnlyAdmin(ModelAdmin):
    """Everything can be seen and nothing changed."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Question)
class QuestionAdmin(ReadOnlyAdmin):
    list_display = ("slug", "bank", "position", "status", "difficulty", "current")
    list_filter = ("bank", "status", "difficulty")
    list_select_related = ("bank", "current")
    search_fields = ("slug",)
    ordering = ("bank", "position")
    fields = ("bank", "slug", "position", "status", "current", "draft")

    @admin.display(description=_("draft"))
    def draft(self, question: Question) -> SafeString:
        """The whole document as an author would write it."""
        try:
            text = document_yaml(draft_document(question))
        except InvalidDocument as error:
            text = str(error)
        return _document(text)


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ("question", "number", "note", "author", "created")
    list_filter = ("question__bank",)
    list_select_related = ("question", "author")
    ordering = ("-created",)
    fields = ("question", "number", "note", "author", "created", "sha256", "frozen_document")

    @admin.display(description=_("document"))
    def frozen_document(self, version: Version) -> SafeString:
        return _document(document_yaml(version.frozen()))


@admin.register(Bank)
class BankAdmin(ReadOnlyAdmin):
    list_display = ("slug", "public")
    fields = ("slug", "public")


@admin.register(Tag)
class TagAdmin(ReadOnlyAdmin):
    list_display = ("slug", "names")
    fields = ("slug", "names")

    @admin.display(description=_("title"))
    def names(self, tag: Tag) -> str:
        return " · ".join(tag.title.values())


def _document(text: str) -> SafeString:
    """YAML to read: it scrolls by itself and can therefore take the focus."""
    return format_html('<pre class="document" tabindex="0">{}</pre>', text)
