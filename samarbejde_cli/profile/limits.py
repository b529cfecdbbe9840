"""The days and ages that deadlines are counted from (handbook §§ 4.1 to 4.4, Bilag 7 and 8).

Where the handbook only says that something is done, the number of days is a municipality's own.
A limit that is left out is one that the municipality does not work by.
"""

from typing import Annotated

from samarbejde_cli.forms.fields import Amount
from samarbejde_cli.forms.model import Field, Model
from samarbejde_cli.forms.reading import FieldError, Parser
from samarbejde_cli.forms.spellings import spelled
from samarbejde_cli.lazy import lazy_pattern

_AGE = lazy_pattern(r"([0-9]{1,2})(½|[.,]5)?")
_YEAR = 12


def _months(text: str) -> int:
    found = _AGE.fullmatch(text.replace(" ", ""))
    if found is None:
        raise FieldError("alder", værdi=text)
    return int(found[1]) * _YEAR + (_YEAR // 2 if found[2] else 0)


HalfYears = Annotated[int, Parser(_months), spelled("alder")]
"""An age in whole or half years as ``17½``, kept as months."""


def age_text(months: int) -> str:
    """Return an age in months as it is written: ``17½``."""
    years, rest = divmod(months, _YEAR)
    return f"{years}½" if rest else str(years)


class Limits(Model):
    """How long before or after something each duty is due."""

    invite_youth_days: Amount = Field(
        7,
        alias="indkald_den_unge_dage",
        description="Indkald den unge så mange dage før formødet",
    )
    letter_days: Amount = Field(
        21, alias="indkaldelse_dage", description="Teamet indkaldes så mange dage før mødet"
    )
    copy_days: Amount = Field(
        7, alias="kopi_dage", description="Kopi af planen senest så mange dage efter mødet"
    )
    journal_days: Amount = Field(
        7, alias="journal_dage", description="Journalføres senest så mange dage efter samtalen"
    )
    new_coordinator_days: Amount = Field(
        7,
        alias="ny_koordinator_dage",
        description="Besked om en ny koordinator senest så mange dage efter overdragelsen",
    )
    end_letter_days: Amount = Field(
        7,
        alias="afslutning_dage",
        description="Brev om afslag eller afslutning senest så mange dage efter",
    )
    hand_over_ages: list[HalfYears] = Field(
        [], alias="overdragelsesmøder_ved", description="Alder for overdragelsesmøder: 16, 17½, 18½"
    )
    hand_over_margin: Amount = Field(
        2, alias="overdragelse_måneder", description="Så mange måneder før og efter alderen"
    )
    plan_age: Amount | None = Field(
        None, alias="ungeplan_fra_år", description="Fra den alder skal der være en ungeplan"
    )
    plan_months: Amount = Field(
        3, alias="ungeplan_måneder", description="Ungeplanen er klar inden så mange måneder"
    )
    decision_months: Amount | None = Field(
        None,
        alias="ungestøtte_måneder_før_myndig",
        description="Ungestøtte besluttes så mange måneder før personen er myndig",
    )
    most_cases: Amount = Field(
        5,
        alias="sager_pr_koordinator",
        description="`status` mærker den koordinator, der har flere åbne sager",
    )
    days_ahead: Amount = Field(
        92, alias="vis_dage_frem", description="`todo` viser frister så mange dage frem"
    )
