"""A revision of the draft, so that of two authors none overwrites the other unseen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0007_version_search_indexes")]
    operations = [
        migrations.AddField(
            model_name="question",
            name="edited",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="revision of the draft"),
        ),
    ]
