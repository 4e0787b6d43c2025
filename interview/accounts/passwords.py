"""What a password must be, in words that both languages have."""

from django.contrib.auth import password_validation
from django.utils.translation import ngettext


class MinimumLengthValidator(password_validation.MinimumLengthValidator):
    """Django's, whose sentence has no Chinese."""

    def get_error_message(self) -> str:
        sentence = ngettext(
            "Please use at least %(count)s character.", "Please use at least %(count)s characters.", self.min_length
        )
        return sentence % {"count": self.min_length}
