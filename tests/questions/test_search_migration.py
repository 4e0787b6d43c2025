"""Versions published before there were columns to search get them, and are frozen again afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from questions.models import Version
from tests.factories import both, make_question

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE, AFTER = [("questions", "0004_lexicon_frozen")], [("questions", "0007_version_search_indexes")]
GRAMS = [("questions", "0013_version_by_grams")]


def migrate(target: list[tuple[str, str]]) -> None:
    MigrationExecutor(connection).migrate(target)


@pytest.fixture
def old_versions() -> Iterator[list[Any]]:
    """Two versions as they were before, and their documents."""
    make_question("probes", title=both("「探針」", "Which PROBES?"), tags=["lifecycle", "b"])
    make_question("plain", title={"en": "Plain"}, tags=[])
    migrate(BEFORE)
    yield list(Version.objects.order_by("pk").values_list("pk", "document", "sha256"))
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())  # those of other apps that depend on it too


def test_old_versions_can_be_found_and_stay_frozen(old_versions: list[Any]) -> None:
    migrate(AFTER)

    versions = Version.objects.order_by("pk")
    assert list(versions.values_list("pk", "document", "sha256")) == old_versions
    assert list(versions.values_list("tags", "search")) == [
        (["b", "lifecycle"], "「探针」\nwhich probes?"),
        ([], "plain"),
    ]
    with pytest.raises(IntegrityError, match="a published version never changes"):
        versions.update(search="")


def test_old_versions_get_the_grams_of_their_titles(old_versions: list[Any]) -> None:
    migrate(GRAMS)

    versions = Version.objects.order_by("pk")
    assert list(versions.values_list("pk", "document", "sha256")) == old_versions
    assert sorted(versions.get(search="plain").grams) == ["a", "ai", "i", "in", "l", "la", "n", "p", "pl"]
    with pytest.raises(IntegrityError, match="a published version never changes"):
        versions.update(search="")
