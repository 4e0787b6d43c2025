"""A deleted author may still be forgotten: the grams of the row to be are made after this trigger has compared it."""

from django.db import migrations

FREEZE = """
CREATE OR REPLACE FUNCTION questions_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        OLD.author_id := NEW.author_id;%s
        IF NEW.author_id IS NULL AND OLD IS NOT DISTINCT FROM NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
GRAMS = """
        OLD.grams := NEW.grams;"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0011_version_grams")]
    operations = [migrations.RunSQL(FREEZE % GRAMS, FREEZE % "")]
