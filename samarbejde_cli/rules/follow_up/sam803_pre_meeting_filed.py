"""SAM803: the pre-meeting is filed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import JournalKind
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule

_UNDER_AGE = (JournalKind.CHILD_TALK, JournalKind.JOB_TALK)
_ADULT = (JournalKind.JOB_TALK, JournalKind.TALK)


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the pre-meeting is not filed, or as something else."""
    talk = case.round.pre_meeting
    kinds = _UNDER_AGE if under_age(case, profile, talk.date or today) else _ADULT
    if talk.journal is None or talk.journal.kind not in {*_UNDER_AGE, *kinds}:
        yield RULE.finding(
            case.in_round("formøde", "journalført"),
            runde=case.record.round,
            former=" eller ".join(kind.value for kind in kinds),
            som=" eller ".join(f"`som: {kind.value}`" for kind in kinds),
        )


RULE = Rule(
    code=codes.PRE_MEETING_FILED,
    name="formøde-journalført",
    severity=Weight.ERROR,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    message="Formødet er ikke journalført som {former}.",
    hint=(
        "Skriv notatet i jeres fagsystem, og skriv så dato og `som` under `journalført` ved "
        "`formøde` i runder/{runde}.yaml: {som}."
    ),
    explanation="""\
Formødet tæller som den samtale, loven kræver: en børnesamtale hos Børn og Familier, en
jobsamtale på beskæftigelsesområdet. Derfor skal det stå i journalen under det rigtige navn. Fra
det fyldte 18. år er det en jobsamtale eller en samtale.
Reglen kan ikke se journalen, kun det, I skriver her.""",
    source="Metodehåndbog 4.3 og 4.4",
    example="""\
 # runder/1.yaml
 formøde:
   journalført:
     dato: 2026-02-10
-    som: samtale
+    som: børnesamtale
""",
    check=check,
)
