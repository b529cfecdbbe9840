"""What a municipality writes down on the way and at the end, to see what came of it."""

from samarbejde_cli.forms.fields import YesNo
from samarbejde_cli.forms.model import Choice, Field, Model, folded
from samarbejde_cli.profile.vocabulary import LifeArea


class ClosingDemand(Choice):
    """What is asked for when a case ends."""

    DIALOGUE = "dialogskema"
    OUTCOME = "udfald"
    STANDING = "status"
    EVALUATION = "evaluering"
    PLAN = "plan"


class NamedIndicator(Model):
    """An indicator under one of the seven areas that the dialogue form asks a number for."""

    area: LifeArea = Field(alias="område", description="Området, den hører under")
    name: str = Field(alias="navn", description="Motivation, forberedelse, fremmøde …")

    @property
    def key(self) -> tuple[LifeArea, str]:
        """What tells the indicator from the others."""
        return self.area, folded(self.name)


class Monitoring(Model):
    """What is written down in every case."""

    checklist: YesNo = Field(
        False, alias="mødetjekliste", description="Ja: tjeklisten udfyldes efter hvert møde"
    )
    standing: YesNo = Field(
        False,
        alias="status",
        description="Ja: uddannelse og beskæftigelse noteres ved visitationen og på hvert møde",
    )
    indicators: list[NamedIndicator] = Field(
        [],
        alias="indikatorer",
        description="Det, dialogskemaet også spørger om et tal til, under de syv områder",
    )
    closing: list[ClosingDemand] = Field(
        [], alias="ved_afslutning", description="Det, der skal være på plads, når sagen slutter"
    )
