"""Tags are filed in their index when a version is published, not later: until then every list reads what is waiting."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("questions", "0014_question_listed")]
    operations = [
        migrations.RemoveIndex("version", "version_by_tag"),
        migrations.AddIndex(
            "version",
            django.contrib.postgres.indexes.GinIndex(fields=["tags"], fastupdate=False, name="version_by_tag"),
        ),
    ]
