"""What happens in an interview."""

from interview.models.hints import HintTaken
from interview.models.objections import Objection
from interview.models.practice import Attempt, Confidence, Context, Draft, Result, Reveal

__all__ = ["Attempt", "Confidence", "Context", "Draft", "HintTaken", "Objection", "Result", "Reveal"]
