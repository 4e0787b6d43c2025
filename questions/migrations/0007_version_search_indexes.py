"""The list finds versions by tag and difficulty without reading all of them."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0006_version_search_filled")]
    operations = [
        migrations.AddIndex(
            "version", django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="version_by_tag")
        ),
        migrations.AddIndex("version", models.Index(fields=["difficulty"], name="version_by_difficulty")),
    ]
