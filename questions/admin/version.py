"""Published versions, to look at: nobody changes or deletes them."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from questions.admin.document import difference_html, document_html
from questions.admin.scoped import ReadOnlyAdmin
from questions.domain.comparing import difference
from questions.formats.writing import document_yaml
from questions.models import Version


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    bank_lookup = "question__bank"
    list_display = ("__str__", "question", "note", "author", "created")
    list_filter = (("question__bank", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("question", "author")
    ordering = ("-created", "-number")
    fields = ("question", "number", "note", "author", "created", "sha256", "changes", "frozen_document")

    def bank_id(self, obj: Version | None) -> int | None:
        return obj.question.bank_id if obj is not None else None

    @admin.display(description=_("document"))
    def frozen_document(self, version: Version) -> SafeString:
        return document_html(document_yaml(version.frozen()))

    @admin.display(description=_("changes"))
    def changes(self, version: Version) -> str:
        """Against the version before."""
        before = version.question.versions.filter(number__lt=version.number).first()
        if before is None:
            return "–"
        return difference_html(difference(document_yaml(before.frozen()), document_yaml(version.frozen())))
