"""Frozen documents."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from questions.fields import TranslatedField
from questions.formats.document import QuestionDocument
from questions.formats.files import document_from_json
from questions.models.question import Question


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
    grams = models.GeneratedField(
        expression=models.Func("search", function="questions_grams"),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ("question", "-number")
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="version_number_unique")]
        indexes = [
            # Filed at once: what waits to be filed is read by every search.
            GinIndex(fields=["tags"], fastupdate=False, name="version_by_tag"),
            GinIndex(fields=["grams"], fastupdate=False, name="version_by_grams"),
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
