"""The table of document kinds: one entry each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.agenda import AGENDA_FIELDS, agenda
from samarbejde_cli.documents.common_fields import COMMON
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.goal_fields import GOAL_FIELDS
from samarbejde_cli.documents.goals import goals
from samarbejde_cli.documents.invitation import INVITATION_FIELDS, invitation
from samarbejde_cli.documents.recipients import Recipient, externals
from samarbejde_cli.documents.schema import Schema, joined
from samarbejde_cli.profile.model import Profile

Recipients: TypeAlias = Callable[[Case, Profile, date], Sequence[Recipient | None]]
Build: TypeAlias = Callable[[Case, Profile, Recipient | None, date], Context]


def everybody(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the recipients of a paper that is one and the same for all: None, once."""
    del case, profile, day
    return (None,)


@dataclass(frozen=True)
class Kind:
    """One kind of document; each is the command ``render-<name>``.

    ``help`` is the first line of the command's help and of the table in ``cli.app``, ``about``
    tells the rest.
    ``name`` is the command's English word, ``stem`` the Danish one in the file's name. The first
    round uses ``template``; ``later_template``, where there is one, is for the rounds after it.
    ``fields`` tells what ``context`` holds beside the common fields.
    """

    name: str
    stem: str
    title: str
    help: str
    about: str
    steps: tuple[Step, ...]
    template: str
    later_template: str | None
    recipients: Recipients
    context: Build
    fields: Schema

    def template_for(self, case: Case) -> str:
        """Return the file name of the template for the round that the case is in."""
        later = self.later_template if case.record.round > 1 else None
        return later or self.template

    def schema(self) -> Schema:
        """Return every field that a template of the kind may use."""
        return joined(COMMON, self.fields)

    def templates(self) -> tuple[str, ...]:
        """Return the file names of all the kind's templates."""
        return (self.template,) if self.later_template is None else (
            self.template, self.later_template,
        )  # fmt: skip


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="agenda",
            stem="dagsorden",
            title="Dagsorden",
            help="Lav dagsordenen til mødet eller opfølgningsmødet.",
            about=(
                "I første runde bliver det dagsordenen til det første møde, derefter den til "
                "opfølgningsmøder. Den unges ønsker står i den med den unges egne ord."
            ),
            steps=(Step.MEETING,),
            template="dagsorden-første.docx",
            later_template="dagsorden-opfølgning.docx",
            recipients=everybody,
            context=agenda,
            fields=AGENDA_FIELDS,
        ),
        Kind(
            name="invitation",
            stem="indkaldelse",
            title="Indkaldelse",
            help="Lav et indkaldelsesbrev til hver ekstern modtager.",
            about=(
                "Brevet har de fire svarmuligheder. Den, som samtykket ikke dækker, får intet "
                "brev; programmet viser, hvor det står."
            ),
            steps=(Step.MEETING,),
            template="indkaldelse-første.docx",
            later_template="indkaldelse-opfølgning.docx",
            recipients=externals,
            context=invitation,
            fields=INVITATION_FIELDS,
        ),
        Kind(
            name="goals",
            stem="mål-og-aftaleskema",
            title="Mål- og aftaleskema",
            help="Lav Mål- og aftaleskemaet.",
            about=(
                "Skemaet har plads til at skrive videre på mødet og linjer til dem, der skal "
                "skrive under."
            ),
            steps=(Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP),
            template="mål-og-aftaleskema.docx",
            later_template=None,
            recipients=everybody,
            context=goals,
            fields=GOAL_FIELDS,
        ),
    )
}
"""Every kind of document by its English name."""


def due(step: Step) -> list[Kind]:
    """Return the kinds that belong to a step."""
    return [kind for kind in KINDS.values() if step in kind.steps]
