"""Who imports whom, read from the source. Kept apart from its tests so that they can also show it catching somebody."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NO_DJANGO = ("django", "interview")

# Module or package → what it may never import, and the exceptions.
FORBIDDEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "interview.accounts": (("interview", "questions"), ("interview.accounts",)),
    "questions": (("interview",), ("interview.accounts",)),
    "questions.scoring": ((*NO_DJANGO, "questions"), ("questions.scoring", "questions.languages", "questions.limits")),
    "questions.formats": (
        (*NO_DJANGO, "questions"),
        ("questions.formats", "questions.scoring", "questions.languages", "questions.limits"),
    ),
    "questions.drafting": (
        (*NO_DJANGO, "questions"),
        (
            *("questions.drafting", "questions.formats", "questions.scoring"),
            *("questions.languages", "questions.limits"),
        ),
    ),
    "questions.languages": ((*NO_DJANGO, "questions"), ()),
    "questions.limits": ((*NO_DJANGO, "questions"), ()),
    "questions.counting": ((*NO_DJANGO, "questions"), ("questions.scoring",)),
}


def wrong_imports(module: str, source: str) -> list[str]:
    """`module imports other`, for each import in the source of `module` that its layer forbids."""
    return [
        f"{module} imports {imported}"
        for imported in imported_modules(module, source)
        for layer, (forbidden, allowed) in FORBIDDEN.items()
        if _within(module, (layer,)) and _within(imported, forbidden) and not _within(imported, allowed)
    ]


def imported_modules(module: str, source: str) -> Iterator[str]:
    """Every import wherever it stands; `from a import b` is a.b, or `from interview import models` would hide."""
    package = module.rsplit(".", 1)[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join(filter(None, [package.rsplit(".", node.level - 1)[0], base]))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def modules(package: str) -> Iterator[tuple[str, str]]:
    """Name and source of all modules of a top-level package; migrations too."""
    for path in sorted((ROOT / package).rglob("*.py")):
        yield ".".join(path.relative_to(ROOT).with_suffix("").parts), path.read_text(encoding="utf-8")


def _within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)
