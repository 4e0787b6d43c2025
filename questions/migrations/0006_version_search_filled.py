"""Tags and folded titles of the versions published so far. Their documents and hashes stay as they are."""

from django.db import migrations
from django.db.models import F

from questions.domain.search import search_text

THAW = "ALTER TABLE questions_version DISABLE TRIGGER version_frozen"
FREEZE = "ALTER TABLE questions_version ENABLE TRIGGER version_frozen"


def fill(apps, schema_editor):
    Version = apps.get_model("questions", "Version")
    versions = Version.objects.annotate(named=F("document__tags")).only("title")
    for version in versions.iterator(chunk_size=1000):
        Version.objects.filter(pk=version.pk).update(tags=version.named or [], search=search_text(version.title))


class Migration(migrations.Migration):
    dependencies = [("questions", "0005_version_search_columns")]
    operations = [
        migrations.RunSQL(THAW, migrations.RunSQL.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(FREEZE, migrations.RunSQL.noop),
    ]
