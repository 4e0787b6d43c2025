"""Topics, which all banks share."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from questions.fields import TranslatedField

if TYPE_CHECKING:
    from questions.models.question import Question


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
