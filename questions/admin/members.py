"""Who works on a bank: edited on its page by its owners."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.accounts.models import User
from questions import access
from questions.models import BankMember

if TYPE_CHECKING:
    StackedInline = admin.StackedInline[Any, Any]
    ModelForm = forms.ModelForm[Any]
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:
    StackedInline, ModelForm, InlineFormSet = admin.StackedInline, forms.ModelForm, BaseInlineFormSet


class MemberForm(ModelForm):
    """A member by e-mail address: owners are shown no list of users."""

    email = forms.EmailField(label=gettext_lazy("e-mail address"))

    class Meta:
        model = BankMember
        fields = ("role",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].initial = self.instance.user.email

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise ValidationError(_("Nobody here has this address."))
        self.instance.user = user
        return email


class MemberFormSet(InlineFormSet):
    def clean(self) -> None:
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms]
        emails = [form.cleaned_data["email"].lower() for form in kept if form.cleaned_data.get("email")]
        if len(emails) != len(set(emails)):
            raise ValidationError(_("Somebody is in the list twice."))


class MemberInline(StackedInline):
    model = BankMember
    form = MemberForm
    formset = MemberFormSet
    fields = ("email", "role")
    extra = 1
    template = "admin/questions/bank/_members.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[BankMember]:
        return super().get_queryset(request).select_related("user")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, access.LEAD, obj.pk if obj else None)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission
