"""A guest's work becomes the user's at sign-in, once, and none of it is lost."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from interview.accounts.models import Person, User
from interview.domain.claims import claim_guest
from interview.domain.drafts import Save, Saved, Stale, save_draft
from interview.models import Attempt, Context, Draft
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of
from tests.interview.accounts.signing import EMAIL, copy_of, make_user, sign_in, sign_up
from tests.interview.accounts.working import draft, drafts_of, person_of, texts_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"


@pytest.fixture
def question(db: None) -> Question:
    return make_question()


@pytest.fixture
def worker(candidate: HtmlClient, question: Question) -> HtmlClient:
    """A guest with an attempt and a draft."""
    make_attempt(person_id_of(candidate), question, "answer of the guest")
    candidate.script("post", f"{PAGE}draft/", form_of(question, "draft of the guest", base=1))
    return candidate


def test_guest_becomes_the_person_of_a_new_user(worker: HtmlClient) -> None:
    guest_id = person_id_of(worker)

    sign_up(worker)

    person = person_of(EMAIL)
    assert (person.pk, texts_of(person)) == (guest_id, ["answer of the guest"])
    assert drafts_of(person) == [("practice", "draft of the guest")]
    assert "person" not in worker.session


def test_work_moves_to_the_person_that_a_user_has(worker: HtmlClient, user: User, question: Question) -> None:
    own = Person.objects.create(user=user)
    make_attempt(own.pk, question, "answer of the user")
    address = f"/attempts/{Attempt.objects.get(text='answer of the guest').code}/"
    worker.post(f"{address}steps/1/reveal/")

    sign_in(worker)

    assert (person_of(EMAIL), Person.objects.count()) == (own, 1)
    assert texts_of(own) == ["answer of the guest", "answer of the user"]
    page = worker.get(address)
    assert (page.status_code, "Body of step 1" in page.content.decode()) == (200, True)


def test_signing_up_while_mail_is_awaited_leaves_the_guest_as_they_are(mailing: None, worker: HtmlClient) -> None:
    guest_id = person_id_of(worker)

    sign_up(worker)

    assert (person_id_of(worker), Person.objects.get().user) == (guest_id, None)
    assert worker.get(PAGE).context["draft"].text == "draft of the guest"


def test_old_cookie_of_the_guest_is_dead(worker: HtmlClient, user: User) -> None:
    old = copy_of(worker)
    address = f"/attempts/{Attempt.objects.get().code}/"

    sign_in(worker)

    assert (worker.get(address).status_code, old.get(address).status_code) == (200, 404)
    assert b"draft of the guest" not in old.get(PAGE).content


def test_nothing_is_claimed_twice(worker: HtmlClient, user: User) -> None:
    old, guest_id, thief = copy_of(worker), person_id_of(worker), make_user("thief@viva.test")
    sign_in(worker)

    sign_in(old, "thief@viva.test")

    assert (texts_of(person_of(EMAIL)), Person.objects.filter(user=thief).exists()) == (["answer of the guest"], False)
    assert (claim_guest(guest_id, thief), claim_guest(guest_id, user), claim_guest(10**9, user)) == (False,) * 3


@pytest.mark.parametrize("cookie", ["person=1", "sessionid=1", "sessionid=" + "x" * 32, "sessionid={guest}"])
def test_guessed_guest_is_not_claimed(cookie: str, worker: HtmlClient, user: User) -> None:
    stranger = HtmlClient()
    name, value = cookie.format(guest=person_id_of(worker)).split("=")
    stranger.cookies[name] = value

    sign_in(stranger, next=f"/attempts/{Attempt.objects.get().code}/")
    stranger.post(f"{PAGE}draft/", form_of(Question.objects.get()) | {"person": f"g-{person_id_of(worker)}"})

    assert Attempt.objects.get().person_id == person_id_of(worker)


def test_guest_after_sign_out_is_somebody_new(worker: HtmlClient, user: User) -> None:
    sign_in(worker)
    worker.post("/account/sign-out/")

    assert worker.get(PAGE).context["draft"].text == ""
    worker.script("post", f"{PAGE}draft/", form_of(Question.objects.get(), "of the next guest"))

    assert texts_of(person_of(EMAIL)) == ["answer of the guest"]
    assert Person.objects.filter(user=None).count() == 1


def test_second_guest_of_a_user_is_claimed_too(worker: HtmlClient, user: User, question: Question) -> None:
    sign_in(worker)
    other = HtmlClient()
    other.post(f"{PAGE}submit/", form_of(question, "answer on another device"))

    sign_in(other)

    assert texts_of(person_of(EMAIL)) == ["answer of the guest", "answer on another device"]


@pytest.mark.parametrize("newer", ["guest", "user"])
def test_newer_draft_goes_on_and_the_other_is_kept(newer: str, user: User, question: Question) -> None:
    guest, own = Person.objects.create(), Person.objects.create(user=user)
    draft(guest.pk, question, "of the guest")
    draft(own.pk, question, "of the user")
    older = own if newer == "guest" else guest
    Draft.objects.filter(person=older).update(updated=timezone.now() - timedelta(hours=1))

    claim_guest(guest.pk, user)

    kept = "user" if newer == "guest" else "guest"
    assert sorted(drafts_of(own)) == [("kept", f"of the {kept}"), ("practice", f"of the {newer}")]
    assert Person.objects.count() == 1


@pytest.mark.parametrize("newer", ["guest", "user"])
@pytest.mark.parametrize("submitted", ["guest", "user"])
def test_submitted_draft_never_hides_an_open_one(newer: str, submitted: str, user: User, question: Question) -> None:
    guest, own = Person.objects.create(), Person.objects.create(user=user)
    make_attempt((guest if submitted == "guest" else own).pk, question)
    draft((own if submitted == "guest" else guest).pk, question, "still open")
    older = own if newer == "guest" else guest
    Draft.objects.filter(person=older).update(updated=timezone.now() - timedelta(hours=1))

    claim_guest(guest.pk, user)

    assert drafts_of(own) == [("practice", "still open")]


def test_same_text_is_kept_once(user: User, question: Question) -> None:
    guest, own = Person.objects.create(), Person.objects.create(user=user)
    for person in (guest, own):
        draft(person.pk, question, "the same")

    claim_guest(guest.pk, user)

    assert drafts_of(own) == [("practice", "the same")]


def test_texts_of_several_guests_are_all_kept(user: User, question: Question) -> None:
    own = Person.objects.create(user=user)
    draft(own.pk, question, "first")
    for text in ("second", "third"):
        guest = Person.objects.create()
        draft(guest.pk, question, text)
        claim_guest(guest.pk, user)

    assert sorted(drafts_of(own)) == [("kept", "first\n\nsecond"), ("practice", "third")]


@pytest.mark.parametrize("revisions", [(3, 3), (3, 50), (50, 3)])
@pytest.mark.parametrize("newer", ["guest", "user"])
def test_no_page_overwrites_a_text_that_it_has_not_seen(
    revisions: tuple[int, int], newer: str, user: User, question: Question
) -> None:
    guest, own = Person.objects.create(), Person.objects.create(user=user)
    pages = {"guest": (guest, UUID(int=1), revisions[0]), "user": (own, UUID(int=2), revisions[1])}
    for name, (person, writer, revision) in pages.items():
        draft(person.pk, question, f"of the {name}", writer, revision)
    older = own if newer == "guest" else guest
    Draft.objects.filter(person=older).update(updated=timezone.now() - timedelta(hours=1))
    claim_guest(guest.pk, user)

    for _, writer, base in pages.values():
        saved = save_draft(own.pk, question.current.pk, Save("typed on", writer, base, base + 1, 10))
        if isinstance(saved, Stale):
            assert saved.text == f"of the {newer}"
        else:
            assert (isinstance(saved, Saved), writer) == (True, pages[newer][1])


def test_kept_text_is_shown_to_its_owner_and_can_be_discarded(
    guest: HtmlClient, outsider: HtmlClient, user: User, question: Question
) -> None:
    own = Person.objects.create(user=user)
    Draft.objects.create(
        person=own, version=question.current, context=Context.KEPT, text="kept <b>words", writer=uuid4()
    )
    sign_in(guest)
    discard = f"{PAGE}kept/discard/"

    assert "kept &lt;b&gt;words</pre>" in guest.get(PAGE).content.decode()
    for browser in (outsider, HtmlClient()):
        assert b"words</pre>" not in browser.get(PAGE).content
        browser.post(discard)
    assert Draft.objects.count() == 1

    assert guest.get(discard).status_code == 405
    assert guest.post(discard).url == PAGE
    assert Draft.objects.count() == 0


def test_forged_submission_of_both_loses_nothing_and_breaks_nothing(worker: HtmlClient, user: User) -> None:
    own = Person.objects.create(user=user)
    attempt = Attempt.objects.get()
    Attempt.objects.create(
        person=own, version=attempt.version, text="of the user", language="en", submission=attempt.submission
    )

    assert sign_in(worker).status_code == 302

    assert Attempt.objects.count() == 2
    assert drafts_of(own) == [("practice", "draft of the guest")]


def test_every_table_of_a_person_is_claimed() -> None:
    """Whoever adds one says in interview/domain/claims.py what becomes of it, then here."""
    assert {relation.related_model for relation in Person._meta.related_objects} == {Attempt, Draft}


def test_person_costs_a_user_one_query_at_most(outsider: HtmlClient, question: Question) -> None:
    for _ in range(2):  # without a person, then with one
        with CaptureQueriesContext(connection) as queries:
            outsider.get(PAGE)
        asked = [query for query in queries if 'FROM "accounts_person"' in query["sql"]]
        assert len(asked) <= 1
        outsider.script("post", f"{PAGE}draft/", form_of(question))
