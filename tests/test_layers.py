"""Imports point one way: accounts ← questions ← interview, engines without Django, scoring ← formats."""

import pytest

from tests.layers import FORBIDDEN, modules, wrong_imports

TREE = [*modules("questions"), *modules("interview")]


def test_imports_point_one_way():
    assert [wrong for module, source in TREE for wrong in wrong_imports(module, source)] == []


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_every_layer_that_is_checked_exists(layer):
    assert any(module == layer or module.startswith(f"{layer}.") for module, _ in TREE)


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("interview.accounts.models", "from questions.models import Bank", "questions.models.Bank"),
        ("interview.accounts.models", "import questions", "questions"),
        ("interview.accounts.people", "from interview.models import Attempt", "interview.models.Attempt"),
        ("interview.accounts.people", "from interview import models", "interview.models"),
        ("interview.accounts.people", "from ..models import Attempt", "interview.models.Attempt"),
        (
            "questions.domain.loading",
            "from interview.domain.practice import submit",
            "interview.domain.practice.submit",
        ),
        ("questions.views.bank", "def view():\n    from interview import access", "interview.access"),
        ("questions.scoring.fold", "from django.utils.html import escape", "django.utils.html.escape"),
        ("questions.scoring.fold", "import django", "django"),
        (
            "questions.scoring.score",
            "from questions.formats.document import sha256",
            "questions.formats.document.sha256",
        ),
        ("questions.scoring.score", "from ..formats import files", "questions.formats.files"),
        ("questions.scoring.score", "from questions.models import Bank", "questions.models.Bank"),
        ("questions.formats.reading", "from django.conf import settings", "django.conf.settings"),
        ("questions.formats.reading", "from questions.domain import drafts", "questions.domain.drafts"),
        ("questions.drafting.rubric", "from questions.linting.bank import lint", "questions.linting.bank.lint"),
        ("questions.formats.files", "from questions.drafting import rubric", "questions.drafting.rubric"),
        ("questions.languages", "from django.utils import translation", "django.utils.translation"),
        ("questions.limits", "import django.conf", "django.conf"),
        ("questions.counting", "try:\n    import django\nexcept ImportError:\n    pass", "django"),
    ],
)
def test_an_import_against_the_direction_is_named(module, source, wrong):
    assert f"{module} imports {wrong}" in wrong_imports(module, source)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("interview.accounts.people", "from interview.accounts.models import User"),
        ("interview.accounts.people", "from .models import User"),
        ("questions.models", "from interview.accounts.models import User\nfrom django.db import models"),
        ("questions.formats.writing", "from questions.scoring.rubric import Mode"),
        ("questions.scoring.score", "from questions.scoring import ENGINE_VERSION\nimport re"),
        ("interview.models.practice", "from questions.models import Version"),
        ("questions.scoring.fold", "import djangoish, interviewer"),
    ],
)
def test_an_import_with_the_direction_is_fine(module, source):
    assert wrong_imports(module, source) == []
