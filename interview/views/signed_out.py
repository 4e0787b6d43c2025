"""Forms whose user is no longer signed in: nothing is saved for anybody else, and the text is given back."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from interview.accounts.people import PersonGone, page_of_another
from interview.forms import typed_text
from interview.http import SiteRequest, from_script

P = ParamSpec("P")


def own_page_only(view: Callable[Concatenate[SiteRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, for pages of whoever answers now; 401 for all others, with a way to sign in."""

    @wraps(view)
    def checked(request: SiteRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if page_of_another(request):
            return _signed_out(request, **kwargs)
        try:
            return view(request, *args, **kwargs)
        except PersonGone:
            return _signed_out(request, **kwargs)

    return checked


def _signed_out(request: SiteRequest, **address: object) -> HttpResponse:
    """The status line for a script, a page that holds the text for anybody else."""
    context = {"signed_out": True, "back": reverse("question-detail", kwargs=address)}
    if from_script(request):
        return render(request, "interview/practice/_save_status.html", context, status=401)
    context["text"] = typed_text(request.POST.get("text", ""))
    return render(request, "interview/practice/signed_out.html", context, status=401)
