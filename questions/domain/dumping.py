"""The bank → YAML files, as they are shipped and edited in pull requests."""

from pathlib import Path

from django.core.management.base import CommandError

from questions.formats.writing import document_yaml
from questions.models import Bank


def dump_bank(slug: str, folder: Path) -> int:
    """Write the current version of each question of a bank to `<folder>/<slug>.yaml`; returns how many."""
    try:
        bank = Bank.objects.get(slug=slug)
    except Bank.DoesNotExist:
        known = ", ".join(Bank.objects.values_list("slug", flat=True)) or "none"
        raise CommandError(f"there is no bank {slug!r}; known are {known}") from None
    folder.mkdir(parents=True, exist_ok=True)
    questions = bank.questions.filter(current__isnull=False).select_related("current")
    for question in questions:
        (folder / f"{question.slug}.yaml").write_text(document_yaml(question.current.frozen()), encoding="utf-8")
    return len(questions)
