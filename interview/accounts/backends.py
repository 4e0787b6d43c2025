"""How users are loaded at each request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from interview.accounts.models import User


class PersonBackend(AuthenticationBackend):  # type: ignore[misc] # allauth has no types
    """Signs in by e-mail address; a user is loaded together with their person, in 1 query."""

    def get_user(self, user_id: Any) -> User | None:
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
