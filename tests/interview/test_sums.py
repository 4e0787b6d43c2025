"""The sum on the result page can be redone by hand, limits included."""

import pytest

from interview.domain.sheets import result_sheet
from tests.conftest import HtmlClient
from tests.factories import criterion_data, form_of, make_attempt, make_question, person_id_of

pytestmark = pytest.mark.django_db


def test_a_group_pays_at_most_its_cap_and_the_page_says_so(candidate: HtmlClient) -> None:
    criteria = [criterion_data("restart", group="one"), criterion_data("traffic", group="one"), criterion_data("image")]
    question = make_question(rubric={"groups": [{"key": "one", "cap": 3}], "criteria": criteria})
    attempt = make_attempt(person_id_of(candidate), question, "restart and traffic")

    sheet = result_sheet(attempt.text, attempt.results.get(), question.current.frozen(), 0, "en")
    page = candidate.get(f"/attempts/{attempt.code}/").content.decode()

    assert (sheet.listed, sheet.sum, sheet.points, sheet.max_points) == (4, 3, 3, 5)
    assert "Within the limits on groups and bonus" in page


def test_without_limits_the_page_does_not_speak_of_them(candidate: HtmlClient) -> None:
    question = make_question()
    result = candidate.post("/questions/demo/probes/submit/", form_of(question), follow=True)

    assert "Within the limits" not in result.content.decode()
