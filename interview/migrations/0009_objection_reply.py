from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interview", "0008_objection")]
    operations = [
        migrations.AddField(
            model_name="objection",
            name="reply",
            field=models.CharField(blank=True, max_length=500, verbose_name="reply to the candidate"),
        ),
    ]
