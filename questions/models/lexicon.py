"""Frozen lexicons."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
