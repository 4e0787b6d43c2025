"""Banks, and the tags that all banks share."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from questions import access
from questions.admin.members import MemberInline
from questions.admin.scoped import BankAdminPages, ScopedAdmin
from questions.models import Bank, Tag


@admin.register(Bank)
class BankAdmin(ScopedAdmin):
    bank_lookup = "pk"
    roles_to_change = access.LEAD
    list_display = ("slug", "public")
    fields = ("slug", "title", "public")
    inlines = (MemberInline,)

    class Media:
        css: ClassVar = {"all": ("css/admin-question.css",)}

    def bank_id(self, obj: Bank | None) -> int | None:
        return obj.pk if obj is not None else None

    def get_readonly_fields(self, request: HttpRequest, obj: Bank | None = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Bank | None) -> Any:
        return self.inlines if obj else ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Bank | None = None) -> bool:
        """Only a bank without questions."""
        return request.user.is_superuser and (obj is None or not obj.questions.exists())


@admin.register(Tag)
class TagAdmin(BankAdminPages):
    """Authors add tags; the words of a tag belong to all banks, so only superusers change them."""

    list_display = ("slug", "names")
    fields = ("slug", "title")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return access.may(request.user, access.READ)

    def has_view_permission(self, request: HttpRequest, obj: Tag | None = None) -> bool:
        return access.may(request.user, access.READ)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return access.may(request.user, access.EDIT)

    def has_change_permission(self, request: HttpRequest, obj: Tag | None = None) -> bool:
        return request.user.is_superuser

    has_delete_permission = has_change_permission

    @admin.display(description=_("title"))
    def names(self, tag: Tag) -> str:
        return " · ".join(tag.title.values())
