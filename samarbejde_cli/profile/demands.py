"""What teams, meetings and plans need where the model is worked in a certain way."""

from samarbejde_cli.forms.fields import Amount, Day, YesNo
from samarbejde_cli.forms.model import Field, Model
from samarbejde_cli.profile.limits import HalfYears
from samarbejde_cli.profile.vocabulary import MeetingRole, PlanSigner, Role


class RoleNeed(Model):
    """A role that every team has, or one of several."""

    one_of: list[Role] = Field(alias="en_af", description="Mindst én med en af rollerne er med")
    youngest: Amount = Field(0, alias="fra_år", description="Fra og med denne alder")
    oldest: Amount = Field(200, alias="til_år", description="Til og med denne alder")


class TeamLimits(Model):
    """What a team needs."""

    smallest: Amount = Field(alias="mindst", description="Så mange fagpersoner mindst i teamet")
    roles: list[RoleNeed] = Field(
        [], alias="faste_roller", description="Roller, der er med i ethvert team"
    )
    adult_authority: HalfYears | None = Field(
        None, alias="voksenmyndighed_fra", description="Alder, hvor voksenmyndigheden kommer med"
    )
    adult_attends: YesNo = Field(
        False, alias="voksen_deltager", description="Den valgte voksne er med hver gang"
    )


class MeetingRoles(Model):
    """Who does what at the meetings."""

    roles: list[MeetingRole] = Field(alias="roller", description="Roller, nogen skal have")
    each_time: YesNo = Field(
        alias="aftales_hver_gang", description="Rollerne aftales før hvert møde og kan skifte"
    )


class PlanLimits(Model):
    """What a signed plan needs."""

    signers: list[PlanSigner] = Field(
        alias="underskrifter", description="Hvem der skriver under på planen"
    )
    progression: YesNo = Field(
        False,
        alias="progressionsmål",
        description="Ja: hvert mål har en skala fra 1 til 5 med start, nu og ønsket",
    )
    transition_until: Amount = Field(
        23,
        alias="overgang_skjules_fra_år",
        description="Fra den alder spørger skemaet ikke til overgangen til voksenlivet",
    )


class CalendarEntries(Model):
    """What calendar files say beside time, place and the case's number."""

    agenda: YesNo = Field(
        False, alias="dagsorden", description="Ja: filen nævner dagsordenen som bilag"
    )
    people: YesNo = Field(
        False,
        alias="deltagere",
        description="Ja, når kalenderen er privat: hvem der er med, efter funktion og uden navne",
    )


class DialogueLimits(Model):
    """When the dialogue form is filled in."""

    used: YesNo = Field(alias="bruges", description="Ja: skemaet udfyldes i alle sager")
    months: Amount = Field(
        alias="højst_måneder_imellem", description="Højst mellem to udfyldninger"
    )


class SchoolHoliday(Model):
    """A stretch of days on which the schools are closed."""

    name: str = Field(alias="navn", description="Efterårsferie, vinterferie …")
    first: Day = Field(alias="fra", description="Første feriedag")
    last: Day = Field(alias="til", description="Sidste feriedag")
