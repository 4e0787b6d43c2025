"""The bank → YAML files, as they are shipped and edited in pull requests."""

from pathlib import Path

from django.core.management.base import CommandError

from questions.formats.writing import document_yaml
from questions.models import Bank, Version


def dump_bank(slug: str, folder: Path) -> int:
    """Write the current version of each question of a bank to `<folder>/<slug>.yaml`; returns how many."""
    try:
        bank = Bank.objects.get(slug=slug)
    except Bank.DoesNotExist:
        known = ", ".join(Bank.objects.values_list("slug", flat=True)) or "none"
        raise CommandError(f"there is no bank {slug!r}; known are {known}") from None
    folder.mkdir(parents=True, exist_ok=True)
    versions = Version.objects.filter(pk__in=bank.questions.values("current")).select_related("question")
    for version in versions:
        (folder / f"{version.question.slug}.yaml").write_text(document_yaml(version.frozen()), encoding="utf-8")
    return len(versions)
