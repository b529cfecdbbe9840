"""Invitations that come back: the reply of the participant whom the letter is to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samarbejde_cli.actions.file_changes import with_value
from samarbejde_cli.actions.reading.differences import Comparison, Difference, is_same
from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.actions.reading.said_reply import is_tick, reply_said, says_more
from samarbejde_cli.actions.reply import (
    GivenReply,
    reply_of,
    require_consent,
    require_possible,
    with_reply,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.appointments import asked
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Participant, Reply
from samarbejde_cli.danish.dates import long_date, parse_iso
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.documents.form import Lines, Stamp
from samarbejde_cli.documents.kinds.invitation import reader_key, time_of
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.word import BLANK, Field, FilledForm

REPLY, NOTE = "svar", "notat"
"""The two fields of a letter, as the file calls them too."""
_WITH_NOTE = (Reply.SENDS_NOTE, Reply.OTHER_DAY)
"""Replies of those who said that they will write."""
_ITEMS = "møde.deltagere"
_HEADINGS = ("Dit svar:", "Sæt kryds ved det svar, der passer")
"""What stands above the replies in the letters of the templates, the old ones too."""
_CASE = lazy_pattern(r"Sagsnummer (\S+)")


@frozen
class Letter:
    """Whose letter came back: the number among the participants, the name, and when it was made."""

    workspace: Workspace
    case: Case
    at: int
    name: str
    made: date | None
    stamp: Stamp

    def compared(self, found: FoundAnswers) -> Comparison:
        """Return what the letter says beside the file.

        The boxes are printed empty, so what the file had when the letter was made is known by the
        days alone.
        """
        result = Comparison()
        boxes, typed = found.fields.get(REPLY), _typed(found.fields.get(NOTE))
        if boxes is None or len(boxes.boxes) != len(Reply):
            why = f"Brevet har ikke de fire svar, som programmet kender. {self._how}"
            result.leave("", typed, why)
            return result
        ticks, beside = _ticks(boxes)
        words = (*beside, *boxes.unboxed, *typed)
        line = found.fields.get(NOTE, boxes) if typed else boxes
        self._compare(result, (boxes, line), sorted(ticks), words)
        return result

    def _compare(
        self, result: Comparison, fields: tuple[Field, Field], ticks: list[Reply], words: Lines
    ) -> None:
        """Add what differs; ``fields`` are where the ticks and the words are."""
        boxes, line = fields
        text = "\n".join(words)
        meant = reply_said(text) if text else None
        replies = {*ticks, *([meant] if meant and not says_more(text) else [])}
        if len(replies) > 1:
            labels = tuple(f"{each.value}: {each.label}" for each in sorted(replies))
            result.leave(boxes.place, (*labels, *words), f"Der er flere svar. {self._how}")
            return
        reply, before = next(iter(replies), meant), self._standing.reply
        if reply is None and before and self._was_answered(REPLY, _value(before)):
            why = f"Krydset fra før er slettet i brevet. Svaret står stadig i sagen. {self._how}"
            result.leave(boxes.place, (f"{before.value}: {before.label}", *words), why)
            return
        if reply is None and before not in _WITH_NOTE:
            if words:
                why = f"Der er skrevet noget, men ikke sat kryds ved et svar. {self._how}"
                result.leave(line.place, words, why)
            return
        self._differ(result, REPLY, boxes, _value(before), _value(reply or before))
        note = words if says_more(text) else ()
        old = (self._standing.note,) if self._standing.note else ()
        self._differ(result, NOTE, line, old, note or old)

    def _differ(
        self, result: Comparison, key: str, found: Field, before: Lines, after: Lines
    ) -> None:
        if not is_same(before, after):
            at = f"{_ITEMS}[{self.at + 1}].{key}"
            said = ((key, after),)
            difference = Difference(at, found.place, found.found_by, before, after, said)
            is_own = self._is_older or self._was_answered(key, before)
            (result.conflicts if before and not is_own else result.changes).append(difference)

    def _was_answered(self, key: str, before: Lines) -> bool:
        """Whether an earlier reading of this letter wrote what the file has."""
        return self.stamp.has_answered(key) and self.stamp.knows(key, before)

    @property
    def _standing(self) -> Participant:
        """The participant with the reply that counts for the day of the meeting."""
        profile = self.workspace.profile_of(self.case)[0]
        return asked(self.case, profile)[self.at]

    @property
    def _is_older(self) -> bool:
        """Whether the file had its reply before the letter was made."""
        given = self.case.round.meeting.participants[self.at].replied
        return bool(given and self.made and given < self.made)

    @property
    def how_to_write(self) -> str:
        """What to do with what was written outside the reply."""
        return f"Det er skrevet uden for svaret. {self._how}"

    @property
    def _how(self) -> str:
        return how_to_reply(self.case.number, self.name)

    def written(self, comparison: Comparison, today: date) -> str:
        """Return the text of the round's file with the reply, as ``samarbejde reply`` writes it."""
        said = {each.route.rpartition(".")[2]: each.after for each in comparison.changes}
        note = "\n".join(said[NOTE]) if NOTE in said else None
        if REPLY in said:
            answer = GivenReply(reply_of(said[REPLY][0]), today, note)
            return with_reply(self.workspace, self.case, self.at, answer)
        text = self.case.files[self.case.round_key].source.text
        return with_value(text, ("møde", "deltagere", self.at, NOTE), note) if note else text


def _label(form: FilledForm, note: Field | None) -> list[str]:
    """Return what stands before the line to write on, and what somebody wrote behind it."""
    rows = (row for table in form.tables for row in table.rows)
    row = next((row for row in rows if any(each == note for each in row.fields())), None)
    return [line for cell in (row.cells if row else ()) for line in cell.loose]


def with_label(found: FoundAnswers, form: FilledForm) -> FoundAnswers:
    """Return what was found with what somebody wrote behind the label of the line to write on."""
    note = found.fields.get(NOTE)
    loose = _label(form, note)
    if note is None or not loose:
        return found
    behind = loose[0].partition(":")[2].strip()
    lines = (*filter(None, (behind,)), *loose[1:], *note.lines)
    fields = {**found.fields, NOTE: replace(note, lines=lines)}
    return replace(found, fields=fields)


def says_nothing(found: FoundAnswers) -> bool:
    """Whether nobody ticked or wrote anything in a letter that has its two fields."""
    boxes = found.fields.get(REPLY)
    if boxes is None or len(boxes.boxes) != len(Reply) or found.leftovers:
        return False
    return not (any(boxes.boxes) or boxes.beside or boxes.unboxed or _typed(found.fields.get(NOTE)))


def letter_of(workspace: Workspace, case: Case, stamp: Stamp, file: str, today: date) -> Letter:
    """Return whose letter came back. Raises ``SamarbejdeError`` for one that does not count now.

    That is a letter to somebody who is not asked any more or took the consent back, about another
    time than that of the meeting now, or one that lost its key.
    """
    wanted = stamp.letter.get("modtager")
    people = [case.full_name(each.person) for each in case.round.meeting.participants]
    at = next((n for n, name in enumerate(people) if reader_key(name) == wanted), None)
    if not wanted:
        raise SamarbejdeError(
            f"{file} er en indkaldelse, som har mistet oplysningen om, hvem den er til.",
            how_to_reply(case.number),
        )
    if at is None:
        raise SamarbejdeError(
            f"{file} er til en, der ikke længere er deltager i mødet i sagen {case.number}.",
            f"Intet er skrevet. Skal personen med, så skriv navnet under `deltagere` i "
            f"{case.round_key}.yaml, og læs brevet igen.",
        )
    require_possible(case, GivenReply(Reply.COMES, today), today)
    require_consent(workspace, case, at, today)
    _require_same_time(case, stamp, file, people[at])
    made = parse_iso(stamp.letter.get("lavet", ""))
    return Letter(workspace, case, at, people[at], made, stamp)


def _require_same_time(case: Case, stamp: Stamp, file: str, name: str) -> None:
    meeting = case.round.meeting
    asked_for, now = stamp.letter.get("tid", ""), time_of(meeting.date, meeting.start, meeting.end)
    if asked_for != now:
        raise SamarbejdeError(
            f"{file} er et svar om mødet {_in_words(asked_for)}. Mødet er nu {_in_words(now)}, så "
            "svaret gælder ikke.",
            f"Intet er skrevet. Spørg {name} om den nye tid. {how_to_reply(case.number, name)}",
        )


def how_to_reply(number: str = "SAG", name: str = "PERSON", reply: str = "SVAR") -> str:
    """Return how a reply is written by hand."""
    return f'Skriv svaret: samarbejde reply {number} "{name}" {reply}'


def require_key(form: FilledForm, file: str) -> None:
    """Raise ``SamarbejdeError`` for an invitation that does not say whose it is.

    Old ones have no key, and some programs take it out: the reply is told, so that it is not lost.
    """
    texts = tuple(_texts(form))
    if not any(each.startswith(_HEADINGS) for each in texts):
        return
    number = next((found[1] for each in texts if (found := _CASE.search(each))), "SAG")
    name = next((each[5:] for each in texts if each.startswith("Kære ")), "PERSON")
    fields = {each.name: each for each in form.all_fields()}
    boxes = (*form.ticked, *(fields[REPLY].ticked if REPLY in fields else ()))
    ticked = [" ".join(each.split()) for each in boxes]
    note = "; ".join(_typed(fields.get(NOTE)))
    if not (ticked or note):
        return
    said = "; ".join(f"»{each.removesuffix('.')}«" for each in ticked)
    raise SamarbejdeError(
        f"{file} er en indkaldelse, som ikke selv siger, hvem den er til: den er fra en ældre "
        "udgave af programmet, eller oplysningen er gået tabt. "
        + (f"Der er sat kryds ved {said}." if said else "Der er ikke sat kryds i den.")
        + (f" Der står: »{note}«." if note else ""),
        how_to_reply(number, name, _number(ticked)),
    )


def _number(ticked: Sequence[str]) -> str:
    """Return the number that the one ticked reply begins with."""
    first = ticked[0][:1] if len(ticked) == 1 else ""
    return first if first.isdigit() else "SVAR"


def _texts(form: FilledForm) -> Iterator[str]:
    """Yield all text that is in no field, line by line."""
    yield from form.loose
    for table in form.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.loose


def _typed(found: Field | None) -> Lines:
    lines = found.lines if found else ()
    kept = (nfc(line.removeprefix(BLANK).removesuffix(BLANK).strip()) for line in lines)
    return tuple(line for line in kept if line)


def _ticks(boxes: Field) -> tuple[set[Reply], Lines]:
    """Return the replies that are ticked, and what else was typed behind the boxes."""
    replies = list(Reply)
    ticks = {reply for reply, is_on in zip(replies, boxes.boxes, strict=True) if is_on}
    ticks |= {replies[number - 1] for number, text in boxes.beside if is_tick(text)}
    return ticks, tuple(text for _, text in boxes.beside if not is_tick(text))


def _value(reply: Reply | None) -> Lines:
    return (reply.value,) if reply else ()


def _in_words(time: str) -> str:
    """Return the time in the key of a letter in words."""
    day, _, clock = time.partition(" ")
    found = parse_iso(day)
    hours = clock.strip("-").removeprefix("0")
    return f"den {long_date(found)}{f' kl. {hours}' if hours else ''}" if found else "en anden dag"
