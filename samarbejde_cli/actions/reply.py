"""Record what somebody answered to the invitation, in the round's own file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.file_changes import file_change, with_value
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import MEETING, appointment_changes, is_called_off, planned
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.meant_people import nearest_name, people_meant
from samarbejde_cli.case.round import Reply
from samarbejde_cli.case.sharing import has_withdrawn
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import write_all
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile

_PARTICIPANTS: Route = ("møde", "deltagere")


@frozen
class GivenReply:
    """What somebody answered, on which day, and what they sent instead of coming."""

    reply: Reply
    day: date
    note: str | None = None


@frozen
class Replied:
    """Result of a reply: who answered about which day, in which file, and the reply before.

    ``kept_note`` is the note to that reply, when it was not replaced.
    """

    person: str
    file: Path
    before: Reply | None
    about: date | None
    kept_note: str | None = None


def reply_of(text: str) -> Reply:
    """Return the answer of a number. Raises ``WrongUseError`` with all four for another text."""
    found = next((each for each in Reply if each.value == text.strip()), None)
    if found is None:
        four = "; ".join(f"{each.value}: {each.label}" for each in Reply)
        raise WrongUseError(f"Svaret `{text}` findes ikke.", f"Vælg mellem {four}.")
    return found


def reply(workspace: Workspace, case: Case, name: str, answer: GivenReply, today: date) -> Replied:
    """Record a reply with the participant of the present round; nothing else changes.

    ``name`` is a full name, or a part or a relation that only one participant has. Raises
    ``WrongUseError`` when nobody is called so, the case has ended or the day is not over,
    ``UnreadableCaseError`` when the files are broken, ``ConflictError`` when somebody else writes
    at the same time.
    """
    with locked(case.folder):
        present = load_case(case.folder)
        require_readable(workspace, present, today)
        require_possible(present, answer, today)
        at = _participant(present, name)
        require_consent(workspace, present, at, today)
        before = present.round.meeting.participants[at]
        text = with_reply(workspace, present, at, answer)
        write_all([file_change(present, present.round_key, text)])
    about = present.round.meeting.date
    kept = before.note if answer.note is None else None
    return Replied(before.person, present.path(present.round_key), before.reply, about, kept)


def with_reply(workspace: Workspace, case: Case, at: int, answer: GivenReply) -> str:
    """Return the text of the round's file with the answer of the participant of a number."""
    text = _written(case.files[case.round_key].source.text, at, answer)
    meant = _day_meant(case, workspace.profile_of(case)[0], answer)
    return with_value(text, (*_PARTICIPANTS, at, "svar_gælder"), meant)


def require_possible(case: Case, answer: GivenReply, today: date) -> None:
    """Raise ``WrongUseError`` when there is no meeting to answer about, or the day is to come."""
    if case.step.is_end:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value}, så der er intet møde at svare på.",
            "Genåbn sagen, hvis der skal arbejdes videre i den.",
        )
    if is_called_off(case, MEETING):
        raise WrongUseError(
            f"Mødet i sagen {case.number} er aflyst, så der er intet at svare på.",
            f"Er der en ny dag, så skriv den først: samarbejde move-meeting {case.number} --date …",
        )
    if answer.day > today:
        raise WrongUseError(
            f"Svaret kan ikke være givet den {long_date(answer.day)}: den dag er ikke kommet.",
            "Skriv dagen, da svaret kom, efter --date.",
        )


def require_consent(workspace: Workspace, case: Case, at: int, today: date) -> None:
    """Refuse the answer of somebody for whom the consent was taken back."""
    profile, name = workspace.profile_of(case)[0], case.round.meeting.participants[at].person
    if has_withdrawn(case, profile, name, today):
        raise WrongUseError(
            f"Samtykket er trukket tilbage for {name}, som derfor ikke skal med til mødet.",
            f"Slet {name} under `deltagere` i {case.round_key}.yaml.",
        )


def _participant(case: Case, name: str) -> int:
    """Return the number of the one participant whom a name means."""
    people = [each.person for each in case.round.meeting.participants]
    if not people:
        raise WrongUseError(
            f"Der er ingen deltagere i runde {case.record.round} i sagen {case.number}.",
            f"Skriv dem under `møde` og `deltagere` i {case.round_key}.yaml.",
        )
    found = people_meant(case, dict.fromkeys(people), case.full_name(name))
    if len(found) == 1:
        return people.index(found[0])
    raise _unknown(name, found, people)


def _unknown(name: str, several: Sequence[str], people: Sequence[str]) -> WrongUseError:
    if several:
        return WrongUseError(
            f"Flere deltagere hedder {name}.", f"Skriv hele navnet: {listed(several, 'eller')}."
        )
    return WrongUseError(
        f"{name} er ikke deltager i mødet.",
        did_you_mean(nearest_name(people, name)) or f"Deltagerne er {listed(people)}.",
    )


def _written(text: str, at: int, answer: GivenReply) -> str:
    """Return the round's text with the answer; an older note stays when no new one is given."""
    values = {"svar": answer.reply.value, "svaret": answer.day.isoformat(), "notat": answer.note}
    for key, value in values.items():
        if value is not None:
            text = with_value(text, (*_PARTICIPANTS, at, key), value)
    return text


def _day_meant(case: Case, profile: Profile, answer: GivenReply) -> str | None:
    """Return the day of the meeting that an answer is to, where the day of the answer is no clue.

    That is on the day on which the meeting was moved, and while nobody wrote that it was.
    """
    moves, now = appointment_changes(case, profile, MEETING), planned(case, profile, MEETING)
    if not moves or now is None:
        return None
    is_clear = moves[-1].on is not None and answer.day > moves[-1].on
    return None if is_clear else now.begins.date().isoformat()
