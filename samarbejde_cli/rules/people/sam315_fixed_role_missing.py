"""SAM315: the team has the roles that every team has."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.demands import RoleNeed
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.departments import ROLES, has_role, is_represented


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each need that nobody meets."""
    age = case.age(today) if profile.team.roles else 0
    for need in profile.team.roles:
        if need.youngest <= age <= need.oldest and not _is_met(case, profile, need):
            words = listed([f"`{role.value}`" for role in need.one_of], "eller")
            yield RULE.finding(
                case.location("team", "personer", on_key=True),
                navn=case.record.youth.short_name,
                roller=words,
                kode=codes.FIXED_ROLE_MISSING,
            )


def _is_met(case: Case, profile: Profile, need: RoleNeed) -> bool:
    wanted = frozenset(need.one_of)
    behind = (kind for kind, roles in ROLES.items() if roles & wanted)
    return has_role(case, wanted) or any(is_represented(case, profile, kind) for kind in behind)


RULE = Rule(
    code=codes.FIXED_ROLE_MISSING,
    name="fast-rolle-mangler",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    requires=(codes.TEAM_TOO_SMALL,),
    message="Teamet om {navn} mangler en med rollen {roller}.",
    hint=(
        "Skriv personen i team.yaml. Er det ikke relevant hos {navn}, så skriv `# samarbejde: "
        "tillad {kode}` og grunden efter `personer:`."
    ),
    explanation="""\
Nogle steder er bestemte fagligheder altid med, fordi de har ansvaret for hver sin del: familie,
vejledning, job og det sted, hvor den unge bor. Kravene står som `faste_roller` under `team` i
samarbejde.yaml, hver linje med de roller, hvoraf én er nok. Den koordinerende sagsbehandler dækker
sin egen afdelings rolle.""",
    source="Ti kommuner 2 og 6.2",
    example="""\
 # samarbejde.yaml
 team:
   faste_roller:
-    - en_af: [anbringelsessted, kontaktperson]
+    - en_af: [familierådgiver]
+    - en_af: [uddannelsesvejleder, skole]
""",
    check=check,
)
