"""How a municipality plans a year of meetings: days, hours, distances, and what weighs most."""

from datetime import time

from samarbejde_cli.forms.fields import Amount, Clock, YesNo
from samarbejde_cli.forms.model import Field, Model
from samarbejde_cli.profile.vocabulary import Weekday


class PlanningWeights(Model):
    """What a wish that is not kept counts for; 0 is a wish that does not count."""

    wished_day: Amount = Field(
        10, alias="ønsket_dag", description="En uge længere fra den ønskede dag for et møde"
    )
    pre_meeting: Amount = Field(
        4, alias="formøde", description="En uge længere fra den ønskede dag for et formøde"
    )
    outsiders: Amount = Field(
        12, alias="eksterne_dage", description="En dag mere for en, der kommer udefra"
    )
    even: Amount = Field(
        6, alias="jævnt", description="Et møde mere på en dag, end der ville være på en jævn dag"
    )
    moved: Amount = Field(
        40, alias="flytning", description="Et møde, der er aftalt, bliver flyttet"
    )
    after_school: Amount = Field(
        4, alias="efter_skole", description="En skoleelev har møde, før skolen slutter"
    )
    in_a_row: Amount = Field(
        1, alias="i_træk", description="En deltager venter en time imellem to møder på en dag"
    )


class Planning(Model):
    """When meetings can be held, and how a plan is weighed."""

    days: list[Weekday] = Field(
        [], alias="mødedage", description="Ugedage til møder; ellers rytmens ugedag"
    )
    talk_days: list[Weekday] = Field(
        [Weekday.ANY], alias="formøde_dage", description="Ugedage til formøder"
    )
    opens: Clock = Field(time(8), alias="fra", description="Intet møde begynder før")
    closes: Clock = Field(time(16), alias="til", description="Intet møde slutter efter")
    starts: list[Clock] = Field(
        [],
        alias="tider",
        description="Faste tider, som 9.00 og 10.45; ellers så mange, der er plads til fra "
        "`møde_start`",
    )
    gap: Amount = Field(
        15, alias="pause_minutter", description="Tovholderens tid mellem to møder, i minutter"
    )
    talk_ahead: Amount = Field(
        42,
        alias="formøde_højst_dage_før",
        description="Formødet ligger højst så mange dage før mødet",
    )
    weeks_between: Amount | None = Field(
        None,
        alias="ønskede_uger_imellem",
        description="Ønsket afstand mellem to møder; ellers fire uger for hver måned, der højst "
        "må gå",
    )
    in_holidays: YesNo = Field(
        False,
        alias="skoleferier",
        description="Ja: elever under 18 år kan også have møder i skolernes ferier",
    )
    school_ends: Clock = Field(time(14), alias="skolen_slutter", description="Elever har fri fra")
    weights: PlanningWeights = Field(
        default_factory=lambda: PlanningWeights.model_validate({}),
        alias="vægte",
        description="Hvad et ønske, der ikke bliver opfyldt, tæller",
    )
