"""SAM711: a sentence with a comma in a one-line list became two items."""

from collections.abc import Iterator, Sequence
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield a finding for each item that looks like the rest of the one before."""
    for i, goal in enumerate(case.plan.goals):
        for key, texts in (("delmål", goal.steps), ("handlinger", goal.actions)):
            for j in _rests(texts):
                yield RULE.finding(case.location("plan", "mål", i, key, j), værdi=texts[j])
    wishes = case.round.pre_meeting.wishes
    for j in _rests(wishes):
        location = case.in_round("formøde", "ønsker", j)
        yield RULE.finding(location, værdi=wishes[j])


def _rests(texts: Sequence[str]) -> Iterator[int]:
    """Yield the index of each text in lower case that follows one in upper case."""
    for j in range(1, len(texts)):
        if texts[j][:1].islower() and any(text[:1].isupper() for text in texts[:j]):
            yield j


RULE = Rule(
    code=codes.CUT_AT_COMMA,
    name="skåret-ved-komma",
    severity=Weight.WARNING,
    message="»{værdi}« ser ud til at være resten af linjen før: den er skåret over ved et komma.",
    hint="Sæt hele teksten i anførselstegn, eller skriv hver tekst på sin egen linje med en streg.",
    explanation="""\
Mellem `[` og `]` skiller et komma to punkter ad. En sætning med komma bliver derfor til to punkter
i planen, hvis den ikke står i anførselstegn.

Reglen ser efter et punkt, der begynder med lille bogstav efter et, der begynder med stort. Den
ser på handlinger, delmål og ønsker, og den kan tage fejl, når nogen skriver med små bogstaver.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 mål:
   - område: fagligt
     mål: Jeg skal have et kørekort
-    handlinger: [Jeg undersøger, hvad det koster]
+    handlinger: ["Jeg undersøger, hvad det koster"]
     ansvarlige: [jeg]
""",
    check=check,
)
