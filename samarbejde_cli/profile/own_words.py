"""Texts about the person in the municipality's own words: nobody of 34 is called *den unge*."""

import re

from samarbejde_cli.profile.appearance import Words


def in_own_words(text: str, words: Words) -> str:
    """Return a text about the youth with the municipality's words for the person and the adult."""
    own_words = {
        "den unges voksne": words.adult,
        "den unges": words.of_person,
        "den unge": words.person,
    }
    for plain, own in own_words.items():
        text = text.replace(plain, own).replace(_opening(plain), _opening(own))
    return text


def name_in_own_words(name: str, words: Words) -> str:
    """Return a name that is written with hyphens in the municipality's words."""
    return in_own_words(name.replace("-", " "), words).replace(" ", "-")


def file_word(words: Words) -> str:
    """Return the word for the person in the names of files: ``ung``, or the last of one's own."""
    last = (re.findall(r"[^\W\d_]+", words.person.lower()) or ["unge"])[-1]
    return "ung" if last == "unge" else last


def role_in_file_name(role: str, words: Words) -> str:
    """Return a role as names of files have it; *den-unges-voksne* only where people are young."""
    if file_word(words) == "ung":
        return role
    return re.sub(r"[^\w-]+", "-", name_in_own_words(role, words)).strip("-") or role


def _opening(text: str) -> str:
    return text[:1].upper() + text[1:]
