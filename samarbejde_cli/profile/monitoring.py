"""What a municipality writes down on the way and at the end, to see what came of it."""

from samarbejde_cli.forms.fields import YesNo
from samarbejde_cli.forms.model import Choice, Field, Model


class ClosingDemand(Choice):
    """What is asked for when a case ends."""

    DIALOGUE = "dialogskema"
    OUTCOME = "udfald"
    STANDING = "status"
    EVALUATION = "evaluering"
    PLAN = "plan"


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
    closing: list[ClosingDemand] = Field(
        [], alias="ved_afslutning", description="Det, der skal være på plads, når sagen slutter"
    )
