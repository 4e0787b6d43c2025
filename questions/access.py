"""Who may read and edit which bank in the admin: superusers all of them, authors those they are members of."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from interview.accounts.models import User
from questions.models import Bank, BankMember, Question
from questions.models.bank import AUTHORS

Roles = tuple[str, ...]
READ: Roles = ("owner", "author", "reviewer")
EDIT: Roles = ("owner", "author")
LEAD: Roles = ("owner",)

Visitor = User | AnonymousUser


def banks(user: Visitor, roles: Roles = READ) -> QuerySet[Bank]:
    """The banks in which this user has one of the roles."""
    if user.is_superuser:
        return Bank.objects.all()
    return Bank.objects.filter(pk__in=[bank for bank, role in _roles(user).items() if role in roles])


def may(user: Visitor, roles: Roles, bank_id: int | None = None) -> bool:
    """Whether this user has one of the roles in the bank, or in any bank if none is named."""
    if user.is_superuser:
        return True
    held = _roles(user)
    return any(role in roles for role in held.values()) if bank_id is None else held.get(bank_id) in roles


def question_to_edit(user: Visitor, pk: int, lock: bool = False) -> Question:
    """A question of a bank in which this user is owner or author, with bank and current version.

    Raises Http404 for others' banks, PermissionDenied for reviewers. `lock` holds its row to the end of the
    transaction: whoever comes second reads what the first has written.
    """
    if lock:
        Question.objects.select_for_update().filter(bank__in=banks(user), pk=pk).first()
    questions = Question.objects.filter(bank__in=banks(user)).select_related("bank", "current")
    question: Question = get_object_or_404(questions, pk=pk)
    if not may(user, EDIT, question.bank_id):
        raise PermissionDenied
    return question


def _roles(user: Visitor) -> dict[int, str]:
    """Bank id → role of an author who may enter the admin; 1 query, kept on the user of the request."""
    if not isinstance(user, User) or not (user.is_active and user.is_staff):
        return {}
    if not hasattr(user, "_bank_roles"):
        rows = BankMember.objects.filter(user=user, user__groups__name=AUTHORS).values_list("bank", "role")
        user._bank_roles = dict(rows)  # type: ignore[attr-defined]
    roles: dict[int, str] = user._bank_roles  # type: ignore[attr-defined]
    return roles
