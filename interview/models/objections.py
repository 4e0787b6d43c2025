"""What people say when the engine did not see that they were right."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from interview.models.practice import Result
from questions import limits


class Objection(models.Model):
    """ "I did get this right", about one criterion of a result, with a sentence to the authors if there is one.

    `status` is what the authors decided, `reply` their line to whoever objected. No points change by either.
    """

    class Status(models.TextChoices):
        NEW = "new", _("new")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    result = models.ForeignKey(Result, models.CASCADE, related_name="objections", verbose_name=_("result"))
    criterion = models.CharField(_("criterion"), max_length=80)
    text = models.CharField(_("text"), max_length=limits.OBJECTION_CHARACTERS, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.NEW)
    reply = models.CharField(_("reply to the candidate"), max_length=limits.OBJECTION_CHARACTERS, blank=True)
    created = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        constraints = [
            models.UniqueConstraint(fields=["result", "criterion"], name="objection_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["new", "accepted", "declined"]), name="objection_status_known"
            ),
        ]
        indexes = [models.Index(fields=["-created"], name="objection_newest")]

    def __str__(self) -> str:
        return self.criterion
