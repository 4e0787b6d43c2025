"""Versions never change and are never deleted, whoever asks the database. Only a deleted author may be forgotten."""

from django.db import migrations

FREEZE = """
CREATE FUNCTION questions_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        OLD.author_id := NEW.author_id;
        IF NEW.author_id IS NULL AND OLD IS NOT DISTINCT FROM NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER version_frozen BEFORE UPDATE OR DELETE ON questions_version
    FOR EACH ROW EXECUTE FUNCTION questions_version_frozen();
"""
THAW = "DROP TRIGGER version_frozen ON questions_version; DROP FUNCTION questions_version_frozen();"


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_bank")]
    operations = [migrations.RunSQL(FREEZE, THAW)]
