"""A person's newest open draft and newest attempts are found without reading all of them."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("interview", "0003_confidence")]
    operations = [
        migrations.AddIndex(
            "draft",
            models.Index(fields=["person", "-updated"], condition=Q(closed=False), name="draft_newest_open"),
        ),
        migrations.AddIndex("attempt", models.Index(fields=["person", "-created", "-id"], name="attempt_newest")),
    ]
