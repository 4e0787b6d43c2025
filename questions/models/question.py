"""Questions: the fields of the draft, and the version that people practise."""

from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interview.accounts.models import User
from questions import limits
from questions.fields import TranslatedField
from questions.models.bank import Bank
from questions.models.tag import Tag
from questions.scoring.rubric import LIST_CAP_PCT, REQUIRED_CAP_PCT

PUBLISHED = Q(current__isnull=False) & ~Q(status="retired")
ORDER = ("bank_id", "position", "slug")  # of the list
LISTED_COLUMNS = ("title", "tags", "difficulty", "minutes", "max_points")  # of the current version


class QuestionQuerySet(models.QuerySet["Question"]):
    def published(self) -> "QuestionQuerySet":
        """Questions that can be practised by those who may see their bank: not retired."""
        return self.filter(PUBLISHED)

    def visible_to(self, user: User | AnonymousUser) -> "QuestionQuerySet":
        """Questions that this user can practise: published, not retired, in a bank they may see."""
        published = self.published()
        return published if user.is_superuser else published.filter(bank__in=Bank.objects.visible_to(user))

    def in_bank_order(self) -> "QuestionQuerySet":
        return self.order_by(*ORDER)

    def listed(self) -> "models.QuerySet[Question, dict[str, Any]]":
        """What the list shows, in its order, as dicts: a fraction of what three models a row cost; 1 query."""
        columns = ("pk", "slug", "bank__slug", *(f"current__{name}" for name in LISTED_COLUMNS))
        rows: models.QuerySet[Question, dict[str, Any]] = self.in_bank_order().values(*columns)
        return rows


class Question(models.Model):
    """One question of a bank: its draft, and the version that people practise."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        READY = "ready", _("ready")
        RETIRED = "retired", _("retired")

    class Strictness(models.TextChoices):
        OPEN = "open", _("open explanation")
        LIST = "list", _("list")

    bank = models.ForeignKey(Bank, models.PROTECT, related_name="questions", verbose_name=_("bank"))
    slug = models.SlugField(_("slug"), max_length=80)
    position = models.PositiveIntegerField(_("position"), default=0)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    title = TranslatedField(_("title"))
    body = TranslatedField(_("body"), blank=True)
    difficulty = models.PositiveSmallIntegerField(
        _("difficulty"), default=2, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=5, validators=[MinValueValidator(1)])
    max_answer = models.PositiveIntegerField(_("longest answer"), default=limits.ANSWER_CHARACTERS)
    tags = models.ManyToManyField(Tag, related_name="questions", blank=True, verbose_name=_("tags"))
    strictness = models.CharField(_("strictness"), max_length=4, choices=Strictness, default=Strictness.OPEN)
    required_cap_pct = models.PositiveSmallIntegerField(
        _("cap without a required point, %"), default=REQUIRED_CAP_PCT, validators=[MaxValueValidator(100)]
    )
    list_cap_pct = models.PositiveSmallIntegerField(
        _("cap of a word list, %"), default=LIST_CAP_PCT, validators=[MaxValueValidator(100)]
    )
    bonus_cap = models.PositiveSmallIntegerField(_("most bonus points"), null=True, blank=True)
    groups = models.JSONField(_("groups"), default=list, blank=True)
    follow_ups = models.JSONField(_("follow-up questions"), default=list, blank=True)
    goldens = models.JSONField(_("golden answers"), default=list, blank=True)
    sources = models.JSONField(_("sources"), default=list, blank=True)
    current = models.ForeignKey(
        "Version", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("current version")
    )
    edited = models.PositiveIntegerField(_("revision of the draft"), default=0, editable=False)
    loaded_file = models.CharField(_("SHA-256 of the file last loaded"), max_length=64, blank=True)
    loaded_document = models.CharField(_("SHA-256 of the document last loaded"), max_length=64, blank=True)

    objects: ClassVar = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("bank", "position")
        constraints = [
            models.UniqueConstraint(fields=["bank", "slug"], name="question_slug_unique"),
            models.CheckConstraint(condition=Q(difficulty__range=(1, 5)), name="question_difficulty_1_to_5"),
            models.CheckConstraint(
                condition=Q(max_answer__range=(1, limits.ANSWER_CHARACTERS_AT_MOST)), name="question_max_answer_allowed"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "in_review", "ready", "retired"]), name="question_status_known"
            ),
        ]
        indexes = [
            models.Index(fields=["bank", "position"], name="question_list_order"),
            models.Index(
                fields=["bank", "position", "slug"],
                include=["id", "current"],
                condition=PUBLISHED,
                name="question_listed",
            ),
            models.Index(
                fields=["current"],
                include=["id", "bank", "position", "slug"],
                condition=PUBLISHED,
                name="question_by_current",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
