"""What is odd about an answer is said in words, beside the sum that it changes."""

import pytest

from interview.domain.practice import compiled_rubric
from questions.scoring.lexicon import Entry, Lexicon
from questions.scoring.score import score_answer
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, form_of, make_attempt, make_question, person_id_of

pytestmark = pytest.mark.django_db
LIST = "restart, traffic, image, volume, label, taint, quota, secret, probe, node, pod, job"

TITLE = "Which probes are there and what happens when each of them fails?"


def question():
    criteria = [criterion_data(name) for name in ("restart", "traffic", "image", "volume")]
    return make_question(title=both("探针有哪些？", TITLE), rubric={"criteria": criteria})


def result_page(client: HtmlClient, text: str) -> str:
    page = client.post("/questions/demo/probes/submit/", form_of(question(), text), follow=True)
    return page.content.decode()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (LIST, "This reads like a list of words."),
        (f"{TITLE} They restart.", "Words taken over from the question earn nothing."),
        ("I don't know", "You said that you do not know this yet."),
        (
            "Yesterday we went to the lake and had a long walk with the dog of our neighbours.",
            "Nothing of what was looked",
        ),
    ],
)
def test_flag_is_said_in_words(text: str, sentence: str, candidate: HtmlClient) -> None:
    assert sentence in result_page(candidate, text)


def test_list_is_capped_and_the_sum_says_why(candidate: HtmlClient) -> None:
    page = result_page(candidate, LIST)

    assert "A list of words gets at most" in page
    assert "A required point is missing" not in page
    assert "<dd>2 / 8</dd>" in page


def test_ordinary_answer_has_no_flags(candidate: HtmlClient) -> None:
    page = result_page(candidate, "It will restart the container when the check fails.")

    assert "score-flags" not in page


def test_mended_word_is_marked_as_close_spelling(candidate: HtmlClient) -> None:
    asked = make_question(rubric={"criteria": [criterion_data("deployment")]})
    attempt = make_attempt(person_id_of(candidate), asked, "a deployement")
    lexicon = Lexicon(1, (Entry("x", "word", en=("x",)),), frozenset({"about"}))
    result = attempt.results.get()
    result.data = score_answer(attempt.text, compiled_rubric(asked.current, lexicon)).data()
    result.save()

    assert "close spelling" in candidate.get(f"/attempts/{attempt.code}/").content.decode()
