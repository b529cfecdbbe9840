"""SAM903: the history ends where the case is."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.history import Move
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

code = "SAM903"
name = "historik-passer-ikke"
severity = "error"
steps = ()
requires = ()
message = "{problem}."
hint = (
    "Flyt altid sagen med `samarbejde advance`, som skriver begge steder. Er en af filerne "
    "rettet i hånden, så ret `trin` og `runde` i sag.yaml, så de passer med den sidste linje "
    "i historik.yaml, og lad linjerne stå efter tid."
)
explanation = """\
Historikken viser, hvem der har flyttet sagen, hvornår og hvorfor. Den er kun noget værd, når den
passer: den sidste linje skal ende på det trin og i den runde, som står i sag.yaml, og linjerne
skal stå i den rækkefølge, det skete. Har to flettet deres ændringer i git, kan linjerne stå
omvendt; sæt dem så i rækkefølge. Linjer må ellers ikke ændres eller slettes."""
source = "God forvaltningsskik: det skal kunne ses, hvem der gjorde hvad"
wrong = """\
# sag.yaml
trin: opfølgning
# historik.yaml
- {tid: 2026-02-12T10:05, hvem: Anne Holm, fra: formøde, til: møde, runde: 1}
"""
right = """\
# sag.yaml
trin: opfølgning
# historik.yaml
- {tid: 2026-03-10T09:00, hvem: Anne Holm, fra: møde, til: opfølgning, runde: 1}
"""


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the history is empty or goes backwards, or ends elsewhere."""
    moves, record = case.history, case.record
    if not moves:
        yield Finding(code, case.spot("historik"), {"problem": "Historikken er tom"})
        return
    for i, (before, after) in enumerate(pairwise(moves), 1):
        if _wall_clock(after) < _wall_clock(before):
            problem = {"problem": "Linjen er fra et tidspunkt før linjen over den"}
            yield Finding(code, case.spot("historik", i, "tid"), problem)
            return
    last = moves[-1]
    if (last.target, last.round) != (record.step, record.round):
        here = f"{record.step.value} i runde {record.round}"
        there = f"{last.target.value} i runde {last.round}"
        problem = {"problem": f"Sagen står i {here}, men historikken ender i {there}"}
        related = (("historikken ender her", case.spot("historik", len(moves) - 1)),)
        yield Finding(code, case.spot("sag", "trin"), problem, related)


def _wall_clock(move: Move) -> datetime:
    """Return the moment without a time zone, which a hand may have written on one line only."""
    return move.at.replace(tzinfo=None)
