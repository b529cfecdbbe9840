"""Danish for the words of click and typer, whatever language the computer is set to."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).parents[1] / "locale" / "da" / "LC_MESSAGES" / "messages.mo"


@contextmanager
def danish() -> Iterator[None]:
    """Let click and typer speak Danish inside the block.

    Both keep a reference to ``gettext.gettext``, which calls ``gettext.dgettext`` for every text,
    and that picks a language from the environment. So ``dgettext`` is the function to replace:
    it works on Windows, where no language is set, and no child process inherits anything.
    """
    ordinary = gettext.dgettext, gettext.dngettext
    gettext.dgettext = lambda domain, message: _catalogue().gettext(message)  # noqa: ARG005 — as in gettext
    gettext.dngettext = lambda domain, msgid1, msgid2, n: _catalogue().ngettext(msgid1, msgid2, n)  # noqa: ARG005 — same
    try:
        yield
    finally:
        gettext.dgettext, gettext.dngettext = ordinary


@cache
def _catalogue() -> gettext.GNUTranslations:
    """Return the Danish texts, read at the first one: most commands say none of them."""
    with CATALOGUE.open("rb") as file:
        return gettext.GNUTranslations(file)
