"""SAM634: papers have the case's day, time and room."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import CALENDAR, slot_in
from samarbejde_cli.case.case import PAPER_REGISTER, Case
from samarbejde_cli.case.notices import stale
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each appointment in papers that the case no longer has."""
    found: dict[str, list[tuple[int, PaperRecord]]] = {}
    for each in stale(case, profile, today):
        found.setdefault(_slot_text(each[1]), []).append(each)
    for slot, papers in found.items():
        (first, paper), rest = papers[0], papers[1:]
        yield RULE.finding(
            case.location(PAPER_REGISTER, first),
            papir=listed([each.file for _, each in papers]),
            tid=slot,
            dem="dem" if rest else "det",
            kommando="calendar" if paper.paper == CALENDAR else "render",
            sag=case.number,
        )


def _slot_text(paper: PaperRecord) -> str:
    """Return the appointment that a paper has, in words."""
    slot = slot_in(paper)
    if slot is None:
        return ""
    room = f" i {slot.room}" if slot.room and paper.paper != CALENDAR else ""
    return f"den {long_date(slot.begins.date())} kl. {clock(slot.begins.time())}{room}"


RULE = Rule(
    code=codes.PAPER_OLDER_THAN_CASE,
    name="papir-ældre-end-sagen",
    severity=Weight.NOTE,
    scope="round",
    message="{papir} siger {tid}, og det passer ikke længere.",
    hint="Send {dem} ikke. Lav {dem} igen: `samarbejde {kommando} {sag}`.",
    explanation="""\
Hvert brev bliver noteret i breve.yaml med den dag, det klokkeslæt og det lokale, der står i det. Er
noget af det ændret i sagen siden, er brevet forkert, også når det ligger klar i en mappe. Laves det
igen, er bemærkningen væk. Den er også væk, når dagen er gået.""",
    source="Bilag 1 og 2; God forvaltningsskik",
    example="""\
 # runder/1.yaml
 møde:
   dato: 2026-03-24
   start: 9.00
   slut: 10.30
 # breve.yaml
 - dato: 2026-02-12
   papir: dagsorden
   runde: 1
   fil: runde-1-dagsorden.docx
   sha256: 5f2c
   program: 0.1.0
-  begynder: 2026-03-03T09:00
+  begynder: 2026-03-24T09:00
-  slutter: 2026-03-03T10:30
+  slutter: 2026-03-24T10:30
   sted: Egen
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
