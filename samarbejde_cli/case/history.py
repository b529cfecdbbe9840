"""``historik.yaml``: who moved the case, when and why; only ever appended to."""

from pydantic import Field

from samarbejde_cli.case.steps import Step
from samarbejde_cli.forms.fields import Count, Moment, YesNo
from samarbejde_cli.forms.model import Model


class Move(Model):
    """One line of the history."""

    at: Moment = Field(alias="tid", description="Hvornår")
    by: str = Field(alias="hvem", description="Hvem der flyttede sagen")
    origin: Step | None = Field(None, alias="fra", description="Trinnet før; tomt ved oprettelsen")
    target: Step = Field(alias="til", description="Trinnet efter")
    round: Count = Field(alias="runde", description="Runden efter flytningen")
    forced: YesNo = Field(False, alias="gennemtvunget", description="Flyttet trods mangler")
    reason: str | None = Field(
        None, alias="begrundelse", description="Hvorfor den blev gennemtvunget"
    )
    waived: list[str] = Field([], alias="mangler", description="Reglerne, der ikke var opfyldt")
