"""Help asked for before an answer is submitted."""

from typing import ClassVar

from django.db import models
from django.db.models import ExpressionWrapper, F, Func, Q, Value
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from interview.models.practice import Attempt, Context, Draft
from questions import limits
from questions.languages import Translated

# Of the frozen document, only this one hint leaves the database.
PATH_OF_ONE = "$.rubric.criteria[*] ? (@.key == $criterion).hints[$index]"


class HintTakenQuerySet(models.QuerySet["HintTaken"]):
    def open_of(self, person_id: int, version_id: int) -> "HintTakenQuerySet":
        """Those of the answer that a person is writing, in the order they were taken."""
        draft = Q(draft__person=person_id, draft__version=version_id, draft__context=Context.PRACTICE)
        return self.filter(draft, attempt=None).order_by("pk")

    def texts(self) -> list[Translated]:
        """What they say, in all languages; 1 query."""
        place = JSONObject(criterion=F("criterion"), index=F("rung") - 1)
        document = F("draft__version__document")
        one = Func(document, Value(PATH_OF_ONE), place, function="jsonb_path_query_first")
        return list(self.annotate(text=ExpressionWrapper(one, models.JSONField())).values_list("text", flat=True))


class HintTaken(models.Model):
    """Hint `rung` (from 1) of a criterion was shown to the person of the draft. `attempt` is what became of it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="hints")
    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="hints", null=True, blank=True)
    criterion = models.CharField(max_length=80)
    rung = models.PositiveSmallIntegerField()
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = HintTakenQuerySet.as_manager()

    class Meta:
        verbose_name = _("hint taken")
        verbose_name_plural = _("hints taken")
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "attempt", "criterion", "rung"], name="hint_taken_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(rung__range=(1, limits.HINTS)), name="hint_rung_known"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.rung}"
