"""``samtykke.yaml``: who may exchange what, the signatures and a withdrawal (Bilag 6)."""

from datetime import date
from functools import cached_property

from pydantic import Field

from samarbejde_cli.forms.fields import Day, YesNo
from samarbejde_cli.forms.model import Keyed, LabelledChoice, Model
from samarbejde_cli.profile.names import PersonName, StaffName


class Signer(LabelledChoice):
    """In which capacity somebody signs."""

    YOUTH = "ung", "Den unge"
    CUSTODY = "forældremyndighed", "Forældremyndighedsindehaver"


class ConsentSignature(Model):
    """One signature on the consent."""

    name: PersonName = Field(alias="navn", description="Hvem der skrev under")
    signer: Signer = Field(alias="som", description="ung eller forældremyndighed")
    date: Day = Field(alias="dato", description="Underskrevet den")


class ConsentRecipient(Model):
    """A person to whom the consent reaches."""

    person: StaffName = Field(alias="person", description="Navnet på en i teamet")
    withdrawn: Day | None = Field(
        None, alias="trukket_tilbage", description="Trukket tilbage for denne person den"
    )


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
    information: list[str] = Field(
        [], alias="oplysninger", description="Hvilke slags oplysninger, der må udveksles"
    )
    forbidden: list[str] = Field(
        [], alias="må_ikke_udveksles", description="Hvad der ikke må udveksles"
    )
    recipients: list[ConsentRecipient] = Field(
        [], alias="modtagere", description="Hvem der må indhente og videregive"
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
    def youth_signed(self) -> list[date]:
        """The days on which the youth signed."""
        return [each.date for each in self.signatures if each.signer is Signer.YOUTH]

    def covers(self, name: str, day: date) -> bool:
        """Whether information may be exchanged with the person on a day."""
        named = self.by_name.get(name.casefold(), ())
        holds = any(each.withdrawn is None or each.withdrawn > day for each in named)
        taken_back = [each.withdrawn for each in named if each.withdrawn and each.withdrawn <= day]
        return self.is_given and holds and self._is_signed_since(taken_back)

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
        is_renewed = len(days) < len(found) and self._is_signed_since(days)
        return None if is_renewed else max(days, default=None)

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
