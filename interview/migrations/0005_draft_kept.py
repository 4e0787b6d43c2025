"""A draft can stand beside another since guests' work is claimed: two texts for one version are both kept."""

from django.db import migrations, models

CHOICES = [("practice", "practice"), ("kept", "kept beside a newer text")]


class Migration(migrations.Migration):
    dependencies = [("interview", "0004_newest_first")]
    operations = [
        migrations.AlterField(
            model_name=model,
            name="context",
            field=models.CharField(choices=CHOICES, default="practice", max_length=10),
        )
        for model in ("attempt", "draft")
    ]
