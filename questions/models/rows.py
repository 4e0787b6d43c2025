"""The rows of a draft: steps of the model answer, criteria of the rubric."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from questions import limits
from questions.fields import TranslatedField
from questions.models.question import Question


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
