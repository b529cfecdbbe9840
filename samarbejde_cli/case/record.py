"""``sag.yaml``: the youth, the parents, the coordinator, the intake and the step."""

from datetime import date
from functools import cached_property

from samarbejde_cli.case.other_meeting import OtherMeeting
from samarbejde_cli.case.people import Coordinator, Parent, Youth
from samarbejde_cli.case.standing import Outcome, Standing
from samarbejde_cli.case.steps import Step
from samarbejde_cli.forms.fields import Day, RoundNumber, YesNo
from samarbejde_cli.forms.model import Choice, Field, Keyed, Model
from samarbejde_cli.profile.names import (
    DepartmentName,
    ExclusionKey,
    GroupKey,
    ProfileName,
    StaffName,
    StatementKey,
)


class Pause(Model):
    """A time in which no meetings are held."""

    start: Day = Field(alias="fra", description="Første dag i pausen")
    until: Day = Field(alias="til", description="Dagen, hvor sagen går i gang igen")
    reason: str = Field(alias="årsag", description="Hvorfor sagen holder pause")

    def covers(self, day: date) -> bool:
        """Whether the case rests on a day; on the day of ``til`` it is at work again."""
        return self.start <= day < self.until


class SupportDecision(Model):
    """The decision on support after coming of age (barnets lov §§ 113-116)."""

    decided_on: Day = Field(alias="besluttet", description="Afgjort den")
    granted: YesNo = Field(alias="bevilget", description="ja eller nej")


class Decision(Choice):
    """What the screening led to."""

    OFFER = "tilbydes"
    REFUSE = "afvises"


class Complexity(Choice):
    """The two sides of the stratification (Bilag 9)."""

    LOW = "lav"
    HIGH = "høj"


class Statement(Model):
    """One ticked statement of the checklist (Bilag 9)."""

    key: StatementKey = Field(alias="udsagn", description="Et af profilens udsagn")
    comment: str | None = Field(None, alias="kommentar", description="Hvad det bygger på")


class JobCentre(Model):
    """The request for a case worker at the jobcentre (handbook § 2)."""

    sent: Day | None = Field(None, alias="sendt", description="Navn og CPR sendt den")
    answered: Day | None = Field(None, alias="svar", description="Svar modtaget den")
    worker: StaffName | None = Field(
        None, alias="sagsbehandler", description="Hvem der blev udpeget"
    )


class Intake(Model):
    """Referral and screening (handbook § 2, Bilag 9)."""

    referred_by: str | None = Field(None, alias="henvist_af", description="Hvem der henviste")
    referred_on: Day | None = Field(None, alias="henvist_dato", description="Henvist den")
    departments: list[DepartmentName] = Field(
        [], alias="afdelinger", description="Afdelinger, hvor der er en sag"
    )
    group: GroupKey | None = Field(
        None, alias="gruppe", description="En af profilens grupper, når målgruppen er delt i flere"
    )
    aftercare: YesNo = Field(False, alias="efterværn", description="I efterværn: ja eller nej")
    unaccompanied: YesNo = Field(
        False, alias="uledsaget", description="Kom alene til landet som flygtning"
    )
    standing: Standing | None = Field(
        None, alias="status", description="Uddannelse, beskæftigelse og forsørgelse ved starten"
    )
    exclusions: list[ExclusionKey] = Field(
        [], alias="udelukket_fordi", description="Profilens grunde til ikke at være omfattet"
    )
    checklist: list[Statement] = Field([], alias="tjekliste", description="De udsagn, der passer")
    health: Complexity | None = Field(
        None, alias="helbred", description="Kompleksitet af helbred og funktionsevne: lav eller høj"
    )
    surroundings: Complexity | None = Field(
        None, alias="omgivelser", description="Kompleksitet af omgivelser og person: lav eller høj"
    )
    job_centre: JobCentre | None = Field(
        None, alias="jobcenter", description="Sagsbehandler fra beskæftigelsesområdet"
    )
    decision: Decision | None = Field(
        None, alias="beslutning", description="tilbydes eller afvises"
    )
    reason: str | None = Field(None, alias="begrundelse", description="Hvorfor")
    decided_on: Day | None = Field(None, alias="besluttet_dato", description="Besluttet den")
    decided_by: list[StaffName] = Field([], alias="besluttet_af", description="Hvem der besluttede")
    accepted_on: Day | None = Field(
        None, alias="den_unges_ja", description="Den unge sagde ja til tilbuddet den"
    )

    @property
    def is_refused(self) -> bool:
        """Whether it was decided that the model is not offered."""
        return self.decision is Decision.REFUSE

    def screened_on(self, today: date) -> date:
        """Return the day on which the target group counts: of the decision, else the referral."""
        return self.decided_on or self.referred_on or today


class Closing(Model):
    """Why and when the case ended."""

    date: Day = Field(alias="dato", description="Afsluttet den")
    reason: str = Field(alias="årsag", description="Hvorfor sagen sluttede")
    evaluation: str | None = Field(
        None, alias="evaluering", description="Hvad den unge og teamet siger om hele forløbet"
    )
    outcome: Outcome | None = Field(None, alias="udfald", description="Hvordan sagen endte")
    standing: Standing | None = Field(
        None, alias="status", description="Uddannelse, beskæftigelse og forsørgelse til sidst"
    )


class Record(Keyed):
    """The whole of ``sag.yaml``."""

    profile: ProfileName | None = Field(
        None, alias="profil", description="Hvis ikke kommunens egen"
    )
    step: Step = Field(alias="trin", description="Hvor i modellen sagen er; flyt med `advance`")
    round: RoundNumber = Field(alias="runde", description="Hvilken runde; flyt med `advance`")
    youth: Youth = Field(alias="ung", description="Den, sagen handler om")
    parents: list[Parent] = Field([], alias="forældre", description="Forældre og værger")
    coordinator: Coordinator | None = Field(
        None, alias="koordinator", description="Koordinerende sagsbehandler"
    )
    intake: Intake = Field(
        default_factory=lambda: Intake.model_validate({}),
        alias="visitation",
        description="Henvisning og screening",
    )
    support: SupportDecision | None = Field(
        None, alias="ungestøtte", description="Afgørelsen om støtte efter det 18. år"
    )
    pause: Pause | None = Field(None, alias="pause", description="Skrives af `samarbejde pause`")
    other_meetings: list[OtherMeeting] = Field(
        [],
        alias="andre_møder",
        description="Møder uden for runderne: akutte, ekstra, interne og enkelte opfølgninger",
    )
    closing: Closing | None = Field(None, alias="afslutning", description="Når sagen er slut")

    @property
    def has_aftercare(self) -> bool:
        """Whether support goes on after 18: aftercare, or support that is granted."""
        return self.intake.aftercare or (self.support is not None and self.support.granted)

    def is_paused(self, day: date) -> bool:
        """Whether the case rests on a day."""
        return self.pause is not None and self.pause.covers(day)

    @cached_property
    def custody_holders(self) -> list[Parent]:
        """The parents and others with custody."""
        return [parent for parent in self.parents if parent.custody]
