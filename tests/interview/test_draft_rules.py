"""Which of two saves wins: interview/domain/drafts.py, case by case."""

from dataclasses import dataclass, replace
from uuid import UUID

import pytest

from interview.accounts.models import Person
from interview.domain.drafts import Save, Saved, Stale, save_draft
from interview.domain.practice import Submission, submit
from interview.models import Draft
from questions import limits
from questions.models import Version
from tests.factories import make_question

pytestmark = pytest.mark.django_db

PAGE, OTHER = UUID(int=1), UUID(int=2)
FIRST = Save(text="first", writer=PAGE, base=0, revision=5, seconds=10)


@dataclass
class Desk:
    """A person at a question."""

    person_id: int
    version: Version

    def save(self, save: Save) -> Saved | Stale:
        return save_draft(self.person_id, self.version.pk, save)

    def submit(self, text: str, writer: UUID = PAGE, base: int = 0) -> None:
        submit(self.person_id, self.version, Submission(text, writer, base, 10, "en"))

    def stored(self) -> tuple[str, int, UUID, int, bool]:
        draft = Draft.objects.get(person_id=self.person_id)
        return draft.text, draft.revision, draft.writer, draft.seconds, draft.closed


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk(Person.objects.create().pk, make_question().current)


def accepted(result: Saved | Stale) -> int | None:
    """The revision it was stored as."""
    return result.revision if isinstance(result, Saved) else None


def test_first_save_is_stored_as_asked(desk: Desk) -> None:
    assert accepted(desk.save(FIRST)) == 5
    assert desk.stored() == ("first", 5, PAGE, 10, False)


@pytest.mark.parametrize("revision", [6, 7, 1_000, limits.REVISION])
def test_same_page_goes_on_with_a_higher_revision(revision: int, desk: Desk) -> None:
    desk.save(FIRST)

    assert accepted(desk.save(replace(FIRST, text="second", revision=revision, seconds=20))) == revision
    assert desk.stored() == ("second", revision, PAGE, 20, False)


@pytest.mark.parametrize("revision", [5, 4, 0])
def test_same_text_again_is_harmless(revision: int, desk: Desk) -> None:
    saved = desk.save(FIRST)

    assert desk.save(replace(FIRST, revision=revision, seconds=99)) == saved
    assert desk.stored() == ("first", 5, PAGE, 10, False)


@pytest.mark.parametrize("revision", [5, 4, 0])
def test_late_save_of_the_same_page_is_stale(revision: int, desk: Desk) -> None:
    desk.save(FIRST)

    assert desk.save(replace(FIRST, text="late", revision=revision)) == Stale("first", 5, closed=False)
    assert desk.stored() == ("first", 5, PAGE, 10, False)


@pytest.mark.parametrize("base", [0, 4, 6, limits.REVISION])
@pytest.mark.parametrize("text", ["other", "first"])
def test_other_page_that_has_not_seen_it_is_stale(base: int, text: str, desk: Desk) -> None:
    desk.save(FIRST)

    late = Save(text=text, writer=OTHER, base=base, revision=limits.REVISION, seconds=20)

    assert desk.save(late) == Stale("first", 5, closed=False)
    assert desk.stored() == ("first", 5, PAGE, 10, False)


@pytest.mark.parametrize(("revision", "stored"), [(6, 6), (9, 9), (5, 6), (0, 6)])
def test_other_page_that_has_seen_it_takes_over(revision: int, stored: int, desk: Desk) -> None:
    desk.save(FIRST)

    assert accepted(desk.save(Save("other", OTHER, base=5, revision=revision, seconds=20))) == stored
    assert desk.stored() == ("other", stored, OTHER, 20, False)


def test_first_page_is_stale_once_another_took_over(desk: Desk) -> None:
    desk.save(FIRST)
    desk.save(Save("other", OTHER, base=5, revision=6, seconds=20))

    assert desk.save(replace(FIRST, text="mine", revision=7)) == Stale("other", 6, closed=False)
    assert accepted(desk.save(replace(FIRST, text="mine", revision=7, base=6))) == 7


def test_same_page_stays_in_charge_whatever_its_base(desk: Desk) -> None:
    desk.save(FIRST)

    assert accepted(desk.save(replace(FIRST, text="second", revision=6, base=99))) == 6


def test_empty_text_is_a_text(desk: Desk) -> None:
    desk.save(FIRST)

    assert accepted(desk.save(replace(FIRST, text="", revision=6))) == 6
    assert desk.stored() == ("", 6, PAGE, 10, False)


@pytest.mark.parametrize("revision", [5, 6, 1_000])
@pytest.mark.parametrize("text", ["first", "more", ""])
def test_late_save_never_reopens_a_submitted_draft(revision: int, text: str, desk: Desk) -> None:
    desk.save(FIRST)
    desk.submit("first")

    assert desk.save(replace(FIRST, text=text, revision=revision)) == Stale("", 6, closed=True)
    assert desk.stored() == ("", 6, PAGE, 0, True)


def test_late_save_of_a_page_that_never_saved_is_stale_after_submit(desk: Desk) -> None:
    desk.submit("first")

    assert desk.save(FIRST) == Stale("", 1, closed=True)


def test_new_page_after_submit_opens_the_draft_again(desk: Desk) -> None:
    desk.save(FIRST)
    desk.submit("first")

    assert accepted(desk.save(Save("again", OTHER, base=6, revision=7, seconds=1))) == 7
    assert desk.stored() == ("again", 7, OTHER, 1, False)


def test_page_from_before_the_submit_is_stale(desk: Desk) -> None:
    desk.save(FIRST)
    desk.submit("first")

    for base in (4, 5):
        assert desk.save(Save("other", OTHER, base=base, revision=9, seconds=1)) == Stale("", 6, closed=True)


@pytest.mark.parametrize(
    ("text", "writer", "base", "closed"),
    [
        ("else", PAGE, 0, True),  # the page that saved it
        ("else", OTHER, 5, True),  # a page that has seen it
        ("first", OTHER, 0, True),  # the same text
        ("else", OTHER, 0, False),
        ("else", OTHER, 6, False),
    ],
)
def test_submit_closes_the_draft_it_knows(text: str, writer: UUID, base: int, closed: bool, desk: Desk) -> None:
    desk.save(FIRST)
    desk.submit(text, writer, base)

    assert desk.stored() == (("", 6, writer, 0, True) if closed else ("first", 5, PAGE, 10, False))


def test_drafts_of_two_people_do_not_meet(desk: Desk) -> None:
    other = Desk(Person.objects.create().pk, desk.version)
    desk.save(FIRST)

    assert accepted(other.save(replace(FIRST, text="theirs"))) == 5
    assert (desk.stored()[0], other.stored()[0]) == ("first", "theirs")
