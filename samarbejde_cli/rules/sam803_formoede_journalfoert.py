"""SAM803: the pre-meeting is filed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import JournalKind
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

code = "SAM803"
name = "formøde-journalført"
severity = "error"
steps = (Step.FOLLOW_UP,)
scope = "round"
requires = ()
message = "Formødet er ikke journalført som børnesamtale eller jobsamtale."
hint = (
    "Skriv notatet i jeres fagsystem, og skriv så dato og `som` under `journalført` ved `formøde` "
    "i runder/{runde}.yaml: `som: børnesamtale` eller `som: jobsamtale`."
)
explanation = """\
Formødet tæller som den samtale, loven kræver: en børnesamtale hos Børn og Familier, en
jobsamtale på beskæftigelsesområdet. Derfor skal det stå i journalen under det rigtige navn.
Reglen kan ikke se journalen, kun det, I skriver her."""
source = "Metodehåndbog 4.3 og 4.4"
wrong = """\
# runder/1.yaml
formøde:
  journalført:
    dato: 2026-02-10
    som: samtale
"""
right = """\
# runder/1.yaml
formøde:
  journalført:
    dato: 2026-02-10
    som: børnesamtale
"""


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the pre-meeting is not filed, or as something else."""
    filed = case.round.pre_meeting.filed
    if filed is None or filed.kind not in (JournalKind.CHILD_TALK, JournalKind.JOB_TALK):
        facts = {"runde": str(case.record.round)}
        yield Finding(code, case.spot(case.round_key, "formøde", "journalført"), facts)
