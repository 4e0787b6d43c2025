"""What happens in an interview."""

from interview.models.practice import Attempt, Draft, Result, Reveal

__all__ = ["Attempt", "Draft", "Result", "Reveal"]
