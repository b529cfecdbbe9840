"""The calendar files of a meeting that were written."""

from collections.abc import Iterable, Iterator

from samarbejde_cli.actions.calendar import Sent
from samarbejde_cli.actions.invite import Invite
from samarbejde_cli.files.paths import shown_path


def as_lines(sent: Iterable[Sent]) -> Iterator[str]:
    """Yield what each file does, and where it is."""
    return (f"{_what(each.invite)}: {shown_path(each.path)}" for each in sent)


def _what(invite: Invite) -> str:
    if invite.is_replaced:
        return "aflysning fra den tidligere indkalder"
    if invite.cancelled:
        return "aflysning"
    return f"udgave {invite.edition + 1}"
