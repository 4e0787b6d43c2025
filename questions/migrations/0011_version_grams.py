"""The grams of what is searched. The database makes them, also those of the versions published so far."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0010_grams_function")]
    operations = [
        migrations.AddField(
            "version",
            "grams",
            models.GeneratedField(
                expression=models.Func("search", function="questions_grams"),
                output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                db_persist=True,
            ),
        ),
    ]
