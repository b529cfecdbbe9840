"""Whom and what the settings know of: employees with their working days, and meeting rooms."""

from datetime import date
from typing import ClassVar

from samarbejde_cli.forms.fields import Amount, Day, Email, Phone, YesNo
from samarbejde_cli.forms.model import Choice, Field, Model
from samarbejde_cli.profile.names import DepartmentName
from samarbejde_cli.profile.vocabulary import Weekday


class StaffRole(Choice):
    """What an employee does in the model."""

    COORDINATOR = "koordinator"
    ADMINISTRATOR = "tovholder"
    LEADER = "leder"
    OTHER = "andet"


class Absence(Model):
    """Days on which somebody is away; why is nobody's business."""

    first: Day = Field(alias="fra", description="Første dag")
    last: Day = Field(alias="til", description="Sidste dag")


class Staff(Model):
    """An employee whom cases and letters may refer to by name."""

    name: str = Field(alias="navn", description="Fulde navn")
    role: StaffRole = Field(alias="funktion", description="Rollen i samarbejdsmodellen")
    title: str | None = Field(None, alias="titel", description="Titel, som den står i breve")
    department: DepartmentName | None = Field(
        None, alias="afdeling", description="En af jeres afdelinger"
    )
    phone: Phone | None = Field(None, alias="telefon", description="Direkte telefonnummer")
    email: Email | None = Field(None, alias="email", description="Arbejdsmail")
    working_days: list[Weekday] = Field(
        [], alias="arbejdsdage", description="Ugedage, hvor den ansatte arbejder; ellers alle"
    )
    absences: list[Absence] = Field(
        [], alias="fravær", description="Dage, hvor den ansatte ikke er der: ferie, kursus"
    )

    PAPER_KEYS: ClassVar = ("navn", "funktion", "titel", "afdeling", "telefon", "email")
    """What papers may show: when somebody is at work or away is no matter of theirs."""

    def works_on(self, day: date) -> bool:
        """Whether the employee is at work on a day, as far as the settings know."""
        works = not self.working_days or any(each.includes(day) for each in self.working_days)
        return works and not any(each.first <= day <= each.last for each in self.absences)


class Room(Model):
    """A meeting room."""

    name: str = Field(alias="navn", description="Lokalets navn, som sagerne henviser til")
    address: str | None = Field(None, alias="adresse", description="Hvis det ikke er rådhusets")
    seats: Amount | None = Field(
        None, alias="pladser", description="Så mange kan sidde der; uden et tal er det stort nok"
    )
    screen: YesNo = Field(True, alias="skærm", description="Nej: der er ingen skærm at vise på")
