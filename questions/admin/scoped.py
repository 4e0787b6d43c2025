"""Admin pages of things that belong to a bank: open to the members of that bank, by their role."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from questions import access

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class BankAdminPages(ModelAdmin):
    """Pages in the admin around banks."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Raises BadRequest for what the database cannot compare with."""
        if "%00" in request.GET.urlencode():
            raise BadRequest
        return super().changelist_view(request, extra_context)


class ScopedAdmin(BankAdminPages):
    """`bank_lookup` leads from the model to its bank in a query, `bank_id` from a row to the id of its bank."""

    bank_lookup = "bank"
    roles_to_change: access.Roles = access.EDIT

    def bank_id(self, obj: Any) -> int | None:
        bank_id: int | None = obj.bank_id if obj is not None else None
        return bank_id

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(**{f"{self.bank_lookup}__in": access.banks(request.user)})

    def has_module_permission(self, request: HttpRequest) -> bool:
        return access.may(request.user, access.READ)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, access.READ, self.bank_id(obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return access.may(request.user, self.roles_to_change)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, self.roles_to_change, self.bank_id(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponseRedirect:
        """What belongs to others is not there."""
        raise Http404


class ReadOnlyAdmin(ScopedAdmin):
    """What members of the bank look at, and nobody adds, changes or deletes here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
