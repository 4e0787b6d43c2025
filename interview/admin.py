"""What people did, in Django admin: to look at, and to answer objections."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from interview.models import Objection
from questions.admin.document import document_html
from questions.admin.scoped import ReadOnlyAdmin

BANK = "result__attempt__version__question__bank"


@admin.register(Objection)
class ObjectionAdmin(ReadOnlyAdmin):
    """“I did get this right”: the point, the question, and the answer that was judged. Who wrote it is not told.

    Superusers decide, and may write a line; whoever objected reads both beside their result.
    """

    bank_lookup = BANK
    list_display = ("created", "question", "criterion", "excerpt", "status")
    list_filter = ("status", (BANK, admin.RelatedOnlyFieldListFilter))
    ordering = ("-created",)
    fields = ("created", "question", "version", "criterion", "text", "answer", "status", "reply")
    formfield_overrides: ClassVar = {models.CharField: {"widget": forms.Textarea({"rows": 2, "cols": 80})}}
    readonly_fields = ("created", "question", "version", "criterion", "text", "answer")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_active and request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def bank_id(self, obj: Objection | None) -> int | None:
        return obj.result.attempt.version.question.bank_id if obj is not None else None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Objection]:
        objections = super().get_queryset(request).select_related("result__attempt__version__question__bank")
        heavy = ("result__data", "result__attempt__version__document", "result__attempt__version__note")
        return objections.defer(*heavy)

    @admin.display(description=_("question"))
    def question(self, objection: Objection) -> str:
        question = objection.result.attempt.version.question
        return f"{question.bank.slug}/{question.slug}"

    @admin.display(description=_("version"))
    def version(self, objection: Objection) -> str:
        return str(objection.result.attempt.version)

    @admin.display(description=_("text"))
    def excerpt(self, objection: Objection) -> str:
        return objection.text[:80]

    @admin.display(description=_("answer"))
    def answer(self, objection: Objection) -> SafeString:
        return document_html(objection.result.attempt.text)
