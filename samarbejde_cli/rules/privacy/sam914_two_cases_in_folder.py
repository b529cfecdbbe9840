"""SAM914: all files of a folder belong to one case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each file with another key, and for a second beginning."""
    key = case.record.key
    for stem, its in _keys(case):
        if key and its and its != key:
            yield RULE.finding(
                case.location(stem, "nøgle"),
                hvad="nøglen er en anden end i sag.yaml",
                sag=case.number,
            )
    yield from _beginnings(case, key)


def _keys(case: Case) -> Iterator[tuple[str, str | None]]:
    for stem, file in case.files.items():
        if stem not in ("sag", "historik") and file.value is not None:
            yield stem, file.value.key


def _beginnings(case: Case, key: str | None) -> Iterator[Finding]:
    lines = list(enumerate(case.files["historik"].value or ()))
    begun = [(i, move) for i, move in lines if move.origin is None and move.target is Step.INTAKE]
    for i, move in begun:
        if key and move.key and move.key != key:
            facts = {"hvad": "nøglen er en anden end i sag.yaml", "sag": case.number}
            yield RULE.finding(case.location("historik", i, "nøgle"), **facts)
            return
    others = [i for i, move in begun if move != begun[0][1]]
    if others:
        facts = {"hvad": "sagen er oprettet to gange", "sag": case.number}
        related = (("oprettet første gang her", case.location("historik", begun[0][0])),)
        yield RULE.finding(case.location("historik", others[0]), related, **facts)


RULE = Rule(
    code=codes.TWO_CASES_IN_FOLDER,
    name="to-sager-i-mappen",
    severity=Weight.ERROR,
    message="Mappen rummer filer fra to sager: {hvad}.",
    hint=(
        "Slet ingen af dem. Hent dem begge frem fra git, og giv den ene et nyt nummer med "
        "`samarbejde renumber {sag}`; `samarbejde explain SAM914` viser hvordan."
    ),
    explanation="""\
Hver sag har en nøgle, som står i alle dens filer, og en historik, hvor sagen er oprettet én gang.
Er der to nøgler eller to oprettelser, har to fået samme sagsnummer hver for sig, og git har lagt
deres filer i én mappe. Så står en borgers oplysninger i en andens sag.

Begge sager ligger, som de var, i git. Gem først det, du har ændret, med `samarbejde save`. Skriv så
disse fire kommandoer, med sagens nummer i stedet for SAG.

1. `git log --merges -1 --format=%p -- sager/SAG` viser to tegnrækker, én for hver af de udgaver,
der blev flettet.

2. `git restore --source=FØRSTE -- sager/SAG` henter sagen, som den første udgave har den.

3. `samarbejde renumber SAG` giver den et nyt nummer.

4. `git restore --source=ANDEN -- sager/SAG` henter den anden sag.

Se begge sager efter, også det, der er skrevet efter fletningen, og gem dem med `samarbejde save`.
Sager uden nøgle er fra før, der var nøgler; dem mangler der ikke noget i.""",
    source="Databeskyttelsesforordningen art. 5: rigtige og fortrolige oplysninger",
    example="""\
 # sag.yaml
 nøgle: kmtzbdfghj
 # team.yaml
-nøgle: rvwxpqnmcd
+nøgle: kmtzbdfghj
""",
    check=check,
)
