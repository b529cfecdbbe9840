"""SAM212: the jobcentre's case worker is known to the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import suggested_in_reach


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the name is unknown to case and settings."""
    request = case.record.intake.job_centre
    worker = request.worker if request else None
    if not worker or worker.casefold() in case.people or profile.employee(worker):
        return
    location = case.location("sag", "visitation", "jobcenter", "sagsbehandler")
    yield RULE.finding(
        location,
        navn=worker,
        ung=case.record.youth.short_name,
        **suggested_in_reach(case, profile, worker),
    )


RULE = Rule(
    code=codes.JOBCENTRE_CASE_WORKER,
    name="jobcentrets-sagsbehandler",
    severity=Weight.NOTE,
    steps=(Step.PRE_MEETING,),
    message="{navn} er udpeget af jobcentret, men står ikke i teamet.",
    hint="Skriv {navn} under `personer` i team.yaml, hvis {ung} vil have {navn} med.",
    explanation="""\
Jobcentret svarer med navnet på den sagsbehandler, som bliver knyttet til den unge. Den, der er
udpeget, skal kunne indkaldes og få en kopi af planen, og det kræver en plads i teamet. Den unge
bestemmer, hvem der er med, så det er kun en bemærkning. Reglen gælder fra formødet.""",
    source="Metodehåndbog 2",
    example="""\
 # sag.yaml
 visitation:
-  jobcenter: {sendt: 2026-01-14, svar: 2026-01-19, sagsbehandler: Maja Tofte}
+  jobcenter: {sendt: 2026-01-14, svar: 2026-01-19, sagsbehandler: Maja Toft}
""",
    check=check,
)
