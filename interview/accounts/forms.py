"""Forms of the account pages that allauth does not have as we need them."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.fields import EmailField
from allauth.account.forms import SignupForm as AllauthSignupForm
from allauth.account.internal.userkit import filter_users_by_email
from django import forms
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from interview.accounts.models import User


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """Takes as long for an address that has an account, and survives two sign-ups with one address at once."""

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        try:
            with transaction.atomic():
                saved: tuple[User | None, HttpResponse | None] = super().try_save(request)
        except IntegrityError:
            return None, redirect("account_login")
        return saved


class EmailForm(forms.Form):
    """The address that somebody wants instead of theirs, and the password that shows that it is they who want it."""

    email = EmailField()
    password = forms.CharField(strip=False)

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email == self.user.email:
            raise forms.ValidationError(_("This is your address already."), code="same")
        taken = any(other.pk != self.user.pk for other in filter_users_by_email(email))
        if taken and not settings.SENDS_MAIL:  # else only the owner of the mailbox is told
            raise self.taken()
        return email

    def taken(self) -> forms.ValidationError:
        error: forms.ValidationError = get_adapter().validation_error("email_taken")
        return error

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise get_adapter().validation_error("enter_current_password")
        return password
