"""What happens in an interview."""

from interview.models.practice import Attempt, Confidence, Draft, Result, Reveal

__all__ = ["Attempt", "Confidence", "Draft", "Result", "Reveal"]
