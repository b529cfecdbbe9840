"""Families 2, 3 and 4 at their edges: what is found in a case that differs a little."""

import re

import pytest
from example_case import found_in

from samarbejde_cli.findings import Weight

OTHERS = """
  - navn: Jonas Berg
    rolle: uddannelsesvejleder
  - navn: Maja Toft
    rolle: beskæftigelsesmedarbejder
  - navn: Karin Friis
    rolle: skole
    email: karin.friis@skole.example
"""
TEAM = f"""
# team.yaml
personer:
  - navn: Birgit Kær
    rolle: den-unges-voksne
    email: birgit@post.example{OTHERS}"""
ADULT = """
# sag.yaml
ung:
  cpr: 660308-4322
visitation:
  efterværn: ja
"""
"""Came of age on 6 March 2026, three days after the meeting."""
SIGNED = """
# samtykke.yaml
underskrifter:
  - navn: Silje Ravn
    som: ung
    dato: 2026-02-10
  - navn: Mette Ravn
    som: forældremyndighed
    dato: 2026-02-10
  - navn: Henrik Ravn
    som: forældremyndighed
    dato: 2026-02-11
"""
PARENTS = ("Mette Ravn", "Henrik Ravn")
TEAM_NAMES = ("Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis")
FATHER_WITHOUT_CUSTODY = """
# sag.yaml
forældre:
  - navn: Mette Ravn
    relation: mor
    forældremyndighed: ja
  - navn: Henrik Ravn
    relation: far
    forældremyndighed: nej
"""
NO_CUSTODY = FATHER_WITHOUT_CUSTODY.replace(": ja", ": nej").replace("# sag.yaml\n", "")
WITHDRAWN = """
# samtykke.yaml
udveksling: nej
oplysninger:
modtagere:
underskrifter:
tilbagekaldt:
  dato: 2026-03-10
  af: Silje Ravn
"""
CLOSED = """
# sag.yaml
trin: afsluttet
afslutning:
  dato: 2026-03-10
  årsag: Flyttet til en anden kommune
visitation:
  afdelinger: [Nedlagt afdeling]
  beslutning: afvises
  udelukket_fordi: [gammelt ord]
koordinator:
# samtykke.yaml
udveksling: nej
modtagere:
  - person: Lone Dam
"""


def intake(*lines: str) -> str:
    return "\n".join(["# sag.yaml", "visitation:", *(f"  {line}" for line in lines), ""])


def youth(cpr: str, *lines: str) -> str:
    return "\n".join(["# sag.yaml", "ung:", f"  cpr: {cpr}", *lines, ""])


def recipients(*names: str, last: str = "") -> str:
    lines = [f"  - person: {name}" for name in names]
    return "\n".join(["# samtykke.yaml", "modtagere:", *lines, last, ""])


CASES = {
    # family 2: the target group
    "turns fourteen on the day of the decision": (youth("730112-4322"), set()),
    "turns fourteen the day after": (youth("740112-4322"), {"SAM201"}),
    "is refused because too young": (
        youth("720814-4322", "visitation:", "  beslutning: afvises", "trin: visitation"),
        set(),
    ),
    "the age counts on the referral while nothing is decided": (
        youth("700112-4322", "visitation:", "  besluttet_dato:", "trin: visitation"),
        {"SAM201", "SAM205"},
    ),
    "came alone and is under the integration act": (
        intake("uledsaget: ja", "udelukket_fordi: [integrationsloven]"),
        {"SAM314"},
    ),
    "came alone, but has a brain injury": (
        intake("uledsaget: ja", "udelukket_fordi: [integrationsloven, hjerneskade]"),
        {"SAM202"},
    ),
    "a reason written with a capital": (intake("udelukket_fordi: [STU]"), {"SAM202"}),
    "an unknown reason is no exclusion": (intake("udelukket_fordi: [andet]"), {"SAM203"}),
    "one department named twice": (
        youth("660307-4322", "visitation:", "  efterværn: ja", "  afdelinger: [Borgerservice,"
              " borgerservice]", "trin: visitation") + "# samtykke.yaml\nunderskrifter:\n",
        {"SAM206", "SAM412"},
    ),
    "an unknown coordinating department": (
        "# sag.yaml\nkoordinator:\n  afdeling: Bø og Familier\n",
        {"SAM208"},
    ),
    "rejected without a decision": ("# sag.yaml\ntrin: afvist\n", {"SAM209"}),
    "rejected with a decision": (
        "# sag.yaml\ntrin: afvist\nvisitation:\n  beslutning: afvises\n",
        set(),
    ),
    "the jobcentre has used its five days": (
        intake("jobcenter:", "  sendt: 2026-03-10", "  svar:", "  sagsbehandler:"),
        set(),
    ),
    "the jobcentre has used six days": (
        intake("jobcenter:", "  sendt: 2026-03-09", "  svar:", "  sagsbehandler:"),
        {"SAM211"},
    ),
    "the jobcentre named somebody, the day is not written": (
        intake("jobcenter:", "  sendt: 2026-01-09", "  svar:", "  sagsbehandler: Maja Toft"),
        set(),
    ),
    # family 3: people
    "adult and not in aftercare": (
        ADULT.replace("ja", "nej") + SIGNED.replace("02-10", "03-06", 1),
        {"SAM302"},
    ),
    "adult, came alone to the country": (
        ADULT.replace("efterværn", "uledsaget") + SIGNED.replace("02-10", "03-06", 1),
        set(),
    ),
    "the chosen adult is a parent": (
        "# team.yaml\nden_unges_voksne:\n  person: mette ravn\n  privat:\n",
        set(),
    ),
    "a teacher is chosen and private is left open": (
        "# team.yaml\nden_unges_voksne:\n  person: Karin Friis\n  privat:\n",
        {"SAM304"},
    ),
    "nobody is chosen, and it says why": (
        "# team.yaml\nden_unges_voksne:\n  person:\n  begrundelse: Silje vil vente\n",
        set(),
    ),
    "the coordinator does not fill the team": (
        TEAM + "  - navn: Anne Holm\n    rolle: familierådgiver\n"
        "# samarbejde.yaml\nteam:\n  mindst: 4\n",
        {"SAM306"},
    ),
    "the mother has the name of the youth": (
        TEAM + "  - navn: SILJE RAVN\n    rolle: familie\n    adresse: Kildevej 8\n",
        {"SAM307"},
    ),
    "a letter can go by post": (
        TEAM.replace("email: birgit@post.example", "adresse: Engvej 4"),
        set(),
    ),
    "the youth is responsible for a measure": (
        "# team.yaml\nindsatser:\n  - støtte: Fritidsjob\n    ansvarlig: jeg\n",
        set(),
    ),
    # family 4: consent
    "both parts unanswered": (
        "# samtykke.yaml\nfælles_skema:\nudveksling:\noplysninger:\nmodtagere:\n",
        {"SAM401"},
    ),
    "no kinds of information": ("# samtykke.yaml\noplysninger:\n", {"SAM402"}),
    "signed by the name that the youth is called": (
        SIGNED.replace("Silje Ravn", "Silje"),
        set(),
    ),
    "signed by the youth as custody holder": (
        SIGNED.replace("som: ung", "som: forældremyndighed"),
        {"SAM403", "SAM404"},
    ),
    "signed by the mother as the youth": (
        SIGNED.replace("som: forældremyndighed", "som: ung", 1),
        {"SAM403", "SAM404"},
    ),
    "adult, signed anew on the birthday": (
        ADULT + SIGNED.replace("02-10", "03-06", 1),
        set(),
    ),
    "adult, signed anew the day before": (
        ADULT + SIGNED.replace("02-10", "03-05", 1),
        {"SAM405"},
    ),
    "adult, a parent signs on the birthday": (
        ADULT + SIGNED.replace("02-10", "03-06"),
        {"SAM404"},
    ),
    "adult, and the parents no longer stand with custody": (
        ADULT
        + NO_CUSTODY
        + SIGNED.replace("02-10", "03-06", 1)
        + recipients(*PARENTS, *TEAM_NAMES).replace("# samtykke.yaml\n", ""),
        set(),
    ),
    "a leader of the municipality among the recipients": (
        recipients(*TEAM_NAMES, "Peter Skovmand"),
        set(),
    ),
    "taken back for one before the meeting": (
        recipients(*TEAM_NAMES, last="    trukket_tilbage: 2026-03-02"),
        {"SAM407", "SAM412"},
    ),
    "taken back for one after the meeting": (
        recipients(*TEAM_NAMES, last="    trukket_tilbage: 2026-03-04"),
        set(),
    ),
    "a father without custody": (
        FATHER_WITHOUT_CUSTODY + SIGNED.rsplit("  - navn: Henrik Ravn", 1)[0],
        {"SAM407", "SAM412"},
    ),
    "parents of an adult at the meeting": (
        ADULT.replace("660308", "620308") + SIGNED.replace("02-10", "03-02", 1),
        {"SAM407", "SAM412"},
    ),
    "all is withdrawn, and nothing else is said": (WITHDRAWN, {"SAM408"}),
    "a closed case is left in peace": (CLOSED, set()),
}  # fmt: skip


@pytest.mark.parametrize(("example", "expected"), CASES.values(), ids=CASES.keys())
def test_a_case_has_these_findings(example, expected, tmp_path):
    codes = {each.rule.code for each in found_in(tmp_path, example)}
    assert {code for code in codes if re.match("SAM[234]", code)} == expected


@pytest.mark.parametrize(
    "line", ["alt", "Alle oplysninger", "Alle relevante oplysninger om mig.", "Alt, hvad der er"]
)
def test_a_line_that_names_nothing_is_a_general_consent(line, tmp_path):
    codes = {each.rule.code for each in found_in(tmp_path, information(line))}
    assert "SAM402" in codes


@pytest.mark.parametrize(
    "line", ["Mine helbredsoplysninger", "Alt om mit fravær", "Økonomi", "Alle mine karakterer"]
)
def test_a_line_that_names_a_kind_of_information_is_enough(line, tmp_path):
    assert found_in(tmp_path, information(line)) == []


def information(line: str) -> str:
    return f'# samtykke.yaml\noplysninger:\n  - "{line}"\n'


@pytest.mark.parametrize(
    ("step", "weight"),
    [("visitation", None), ("formøde", Weight.MISSING), ("møde", Weight.ERROR)],
)
def test_a_signature_is_missed_when_the_consent_is_due(step, weight, tmp_path):
    example = f"# sag.yaml\ntrin: {step}\n# samtykke.yaml\nunderskrifter:\n"
    weights = [each.weight for each in found_in(tmp_path, example) if each.rule.code == "SAM403"]
    assert weights == ([weight] if weight else [])


MESSAGES = {
    intake("begrundelse:", "besluttet_af:"): (
        "Screeningen er ikke skrevet færdig: "
        "der mangler begrundelsen og navnene på dem, der besluttede."
    ),
    intake("henvist_dato:"): "Det står ikke, hvornår Silje blev henvist.",
    youth("720810-4322", "koordinator:", "  afdeling: Borgerservice"): (
        "Silje er 15 år, så den koordinerende sagsbehandler skal komme fra Børn og Familier. "
        "Anne Holm er fra Borgerservice."
    ),
    "# samtykke.yaml\nunderskrifter:\n": (
        "Samtykket er ikke underskrevet af Silje Ravn, Mette Ravn og Henrik Ravn."
    ),
    SIGNED.replace("Henrik Ravn", "Birgit Kær"): (
        "Birgit Kær kan ikke skrive under som forældremyndighed: "
        "det står ikke i sag.yaml, at personen har forældremyndighed."
    ),
    ADULT: "Silje blev 18 år den 6. marts 2026, så samtykket skal fornyes. "
    "Nu bestemmer Silje alene.",
    recipients("Birgit Kær", "Jonas Berg", "Maja Toft"): (
        "Karin Friis er deltager i mødet, men samtykket nævner ikke Karin Friis."
    ),
    information("Alt"): (
        "Samtykket siger ikke, hvilke oplysninger der må udveksles, når der står »Alt«."
    ),
}


@pytest.mark.parametrize(("example", "message"), MESSAGES.items(), ids=range(len(MESSAGES)))
def test_a_message_names_people_days_and_what_is_missing(example, message, tmp_path):
    found = found_in(tmp_path, example)
    assert message in [each.rule.message.format_map(each.finding.facts) for each in found]
