"""A submitted answer never changes, whoever asks the database; it may move to another person (guest → account)."""

from django.db import migrations

FIX = """
CREATE FUNCTION interview_attempt_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    OLD.person_id := NEW.person_id;
    IF OLD IS DISTINCT FROM NEW THEN
        RAISE EXCEPTION 'a submitted answer never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attempt_fixed BEFORE UPDATE ON interview_attempt
    FOR EACH ROW EXECUTE FUNCTION interview_attempt_fixed();
"""
LOOSEN = "DROP TRIGGER attempt_fixed ON interview_attempt; DROP FUNCTION interview_attempt_fixed();"


class Migration(migrations.Migration):
    dependencies = [("interview", "0001_practice")]
    operations = [migrations.RunSQL(FIX, LOOSEN)]
