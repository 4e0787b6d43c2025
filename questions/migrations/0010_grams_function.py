"""What a text can be found by, whatever stands before and after: its characters, and each two that are neighbours."""

from django.db import migrations

CREATE = """
CREATE FUNCTION questions_grams(searched text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(
        SELECT DISTINCT substr(searched, place, size)
        FROM generate_series(1, length(searched)) AS place, generate_series(1, 2) AS size
    )
$$
"""
DROP = "DROP FUNCTION questions_grams(text)"


class Migration(migrations.Migration):
    dependencies = [("questions", "0009_bank_members")]
    operations = [migrations.RunSQL(CREATE, DROP)]
