"""Search finds versions by what stands in their titles without reading all of them."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("questions", "0012_version_frozen_but_grams")]
    operations = [
        migrations.AddIndex(
            "version",
            django.contrib.postgres.indexes.GinIndex(fields=["grams"], fastupdate=False, name="version_by_grams"),
        ),
    ]
