"""SAM008: git left its markers in the file; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.MERGE_CONFLICT,
    name="flettekonflikt",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="To har ændret de samme linjer, og git kunne ikke flette dem sammen.",
    hint=(
        "`samarbejde conflicts` viser, hvad der er forskelligt, og spørger om én ting ad gangen. "
        "Eller læs begge udgaver, behold det rigtige, og slet linjerne med <<<<<<<, ======= og "
        ">>>>>>>."
    ),
    explanation="""\
Git har sat begge udgaver ind i filen. Øverst, under `<<<<<<<`, står den udgave, der var her i
forvejen; under `=======` står den, der kom til. Programmet kan ikke vide, hvem der har ret, og
læser ikke filen, før konflikten er løst.

I historik.yaml og breve.yaml skal begge udgaver beholdes, for dér tilføjes der kun linjer.
`samarbejde fix` samler dem. Gør du det selv, så slet kun linjerne med tegnene (og det, der står
mellem `|||||||` og `=======`, når git har skrevet den fælles gamle udgave med).

Står der to forskellige borgere i sag.yaml, har de fået samme sagsnummer. Så må ingen af dem
slettes: fortryd fletningen med `git merge --abort` (midt i en rebase: `git rebase --abort`), giv
din egen sag et nyt nummer med `samarbejde renumber`, gem den med `samarbejde save`, og hent den
anden med `samarbejde sync`.

Er du i tvivl, så spørg den anden, før du sletter noget.""",
    source="Fælles arbejde i git",
    example="""\
 # plan.yaml
-<<<<<<< HEAD
 sagsresumé: Silje går i 9. klasse
-=======
-sagsresumé: Silje går i 8. klasse
->>>>>>> andet
""",
)
