"""A reply to an invitation that was written down."""

from samarbejde_cli.actions.reply import Replied
from samarbejde_cli.case.round import Reply
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import shortened, small
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.folded import folded


def replied(reply: Reply, done: Replied) -> str:
    """Return who replied what about which meeting, the reply before, and the file."""
    about = f" om mødet den {long_date(done.about)}" if done.about else ""
    before = f" Før stod der {done.before.value}." if done.before else ""
    said = f"{done.person} har svaret {reply.value}{about}: {small(reply.label)}.{before}"
    if done.kept_note and done.before is not reply:
        note = shortened(" ".join(done.kept_note.split()), 60)
        said += f" Notatet »{note}« står der stadig; skriv et andet med --note."
    return f"{folded(said)}\nSkrevet i {shown_path(done.file)}."
