"""A case that rests for a while, and the decision on support for a young adult."""

from datetime import date

from pydantic import Field

from samarbejde_cli.forms.fields import Day, YesNo
from samarbejde_cli.forms.model import Model


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
