"""Pairs of edits of one file, as two colleagues make them: some agree, some clash."""

PLAN = """\
# planen
sagsresumé: Går i 9. klasse   # fra skolen

mål:
  # det vigtigste
  - område: fagligt
    mål: Jeg skal i skole
    ansvarlige: [jeg, Karin Friis]
    frist: 2026-06-01
  - område: bolig
    mål: 'Jeg vil bo selv'
    handlinger:
      - Jeg skriver mig op
      - Bo ringer til kommunen
    fra_runde: 1
sendes_til:
  - Karin Friis
  - Jonas Berg
den_unges_holdning: |
  Jeg er med.

  Altid.
"""
TEAM = """\
den_unges_voksne:
  person: Jonas Berg
særlige_hensyn: [ro, pauser]
personer:
  - navn: Karin Friis
    rolle: skole
    telefon: 57 00 00 31   # kun om formiddagen
  - {navn: Jonas Berg, rolle: uddannelsesvejleder}
netværk: []
"""
ROUND = """\
møde:
  dato: 2026-03-03
  start: 9.00
  lokale: Egen
  deltagere:
    - person: Karin Friis
      indkaldt: 2026-02-12
    - person: Jonas Berg
      indkaldt: 2026-02-12
  tjekliste:
    alle_punkter: ja
opfølgning:
  kopi_sendt: []
"""
RECORDS = """\
- {tid: 2026-01-12T09:00, hvem: Dorte Lundgaard, til: visitation, runde: 1}
"""
CONSENT = """\
fælles_skema: ja
modtagere:
  - person: Karin Friis
  - person: Jonas Berg
    siden: 2026-01-10
underskrifter:
  - {navn: Silje Ravn, som: den-unge, dato: 2026-01-12}
"""
RECORD = """\
trin: møde
runde: 1
ung:
  navn: Silje Ravn
  adresse: Åvej 3
  telefon: 57 00 00 11
forældre:
  - navn: Lis Ravn
    relation: mor
visitation:
  begrundelse: "Mange afdelinger: to"
"""

HOME = (
    "  - område: bolig\n    mål: 'Jeg vil bo selv'\n    handlinger:\n      - Jeg skriver mig op\n"
    "      - Bo ringer til kommunen\n    fra_runde: 1\n"
)
KARIN = "    - person: Karin Friis\n      indkaldt: 2026-02-12\n"
FIRST = "- {tid: 2026-02-01T09:00, hvem: A, fra: visitation, til: formøde, runde: 1}\n"
SECOND = "- {tid: 2026-02-02T09:00, hvem: B, hændelse: note, runde: 1}\n"
LONG = "- tid: 2026-02-02T09:00\n  hvem: B\n  hændelse: note\n"
GOAL = "  - område: økonomi\n    mål: Jeg vil spare op\n"
OTHER_GOAL = "  - område: økonomi\n    mål: Jeg vil have et budget\n"
PERSON = "  - navn: Maja Toft\n    rolle: ungekonsulent   # ny i marts\n"
SENT = "sendes_til:\n"
DONE = ("    fra_runde: 1\n", "    fra_runde: 1\n    nået: ja\n")
COMMENTS = ("# fra skolen", "# det vigtigste", "# ny i marts", "# netværket tegnes i marts")

AGREEING = [
    ("two values", PLAN, ("9. klasse", "10. klasse"), ("i skole\n", "i skole hver dag\n")),
    ("two neighbours", ROUND, ("2026-03-03", "2026-03-10"), ("Egen", "Bøgen")),
    ("a value on each side of a third", ROUND, ("2026-03-03", "2026-03-10"), ("9.00", "9.15")),
    ("one value and a goal", PLAN, ("bo selv'", "bo alene'"), (SENT, GOAL + SENT)),
    ("two new goals", PLAN, (SENT, GOAL + SENT), (SENT, OTHER_GOAL + SENT)),
    ("the same goal twice", PLAN, (SENT, GOAL + SENT), (SENT, GOAL + SENT)),
    ("a goal is gone and another changes", PLAN, (HOME, ""), ("skole\n", "skole tre dage\n")),
    ("a goal is gone on both sides", PLAN, (HOME, ""), (HOME, "")),
    ("text and outcome of one goal", PLAN, ("bo selv'", "bo selv i byen'"), DONE),
    ("an action each", PLAN, ("mig op\n", "mig op\n      - Jeg sparer op\n"),
     ("kommunen\n", "kommunen\n      - Mor hjælper\n")),
    ("an action off and one on", PLAN, ("      - Jeg skriver mig op\n", ""),
     ("kommunen\n", "kommunen\n      - Mor hjælper\n")),
    ("who is responsible, in a row", PLAN, ("[jeg, Karin Friis]", "[jeg, Karin Friis, Maja Toft]"),
     ("[jeg, Karin Friis]", "[jeg, Karin Friis, Jonas Berg]")),
    ("a deadline and a part", PLAN, ("2026-06-01", "2026-08-01"),
     ("    frist: 2026-06-01\n", "    frist: 2026-06-01\n    delmål: [Jeg står op]\n")),
    ("two names on a list", PLAN, ("  - Jonas Berg\n", "  - Jonas Berg\n  - Maja Toft\n"),
     ("  - Jonas Berg\n", "  - Jonas Berg\n  - Anne Holm\n")),
    ("one name off and one on", PLAN, ("  - Karin Friis\n  - Jonas Berg\n", "  - Jonas Berg\n"),
     ("  - Jonas Berg\n", "  - Jonas Berg\n  - Maja Toft\n")),
    ("the order of a list and a name", PLAN,
     ("  - Karin Friis\n  - Jonas Berg\n", "  - Jonas Berg\n  - Karin Friis\n"),
     ("  - Jonas Berg\n", "  - Jonas Berg\n  - Maja Toft\n")),
    ("a text of several lines and a value", PLAN, ("  Altid.\n", "  Altid. Næsten.\n"),
     ("9. klasse", "10. klasse")),
    ("a new text of several lines", PLAN, ("9. klasse", "10. klasse"),
     ("# planen\n", "# planen\nstøtte_til_forældre: |\n  Et kursus.\n\n  Og en vejleder.\n")),
    ("a value that needs quotes", PLAN, ("9. klasse", "10. klasse"),
     ("mål: Jeg skal i skole\n", 'mål: "Jeg skal i skole: hver dag"\n')),
    ("everything of a file is one value more", PLAN, (SENT, f"overordnet_mål: Et job\n{SENT}"),
     (SENT, f"formål_med_støtten: Ro\n{SENT}")),
    ("two people", TEAM, ("netværk: []", PERSON + "netværk: []"),
     ("netværk: []", "  - {navn: Anne Holm, rolle: familierådgiver}\nnetværk: []")),
    ("two people, one of them in the other's place", TEAM,
     ("  - {navn: Jonas Berg, rolle: uddannelsesvejleder}\n", PERSON),
     ("    rolle: skole\n", "    rolle: skole\n    titel: Lærer\n")),
    ("one person, two fields", TEAM, ("57 00 00 31", "57 00 00 99"),
     ("    rolle: skole\n", "    rolle: skole\n    titel: Klasselærer\n")),
    ("a person in a row and in lines", TEAM, ("57 00 00 31", "57 00 00 99"),
     ("uddannelsesvejleder}", "uddannelsesvejleder, telefon: 57 00 00 32}")),
    ("a row of words", TEAM, ("[ro, pauser]", "[ro, pauser, lys]"), ("[ro, pauser]", "[pauser]")),
    ("an empty list is filled", TEAM,
     ("netværk: []", "netværk:\n  - {navn: Mor, kreds: familie, nærhed: 1}"),
     ("57 00 00 31", "57 00 00 99")),
    ("an empty list is filled on both sides", TEAM,
     ("netværk: []", "netværk:\n  - {navn: Mor, kreds: familie, nærhed: 1}"),
     ("netværk: []", "netværk:\n  - {navn: Far, kreds: familie, nærhed: 2}")),
    ("the adult and a person", TEAM, ("person: Jonas Berg", "person: Karin Friis"),
     ("57 00 00 31", "57 00 00 99")),
    ("a group gets a field and a value", TEAM,
     ("  person: Jonas Berg\n", "  person: Jonas Berg\n  privat: nej\n"),
     ("person: Jonas Berg", "person: Karin Friis")),
    ("two replies", ROUND, ("Karin Friis\n", "Karin Friis\n      svar: 1\n"),
     ("Jonas Berg\n", "Jonas Berg\n      svar: 2\n")),
    ("two fields of one reply", ROUND, ("Karin Friis\n", "Karin Friis\n      svar: 1\n"),
     ("Karin Friis\n", "Karin Friis\n      notat: Kommer senere\n")),
    ("a participant is gone and another replies", ROUND, (KARIN, ""),
     ("Jonas Berg\n", "Jonas Berg\n      svar: 2\n")),
    ("a participant in front and one behind", ROUND,
     (KARIN, "    - person: Maja Toft\n" + KARIN),
     ("Jonas Berg\n      indkaldt: 2026-02-12\n",
      "Jonas Berg\n      indkaldt: 2026-02-12\n    - person: Anne Holm\n")),
    ("a checklist of two hands", ROUND, ("    alle_punkter: ja\n",
     "    alle_punkter: ja\n    den_unge_blev_hørt: ja\n"),
     ("    alle_punkter: ja\n", "    alle_punkter: ja\n    klare_mål: nej\n")),
    ("a value cleared and another set", ROUND, ("  lokale: Egen\n", ""),
     ("2026-03-03", "2026-03-17")),
    ("the same value changed alike", ROUND, ("2026-03-03", "2026-03-10"),
     ("2026-03-03", "2026-03-10")),
    ("alike, and something of one's own", ROUND, ("2026-03-03", "2026-03-10"),
     ("  dato: 2026-03-03\n  start: 9.00\n", "  dato: 2026-03-10\n  start: 9.30\n")),
    ("a new part of the round each", ROUND,
     ("opfølgning:\n", "dialogskema:\n  - dato: 2026-02-20\nopfølgning:\n"),
     ("møde:\n", "formøde:\n  dato: 2026-02-10\nmøde:\n")),
    ("copies of the plan", ROUND,
     ("kopi_sendt: []", "kopi_sendt:\n    - {person: Karin Friis, dato: 2026-03-05}"),
     ("kopi_sendt: []", "kopi_sendt:\n    - {person: Jonas Berg, dato: 2026-03-06}")),
    ("two records", RECORDS, ("runde: 1}\n", "runde: 1}\n" + FIRST),
     ("runde: 1}\n", "runde: 1}\n" + SECOND)),
    ("historik", RECORDS, ("runde: 1}\n", "runde: 1}\n# efter mødet\n" + SECOND),
     ("runde: 1}\n", "runde: 1}\n" + FIRST)),
    ("a record in a row and one in lines", RECORDS, ("runde: 1}\n", "runde: 1}\n" + FIRST),
     ("runde: 1}\n", "runde: 1}\n" + LONG)),
    ("the same record and one more", RECORDS, ("runde: 1}\n", "runde: 1}\n" + FIRST),
     ("runde: 1}\n", "runde: 1}\n" + FIRST + SECOND)),
    ("two recipients", CONSENT, ("    siden: 2026-01-10\n",
     "    siden: 2026-01-10\n  - person: Maja Toft\n"),
     ("    siden: 2026-01-10\n", "    siden: 2026-01-10\n  - person: Anne Holm\n")),
    ("a recipient back and one new", CONSENT, ("  - person: Karin Friis\n",
     "  - person: Karin Friis\n    trukket_tilbage: 2026-02-20\n"),
     ("    siden: 2026-01-10\n", "    siden: 2026-01-10\n  - person: Anne Holm\n")),
    ("two signatures", CONSENT, ("dato: 2026-01-12}\n",
     "dato: 2026-01-12}\n  - {navn: Lis Ravn, som: forældre, dato: 2026-01-13}\n"),
     ("dato: 2026-01-12}\n",
      "dato: 2026-01-12}\n  - {navn: Bo Ravn, som: forældre, dato: 2026-01-14}\n")),
    ("one signs again", CONSENT, ("dato: 2026-01-12}\n",
     "dato: 2026-01-12}\n  - {navn: Silje Ravn, som: den-unge, dato: 2026-02-13}\n"),
     ("fælles_skema: ja", "fælles_skema: nej")),
    ("the step and the telephone", RECORD, ("trin: møde", "trin: opfølgning"),
     ("57 00 00 11", "57 00 00 12")),
    ("the youth moves and a parent comes", RECORD, ("Åvej 3", "Ægirsvej 4, 2. tv."),
     ("    relation: mor\n", "    relation: mor\n  - navn: Bo Ravn\n    relation: far\n")),
    ("a value in quotes", RECORD, ("afdelinger: to", "afdelinger: tre"),
     ("trin: møde", "trin: opfølgning")),
    ("comments of both", TEAM, ("# kun om formiddagen", "# hele dagen"),
     ("netværk: []", "# netværket tegnes i marts\nnetværk: []")),
    ("line ends of Windows on one side", ROUND, ROUND.replace("Egen", "Bøgen")
     .replace("\n", "\r\n"), ("2026-03-03", "2026-03-10")),
    ("no line break at the end", RECORDS, RECORDS.rstrip("\n"), ("runde: 1}\n",
     "runde: 1}\n" + FIRST)),
]  # fmt: skip
"""Name, base, and two versions: a change of a text by another, or the whole text."""

_BOTH_DATES = "Begge har ændret mødets dato: 10. marts 2026 / 17. marts 2026."
CLASHING = [
    ("one date", ROUND, ("2026-03-03", "2026-03-10"), ("2026-03-03", "2026-03-17"), _BOTH_DATES),
    ("one date, and what agrees", ROUND,
     ("  dato: 2026-03-03\n  start: 9.00\n", "  dato: 2026-03-10\n  start: 9.30\n"),
     ("2026-03-03", "2026-03-17"), _BOTH_DATES),
    ("a date moved and taken away", ROUND, ("2026-03-03", "2026-03-10"),
     ("  dato: 2026-03-03\n", ""),
     "Den anden udgave har slettet mødets dato. Din udgave har ændret det."),
    ("a date taken away and moved", ROUND, ("  dato: 2026-03-03\n", ""),
     ("2026-03-03", "2026-03-10"),
     "Din udgave har slettet mødets dato. Den anden udgave har ændret det."),
    ("a new value each", ROUND, ("  lokale: Egen\n", "  lokale: Egen\n  referent: Bo\n"),
     ("  lokale: Egen\n", "  lokale: Egen\n  referent: Lis\n"),
     "Begge har ændret mødets referent: Bo / Lis."),
    ("one goal's text", PLAN, ("i skole\n", "i skole hver dag\n"),
     ("i skole\n", "i skole om tirsdagen\n"),
     ("Begge har ændret målet »Jeg skal i skole hver dag«: »Jeg skal i skole hver dag« / "
      "»Jeg skal i skole om tirsdagen«.")),
    ("changed and removed", PLAN, (HOME, ""), DONE,
     "Din udgave har slettet målet »Jeg vil bo selv«. Den anden udgave har ændret det."),
    ("removed and changed", PLAN, DONE, (HOME, ""),
     "Den anden udgave har slettet målet »Jeg vil bo selv«. Din udgave har ændret det."),
    ("a text of several lines", PLAN, ("  Altid.\n", "  Altid. Næsten.\n"),
     ("  Altid.\n", "  Altid. Også i ferien.\n"), "Begge har ændret den unges holdning:"),
    ("one telephone", TEAM, ("57 00 00 31", "57 00 00 99"), ("57 00 00 31", "57 00 00 88"),
     "Begge har ændret telefon for Karin Friis: 57 00 00 99 / 57 00 00 88."),
    ("the adult", TEAM, ("person: Jonas Berg", "person: Karin Friis"),
     ("person: Jonas Berg", "person: Maja Toft"),
     "Begge har ændret den unges voksnes person: Karin Friis / Maja Toft."),
    ("a reply", ROUND, ("Karin Friis\n", "Karin Friis\n      svar: 1\n"),
     ("Karin Friis\n", "Karin Friis\n      svar: 2\n"),
     "Begge har ændret svar for Karin Friis: 1 / 2."),
    ("the step", RECORD, ("trin: møde", "trin: opfølgning"), ("trin: møde", "trin: formøde"),
     "Begge har ændret trin: opfølgning / formøde."),
    ("a person is two people", TEAM, ("netværk: []", PERSON + "netværk: []"),
     ("netværk: []", PERSON.replace("ungekonsulent", "mentor") + "netværk: []"),
     "Begge har ændret rolle for Maja Toft: ungekonsulent / mentor."),
]  # fmt: skip
"""The same, and what git says of it."""


def version(base: str, change: str | tuple[str, str]) -> str:
    """Return a text as one side has it."""
    if isinstance(change, str):
        return change
    old, new = change
    assert base.count(old) == 1, old
    return base.replace(old, new)
