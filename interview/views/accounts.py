"""What somebody sets for themselves: preferences for everybody, address, password and sessions for users."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interview.accounts.emails import Taken, ask_for_email, cancel_email, pending_email
from interview.accounts.forms import EmailForm
from interview.http import SiteRequest
from interview.views.errors import too_many_requests


@login_not_required  # guests choose languages, theme and keys too
@require_safe
def account_detail(request: SiteRequest) -> HttpResponse:
    """/account/"""
    return render(request, "account/account_detail.html")


@require_http_methods(["GET", "HEAD", "POST"])
def account_email(request: SiteRequest) -> HttpResponse:
    """/account/email/"""
    if not ratelimit.consume(request, action="manage_email"):
        return too_many_requests(request)
    form = EmailForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            ask_for_email(request, request.user, form.cleaned_data["email"])
        except Taken:
            form.add_error("email", form.taken())
        else:
            return redirect("account_email")
    context = {"form": form, "pending": pending_email(request.user)}
    return render(request, "account/email.html", context, status=422 if form.errors else 200)


@require_POST
def email_cancel(request: SiteRequest) -> HttpResponse:
    """/account/email/cancel/"""
    cancel_email(request.user)
    return redirect("account_email")


@require_POST
def sign_out_elsewhere(request: SiteRequest) -> HttpResponse:
    """/account/sign-out-elsewhere/ : this session goes on under a new key."""
    request.user.end_sessions()
    update_session_auth_hash(request, request.user)
    messages.success(request, _("You are signed out on all other devices."))
    return redirect("account-detail")
