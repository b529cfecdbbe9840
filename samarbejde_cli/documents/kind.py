"""What a kind of document is."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import REOPENINGS, Step
from samarbejde_cli.documents.field_areas import FieldAreas
from samarbejde_cli.documents.form import Form
from samarbejde_cli.documents.schema import Context, Schema, areas, joined
from samarbejde_cli.documents.shown_numbers import ROUTE
from samarbejde_cli.findings import Finding
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import ReaderRole

if TYPE_CHECKING:
    from samarbejde_cli.documents.recipients import Recipient

Recipients: TypeAlias = "Callable[[Case, Profile, date], Sequence[Recipient | None]]"
Remarks: TypeAlias = Callable[[Case, Profile, date], Iterator[Finding]]
Finish: TypeAlias = Callable[[bytes, Context], bytes]
Needed: TypeAlias = Callable[[Case, Profile, date], bool]
Unaddressed: TypeAlias = Callable[[Case, Profile], "Nobody"]
Refused: TypeAlias = "Callable[[Case, Profile, Recipient, date], Finding | None]"
Concerns: TypeAlias = Callable[[Case, Profile, str], bool]
Build: TypeAlias = "Callable[[Case, Profile, Recipient | None, date], Context]"


_LETTER = {
    Step.CLOSED: "samarbejde render-ending",
    Step.REJECTED: "samarbejde render-refusal",
}
_INSIDE = frozenset({ReaderRole.YOUTH, ReaderRole.RUNS_IT})


@frozen
class Nobody:
    """Why a paper has no reader; ``is_wrong`` is whether it should have one."""

    message: str
    hint: str
    is_wrong: bool = True


def everybody(case: Case, profile: Profile, day: date) -> "Sequence[Recipient | None]":
    """Return the recipients of a paper that is one and the same for all: None, once."""
    del case, profile, day
    return (None,)


def always(case: Case, profile: Profile, day: date) -> bool:
    """Return that a case needs the paper, whatever it contains."""
    del case, profile, day
    return True


def anybody(case: Case, profile: Profile, name: str) -> bool:
    """Return that a paper may be for a reader, whoever it is."""
    del case, profile, name
    return True


def nobody(case: Case, profile: Profile) -> Nobody:
    """Return that a paper should have a reader and has none."""
    del profile
    return Nobody(
        f"Der er ingen at lave papiret til i sagen {case.number}.",
        "Se, hvad der mangler i sagen, med `samarbejde validate`.",
    )


def nothing(case: Case, profile: Profile, day: date) -> Iterator[Finding]:
    """Yield no remarks."""
    del case, profile, day
    yield from ()


def nobody_refused(case: Case, profile: Profile, who: "Recipient", day: date) -> Finding | None:
    """Return that a paper may go to anybody who may get papers at all."""
    del case, profile, who, day
    return None


def as_rendered(data: bytes, context: Context) -> bytes:
    """Return a paper as its template was rendered."""
    del context
    return data


def _has_ended(case: Case, title: str) -> Nobody:
    """Return that an ended case has no paper about what comes, and the ways on from there."""
    number, again = case.number, REOPENINGS[case.step][0].value
    return Nobody(
        f"Sagen {number} er {case.step.value}, så papiret »{title}« bliver ikke lavet.",
        f"Brevet om det laves med `{_LETTER[case.step]} {number}`. Skal der "
        f'arbejdes videre, så genåbn sagen: samarbejde advance {number} --to {again} --reason "…"',
    )


@frozen
class Kind:
    """One kind of document; each is the command ``render-<name>``.

    ``help`` is the first line of the command's help, ``about`` tells the rest. Papers are made and
    listed by their ``order``.
    ``name`` is the command's English word, ``stem`` the Danish one in the file's name. The first
    round uses ``template``; ``later_template``, where there is one, is for the rounds after it.
    ``fields`` returns what ``context`` holds beside the common fields. ``needed`` says whether a
    case that is in one of the ``steps`` needs the paper; anyone who asks for it gets it.
    ``tells`` is the appointment that the paper states, as the round's file names it.
    ``looks_ahead`` says that it calls to a meeting or prepares one, so that an ended case has none.
    ``enclosed`` says that the letters to a meeting bring it along for everybody.
    ``asks_for_cpr`` says that the handbook's form has the number, ``stays_inside`` that only the
    youth and those who run the case read the paper; ``readers`` names other limits, and
    ``concerns`` says of a full name whether it is among them. ``remarks`` are worth a note when it
    is made, ``refused`` says why somebody may not have the paper whom ``--for`` names.
    ``unaddressed`` says why, when there are no recipients.
    ``form`` tells how it is filled in, when it comes back (``samarbejde read``).
    ``finish`` puts in what no template can say: a chart's numbers, a drawing.
    """

    name: str
    order: int
    stem: str
    title: str
    help: str
    about: str
    steps: tuple[Step, ...]
    template: str
    later_template: str | None
    recipients: Recipients
    context: Build
    fields: Callable[[], Schema]
    needed: Needed = always
    tells: str = ""
    looks_ahead: bool = False
    enclosed: bool = False
    asks_for_cpr: bool = False
    stays_inside: bool = False
    readers: frozenset[ReaderRole] = frozenset(ReaderRole)
    refused: Refused = nobody_refused
    concerns: Concerns = anybody
    remarks: Remarks = nothing
    unaddressed: Unaddressed = nobody
    form: Form | None = None
    finish: Finish = as_rendered

    def is_for(self, reader: ReaderRole) -> bool:
        """Whether the paper may go to a reader of a standing, as far as the kind decides."""
        return reader in self.readers and (reader in _INSIDE or not self.stays_inside)

    def readers_of(self, case: Case, profile: Profile, day: date) -> "Sequence[Recipient | None]":
        """Return whom the paper goes to on a day; nobody when the case has no more use for it."""
        return () if self._comes_too_late(case) else self.recipients(case, profile, day)

    def why_nobody(self, case: Case, profile: Profile) -> Nobody:
        """Return why the paper has no reader."""
        if self._comes_too_late(case):
            return _has_ended(case, self.title)
        return self.unaddressed(case, profile)

    def _comes_too_late(self, case: Case) -> bool:
        return self.looks_ahead and case.step.is_end

    def template_for(self, case: Case) -> str:
        """Return the file name of the template for the round that the case is in."""
        later = self.later_template if case.record.round > 1 else None
        return later or self.template

    def schema(self) -> Schema:
        """Return every field that a template of the kind may use."""
        from samarbejde_cli.documents.common_fields import COMMON  # noqa: PLC0415 — only where a paper is made

        return joined(COMMON, self.fields())

    @cached_property
    def areas(self) -> FieldAreas:
        """The area of each field that belongs to one."""
        return FieldAreas({path: area for path, area in areas(self.schema()).items() if area})

    @cached_property
    def has_routes(self) -> bool:
        """Whether any of its fields says where in the case's files a value stands."""
        return any(known.path.rpartition(".")[2] == ROUTE for known in self.schema())

    def templates(self) -> tuple[str, ...]:
        """Return the file names of all the kind's templates."""
        return (self.template,) if self.later_template is None else (
            self.template, self.later_template,
        )  # fmt: skip
