"""What the writer of an unknown word most likely meant, as a fact of a finding."""

from collections.abc import Iterable

from samarbejde_cli.danish.text import closest_value, did_you_mean


def meant(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the help ``Mente du …?`` as a fact; nothing when no known word is like it.

    The fact replaces the hint of the rule, which otherwise lists the allowed values.
    """
    likely = closest_value(word, known)
    return {"hjælp": did_you_mean(likely)} if likely else {}
