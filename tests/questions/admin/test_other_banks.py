"""An author of one bank meets nothing of another, wherever they look and whatever they post."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse

from interview.domain.objecting import object_to
from interview.models import Objection
from questions.models import Bank, Question, Version
from tests.conftest import HtmlClient
from tests.factories import make_attempt, make_bank, make_question, person_id_of
from tests.interview.marked import ANSWER, make_marked, markers, sent
from tests.questions.admin.pages import address, form_of, member

pytestmark = pytest.mark.django_db

NAME = "covertname"  # in everything of the bank that is not theirs


@pytest.fixture
def foreign(candidate: HtmlClient) -> Question:
    """A closed bank with a marked question, its history, its versions and an objection."""
    question = make_marked(NAME)
    Bank.objects.update(slug=f"{NAME}-bank", public=False)
    attempt = make_attempt(person_id_of(candidate), question, ANSWER)
    object_to(attempt.results.get(), "covertkey2", f"{NAME}objection")
    editor = member(question.bank, "author", f"{NAME}@viva.test")
    user = editor.session["_auth_user_id"]
    LogEntry.objects.log_actions(user, [question], CHANGE, f"{NAME}log", single_object=True)
    return question


@pytest.fixture
def mine(foreign: Question) -> Question:
    return make_question("mine", bank=make_bank("mine"))


@pytest.fixture
def author(mine: Question) -> HtmlClient:
    return member(mine.bank, "owner")


def paths(foreign: Question) -> list[str]:
    version = Version.objects.filter(question=foreign).latest("number")
    rows = {
        "questions_question": foreign.pk,
        "questions_version": version.pk,
        "questions_bank": foreign.bank_id,
        "interview_objection": Objection.objects.get().pk,
    }
    pages = [reverse(f"admin:{name}_{page}", args=[pk]) for name, pk in rows.items() for page in ("change", "history")]
    return [
        *pages,
        *(reverse(f"admin:{name}_changelist") for name in rows),
        reverse("admin:questions_question_changelist") + f"?q={NAME}",
        reverse("admin:questions_question_changelist") + "?_facets=True",
        reverse("admin:questions_question_changelist") + f"?bank__id__exact={foreign.bank_id}",
        reverse("admin:questions_version_changelist") + f"?question__id__exact={foreign.pk}",
        reverse("admin:questions_version_changelist") + f"?question__bank__id__exact={foreign.bank_id}",
        address("add"),
        reverse("admin:questions_bank_add"),
        address("publish", foreign),
        address("delete", foreign),
        reverse("admin:autocomplete") + "?app_label=questions&model_name=version&field_name=question",
        reverse("admin:index"),
        reverse("admin:app_list", args=["questions"]),
    ]


def shown(response: object, path: str) -> set[str]:
    """The marked words in all that was sent, but for those that the address asked for."""
    return markers(sent(response)) - markers(path)  # type: ignore[arg-type]


def test_pages_and_lists_show_nothing_of_another_bank(author: HtmlClient, foreign: Question) -> None:
    found = {path: shown(author.get(path), path) for path in paths(foreign)}

    assert {path: words for path, words in found.items() if words} == {}
    assert "mine" in author.get(address("changelist")).content.decode()


def test_its_own_people_do_see_it(foreign: Question) -> None:
    own = member(foreign.bank, "owner", "own@viva.test")
    version = Version.objects.filter(question=foreign).latest("number")

    silent = {path for path in paths(foreign) if not shown(own.get(path), "")}

    assert silent == {
        reverse("admin:index"),
        reverse("admin:app_list", args=["questions"]),
        reverse("admin:questions_bank_add"),  # for superusers
        reverse("admin:questions_version_history", args=[version.pk]),  # nobody has changed it
        address("delete", foreign),  # published
    }


@pytest.mark.parametrize("view", ["change", "publish", "retire", "bring_back", "delete"])
def test_posts_change_nothing_of_another_bank(view: str, author: HtmlClient, foreign: Question, mine: Question) -> None:
    form = {**form_of(author, mine), "over": foreign.edited, "edited": foreign.edited, "note": "Mine", "post": "yes"}
    before = list(Question.objects.values()), Version.objects.count()

    response = author.post(address(view, foreign), form)

    assert (response.status_code, shown(response, "")) == (404, set())
    assert (list(Question.objects.values()), Version.objects.count()) == before


def test_an_action_leaves_foreign_questions_alone(author: HtmlClient, foreign: Question, mine: Question) -> None:
    form = {"action": "retire_selected", "_selected_action": [foreign.pk, mine.pk], "select_across": "1"}

    response = author.post(address("changelist"), form, follow=True)

    assert "Questions retired: 1" in response.content.decode()
    assert list(Question.objects.order_by("slug").values_list("slug", "status")) == [
        (NAME, "ready"),
        ("mine", "retired"),
    ]


def test_a_question_is_added_to_no_other_bank(author: HtmlClient, foreign: Question) -> None:
    response = author.post(address("add"), {"bank": foreign.bank_id, "slug": "fresh", "title_en": "Fresh?"})

    assert response.status_code == 422
    assert not Question.objects.filter(slug="fresh").exists()


def test_preview_shows_only_what_was_posted(author: HtmlClient, foreign: Question) -> None:
    form = {"preview": f"{foreign.pk}", "question": foreign.pk}

    assert shown(author.post(address("preview"), form), "") == set()


def test_an_author_without_the_role_any_more_is_out_at_once(author: HtmlClient, mine: Question) -> None:
    assert author.get(address("change", mine)).status_code == 200
    mine.bank.members.all().delete()
    assert author.get(address("change", mine)).status_code == 403


def test_filters_on_hidden_fields_are_refused(author: HtmlClient, foreign: Question) -> None:
    lookups = ("bank__slug__startswith=c", "bank__members__user__email__contains=covert", "steps__body__en__contains=x")

    found = [author.get(f"{address('changelist')}?{lookup}") for lookup in lookups]

    assert [shown(response, "") for response in found] == [set()] * 3
    assert [response.status_code for response in found] == [400] * 3
