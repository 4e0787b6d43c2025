"""What happens in an interview."""

from interview.models.practice import Attempt, Confidence, Context, Draft, Result, Reveal

__all__ = ["Attempt", "Confidence", "Context", "Draft", "Result", "Reveal"]
