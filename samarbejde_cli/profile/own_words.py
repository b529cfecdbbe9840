"""Texts about the person in the municipality's own words: nobody of 34 is called *den unge*."""

import re
from functools import cache

from samarbejde_cli.profile.appearance import Words


def in_own_words(text: str, words: Words) -> str:
    """Return a text about the youth with the municipality's words for the person and the adult."""
    for plain, own in _replacements(words.adult, words.of_person, words.person):
        text = text.replace(plain, own)
    return text


@cache
def _replacements(adult: str, of_person: str, person: str) -> tuple[tuple[str, str], ...]:
    """Return what is replaced, the longest first; nothing where the words are the usual ones."""
    own = {"den unges voksne": adult, "den unges": of_person, "den unge": person}
    pairs = [(plain, word) for plain, word in own.items() if plain != word]
    return tuple(pair for plain, word in pairs for pair in _both_cases(plain, word))


def _both_cases(plain: str, own: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (plain, own), (_opening(plain), _opening(own))


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
