"""The bank in Django admin: where authors edit drafts and publish them."""

from questions.admin import bank, question, version

__all__ = ["bank", "question", "version"]
