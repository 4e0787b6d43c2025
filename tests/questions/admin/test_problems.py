"""Every problem of the document stands beside its field, with its line, and none keeps a draft from being saved."""

import pytest

from questions.domain.draft_data import draft_data, stored_draft
from questions.domain.drafts import problems_of
from questions.models import Question
from tests.questions.admin.pages import address, beside, save

STAR = "* needs a Latin word of at least 4 letters before it"

# Field, what is typed, beside which field it is said, and what.
CASES = [
    ("title_en", " ", "title", ""),  # one language is enough
    ("criteria-0-concepts", "a: kill\r\n\r\nb: *", "criteria-0-concepts", "Line 2: '*': " + STAR),
    (
        "criteria-0-concepts",
        "a [nagate]: kill",
        "criteria-0-concepts",
        "Line 1: 'nagate' is unknown; known are affirm, negate, either",
    ),
    ("criteria-0-concepts", "a: kill\r\nb:", "criteria-0-concepts", "Line 2: has 0 entries, allowed are 1 to 40"),
    ("criteria-0-concepts", "", "criteria-0-concepts", "has 0 entries, allowed are 1 to 20"),
    ("criteria-1-step", "nowhere", "criteria-1-step", "there is no step 'nowhere'; known are step-1, step-2, step-3"),
    ("criteria-1-group", "nowhere", "criteria-1-group", "there is no group 'nowhere'; known are none"),
    (
        "criteria-1-contradicts",
        "restart",
        "criteria-1-contradicts",
        "only a misconception can contradict a criterion",
    ),
    ("criteria-1-mode", "at_least", "criteria-1-at_least", "must be a whole number from 1 to 20"),
    ("criteria-1-window", "tokens", "criteria-1-window_size", "must be a whole number from 1 to 200"),
    ("criteria-1-hints_en", "a\r\nb\r\nc\r\nd", "criteria-1-hints", "has 4 entries, allowed are 0 to 3"),
    ("steps-1-key", "Upper", "steps-1-key", "'Upper' may only hold lower-case letters, digits, - and _ (at most 80)"),
    ("steps-2-title_en", "x" * 301, "steps-2-title", "English: has 301 characters, at most 300 are allowed"),
    ("groups", "\r\nlife: many", "groups", "Line 1: must be a whole number from 0 to 100"),
    (
        "follow_ups",
        "restart: a\r\nnone: b",
        "follow_ups",
        "Line 2: there is no criterion 'none'; known are restart, traffic",
    ),
    (
        "goldens",
        "- kind: x\r\n  text: y\r\n  expect: {none: hit}\r\n  score: [0, 1]",
        "goldens",
        "Line 4: there is no criterion 'none'; known are restart, traffic",
    ),
    ("goldens", "kind: x", "goldens", "must be a list"),
    ("sources", "x" * 1001, "sources", "Line 1: has 1001 characters, at most 1000 are allowed"),
    ("minutes", "241", "minutes", "must be a whole number from 1 to 240"),
]


@pytest.mark.parametrize(
    ("field", "typed", "place", "said"), CASES, ids=[f"{case[0]}={case[1][:20]!r}" for case in CASES]
)
def test_a_problem_stands_beside_its_field_and_the_draft_is_saved(writer, question, field, typed, place, said):
    response = save(writer, question, **{field: typed})
    assert response.status_code == 302
    page = writer.get(response.url).content.decode()
    assert beside(page, place) == ([said] if said else [])
    count = "Check: 1 problem" if said else "Check: no problems"
    assert count in page
    assert writer.get(address("publish", question)).content.decode().count('class="problem"') == bool(said)


def test_rows_in_another_order_keep_their_problems(writer, question):
    page = writer.get(
        save(writer, question, **{"steps-0-ORDER": 9, "steps-0-title_en": "x" * 301}).url
    ).content.decode()
    assert beside(page, "steps-2-title") == ["English: has 301 characters, at most 300 are allowed"]
    assert beside(page, "steps-0-title") == []


def test_problems_without_a_field_stand_above_the_rows(writer, question):
    url = save(writer, question, **{f"steps-{number}-DELETE": "on" for number in range(3)}).url
    page = writer.get(url).content.decode()
    assert "has 0 entries, allowed are 1 to 12" in page
    assert "Check: 1 problem" in page


def test_a_refused_form_shows_errors_and_problems_of_what_was_typed(writer, question):
    response = save(writer, question, **{"difficulty": "9", "groups": "life: many", "criteria-1-points": "x"})
    page = response.content.decode()
    assert response.status_code == 422
    assert beside(page, "difficulty") == ["Ensure this value is less than or equal to 5."]
    assert beside(page, "criteria-1-points") == ["Enter a whole number."]
    assert beside(page, "groups") == ["Line 1: must be a whole number from 0 to 100"]


def test_lines_with_problems_are_named_for_the_script_that_tints_them(writer, question):
    url = save(writer, question, **{"criteria-0-concepts": "a: *\r\nb: ok\r\nc: x*"}).url
    assert 'data-wrong-lines="1 3"' in writer.get(url).content.decode()


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("(a+)+$", ""),
        ("lock.*wait.*graph.*cycle", STAR),
        ("\\\\1(\\\\w)", ""),
        ("x" * 10_000, "has 10000 characters, at most 100 are allowed"),
        ("*", STAR),
        ("ab*cd", STAR),
        ("", "has 0 entries, allowed are 1 to 40"),
        ("ok | | fine", "text is missing"),
        ("。，！", "there is no word in it"),
        ("@Not an id", "a lexicon entry is written @ and its id, such as @k8s.pod"),
    ],
)
def test_a_bad_term_is_named_at_its_line(writer, question, term, said):
    page = writer.get(
        save(writer, question, **{"criteria-0-concepts": f"good: kill\r\nbad: {term}"}).url
    ).content.decode()
    found = beside(page, "criteria-0-concepts")
    assert len(found) == bool(said)
    assert not said or (found[0].startswith("Line 2: ") and said in found[0])
    assert bool(problems_of(draft_data(stored_draft(Question.objects.get())))) == bool(said)
