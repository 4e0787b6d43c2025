"""Every address of the site."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from interview.views import bank, errors, hints, history, objections, practice, preferences, revising, today

handler429 = "interview.views.errors.too_many_requests"  # asked for by allauth
handler500 = "interview.views.errors.server_error"
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign] # staff sign in as all do

question_urls = [  # /questions/<bank>/<slug>/
    path("", practice.question_detail, name="question-detail"),
    path("draft/", practice.draft_save, name="draft-save"),
    path("submit/", practice.attempt_submit, name="attempt-submit"),
    path("give-up/", practice.attempt_give_up, name="attempt-give-up"),
    path("hint/", hints.hint_take, name="hint-take"),
    path("kept/discard/", practice.kept_discard, name="kept-discard"),
]

attempt_urls = [  # /attempts/<code>/
    path("", practice.attempt_detail, name="attempt-detail"),
    path("steps/<int:number>/reveal/", practice.step_reveal, name="step-reveal"),
    path("revise/", revising.attempt_revise, name="attempt-revise"),
    path("compare/<uuid:other>/", revising.attempt_compare, name="attempt-compare"),
    path("objections/", objections.objection_add, name="objection-add"),
]

preference_urls = [  # /preferences/
    path("language/", preferences.set_language, name="set-language"),
    path("content-language/", preferences.set_content_language, name="set-content-language"),
    path("theme/", preferences.set_theme, name="set-theme"),
    path("shortcuts/", preferences.set_shortcuts, name="set-shortcuts"),
]

urlpatterns = [
    path("", today.today, name="today"),
    path("questions/", bank.question_list, name="question-list"),
    path("questions/<slug:bank>/<slug:slug>/", include(question_urls)),
    path("attempts/", history.attempt_list, name="attempt-list"),
    path("attempts/<uuid:code>/", include(attempt_urls)),
    path("preferences/", include(preference_urls)),
    path("account/", include("interview.account_urls")),
    path("health/", errors.health, name="health"),
    path("admin/", admin.site.urls),
]
