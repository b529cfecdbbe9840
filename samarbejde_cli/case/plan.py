"""``plan.yaml``: the Mål- og aftaleskema, in the first person (Bilag 3)."""

from pydantic import Field

from samarbejde_cli.forms.fields import Day, RoundNumber, YesNo
from samarbejde_cli.forms.model import Keyed, LabelledChoice, Model
from samarbejde_cli.profile.names import ResponsibleName, StaffName
from samarbejde_cli.profile.vocabulary import PlanSigner

__all__ = [
    "EDUCATION_AND_WORK",
    "OTHER_MATTERS",
    "Area",
    "Assessment",
    "Goal",
    "Plan",
    "PlanSignature",
    "PlanSigner",
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
    reached: YesNo | None = Field(None, alias="nået", description="Er målet nået: ja eller nej")
    reason: str | None = Field(None, alias="årsag", description="Hvorfor det er nået eller ikke")

    @property
    def leads_to_education_or_work(self) -> bool:
        """Whether the goal counts as one for education or employment (handbook § 4.1)."""
        if self.education_or_work is not None:
            return self.education_or_work
        return self.area is Area.LEARNING


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


class PlanSignature(Model):
    """One signature under the plan."""

    name: str = Field(alias="navn", description="Hvem der skrev under")
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
    assessment: Assessment | None = Field(
        None, alias="børnefaglig_undersøgelse", description="Er den lavet, eller hvorfor ikke"
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
