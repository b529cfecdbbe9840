"""SAM903: the history ends at the case's current step."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the history is empty or ends at another step."""
    moves, record = case.history, case.record
    if not moves:
        yield RULE.finding(case.location("historik"), problem="Historikken er tom")
        return
    last = next((move for move in reversed(moves) if move.event.is_move), moves[-1])
    if (last.target, last.round) != (record.step, record.round):
        here = f"{record.step.value} i runde {record.round}"
        there = f"{last.target.value} i runde {last.round}"
        problem = {"problem": f"Sagen står i {here}, men historikken ender i {there}"}
        line = next(i for i, move in enumerate(case.files["historik"].value) if move is last)
        related = (("historikken ender her", case.location("historik", line)),)
        yield RULE.finding(case.location("sag", "trin"), related, **problem)


RULE = Rule(
    code=codes.HISTORY_DOES_NOT_FIT,
    name="historik-passer-ikke",
    severity=Weight.ERROR,
    message="{problem}.",
    hint=(
        "Flyt altid sagen med `samarbejde advance`, som skriver begge steder. Er en af filerne "
        "rettet i hånden, så ret `trin` og `runde` i sag.yaml, så de passer med den seneste "
        "flytning i historik.yaml."
    ),
    explanation="""\
Historikken viser, hvem der har flyttet sagen, hvornår og hvorfor. Den er kun noget værd, når den
passer: den seneste flytning skal ende på det trin og i den runde, som står i sag.yaml.

Linjerne læses efter deres tid, uanset hvilken rækkefølge de står i: har to arbejdet hver for sig,
kan git sætte dem sammen i en anden. Linjer må ikke ændres eller slettes.""",
    source="God forvaltningsskik: det skal kunne ses, hvem der gjorde hvad",
    example="""\
 # sag.yaml
 trin: opfølgning
 # historik.yaml
-- {tid: 2026-02-12T10:05, hvem: Anne Holm, fra: formøde, til: møde, runde: 1}
+- {tid: 2026-03-10T09:00, hvem: Anne Holm, fra: møde, til: opfølgning, runde: 1}
""",
    check=check,
)
