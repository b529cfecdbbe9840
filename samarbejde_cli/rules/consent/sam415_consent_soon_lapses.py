"""SAM415: a consent soon lapses because the youth comes of age."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding in the last months before the birthday."""
    day, notice = case.turns(profile.consent.adult), profile.consent.notice_months
    if not add_months(day, -notice) <= today < day:
        return
    yield RULE.finding(
        case.location("samtykke", "underskrifter", on_key=True),
        navn=case.record.youth.short_name,
        alder=profile.consent.adult,
        dag=day,
    )


RULE = Rule(
    code=codes.CONSENT_SOON_LAPSES,
    name="samtykke-snart-18",
    severity=Weight.NOTE,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING, codes.CONSENT_WITHDRAWN),
    stops_letters=Letters.ALWAYS,
    message="{navn} fylder {alder} år den {dag}, og så skal samtykket være underskrevet på ny.",
    hint="Gennemgå samtykket med {navn} på det næste formøde, så {navn} kan skrive under på dagen.",
    explanation="""\
Et samtykke, som forældrene har været med til at give, falder bort, når den unge bliver myndig.
Er det nye ikke klar, må ingen udveksle noget, og et møde kan blive aflyst. Hvor længe før der
mindes om det, står som `varsel_måneder` under `samtykke` i samarbejde.yaml.""",
    source="Bilag 6",
    example="""\
 # samarbejde.yaml
-samtykke: {myndig_år: 16, varsel_måneder: 6}
+samtykke: {myndig_år: 16, varsel_måneder: 3}
""",
    check=check,
)
