"""Who works on which bank."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ROLES = ["owner", "author", "reviewer"]


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0008_question_edited"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="BankMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[(role, role) for role in ROLES], default="author", max_length=8, verbose_name="role"
                    ),
                ),
                (
                    "bank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="questions.bank",
                        verbose_name="bank",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bank_memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "bank member",
                "verbose_name_plural": "bank members",
                "ordering": ("bank", "user"),
                "constraints": [
                    models.UniqueConstraint(fields=("bank", "user"), name="bank_member_unique"),
                    models.CheckConstraint(condition=models.Q(("role__in", ROLES)), name="bank_member_role_known"),
                ],
            },
        ),
    ]
