"""The page of a question as a browser without scripts has it: what its form posts, what stands beside a field."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.contrib.auth.models import Group
from django.urls import reverse

from interview.accounts.models import User
from questions.models import Bank, BankMember, Question
from questions.models.bank import AUTHORS
from tests.conftest import HtmlClient, signed_in

Fields = dict[str, Any]


def member(bank: Bank, role: str, email: str = "") -> HtmlClient:
    """The browser of an author who has this role in the bank."""
    browser = signed_in(email or f"{role}@{bank.slug}.test", is_staff=True)
    user = User.objects.get(pk=browser.session["_auth_user_id"])
    user.groups.add(Group.objects.get_or_create(name=AUTHORS)[0])  # browser tests empty all tables
    BankMember.objects.create(bank=bank, user=user, role=role)
    return browser


def address(page: str, question: Question | None = None) -> str:
    return reverse(f"admin:questions_question_{page}", args=[question.pk] if question else [])


def form_of(browser: HtmlClient, question: Question) -> Fields:
    """What the page of the question would post as it is; the buttons are left out."""
    response = browser.get(address("change", question))
    assert response.status_code == 200
    return fields_of(response.content.decode())


def save(browser: HtmlClient, question: Question, button: str = "_continue", **changes: Any) -> Any:
    """Open the page, change some fields, press the button."""
    return browser.post(address("change", question), {**form_of(browser, question), **changes, button: "1"})


def fields_of(html: str, form: str = "question_form") -> Fields:
    root = next(
        element for element in _elements(html5lib.parse(html, namespaceHTMLElements=False)) if _is(element, form)
    )
    fields: Fields = {}
    for element in _elements(root):
        name = element.get("name")
        if name and element.tag in ("input", "select", "textarea"):
            fields.update(_value(name, element, fields))
    return fields


def beside(html: str, name: str) -> list[str]:
    """The problems and errors that stand beside the field with this name."""
    found = re.search(rf'id="id_{re.escape(name)}_error">(.*?)</div>', html, re.DOTALL)
    return (
        [unescape(re.sub(r"\s+", " ", text)) for text in re.findall(r"<span>(.*?)</span>", found[1])] if found else []
    )


def _elements(root: Element) -> Iterator[Element]:
    """All but what is inside a template element."""
    yield root
    for child in root:
        if child.tag != "template":
            yield from _elements(child)


def _is(element: Element, form: str) -> bool:
    return element.tag == "form" and element.get("id") == form


def _value(name: str, element: Element, fields: Fields) -> Fields:
    if element.tag == "textarea":
        return {name: (element.text or "").removeprefix("\n").replace("\n", "\r\n")}
    if element.tag == "select":
        chosen = [option.get("value") for option in element.iter("option") if option.get("selected") is not None]
        return {name: (chosen or [""])[0]}
    if element.get("type") in ("checkbox", "radio"):
        ticked = element.get("checked") is not None
        return {name: [*fields.get(name, []), element.get("value") or "on"]} if ticked else {}
    return {name: element.get("value") or ""}
