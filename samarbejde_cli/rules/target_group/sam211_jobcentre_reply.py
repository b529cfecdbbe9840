"""SAM211: the jobcentre has answered in time which case worker it attaches."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import working_days_after
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the answer is late."""
    request = case.record.intake.job_centre
    if not request or not request.sent or request.answered or request.worker:
        return
    days = working_days_after(request.sent, today, profile.days_off)
    limit = profile.target.job_centre_days
    if days > limit:
        yield RULE.finding(
            case.location("sag", "visitation", "jobcenter", "sendt"),
            sendt=request.sent,
            dage=days,
            frist=limit,
        )


RULE = Rule(
    code=codes.JOBCENTRE_REPLY,
    name="jobcenter-svar",
    severity=Weight.WARNING,
    open_only=True,
    message=(
        "Jobcentret fik besked den {sendt} og har ikke svaret. Der er gået {dage} arbejdsdage; "
        "svaret skal komme inden {frist}."
    ),
    hint="Ryk for svaret. Skriv så `svar` og `sagsbehandler` under `jobcenter` i sag.yaml.",
    explanation="""\
Når tovholderen har sendt navn og CPR-nummer, svarer jobcentret, hvilken sagsbehandler der følger
den unge. Fristen tælles i arbejdsdage fra dagen efter. Lørdage, søndage og helligdage tæller
ikke med. Lokale fridage som juleaftensdag og 1. maj tæller med, så advarslen kan komme en dag
for tidligt. Fristen står under `målgruppe` i samarbejde.yaml.""",
    source="Metodehåndbog 2, Visitation",
    example="""\
 # sag.yaml
 visitation:
   jobcenter:
     sendt: 2026-03-06
-    svar:
+    svar: 2026-03-11
-    sagsbehandler:
+    sagsbehandler: Maja Toft
""",
    check=check,
)
