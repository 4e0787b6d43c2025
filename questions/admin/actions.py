"""What authors do with a whole question, each at an address of its own: publish, retire, bring back, preview."""

from collections.abc import Callable
from dataclasses import replace

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from interview.accounts.models import User
from questions import access
from questions.admin.sayings import said_here
from questions.domain import editing
from questions.domain.comparing import difference
from questions.formats.problems import InvalidDocument
from questions.formats.writing import data_yaml, document_yaml
from questions.markdown import render_markdown
from questions.models import Question


class AuthorRequest(HttpRequest):
    """A request that the admin has let in."""

    user: User


class PublishForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("What is new, and why"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    edited = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def publish(request: AuthorRequest, pk: int) -> HttpResponse:
    """GET shows what would be published, POST publishes just that, with a note."""
    posted = request.method == "POST"
    question = access.question_to_edit(request.user, pk, lock=posted)
    form = PublishForm(request.POST if posted else None, initial={"edited": question.edited})
    if not posted or not form.is_valid():
        return _publish_page(request, question, form, 422 if posted else 200)
    try:
        version = editing.publish_draft(question, form.cleaned_data["note"], request.user, form.cleaned_data["edited"])
    except InvalidDocument:
        return _publish_page(request, question, form, 422)
    except editing.EditedMeanwhile:
        again = PublishForm({"note": form.cleaned_data["note"], "edited": question.edited})
        return _publish_page(request, question, again, 409)
    said = _("Version %(number)s is published.") % {"number": version.number}
    return _done(request, question, said, f"{said} {version.note}")


@require_POST
@transaction.atomic
def retire(request: AuthorRequest, pk: int) -> HttpResponse:
    return _change(request, pk, editing.retire, _("The question is retired: it is in no list any more."))


@require_POST
@transaction.atomic
def bring_back(request: AuthorRequest, pk: int) -> HttpResponse:
    return _change(request, pk, editing.bring_back, _("The question is back."))


@require_POST
def preview(request: AuthorRequest) -> HttpResponse:
    """Markdown of the field that `preview` names, as people will read it: a page, or its inside for a script."""
    if not access.may(request.user, access.EDIT):
        raise PermissionDenied
    text = request.POST.get(request.POST.get("preview", ""), "").replace("\r\n", "\n")
    name = "_preview" if request.headers.get("X-Fragment") else "preview"
    context = {**admin.site.each_context(request), "title": _("Preview"), "html": render_markdown(text)}
    return render(request, f"admin/questions/question/{name}.html", context)


def _publish_page(request: HttpRequest, question: Question, form: PublishForm, status: int) -> HttpResponse:
    current = question.current
    old = document_yaml(current.frozen()) if current else ""
    context = {
        **admin.site.each_context(request),
        "title": _("Publish version %(number)s") % {"number": current.number + 1 if current else 1},
        "opts": Question._meta,
        "question": question,
        "form": form,
        "problems": [replace(each, text=said_here(each.text)) for each in editing.problems_to_publish(question)],
        "difference": difference(old, data_yaml(editing.data_to_publish(question))),
        "edited_meanwhile": status == 409,
    }
    return render(request, "admin/questions/question/publish.html", context, status=status)


def _change(request: AuthorRequest, pk: int, act: Callable[[Question], None], said: str) -> HttpResponse:
    question = access.question_to_edit(request.user, pk, lock=True)
    act(question)
    return _done(request, question, said, said)


def _done(request: AuthorRequest, question: Question, said: str, logged: str) -> HttpResponse:
    LogEntry.objects.log_actions(request.user.pk, [question], CHANGE, change_message=logged, single_object=True)
    messages.success(request, said)
    return redirect("admin:questions_question_change", question.pk)
