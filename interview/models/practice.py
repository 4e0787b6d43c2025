"""Practising alone: a draft becomes an attempt, an attempt gets results, its model answer is revealed step by step."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interview.accounts.models import Person
from questions import limits
from questions.counting import count_words
from questions.models import Version


class Context(models.TextChoices):
    """What somebody answers for; sets and rooms come later."""

    PRACTICE = "practice", _("practice")
    KEPT = "kept", _("kept beside a newer text")


class Confidence(models.IntegerChoices):
    """How sure somebody was before they submitted. Four levels, so that there is no middle to hide in."""

    NOT_SURE = 1, _("not sure")
    A_LITTLE = 2, _("a little")
    FAIRLY = 3, _("fairly")
    VERY = 4, _("very")


class Draft(models.Model):
    """What a person has typed and not submitted. `revision` grows with every save; `writer` is the page that saved.

    A closed draft was submitted: it keeps its place, so that a save which arrives late cannot bring it back.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    context = models.CharField(max_length=10, choices=Context, default=Context.PRACTICE)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    writer = models.UUIDField()
    seconds = models.PositiveIntegerField(default=0)
    confidence = models.PositiveSmallIntegerField(choices=Confidence, null=True, blank=True)
    revises = models.ForeignKey("Attempt", models.SET_NULL, related_name="+", null=True, blank=True)
    closed = models.BooleanField(default=False)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(fields=["person", "version", "context"], name="draft_unique"),
            models.CheckConstraint(condition=Q(revision__lte=limits.REVISION), name="draft_revision_at_most"),
            models.CheckConstraint(condition=Q(confidence__range=(1, 4)), name="draft_confidence_1_to_4"),
        ]
        indexes = [models.Index(fields=["person", "-updated"], condition=Q(closed=False), name="draft_newest_open")]

    def __str__(self) -> str:
        return f"draft {self.pk} r{self.revision}"


class Attempt(models.Model):
    """One submitted answer, or "I don't know" (`gave_up`, never scored). Never changes: the database refuses too.

    `submission` names the page it was submitted from, so that a double click or a repeated request makes one attempt.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="attempts")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    context = models.CharField(max_length=10, choices=Context, default=Context.PRACTICE)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=7)
    seconds = models.PositiveIntegerField(default=0)
    confidence = models.PositiveSmallIntegerField(choices=Confidence, null=True, blank=True)
    help_used = models.PositiveSmallIntegerField(default=0)  # hints taken before submitting
    revises = models.ForeignKey("self", models.RESTRICT, related_name="revisions", null=True, blank=True)
    gave_up = models.BooleanField(default=False)
    submission = models.UUIDField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.UniqueConstraint(fields=["person", "submission"], name="attempt_submitted_once"),
            models.CheckConstraint(condition=Q(gave_up=True) | ~Q(text=""), name="attempt_not_empty"),
            models.CheckConstraint(condition=Q(confidence__range=(1, 4)), name="attempt_confidence_1_to_4"),
            models.CheckConstraint(condition=~Q(revises=models.F("id")), name="attempt_revises_another"),
        ]
        indexes = [
            models.Index(fields=["person", "version"], name="attempt_by_person"),
            models.Index(fields=["person", "-created", "-id"], name="attempt_newest"),
        ]

    def __str__(self) -> str:
        return str(self.code)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ValidationError(_("A submitted answer never changes."))
        super().save(*args, **kwargs)

    @property
    def words(self) -> int:
        """The length of the answer as people count it."""
        return count_words(self.text)


class Result(models.Model):
    """One judgement of an attempt; exactly one is current. It can be recomputed from what it names."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="results")
    engine_version = models.CharField(max_length=20)
    lexicon_revision = models.PositiveIntegerField(default=0)
    points = models.DecimalField(max_digits=6, decimal_places=1)
    max_points = models.PositiveIntegerField()
    data = models.JSONField()
    current = models.BooleanField(default=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [
            models.UniqueConstraint(fields=["attempt"], condition=Q(current=True), name="result_one_current"),
            models.CheckConstraint(
                condition=Q(points__gte=0) & Q(points__lte=models.F("max_points")), name="result_points_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.points} / {self.max_points}"


class Reveal(models.Model):
    """Step `step` (from 1) of the model answer was opened to the person of the attempt."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="reveals")
    step = models.PositiveSmallIntegerField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reveal")
        verbose_name_plural = _("reveals")
        ordering = ("attempt", "step")
        constraints = [
            models.UniqueConstraint(fields=["attempt", "step"], name="reveal_once"),
            models.CheckConstraint(condition=Q(step__gte=1), name="reveal_step_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id}: {self.step}"
