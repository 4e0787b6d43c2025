"""Banks, and who works on them."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interview.accounts.models import User
from questions.fields import TranslatedField

AUTHORS = "author"  # the group of a site; without it a membership opens nothing


class BankQuerySet(models.QuerySet["Bank"]):
    def visible_to(self, user: User | AnonymousUser) -> "BankQuerySet":
        """Banks whose questions this user may practise: the public ones and their own; for superusers, all."""
        if user.is_superuser:
            return self
        public = Q(public=True)
        return self.filter(public | Q(pk__in=user.bank_memberships.values("bank")) if user.is_authenticated else public)


class Bank(models.Model):
    """A named collection of questions."""

    slug = models.SlugField(_("slug"), unique=True)
    title = TranslatedField(_("title"))
    public = models.BooleanField(_("public"), default=False)

    objects: ClassVar = BankQuerySet.as_manager()

    class Meta:
        verbose_name = _("bank")
        verbose_name_plural = _("banks")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.slug


class BankMember(models.Model):
    """Somebody who works on a bank. Owners also say who else does; reviewers read."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        AUTHOR = "author", _("author")
        REVIEWER = "reviewer", _("reviewer")

    bank = models.ForeignKey(Bank, models.CASCADE, related_name="members", verbose_name=_("bank"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="bank_memberships", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=8, choices=Role, default=Role.AUTHOR)

    class Meta:
        verbose_name = _("bank member")
        verbose_name_plural = _("bank members")
        ordering = ("bank", "user")
        constraints = [
            models.UniqueConstraint(fields=["bank", "user"], name="bank_member_unique"),
            models.CheckConstraint(
                condition=Q(role__in=["owner", "author", "reviewer"]), name="bank_member_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
