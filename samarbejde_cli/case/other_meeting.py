"""``andre_møder`` in ``sag.yaml``: meetings that are not the round's (ti kommuner 3.1 and 3.2)."""

from samarbejde_cli.case.round import Appointment
from samarbejde_cli.forms.fields import Day
from samarbejde_cli.forms.model import Field, LabelledChoice
from samarbejde_cli.profile.names import StaffName


class OtherMeetingKind(LabelledChoice):
    """Why people meet outside the rounds."""

    ACUTE = "akut", "Akut møde"
    EXTRA = "ekstra", "Ekstra møde"
    CHANGE_IN_LIFE = "skift-i-livet", "Møde ved et skift i livet"
    INTERNAL = "intern-koordinering", "Intern koordinering"
    INDIVIDUAL = "individuel-opfølgning", "Individuel opfølgning"


class OtherMeeting(Appointment):
    """A meeting outside the rounds: when, where, who, why, and what came of it."""

    kind: OtherMeetingKind = Field(alias="slags", description="Hvorfor I mødes uden for runderne")
    people: list[StaffName] = Field([], alias="personer", description="Navne på dem, der er med")
    purpose: str | None = Field(None, alias="formål", description="Hvad mødet skal føre til, kort")
    result: str | None = Field(
        None, alias="resultat", description="Hvad der blev aftalt, når mødet er holdt"
    )
    youth_told: Day | None = Field(
        None,
        alias="den_unge_fortalt",
        description="Den unge fik at vide den dag, hvad fagpersonerne talte om",
    )

    @property
    def is_without_youth(self) -> bool:
        """Whether professionals meet among themselves, so that the youth is told afterwards."""
        return self.kind is OtherMeetingKind.INTERNAL
