"""Columns of a version that lists are filtered by, still empty."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0004_lexicon_frozen")]
    operations = [
        migrations.AddField(
            "version",
            "tags",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.SlugField(), size=None, default=list, blank=True, verbose_name="tags"
            ),
        ),
        migrations.AddField(
            "version",
            "search",
            models.TextField(blank=True, default="", verbose_name="words to search"),
            preserve_default=False,
        ),
    ]
