"""Lexicon revisions never change and are never deleted: results name them."""

from django.db import migrations

FREEZE = """
CREATE FUNCTION questions_lexicon_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a lexicon revision never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER lexicon_frozen BEFORE UPDATE OR DELETE ON questions_lexiconrevision
    FOR EACH ROW EXECUTE FUNCTION questions_lexicon_frozen();
"""
THAW = "DROP TRIGGER lexicon_frozen ON questions_lexiconrevision; DROP FUNCTION questions_lexicon_frozen();"


class Migration(migrations.Migration):
    dependencies = [("questions", "0003_lexicon_revision")]
    operations = [migrations.RunSQL(FREEZE, THAW)]
