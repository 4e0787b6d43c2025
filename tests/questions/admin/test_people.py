"""Who may do what with a bank: owner, author, reviewer; and how members are added and removed."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from interview.accounts.models import User
from questions.models import Bank, BankMember, Tag
from tests.conftest import HtmlClient, signed_in
from tests.factories import both, make_bank
from tests.questions.admin.pages import address, fields_of, member

BANK_ADD = "admin:questions_bank_add"


def bank_page(bank):
    return reverse("admin:questions_bank_change", args=[bank.pk])


def members(bank):
    return list(bank.members.order_by("user__email").values_list("user__email", "role"))


def save_bank(browser, bank, **changes):
    form = fields_of(browser.get(bank_page(bank)).content.decode(), "bank_form")
    return browser.post(bank_page(bank), {**form, **changes})


def test_reviewers_read_the_draft_and_have_no_form(reviewer, question):
    page = reviewer.get(address("change", question)).content.decode()
    assert "Body of step 3" in page
    assert 'name="_save"' not in page
    assert "Publish version" not in page
    assert "<textarea" not in page


def test_authors_read_their_bank_and_see_no_members(writer, question):
    member(question.bank, "owner", "hidden@viva.test")
    page = writer.get(bank_page(question.bank)).content.decode()
    assert "演示题库" in page
    assert "hidden@viva.test" not in page
    assert "<textarea" not in page


def test_an_owner_changes_the_bank_but_not_its_slug(owner, question):
    assert save_bank(owner, question.bank, title_en="Probes", slug="stolen", public="").status_code == 302
    bank = Bank.objects.get()
    assert (bank.slug, bank.title["en"]) == ("demo", "Probes")


def test_an_owner_adds_changes_and_removes_members(owner, question):
    signed_in("new@viva.test")
    save_bank(owner, question.bank, **{"members-1-email": "NEW@viva.test", "members-1-role": "reviewer"})
    assert members(question.bank) == [("new@viva.test", "reviewer"), ("owner@demo.test", "owner")]
    rows = [row.user.email for row in question.bank.members.order_by("user")]
    save_bank(owner, question.bank, **{f"members-{rows.index('new@viva.test')}-role": "author"})
    assert ("new@viva.test", "author") in members(question.bank)
    save_bank(owner, question.bank, **{f"members-{rows.index('new@viva.test')}-DELETE": "on"})
    assert members(question.bank) == [("owner@demo.test", "owner")]


@pytest.mark.parametrize("email", ["nobody@viva.test", "blocked@viva.test", "no address", "owner@demo.test"])
def test_a_member_that_cannot_be_is_refused_and_named(owner, question, email):
    User.objects.create_user("blocked@viva.test", is_active=False)
    response = save_bank(owner, question.bank, **{"members-1-email": email, "members-1-role": "owner"})
    assert response.status_code == 200
    assert email in response.content.decode()
    assert members(question.bank) == [("owner@demo.test", "owner")]


@pytest.mark.parametrize("role", ["author", "reviewer"])
def test_only_owners_post_members(role, question):
    browser = member(question.bank, role)
    form = {"members-TOTAL_FORMS": 1, "members-INITIAL_FORMS": 0, "members-0-email": "x@viva.test"}
    response = browser.post(bank_page(question.bank), {**form, "title_en": "x", "members-0-role": "owner"})
    assert response.status_code == 403
    assert BankMember.objects.filter(role="owner").count() == 0


def test_a_membership_opens_nothing_without_the_group_or_the_staff_flag(question):
    for staff, groups in ((True, []), (False, ["author"])):
        browser = signed_in(f"half-{len(groups)}@viva.test", is_staff=staff)
        user = User.objects.get(email=f"half-{len(groups)}@viva.test")
        user.groups.set(Group.objects.filter(name__in=groups))
        BankMember.objects.create(bank=question.bank, user=user, role="owner")
        assert browser.get(address("change", question)).status_code in (302, 403)


def test_an_author_sees_the_filter_only_of_their_banks(admin: HtmlClient, writer, question):
    make_bank("other")
    page = writer.get(reverse("admin:questions_bank_changelist")).content.decode()
    assert "demo" in page
    assert "other" not in page
    assert "other" in admin.get(reverse("admin:questions_bank_changelist")).content.decode()


def test_superusers_make_banks_and_delete_empty_ones(admin, question):
    form = {"slug": "fresh", "title_en": "Fresh"}
    assert admin.post(reverse(BANK_ADD), form).status_code == 302
    fresh = Bank.objects.get(slug="fresh")
    for bank, status in ((fresh, 302), (question.bank, 403)):
        assert admin.post(reverse("admin:questions_bank_delete", args=[bank.pk]), {"post": "yes"}).status_code == status
    assert list(Bank.objects.values_list("slug", flat=True)) == ["demo"]


def test_authors_add_tags_and_change_none(writer, question):
    add, change = reverse("admin:questions_tag_add"), reverse("admin:questions_tag_change", args=[Tag.objects.get().pk])
    new = {"slug": "network", "title_en": "network", "title_zh-Hans": "网络"}
    assert writer.post(add, new).status_code == 302
    assert Tag.objects.get(slug="network").title == both("网络", "network")
    assert writer.post(change, new).status_code == 403
    assert writer.post(reverse("admin:questions_tag_delete", args=[Tag.objects.first().pk])).status_code == 403
