"""Who is offered the model, and by which statements that is seen (handbook § 2, Bilag 9)."""

from samarbejde_cli.forms.fields import Amount, YesNo
from samarbejde_cli.forms.model import Field, Model


class KeyText(Model):
    """A key that cases use, and its text in documents and messages."""

    key: str = Field(alias="nøgle", description="Ordet, som skrives i sagen")
    text: str = Field(alias="tekst", description="Teksten i skemaer og beskeder")


class TargetGroup(Model):
    """Who is offered the model (handbook § 2)."""

    youngest: Amount = Field(alias="fra_år", description="Yngste alder")
    oldest: Amount = Field(alias="til_år", description="Ældste alder")
    departments_from: Amount = Field(
        alias="flere_afdelinger_fra_år", description="Fra den alder kræves sager i flere afdelinger"
    )
    departments: Amount = Field(alias="antal_afdelinger", description="Så mange afdelinger mindst")
    statements: Amount = Field(
        alias="udsagn_mindst", description="Så mange udsagn i tjeklisten taler for et tilbud"
    )
    job_centre_days: Amount = Field(
        alias="jobcenter_svar_arbejdsdage",
        description="Jobcentret svarer inden så mange arbejdsdage",
    )
    groups: list[KeyText] = Field(
        [], alias="grupper", description="Grupperne i målgruppen, når den er delt i flere"
    )


class ChecklistStatement(KeyText):
    """A statement of the checklist, which may be about some ages only (handbook § 2)."""

    youngest: Amount = Field(0, alias="fra_år", description="Gælder fra og med denne alder")
    oldest: Amount = Field(200, alias="til_år", description="Gælder til og med denne alder")

    def is_for(self, age: int) -> bool:
        """Whether the statement is about somebody of this age."""
        return self.youngest <= age <= self.oldest


class Exclusion(KeyText):
    """A reason for not being offered the model (handbook § 2)."""

    not_unaccompanied: YesNo = Field(
        default=False,
        alias="gælder_ikke_uledsagede",
        description="Ja: uledsagede kan alligevel få tilbuddet",
    )
