"""``plan.yaml``: the Mål- og aftaleskema, in the first person (Bilag 3)."""

from datetime import date

from samarbejde_cli.forms.fields import Day, RoundNumber, Score, YesNo
from samarbejde_cli.forms.model import Field, Keyed, LabelledChoice, Model
from samarbejde_cli.profile.names import PersonName, ResponsibleName, StaffName
from samarbejde_cli.profile.vocabulary import PlanSigner

__all__ = [
    "EDUCATION_AND_WORK",
    "OTHER_MATTERS",
    "Area",
    "Assessment",
    "Goal",
    "GoalStatus",
    "Plan",
    "PlanSignature",
    "PlanSigner",
    "Progression",
    "RoadMap",
]


class Area(LabelledChoice):
    """The areas of the form; the first five are education and employment."""

    LEARNING = "fagligt", "Fagligt"
    DAILY_LIFE = "hverdag", "Hverdag"
    HEALTH = "sundhed", "Sundhed"
    NETWORK = "netværk", "Netværk/venner"
    DEVELOPMENT = "udvikling", "Udvikling og adfærd"
    HOUSING = "bolig", "Bolig"
    FINANCES = "økonomi", "Økonomi"
    FAMILY = "familie", "Familieforhold"
    OTHER = "andet", "Andet relevant"

    @property
    def is_education_or_work(self) -> bool:
        """Whether the form puts the area under education and employment."""
        return self in EDUCATION_AND_WORK


EDUCATION_AND_WORK = (
    Area.LEARNING, Area.DAILY_LIFE, Area.HEALTH, Area.NETWORK, Area.DEVELOPMENT,
)  # fmt: skip
OTHER_MATTERS = (Area.HOUSING, Area.FINANCES, Area.FAMILY, Area.OTHER)


class GoalStatus(Model):
    """What was heard of an agreement between two meetings (Bilag 8: follow-up)."""

    date: Day = Field(alias="dato", description="Noteret den")
    what: str | None = Field(None, alias="hvad", description="Hvad der er sket, kort")
    done: YesNo | None = Field(
        None, alias="gjort", description="Er det, der var aftalt, gjort: ja eller nej"
    )
    score: Score | None = Field(
        None,
        alias="nu",
        description="Hvor langt målet er nu, 1 til 5, når I bruger progressionsmål",
    )


class Progression(Model):
    """Where a goal began and where it leads, 1 (far away) to 5 (there)."""

    start: Score | None = Field(None, alias="start", description="Hvor vi begynder, 1 til 5")
    wanted: Score | None = Field(None, alias="ønsket", description="Hvor vi vil hen, 1 til 5")


class Goal(Model):
    """One line of the Mål- og aftaleskema (Bilag 3)."""

    area: Area = Field(alias="område", description="Hvilket område målet hører til")
    goal: str = Field(alias="mål", description="Målet i jeg-form: Jeg skal …")
    education_or_work: YesNo | None = Field(
        None,
        alias="uddannelse_eller_job",
        description="Ja, når målet fører mod uddannelse eller job",
    )
    steps: list[str] = Field([], alias="delmål", description="Mindre mål på vejen")
    actions: list[str] = Field([], alias="handlinger", description="Hvad der skal gøres")
    responsible: list[ResponsibleName] = Field(
        [], alias="ansvarlige", description="Navne på folk i teamet, eller `jeg`"
    )
    deadline: Day | None = Field(None, alias="frist", description="Senest den")
    since_round: RoundNumber | None = Field(
        None, alias="fra_runde", description="Runden, målet kom til i"
    )
    progression: Progression | None = Field(
        None, alias="progression", description="Start og ønsket, når I bruger progressionsmål"
    )
    status: list[GoalStatus] = Field(
        [], alias="status", description="Hvad der er sket siden mødet, det ældste først"
    )
    reached: YesNo | None = Field(None, alias="nået", description="Er målet nået: ja eller nej")
    reason: str | None = Field(None, alias="årsag", description="Hvorfor det er nået eller ikke")

    @property
    def leads_to_education_or_work(self) -> bool:
        """Whether the goal counts as one for education or employment (handbook § 4.1)."""
        if self.education_or_work is not None:
            return self.education_or_work
        return self.area is Area.LEARNING

    @property
    def is_done(self) -> bool:
        """Whether the last note that says so says that what was agreed is done."""
        return next((each.done for each in reversed(self._noted) if each.done is not None), False)

    @property
    def score(self) -> int | None:
        """How far the goal is by the last note with a number; where it began when there is none."""
        noted = (each.score for each in reversed(self._noted) if each.score is not None)
        return next(noted, self.progression.start if self.progression else None)

    @property
    def _noted(self) -> list[GoalStatus]:
        return sorted(self.status, key=lambda each: each.date)


class Assessment(Model):
    """Whether a child examination was made."""

    made: YesNo = Field(alias="udarbejdet", description="ja eller nej")
    reason: str | None = Field(None, alias="begrundelse", description="Hvorfor ikke")


class RoadMap(Model):
    """Who follows up and when (KØREPLAN FOR AT NÅ MÅLENE)."""

    responsible: ResponsibleName | None = Field(
        None, alias="ansvarlig", description="Hvem der følger op"
    )
    next: Day | None = Field(None, alias="næste_gang", description="Situationen tages op igen den")
    followed_up: Day | None = Field(
        None, alias="fulgt_op", description="Taget op igen den, når det skete uden et møde"
    )

    @property
    def due(self) -> date | None:
        """The day on which the situation is taken up again; None once that was done."""
        done = self.followed_up and self.next and self.followed_up >= self.next
        return None if done else self.next


class PlanSignature(Model):
    """One signature under the plan."""

    name: PersonName = Field(alias="navn", description="Hvem der skrev under")
    signer: PlanSigner = Field(alias="som", description="Som hvem")
    date: Day = Field(alias="dato", description="Underskrevet den")


class Plan(Keyed):
    """The whole of ``plan.yaml``."""

    summary: str | None = Field(
        None, alias="sagsresumé", description="Skolegang, diagnoser, tidligere støtte, erfaring"
    )
    purpose: str | None = Field(
        None, alias="formål_med_støtten", description="Hvad støtten skal afhjælpe eller forbedre"
    )
    transition: str | None = Field(
        None, alias="overgang_til_voksenlivet", description="Konkrete mål for overgangen"
    )
    after_offer: str | None = Field(
        None,
        alias="efter_tilbuddet",
        description="Mål, handlinger og navne for tiden, når personen er for gammel til tilbuddet",
    )
    assessment: Assessment | None = Field(
        None, alias="børnefaglig_undersøgelse", description="Er den lavet, eller hvorfor ikke"
    )
    overall_goal: str | None = Field(
        None,
        alias="overordnet_mål",
        description="Det overordnede mål for uddannelse og beskæftigelse, i jeg-form",
    )
    goals: list[Goal] = Field([], alias="mål", description="Målene, ét ad gangen")
    road_map: RoadMap | None = Field(
        None, alias="køreplan", description="Hvem følger op og hvornår"
    )
    parents_support: str | None = Field(
        None, alias="støtte_til_forældre", description="Særskilt støtte og handleplan"
    )
    youth_view: str | None = Field(
        None, alias="den_unges_holdning", description="Hvad den unge selv siger til planen"
    )
    without_agreement: list[StaffName] = Field(
        [], alias="uden_aftale", description="Fagpersoner, som det ikke er relevant at aftale med"
    )
    sent_to: list[StaffName] = Field(
        [], alias="sendes_til", description="Hvem planen må sendes til"
    )
    signatures: list[PlanSignature] = Field([], alias="underskrifter", description="Under planen")
