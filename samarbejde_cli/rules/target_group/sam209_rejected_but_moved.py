"""SAM209: the decision and the step agree on whether the model was offered."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import ORDER, Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule

_UNDER_WAY = ORDER[1:]


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when a refused case is under way, or a rejected one is not refused."""
    refused = case.record.intake.is_refused
    if refused and case.step in _UNDER_WAY:
        contrary = f"{profile.words.person} får ikke tilbuddet"
    elif case.step is Step.REJECTED and not refused:
        contrary = "der står ikke `beslutning: afvises`"
    else:
        return
    yield RULE.finding(
        case.location("sag", "visitation", "beslutning"),
        (("trinnet står her", case.location("sag", "trin")),),
        trin=case.step.value,
        modsat=contrary,
    )


RULE = Rule(
    code=codes.REJECTED_BUT_MOVED,
    name="afvist-men-flyttet",
    severity=Weight.ERROR,
    message="Trinnet {trin} passer ikke til beslutningen: {modsat}.",
    hint=(
        "Ret `beslutning` under `visitation` i sag.yaml, eller flyt sagen, så de to passer sammen."
    ),
    explanation="""\
En sag, der er afvist, holder ikke møder, og en sag på trinnet afvist skal have beslutningen
skrevet. Passer de to ikke sammen, er enten beslutningen eller trinnet forkert. Trinnet flyttes
med `samarbejde advance`, aldrig ved at rette i filen.""",
    source="Metodehåndbog 2, Visitation",
    example="""\
 # sag.yaml
 trin: opfølgning
 visitation:
-  beslutning: afvises
+  beslutning: tilbydes
""",
    check=check,
)
