"""The table of the cache, as Django's DatabaseCache reads it."""

from django.db import migrations

CREATE = """
CREATE TABLE accounts_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX accounts_cache_expires ON accounts_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_user_and_person")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE accounts_cache")]
