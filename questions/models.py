"""The bank: draft rows that authors edit, and frozen versions that everything else reads."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interview.accounts.models import User
from questions import limits
from questions.fields import TranslatedField
from questions.formats.document import QuestionDocument
from questions.formats.files import document_from_json
from questions.scoring.rubric import LIST_CAP_PCT, REQUIRED_CAP_PCT

LISTED_COLUMNS = ("number", "title", "tags", "difficulty", "minutes", "max_points")


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


class TagQuerySet(models.QuerySet["Tag"]):
    def of(self, questions: "models.QuerySet[Question]") -> "TagQuerySet":
        """The topics that the current versions of these questions name, whatever their drafts say; 1 query."""
        named = questions.order_by().filter(current__tags__contains=[models.OuterRef("slug")])
        return self.filter(models.Exists(named))


class Tag(models.Model):
    """A topic; `slug` is what documents name, `title` what people read."""

    slug = models.SlugField(_("slug"), unique=True)
    title = TranslatedField(_("title"))

    objects: ClassVar = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.slug


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, user: User | AnonymousUser) -> "QuestionQuerySet":
        """Questions that this user can practise: published, not retired, in a bank they may see."""
        published = self.filter(current__isnull=False).exclude(status=Question.Status.RETIRED)
        return published if user.is_superuser else published.filter(bank__in=Bank.objects.visible_to(user))

    def in_bank_order(self) -> "QuestionQuerySet":
        return self.order_by("bank__slug", "position", "slug")

    def listed(self) -> "QuestionQuerySet":
        """In the order of the bank, with bank and the listed columns of the current version; 1 query."""
        return (
            self.in_bank_order()
            .select_related("bank", "current")
            .only("bank", "slug", "position", *(f"current__{name}" for name in LISTED_COLUMNS))
        )


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
        indexes = [models.Index(fields=["bank", "position"], name="question_list_order")]

    def __str__(self) -> str:
        return self.slug


class AnswerStep(models.Model):
    """One part of the model answer, in the draft."""

    class Kind(models.TextChoices):
        CORE = "core", _("core")
        DETAIL = "detail", _("detail")
        EXAMPLE = "example", _("example")
        PITFALL = "pitfall", _("pitfall")

    question = models.ForeignKey(Question, models.CASCADE, related_name="steps", verbose_name=_("question"))
    position = models.PositiveSmallIntegerField(_("position"))
    key = models.SlugField(_("key"), max_length=80)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CORE)
    title = TranslatedField(_("title"))
    prompt = TranslatedField(_("prompt"), blank=True)
    body = TranslatedField(_("body"))

    class Meta:
        verbose_name = _("answer step")
        verbose_name_plural = _("answer steps")
        ordering = ("question", "position")
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="step_key_unique"),
            models.UniqueConstraint(
                fields=["question", "position"], name="step_position_unique", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.key}"


class Criterion(models.Model):
    """One thing that a good answer mentions, worth whole `points`, in the draft."""

    class Role(models.TextChoices):
        REQUIRED = "required", _("required")
        CORE = "core", _("core")
        BONUS = "bonus", _("bonus")
        MISCONCEPTION = "misconception", _("misconception")

    class Mode(models.TextChoices):
        ALL = "all", _("all")
        ANY = "any", _("any one")
        AT_LEAST = "at_least", _("at least")

    class Window(models.TextChoices):
        CLAUSE = "clause", _("clause")
        SENTENCE = "sentence", _("sentence")
        SENTENCES = "sentences", _("sentences in a row")
        TOKENS = "tokens", _("words in a row")
        ANSWER = "answer", _("whole answer")

    question = models.ForeignKey(Question, models.CASCADE, related_name="criteria", verbose_name=_("question"))
    position = models.PositiveSmallIntegerField(_("position"))
    key = models.SlugField(_("key"), max_length=80)
    role = models.CharField(_("role"), max_length=13, choices=Role, default=Role.CORE)
    points = models.PositiveSmallIntegerField(_("points"), default=1)
    title = TranslatedField(_("title"))
    step = models.SlugField(_("covered by step"), max_length=80, blank=True)
    group = models.SlugField(_("group"), max_length=80, blank=True)
    contradicts = models.SlugField(_("contradicts"), max_length=80, blank=True)
    mode = models.CharField(_("concepts needed"), max_length=8, choices=Mode, default=Mode.ALL)
    at_least = models.PositiveSmallIntegerField(_("at least"), default=0)
    partial = models.BooleanField(_("partial credit"), default=False)
    window = models.CharField(_("window"), max_length=9, choices=Window, default=Window.ANSWER)
    window_size = models.PositiveSmallIntegerField(_("size of the window"), default=0)
    ordered = models.BooleanField(_("in this order"), default=False)
    stem_counts = models.BooleanField(_("words of the question count"), default=False)
    concepts = models.JSONField(_("concepts"), default=list)
    missed = TranslatedField(_("said when missed"), blank=True)
    correction = TranslatedField(_("correction"), blank=True)
    hints = models.JSONField(_("hints"), default=list, blank=True)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ("question", "position")
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="criterion_key_unique"),
            models.UniqueConstraint(
                fields=["question", "position"], name="criterion_position_unique", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(points__lte=limits.POINTS), name="criterion_points_at_most"),
        ]

    def __str__(self) -> str:
        return self.key


class LexiconRevision(models.Model):
    """A frozen, hashed lexicon; results name its number. Old ones are kept, the database refuses to change them."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    document = models.JSONField(_("document"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    created = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("lexicon revision")
        verbose_name_plural = _("lexicon revisions")
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"lexicon {self.number}"


class Version(models.Model):
    """A frozen, numbered, hashed document of a question. Never updated, never deleted: the database refuses too."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="versions", verbose_name=_("question"))
    number = models.PositiveIntegerField(_("number"))
    document = models.JSONField(_("document"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    note = models.CharField(_("note"), max_length=500, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("author")
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    # Columns for lists and search, taken from the document when it is published. Nothing hidden is among them.
    title = TranslatedField(_("title"))
    difficulty = models.PositiveSmallIntegerField(_("difficulty"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    max_points = models.PositiveIntegerField(_("full marks"))
    tags = ArrayField(models.SlugField(), default=list, blank=True, verbose_name=_("tags"))
    search = models.TextField(_("words to search"), blank=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ("question", "-number")
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="version_number_unique")]
        indexes = [
            GinIndex(fields=["tags"], name="version_by_tag"),
            models.Index(fields=["difficulty"], name="version_by_difficulty"),
        ]

    def __str__(self) -> str:
        return f"v{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ValidationError(_("A published version never changes. Publish a new one."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ValidationError(_("A published version is kept for ever."))

    def frozen(self) -> QuestionDocument:
        """The document as the engine and the pages read it."""
        return document_from_json(self.document, self.sha256)
