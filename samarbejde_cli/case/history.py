"""``historik.yaml``: what happened to the case, when and why; only ever appended to."""

from datetime import datetime

from samarbejde_cli.case.steps import Step
from samarbejde_cli.forms.fields import Day, Moment, RoundNumber, YesNo
from samarbejde_cli.forms.model import Choice, Field, Keyed


class Event(Choice):
    """The kind of a line; lines from before there were kinds are moves."""

    MOVED = "flyttet"
    BACK = "tilbage"
    REOPENED = "genåbnet"
    PAUSED = "pause"
    RESUMED = "genoptaget"
    HANDED_OVER = "overdraget"
    RENUMBERED = "nyt-nummer"
    WITHDRAWN = "samtykke-trukket"
    FORM_READ = "skema-læst"

    @property
    def is_move(self) -> bool:
        """Whether the line sets the step and round that the case is in from then on."""
        return self in (Event.MOVED, Event.BACK, Event.REOPENED)


class HistoryEntry(Keyed):
    """One line of the history. What is no move has the same step before and after."""

    at: Moment = Field(alias="tid", description="Hvornår")
    by: str = Field(alias="hvem", description="Hvem der gjorde det")
    event: Event = Field(Event.MOVED, alias="hændelse", description="Hvad der skete")
    origin: Step | None = Field(None, alias="fra", description="Trinnet før; tomt ved oprettelsen")
    target: Step = Field(alias="til", description="Trinnet efter")
    round: RoundNumber = Field(alias="runde", description="Runden efter hændelsen")
    forced: YesNo = Field(False, alias="gennemtvunget", description="Flyttet trods mangler")
    reason: str | None = Field(None, alias="begrundelse", description="Hvorfor")
    waived: list[str] = Field([], alias="mangler", description="Reglerne, der ikke var opfyldt")
    until: Day | None = Field(None, alias="indtil", description="Pausen varer til den dag")
    coordinator: str | None = Field(
        None, alias="koordinator", description="Hvem sagen blev overdraget til"
    )
    former: str | None = Field(
        None, alias="tidligere_koordinator", description="Hvem sagen blev overdraget fra"
    )
    department: str | None = Field(
        None, alias="afdeling", description="Afdelingen, sagen blev overdraget til"
    )

    person: str | None = Field(
        None, alias="person", description="Hvem samtykket blev trukket tilbage for; tomt: alle"
    )
    number: str | None = Field(None, alias="nummer", description="Sagens nye nummer")
    former_number: str | None = Field(
        None, alias="tidligere_nummer", description="Sagens nummer før det nye"
    )

    @property
    def clock(self) -> datetime:
        """The moment without a time zone, which a hand may have written on one line only."""
        return self.at.replace(tzinfo=None)


def timestamp(at: datetime) -> str:
    """Return a moment as the history writes it: ``2026-03-03T10:30``."""
    return at.strftime("%Y-%m-%dT%H:%M")
