from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_user_and_person"),
        ("interview", "0002_attempt_fixed"),
        ("questions", "0002_version_frozen"),
    ]

    operations = [
        migrations.AddField(
            model_name="attempt",
            name="confidence",
            field=models.PositiveSmallIntegerField(
                blank=True, choices=[(1, "not sure"), (2, "a little"), (3, "fairly"), (4, "very")], null=True
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="confidence",
            field=models.PositiveSmallIntegerField(
                blank=True, choices=[(1, "not sure"), (2, "a little"), (3, "fairly"), (4, "very")], null=True
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__range", (1, 4))), name="attempt_confidence_1_to_4"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__range", (1, 4))), name="draft_confidence_1_to_4"
            ),
        ),
    ]
