"""Publishing from the admin: what it shows, what it refuses, and what it leaves behind."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from questions.models import Question, Version
from tests.factories import make_question
from tests.questions.admin.pages import address, save

NOTE = "A clearer missed line"


@pytest.fixture
def changed(writer, question):
    save(writer, question, **{"criteria-0-missed_en": "Say what is restarted."})
    return Question.objects.get()


def publish(browser, question, **changes):
    form = {"note": NOTE, "edited": Question.objects.get(pk=question.pk).edited}
    return browser.post(address("publish", question), {**form, **changes})


def test_the_page_shows_what_changes(writer, changed):
    page = writer.get(address("publish", changed)).content.decode()
    assert "<del>      en: You did not mention it.</del>" in page
    assert "<ins>      en: Say what is restarted.</ins>" in page
    assert "What changes since version 1" in page
    assert "Publish version 2" in page


def test_publishing_freezes_the_draft_with_note_and_author(writer, changed):
    response = publish(writer, changed)
    assert (response.status_code, response.url) == (302, address("change", changed))
    version = Version.objects.get(number=2)
    assert (version.note, version.author.email) == (NOTE, "author@demo.test")
    assert version.frozen().rubric.criteria[0].missed["en"] == "Say what is restarted."
    changed.refresh_from_db()
    assert (changed.current, changed.status) == (version, "ready")
    assert LogEntry.objects.first().change_message == f"Version 2 is published. {NOTE}"
    assert "Version 2 is published." in writer.get(response.url).content.decode()


def test_a_draft_becomes_ready(writer, question):
    save(writer, question, status="in_review")
    publish(writer, question, note=NOTE)
    assert Version.objects.count() == 1  # nothing but the status has changed: there is nothing to publish
    save(writer, question, minutes=7)
    publish(writer, question)
    assert (Question.objects.get().status, Version.objects.get(number=2).document["status"]) == ("ready", "ready")


@pytest.mark.parametrize("note", ["", "  \n ", "x" * 501])
def test_a_note_is_needed(writer, changed, note):
    response = publish(writer, changed, note=note)
    assert response.status_code == 422
    assert 'id="id_note_error"' in response.content.decode()
    assert note.strip() in response.content.decode()
    assert Version.objects.count() == 1


def test_a_draft_with_problems_is_refused_and_they_are_named(writer, changed):
    save(writer, changed, **{"criteria-0-concepts": "a: *"})
    response = publish(writer, changed)
    assert response.status_code == 422
    page = response.content.decode()
    assert "<code>rubric.criteria[0].concepts[0].terms[0]</code>" in page
    assert 'name="note"' not in page
    assert Version.objects.count() == 1


def test_a_golden_answer_that_fails_is_refused(writer, changed):
    golden = "- {kind: wrong, text: it will restart, expect: {restart: missed}, score: [0, 1]}"
    save(writer, changed, goldens=golden)
    response = publish(writer, changed)
    assert response.status_code == 422
    assert "goldens[0] (wrong): restart is hit, not missed" in response.content.decode()
    assert Version.objects.count() == 1


def test_nothing_new_is_refused(writer, question):
    response = publish(writer, question)
    assert response.status_code == 422
    assert "nothing has changed since the last version" in response.content.decode()
    assert Version.objects.count() == 1


def test_a_draft_that_others_have_changed_is_shown_again(writer, changed):
    seen = changed.edited
    save(writer, changed, minutes=9)
    response = publish(writer, changed, edited=seen)
    assert response.status_code == 409
    page = response.content.decode()
    assert "<ins>minutes: 9</ins>" in page
    assert NOTE in page
    assert f'name="edited" value="{seen + 1}"' in page
    assert Version.objects.count() == 1


@pytest.mark.parametrize("edited", ["", "x", "-1", "1e9"])
def test_a_revision_that_is_none_is_refused(writer, changed, edited):
    assert publish(writer, changed, edited=edited).status_code == 422
    assert Version.objects.count() == 1


def test_the_button_of_the_page_saves_first(writer, question):
    response = save(writer, question, "_publish", minutes=8)
    assert (response.status_code, response.url) == (302, address("publish", question))
    assert Question.objects.get().minutes == 8


def test_the_first_version_of_a_new_question(writer, question):
    other = make_question("other", position=2)
    fresh = Question.objects.create(bank=question.bank, slug="fresh", title={"en": "Fresh?"})
    page = writer.get(address("publish", fresh)).content.decode()
    assert "The first version" in page
    assert "Publish version 1" in page
    assert other.current.number == 1


def test_retired_questions_leave_the_list_and_come_back(writer, guest, question):
    path = "/questions/demo/probes/"
    assert writer.post(address("retire", question)).url == address("change", question)
    assert (Question.objects.get().status, guest.get(path).status_code) == ("retired", 404)
    assert "Bring back" in writer.get(address("change", question)).content.decode()
    assert save(writer, question, minutes=8).status_code == 302
    assert publish(writer, question).status_code == 302
    assert (Question.objects.get().status, guest.get(path).status_code) == ("retired", 404)
    assert writer.post(address("bring_back", question)).status_code == 302
    assert (Question.objects.get().status, guest.get(path).status_code) == ("ready", 200)


@pytest.mark.parametrize("page", ["retire", "bring_back"])
@pytest.mark.parametrize("method", ["get", "head", "put", "options"])
def test_changes_are_posts(writer, question, page, method):
    assert getattr(writer, method)(address(page, question)).status_code == 405


def test_versions_are_listed_with_their_notes_and_can_be_read(writer, changed):
    publish(writer, changed)
    listed = writer.get(
        reverse("admin:questions_version_changelist"), {"question__id__exact": changed.pk}
    ).content.decode()
    assert NOTE in listed
    old, new = Version.objects.order_by("number")
    assert "You did not mention it." in _version(writer, old)
    page = _version(writer, new)
    assert "<ins>      en: Say what is restarted.</ins>" in page
    assert new.sha256 in page


def _version(browser, version):
    return browser.get(reverse("admin:questions_version_change", args=[version.pk])).content.decode()
