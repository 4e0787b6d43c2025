"""What the page of a draft shows beside its fields: problems, the next number, what somebody else has saved."""

from typing import Any

from questions.admin.forms import QuestionForm
from questions.admin.problems import show_problems
from questions.admin.rows import RowFormSet
from questions.domain.comparing import difference, draft_yaml
from questions.domain.draft_data import Draft, draft_data, stored_draft
from questions.domain.drafts import problems_of
from questions.models import Question

FormSets = dict[str, RowFormSet]


def editing_context(form: QuestionForm, formsets: FormSets) -> dict[str, Any]:
    """More for the template of the page; the problems are put to their fields."""
    question: Question = form.instance
    draft = _draft(form, formsets)
    problems = problems_of(draft_data(draft))
    show_problems(problems, form, formsets)
    return {
        "editing": True,
        "problem_count": len(problems),
        "steps": formsets["steps"],
        "criteria": formsets["criteria"],
        "full_marks": sum(row.points for row in draft.criteria if row.role in ("required", "core")),
        "next_number": question.current.number + 1 if question.current else 1,
        **(_conflict(draft) if form.conflict else {}),
    }


def _draft(form: QuestionForm, formsets: FormSets) -> Draft:
    """The draft as it stands in the form: what was typed, or what is stored."""
    tags = form.cleaned_data.get("tags", []) if form.is_bound else form.instance.tags.all()
    return Draft(form.instance, [tag.slug for tag in tags], formsets["steps"].rows, formsets["criteria"].rows)


def _conflict(typed: Draft) -> dict[str, Any]:
    stored = Question.objects.select_related("bank").get(pk=typed.question.pk)
    return {
        "conflict": difference(draft_yaml(stored_draft(stored)), draft_yaml(typed)),
        "stored_revision": stored.edited,
    }
