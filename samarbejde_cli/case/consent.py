"""``samtykke.yaml``: who may exchange what, the signatures and a withdrawal (Bilag 6)."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cached_property
from hashlib import sha256
from typing import Any

from samarbejde_cli.findings import Route
from samarbejde_cli.forms.fields import Day, YesNo
from samarbejde_cli.forms.model import Field, Keyed, LabelledChoice, Model
from samarbejde_cli.forms.spellings import SPELLING, Schema
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.names import PersonName, PlaceName, StaffName

_SINCE = "Kom med den; det, der er nyere end en underskrift, er der ikke skrevet under på"

WITHHELD = "ikke-"
"""What the fingerprint of something that must not be exchanged begins with."""


class ItemKind(Enum):
    """What an item of the consent is, by the key of its list in the file."""

    RECIPIENT = "modtagere"
    ORGANISATION = "organisationer"
    CENTRE = "fagcentre"
    INFORMATION = "oplysninger"
    FORBIDDEN = "må_ikke_udveksles"


@frozen
class Item:
    """Something that a signature covers: what it says, its day when that is written, its route."""

    kind: ItemKind
    text: str
    since: date | None
    route: Route

    @property
    def fingerprint(self) -> str:
        """What tells the item from all others without saying what it is."""
        words = " ".join(self.text.casefold().split())
        digest = sha256(f"{self.kind.value}: {words}".encode()).hexdigest()[:8]
        return f"{WITHHELD}{digest}" if self.kind is ItemKind.FORBIDDEN else digest


class Signer(LabelledChoice):
    """In which capacity somebody signs."""

    YOUTH = "ung", "Den unge"
    CUSTODY = "forældremyndighed", "Forældremyndighedsindehaver"


class ConsentSignature(Model):
    """One signature on the consent."""

    name: PersonName = Field(alias="navn", description="Hvem der skrev under")
    signer: Signer = Field(alias="som", description="ung eller forældremyndighed")
    date: Day = Field(alias="dato", description="Underskrevet den")
    shown: list[str] = Field(
        [],
        alias="omfatter",
        description="Fingeraftryk af det, der er skrevet under på; skrives af programmet",
    )

    def covers(self, item: Item) -> bool:
        """Whether an item was there to be signed: by the fingerprints, else by its day."""
        if self.shown:
            return item.fingerprint in self.shown
        return item.since is None or item.since <= self.date


class ConsentRecipient(Model):
    """A person to whom the consent reaches."""

    person: StaffName = Field(alias="person", description="Navnet på en i teamet")
    since: Day | None = Field(None, alias="siden", description=_SINCE)
    withdrawn: Day | None = Field(
        None, alias="trukket_tilbage", description="Trukket tilbage for denne person den"
    )


class ConsentOrganisation(Model):
    """An organisation to which the consent reaches, whoever of it is in the team."""

    name: PlaceName = Field(
        alias="navn", description="Navnet, som det står under arbejdssted i team.yaml"
    )
    since: Day | None = Field(None, alias="siden", description=_SINCE)
    withdrawn: Day | None = Field(
        None, alias="trukket_tilbage", description="Trukket tilbage for alle derfra den"
    )


class ConsentCentre(Model):
    """A centre or department of the municipality whose cases may be gathered in one form."""

    name: PlaceName = Field(alias="navn", description="Fagcentrets eller afdelingens navn")
    since: Day | None = Field(None, alias="siden", description=_SINCE)


class Information(Model):
    """A kind of information that may be exchanged; mostly written as a mere text."""

    text: str = Field(alias="oplysning", description="Hvilken slags oplysninger")
    since: Day | None = Field(None, alias="siden", description=_SINCE)

    @classmethod
    def from_short(cls, value: Any) -> Any:
        """Take a mere text too."""
        return {"oplysning": value} if isinstance(value, str) else value

    @classmethod
    def described(cls, schema: Schema) -> Schema:
        """Let editors take a mere text too."""
        return {"if": {"type": "object"}, "then": schema, "else": {SPELLING: "tekst"}}


class Withdrawal(Model):
    """The whole consent taken back."""

    date: Day = Field(alias="dato", description="Trukket tilbage den")
    by: PersonName = Field(alias="af", description="Hvem der trak det tilbage")


class Consent(Keyed):
    """The whole of ``samtykke.yaml``."""

    shared_form: YesNo | None = Field(
        None, alias="fælles_skema", description="Sagerne må samles i et fælles skema"
    )
    exchange: YesNo | None = Field(
        None, alias="udveksling", description="Der må udveksles oplysninger ved møderne"
    )
    centres: list[ConsentCentre] = Field(
        [], alias="fagcentre", description="Hvor sagerne må samles; ellers afdelingerne med en sag"
    )
    information: list[Information] = Field(
        [], alias="oplysninger", description="Hvilke slags oplysninger, der må udveksles"
    )
    forbidden: list[str] = Field(
        [], alias="må_ikke_udveksles", description="Hvad der ikke må udveksles"
    )
    recipients: list[ConsentRecipient] = Field(
        [], alias="modtagere", description="Hvem der må indhente og videregive"
    )
    organisations: list[ConsentOrganisation] = Field(
        [], alias="organisationer", description="Steder, hvis folk i teamet alle må være med"
    )
    signatures: list[ConsentSignature] = Field(
        [], alias="underskrifter", description="Hvem der har skrevet under"
    )
    withdrawal: Withdrawal | None = Field(
        None, alias="tilbagekaldt", description="Når hele samtykket er trukket tilbage"
    )

    @property
    def is_given(self) -> bool:
        """Whether both parts of the form are answered with yes and nothing was taken back."""
        return bool(self.shared_form and self.exchange and not self.withdrawal)

    @property
    def says_something(self) -> bool:
        """Whether there is something to sign: both answers are yes, and what it is about."""
        return bool(self.is_given and self.information)

    @property
    def youth_signed(self) -> list[date]:
        """The days on which the youth signed."""
        return [each.date for each in self.signatures if each.signer is Signer.YOUTH]

    @property
    def says_since(self) -> bool:
        """Whether a day is written at anything that the signatures stand under."""
        groups = (self.centres, self.information, self.recipients, self.organisations)
        return any(each.since for group in groups for each in group)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything that the signatures stand under, in the order of the file."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        lists: dict[ItemKind, Iterable[tuple[str, date | None]]] = {
            ItemKind.CENTRE: ((each.name, each.since) for each in self.centres),
            ItemKind.INFORMATION: ((each.text, each.since) for each in self.information),
            ItemKind.FORBIDDEN: ((text, None) for text in self.forbidden),
            ItemKind.RECIPIENT: ((each.person, each.since) for each in self.recipients),
            ItemKind.ORGANISATION: ((each.name, each.since) for each in self.organisations),
        }
        for kind, found in lists.items():
            for index, (text, since) in enumerate(found):
                yield Item(kind, text, since, (kind.value, index))

    def covers(self, name: str, day: date, newer: Collection[Item] = ()) -> bool:
        """Whether information may be exchanged with the person on a day.

        ``newer`` are the items that nobody has signed yet.
        """
        named = self.by_name.get(name.casefold(), ())
        fresh = {each.text.casefold() for each in newer if each.kind is ItemKind.RECIPIENT}
        holds = name.casefold() not in fresh and any(
            each.withdrawn is None or each.withdrawn > day for each in named
        )
        taken_back = [each.withdrawn for each in named if each.withdrawn and each.withdrawn <= day]
        return self.is_given and holds and self._is_signed_since(taken_back)

    def covers_organisation(self, name: str, day: date, newer: Collection[Item] = ()) -> bool:
        """Whether an organisation, by its name in lower case, is covered on a day."""
        fresh = {each.text.casefold() for each in newer if each.kind is ItemKind.ORGANISATION}
        return (
            self.is_given
            and name not in fresh
            and any(
                each.name.casefold() == name and (each.withdrawn is None or each.withdrawn > day)
                for each in self.organisations
            )
        )

    def _is_signed_since(self, taken_back: list[date]) -> bool:
        """Whether somebody signed after the last of some withdrawals, if there are any.

        A line without ``trukket_tilbage`` beside one that has it gives nothing back by itself: it
        may have come back when git put two versions together.
        """
        return not taken_back or any(each.date >= max(taken_back) for each in self.signatures)

    def is_taken_back_for(self, name: str, day: date) -> bool:
        """Whether the consent was taken back by a day, as a whole or for somebody it named."""
        if self.withdrawal and self.withdrawal.date <= day:
            return True
        since = self.withdrawn_on(name)
        return since is not None and since <= day

    def withdrawn_on(self, name: str) -> date | None:
        """Return the day on which the consent was taken back for one person; None while it is not.

        Somebody can be named twice: the consent may have been given again, with a new signature.
        """
        found = [each.withdrawn for each in self.by_name.get(name.casefold(), ())]
        days = [day for day in found if day]
        if not days:
            return None
        is_renewed = len(days) < len(found) and self._is_signed_since(days)
        return None if is_renewed else max(days)

    def came_back(self, name: str) -> bool:
        """Whether somebody is named without a withdrawal that is named too, and nobody signed."""
        named = self.by_name.get(name.casefold(), ())
        return self.withdrawn_on(name) is not None and not all(each.withdrawn for each in named)

    @cached_property
    def by_name(self) -> dict[str, list[ConsentRecipient]]:
        """The recipients by their names in lower case; somebody can be there twice."""
        found: dict[str, list[ConsentRecipient]] = {}
        for each in self.recipients:
            found.setdefault(each.person.casefold(), []).append(each)
        return found
