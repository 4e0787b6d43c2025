"""What people did, in Django admin: to look at."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from interview.models import Objection
from questions.admin import ReadOnlyAdmin


@admin.register(Objection)
class ObjectionAdmin(ReadOnlyAdmin):
    """“I did get this right”: the point, the question, and the answer that was judged. Who wrote it is not told."""

    list_display = ("created", "question", "criterion", "excerpt", "status")
    list_filter = ("status", "result__attempt__version__question__bank")
    ordering = ("-created",)
    fields = ("created", "status", "question", "version", "criterion", "text", "answer")

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
        return format_html('<pre class="document" tabindex="0">{}</pre>', objection.result.attempt.text)
