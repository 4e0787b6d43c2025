"""The list is counted, read in its order, and entered from what a search finds, without its questions themselves."""

from django.db import migrations, models
from django.db.models import Q

PUBLISHED = Q(current__isnull=False) & ~Q(status="retired")


class Migration(migrations.Migration):
    dependencies = [("questions", "0013_version_by_grams")]
    operations = [
        migrations.AddIndex(
            "question",
            models.Index(
                fields=["bank", "position", "slug"],
                include=["id", "current"],
                condition=PUBLISHED,
                name="question_listed",
            ),
        ),
        migrations.AddIndex(
            "question",
            models.Index(
                fields=["current"],
                include=["id", "bank", "position", "slug"],
                condition=PUBLISHED,
                name="question_by_current",
            ),
        ),
    ]
