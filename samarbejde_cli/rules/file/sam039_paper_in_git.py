"""SAM039: a paper that was made from a case is about to be committed; found by the hooks."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.PAPER_IN_GIT,
    name="papir-i-git",
    severity=Weight.ERROR,
    message="{fil} er et papir, der er lavet af en sag, og hører ikke til i git.",
    hint='Tag det ud igen med `git rm --cached "{sti}"`. Filen selv bliver liggende.',
    explanation="""\
Papirerne kan laves igen af sagens filer med `samarbejde rerender`, nøjagtig som de var. I git ville
de ligge for altid, med adresser og CPR-numre, også når sagen er slettet. Derfor holder .gitignore
mapperne `dokumenter/` og `breve/` ude, og reglen fanger det, der er kommet med alligevel.""",
    source="Databeskyttelsesforordningen artikel 5 og 25",
    only_shown="Reglen ser på det, der er ved at blive gemt i git.",
)
