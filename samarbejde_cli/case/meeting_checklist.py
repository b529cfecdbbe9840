"""The meeting checklist: what the leader group counts after each meeting (domain.md: monitoring).

The fields of the model are the fixed keys of ``møde.tjekliste``; the description of each is the
question that the paper asks. Who took part is recorded with the participants, not here.
"""

from samarbejde_cli.forms.fields import YesNo
from samarbejde_cli.forms.model import Field, LabelledChoice, Model


class Occupation(LabelledChoice):
    """What the person does during the day."""

    SCHOOL = "grundskole", "Grundskole"
    PREPARATORY = "fgu", "Forberedende grunduddannelse (FGU)"
    SPECIAL = "stu", "Særligt tilrettelagt ungdomsuddannelse (STU)"
    YOUTH_EDUCATION = "ungdomsuddannelse", "Ungdomsuddannelse"
    HIGHER_EDUCATION = "videregående", "Videregående uddannelse"
    WORK = "job", "Job"
    TRIAL = "praktik", "Praktik eller andet forløb"
    NOTHING = "intet", "Ikke i gang med noget"
    OTHER = "andet", "Andet"


class Placement(LabelledChoice):
    """Where the person is placed."""

    INSTITUTION = "døgninstitution", "Døgninstitution"
    RESIDENCE = "opholdssted", "Opholdssted"
    SECURE = "sikret-institution", "Sikret institution"
    FOSTER_FAMILY = "familiepleje", "Familiepleje"
    NETWORK_FAMILY = "netværkspleje", "Netværkspleje"
    MUNICIPAL_FAMILY = "kommunal-plejefamilie", "Kommunal plejefamilie"
    OWN_ROOM = "eget-værelse", "Eget værelse"
    FORMERLY = "tidligere-anbragt", "Tidligere anbragt"
    NOT_PLACED = "ikke-anbragt", "Ikke anbragt"
    OTHER = "andet", "Andet"


class MeetingChecklist(Model):
    """The answers after one meeting; what is not answered stays empty."""

    without_youth: YesNo | None = Field(
        None, alias="fagpersonernes_formøde", description="Mødtes fagpersonerne først for sig selv?"
    )
    heard: YesNo | None = Field(
        None, alias="den_unge_blev_hørt", description="Lyttede vi til det, den unge sagde?"
    )
    contributed: YesNo | None = Field(
        None,
        alias="den_unge_havde_ordet",
        description="Havde den unge ordet, og bidrog den unge til mødet?",
    )
    decided: YesNo | None = Field(
        None,
        alias="den_unge_var_med_til_at_beslutte",
        description="Var den unge med til at beslutte?",
    )
    agreed: YesNo | None = Field(
        None, alias="den_unge_var_enig", description="Var den unge enig i det, vi nåede frem til?"
    )
    informed: YesNo | None = Field(
        None,
        alias="den_unge_ved_hvad_der_sker",
        description="Ved den unge, hvad der skal ske nu?",
    )
    prepared: YesNo | None = Field(
        None, alias="godt_forberedt", description="Var mødet godt forberedt?"
    )
    well_run: YesNo | None = Field(None, alias="godt_ledet", description="Forløb mødet godt?")
    all_points: YesNo | None = Field(
        None, alias="alle_punkter", description="Nåede vi alle punkter på dagsordenen?"
    )
    clear_goals: YesNo | None = Field(
        None,
        alias="klare_mål",
        description="Blev der sat klare mål for uddannelse, job og støtte?",
    )
    responsible_named: YesNo | None = Field(
        None, alias="ansvarlige_aftalt", description="Er det aftalt, hvem der gør hvad?"
    )
    follow_up_agreed: YesNo | None = Field(
        None, alias="opfølgning_aftalt", description="Er det aftalt, hvem der følger op på planen?"
    )
    plan_usable: YesNo | None = Field(
        None, alias="planen_kan_bruges", description="Er mål- og aftaleskemaet til at arbejde med?"
    )
    map_made: YesNo | None = Field(
        None, alias="netværkskort_tegnet", description="Er der tegnet et netværkskort?"
    )
    map_used: YesNo | None = Field(
        None,
        alias="netværkskort_brugt",
        description="Brugte I netværkskortet til at forberede mødet?",
    )
    map_enough: YesNo | None = Field(
        None,
        alias="netværkskort_gav_overblik",
        description="Gav netværkskortet overblik nok over netværket?",
    )
    has_adult: YesNo | None = Field(
        None, alias="har_en_voksen", description="Er den unges voksne valgt?"
    )
    occupation: Occupation | None = Field(
        None, alias="uddannelse_og_job", description="Som før; skriv hellere møde.status"
    )
    placement: Placement | None = Field(
        None, alias="anbringelse", description="Er den unge anbragt, og hvor?"
    )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is answered."""
        return not self.model_dump(exclude_none=True)
