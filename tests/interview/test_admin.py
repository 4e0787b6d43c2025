import pytest
from django.urls import reverse

from questions.models import Question, Version
from tests.conftest import HtmlClient, signed_in
from tests.interview.marked import make_marked, markers, sent
from tests.interview.people import browser_of

pytestmark = pytest.mark.django_db

NOT_STAFF = ("guest", "candidate", "outsider", "interviewer", "author")
MODELS = ("bank", "question", "tag", "version")


def pages() -> list[str]:
    """The pages of the bank in the admin."""
    question = Question.objects.get()
    return [
        reverse("admin:index"),
        reverse("admin:app_list", args=["questions"]),
        *(reverse(f"admin:questions_{model}_changelist") for model in MODELS),
        reverse("admin:questions_question_change", args=[question.pk]),
        reverse("admin:questions_question_history", args=[question.pk]),
        reverse("admin:questions_version_change", args=[question.current_id]),
    ]


@pytest.mark.parametrize("person", NOT_STAFF)
def test_admin_is_closed_to_all_but_staff(person: str, request: pytest.FixtureRequest) -> None:
    make_marked()
    browser = browser_of(request, person)

    for path in [*pages(), reverse("admin:autocomplete"), "/admin/doc/", "/admin/nothing/"]:
        response = browser.get(path)
        assert response.status_code == 302
        assert response.url in (f"/admin/login/?next={path}", f"/account/sign-in/?next={path}")
        assert markers(sent(response)) == set()


def test_staff_without_rights_see_nothing_of_the_bank(db: None) -> None:
    make_marked()
    browser = signed_in("staff@viva.test", is_staff=True)

    statuses = [(response := browser.get(path)).status_code for path in pages()]

    assert statuses == [200, 404, *[403] * 5, 404, 403]  # history looks for the question first
    assert markers(sent(response)) == set()


def test_admin_reads_the_whole_bank(admin: HtmlClient) -> None:
    make_marked()

    assert [admin.get(path).status_code for path in pages()] == [200] * 9
    assert "covertstep2bodyen" in markers(sent(admin.get(pages()[6])))


def test_nobody_changes_a_version(admin: HtmlClient) -> None:
    make_marked()
    before = list(Version.objects.values())
    version = Version.objects.latest("number")
    addresses = [reverse(f"admin:questions_version_{page}", args=[version.pk]) for page in ("change", "delete")]

    statuses = [admin.post(address, {"note": "changed", "post": "yes"}).status_code for address in addresses]
    statuses += [admin.post(reverse("admin:questions_version_add"), {"number": 9}).status_code]

    assert statuses == [403, 403, 403]
    assert list(Version.objects.values()) == before


def test_sign_in_keeps_to_the_site(admin: HtmlClient) -> None:
    for away in ("//evil.test/", "/\\evil.test", "https:evil.test", "javascript:alert(1)"):
        assert admin.get("/admin/login/", {"next": away}).headers.get("Location") == "/admin/"


def test_sign_out_is_a_post(admin: HtmlClient) -> None:
    assert admin.get("/admin/logout/").status_code == 405
    assert admin.get("/admin/").status_code == 200
    admin.post("/admin/logout/")
    assert admin.get("/admin/").status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "query",
    "slug__regex=%5B slug__regex=(a%2B)%2B%24 slug=%00 q=%00 id=999999999999999999999999999999 id__in=x p=-1 p=x "
    "o=99.x e=1 _to_field=slug _popup=1 all= bank__id__exact=x created__gte=0000-13-40".split(),
)
def test_no_filter_is_too_odd(query: str, admin: HtmlClient) -> None:
    make_marked()
    admin.raise_request_exception = False

    statuses = {model: admin.get(reverse(f"admin:questions_{model}_changelist") + f"?{query}") for model in MODELS}

    assert [model for model, response in statuses.items() if response.status_code not in (200, 302, 400)] == []


@pytest.mark.parametrize("pk", ["0", "-1", "x", "%00", "%ed%a0%80", "_00", "9" * 30, "9" * 5_000])
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_no_number_is_too_odd(page: str, pk: str, admin: HtmlClient) -> None:
    for model in MODELS:
        start = reverse(f"admin:questions_{model}_changelist")
        assert admin.get(f"{start}{pk}/{page}/").status_code in (302, 403, 404)
