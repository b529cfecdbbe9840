"""SAM622: a meeting is held around each age that calls for one."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.coming_of_age import has_meeting
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.limits import age_text
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each age that has come near, and no meeting since then."""
    ages, margin = profile.limits.hand_over_ages, profile.limits.hand_over_margin
    if not ages or case.record.is_paused(today):
        return
    born = case.turns(0)
    began = case.history[0].at.date() if case.history else date.min
    for months in ages:
        day = add_months(born, months)
        opens = add_months(day, -margin)
        if not (began <= day and opens <= today):
            continue
        if not has_meeting(case, profile, months, today, (opens, date.max)):
            yield RULE.finding(
                case.in_round("møde", "dato"),
                navn=case.record.youth.short_name,
                alder=age_text(months),
                når="nåede" if day < today else "når",
                dag=day,
                senest=add_months(day, margin),
                runde=case.record.round,
            )


RULE = Rule(
    code=codes.MEETING_AT_AGE,
    name="møde-ved-alder",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    open_only=True,
    requires=(codes.NEW_DATES,),
    message=(
        "Der er ikke holdt eller aftalt et møde om overgangen ved {alder} år. "
        "{navn} {når} den {dag}."
    ),
    hint=(
        "Aftal et møde senest den {senest}, hvor de, der tager over, er med, og skriv det i "
        "runder/{runde}.yaml."
    ),
    explanation="""\
Omkring bestemte aldre holdes der altid et møde, så den unge er fulgt godt videre. Aldrene står som
`overdragelsesmøder_ved` under `frister` i samarbejde.yaml, og `overdragelse_måneder` siger, hvor
langt fra dagen mødet må ligge. Reglen melder sig, når tiden er inde, og tier, når der er et møde
på eller efter det tidspunkt. I det sidste år, før den unge er myndig, tæller et møde kun, når en
fra voksenområdet var med eller er indkaldt: en med rollen `voksenmyndighed` eller
`sagsbehandler-social`, eller en fra den afdeling, der tager over. Er der bevilget ungestøtte,
kræves det ikke. En alder fra før sagen begyndte tæller ikke.""",
    source="Metodehåndbog 4.1; ti kommuner 3.1; Middelfart, kerneelement 3",
    example="""\
 # samarbejde.yaml
 frister: {overdragelsesmøder_ved: ["16"], overdragelse_måneder: 5}
-# runder/1.yaml
-opfølgning: {næste_formøde: 2026-03-09, næste_møde: 2026-03-10}
""",
    check=check,
)
