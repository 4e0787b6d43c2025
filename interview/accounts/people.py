"""Who answers in this session: the person of the signed-in user, or a guest known by the session alone."""

from django.http import HttpRequest

from interview.accounts.models import Person

SESSION_KEY = "person"


def current_person_id(request: HttpRequest) -> int | None:
    """The id of whoever answers, None before the first answer; no query for a guest beyond the session's."""
    if request.user.is_authenticated:
        return Person.objects.filter(user=request.user).values_list("pk", flat=True).first()
    return request.session.get(SESSION_KEY)


def ensure_person_id(request: HttpRequest) -> int:
    """The same, made now if it is missing. Call it from a POST only: reading a page makes nobody."""
    if (person_id := current_person_id(request)) is not None:
        return person_id
    if request.user.is_authenticated:
        return Person.objects.get_or_create(user=request.user)[0].pk
    person_id = Person.objects.create().pk
    request.session[SESSION_KEY] = person_id
    return person_id
