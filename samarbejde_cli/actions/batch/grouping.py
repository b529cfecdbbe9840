"""How the letters of a mailing are laid out in folders, for whoever sends them on."""

from enum import StrEnum

from samarbejde_cli.documents.recipients import Channel, Recipient

SHARED = "fælles"
"""Papers that are the same for all: whoever sends the others takes them along."""
_WAYS = {
    Channel.SECURE_POST: "sikker-post",
    Channel.DIGITAL_POST: "digital-post",
    Channel.PAPER: "print",
    Channel.INTERNAL: "outlook",
}
"""The folder of each channel, by what is done with it."""


class Group(StrEnum):
    """What decides in which folder a letter lies."""

    CHANNEL = "channel"
    RECIPIENT = "recipient"
    CASE = "case"
    PRINT = "print"


def folder_of(group: Group | None, case: str, recipient: Recipient | None, number: int) -> str:
    """Return the folder of a letter, empty without groups; it tells nothing of a person.

    ``number`` tells recipients of one role in a case apart.
    """
    match group:
        case None:
            return ""
        case Group.CASE:
            return case
        case Group.RECIPIENT:
            return f"{case}-{_who(recipient, number)}"
        case Group.CHANNEL:
            return _WAYS[recipient.channel] if recipient else SHARED
        case Group.PRINT:
            return _print(recipient)


def _print(recipient: Recipient | None) -> str:
    if recipient is None:
        return SHARED
    return "print" if recipient.channel is Channel.PAPER else "ikke-print"


def _who(recipient: Recipient | None, number: int) -> str:
    if recipient is None:
        return SHARED
    return recipient.role if number == 1 else f"{recipient.role}-{number}"
