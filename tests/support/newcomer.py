"""A newcomer at a case: fills in the files that the program made, asks it, and reads its papers."""

import re
import subprocess
from pathlib import Path

SLANG = re.compile(
    r"Traceback|\bNone\b|\bnull\b|\{\w*\}|digital-post|sikker-post"
    r"|(\b\w+ (?:og|eller) \w+), \1"
)
"""What no Danish case worker is to read: the program's own words, gaps, a word said twice."""

SPOTS = {
    "forældre": "#  - relation: mor\n#    navn: Mona Eksempel\n#    forældremyndighed: ja\n"
    "#    telefon: 70 10 00 00\n",
    "koordinator": "#  navn: Anne Eksempel\n#  titel: socialrådgiver\n"
    "#  afdeling: Børn og Familier\n#  telefon: 70 10 00 00\n#  email: anne@kommune.example\n",
    "jobcenter": "#    sendt: 2026-01-12\n#    svar: 2026-01-15\n#    sagsbehandler: Bo Eksempel\n",
    "udsagn": "#    - udsagn: flere-afdelinger\n#      kommentar: Det, udsagnet bygger på\n",
    "ungestøtte": "#  besluttet: 2026-01-12\n#  bevilget: ja\n",
    "afslutning": "#  dato: 2026-06-30\n#  årsag: I lære som tømrer\n",
    "personer": "#  - navn: Lis Eksempel\n#    rolle: skole\n#    titel: klasselærer\n"
    "#    arbejdssted: Eksempelskolen\n#    email: lis@skole.example\n"
    "#    opgave: Ringer hjem, når jeg ikke er kommet\n",
    "indsatser": "#  - støtte: Kontaktperson\n#    paragraf: barnets lov § 32\n"
    "#    start: 2026-01-05\n#    varighed: et halvt år\n"
    "#    formål: At jeg kommer op om morgenen\n",
    "modtagere": "#  - person: Lis Eksempel\n"
    "#    siden: 2026-03-02       # kun for den, der kommer med senere\n",
    "samtykke": "#  - navn: Silje Eksempel\n"
    "#    som: ung                # eller forældremyndighed\n"
    "#    dato: 2026-01-20\n",
    "mål": "#  - område: fagligt         # fagligt, hverdag, sundhed, netværk, udvikling,\n"
    "#                            # bolig, økonomi, familie eller andet\n"
    "#    mål: Jeg skal møde op i skole tre dage om ugen\n"
    "#    handlinger: [Jeg sætter vækkeuret til kl. 6.45]\n"
    "#    ansvarlige: [jeg, Lis Eksempel]\n#    frist: 2026-06-26\n",
    "underskrifter": "#  - navn: Silje Eksempel\n"
    "#    som: ung                # ung, forældremyndighed, leder, rådgiver eller øvrige\n"
    "#    dato: 2026-03-03\n",
    "undersøgelse": "#  udarbejdet: nej\n#  begrundelse: Støtten er givet efter en screening\n",
    "ønsker": "#    - Jeg vil gerne tale om, hvordan jeg kommer op om morgenen\n",
    "oplevelse": "#    relation:\n#    mål_og_emner:\n#    tilgang_og_metode:\n#    generelt:\n",
    "samtale": "#    dato: 2026-01-20\n"
    "#    som: børnesamtale        # børnesamtale, jobsamtale eller samtale\n",
    "deltagere": "#    - person: Lis Eksempel\n#      fordi: Silje vil gerne have Lis med\n"
    "#      hjælper_med: at komme op om morgenen\n#      indkaldt: 2026-02-10\n#      svar: 1\n"
    "#      deltog: ja\n#      bidrog: ja\n",
    "kopi_sendt": "#    - person: Lis Eksempel\n#      dato: 2026-03-05\n",
    "journalført": "#    dato: 2026-03-05\n#    som: samtale\n",
}
"""The examples in new files, which are written over when a form is filled in."""


STAFF = """\
  - {navn: Lars Nygaard, funktion: koordinator, titel: socialrådgiver, afdeling: Børn og Familier,
     telefon: 57 00 00 14, email: lars.nygaard@birkeby.example}
  - {navn: Sofie Lund, funktion: koordinator, titel: beskæftigelsesrådgiver,
     afdeling: Job og Uddannelse, telefon: 57 00 00 15, email: sofie.lund@birkeby.example}

"""
HOME = "    adresse: Kildevej 8\n    postnummer: 4999\n    by: Birkeby\n"
ADDRESS = {"adresse": "Engvej 4", "postnummer": "4999", "by": "Birkeby"}
TEAM = f"""\
  - navn: Birgit Kær
    rolle: den-unges-voksne
    relation: moster
{HOME}  - {{navn: Jonas Berg, rolle: uddannelsesvejleder, arbejdssted: Ungevejledningen,
     email: jonas.berg@birkeby.example}}
  - {{navn: Maja Toft, rolle: beskæftigelsesmedarbejder, arbejdssted: Job og Uddannelse,
     email: maja.toft@birkeby.example}}
  - navn: Karin Friis
    rolle: skole
    titel: lærer
    arbejdssted: Birkeby Gymnasium
    intern: nej
{HOME}  - navn: Bo Kjær
    rolle: kontaktperson
    arbejdssted: Kontaktpersonerne
    intern: nej
{HOME}"""
GOALS = """\
  - område: fagligt
    mål: Jeg skal møde op i skole fire dage om ugen
    handlinger: [Karin ringer til mig klokken otte]
    ansvarlige: [jeg, Karin Friis]
    frist: 2026-06-05
  - område: økonomi
    mål: Jeg vil have et fritidsjob
    handlinger: [Maja hjælper mig med en ansøgning, Anne spørger om et fritidspas]
    ansvarlige: [jeg, Maja Toft, Anne Holm, Jonas Berg]
    frist: 2026-04-24
  - område: hverdag
    mål: Jeg vil i seng før klokken elleve
    handlinger: [Birgit ringer om aftenen, Bo taler med mig om søvn]
    ansvarlige: [jeg, Birgit Kær, Bo Kjær]
"""


def flat(text):
    """A text on one line."""
    return " ".join(text.split())


class Desk:
    """One case on the desk: what is written in its files, and what the program says on a day."""

    def __init__(self, run):
        self._run = run
        self.day = ""

    @property
    def folder(self):
        """The only case's folder."""
        (folder,) = Path("sager").glob("2026-001-*")
        return folder

    def says(self, *words, code=0):
        """Run a command on the day; return all that it says, on one line, in plain Danish."""
        screen = self._run(*words, SAMARBEJDE_DAG=self.day, COLUMNS="400")
        said = flat(screen.out + screen.err)
        assert screen.code == code, said
        assert not SLANG.search(said), SLANG.search(said)
        return said

    def on(self, command, *words, code=0):
        """Run a command on the case; papers that were made are saved with all they came from."""
        said = self.says(command, "2026-001", *words, code=code)
        if command.startswith(("render", "calendar")):
            self.saves()
        return said

    def todo(self):
        """What is to be done, on one line."""
        return self.says("todo")

    def paper(self, name):
        """The text of one of the case's papers, without the names of its styles."""
        path = next((self.folder / "dokumenter").glob(f"{name}.docx"))
        return flat(re.sub(r"\[[A-ZÆØÅ][^\]]*\] ", "", self.says("text", str(path))))

    def changes(self, name, *pairs):
        """Change a file as in an editor; each old text is there just once."""
        path = self.folder / name
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, (old, text)
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def fills_in(self, name, values=None, **spots):
        """Fill in empty fields of a file, and write over the examples in it."""
        path = self.folder / name
        text = path.read_text("utf-8")
        for key, value in (values or {}).items():
            found = re.findall(rf"(?m)^ *{key}:(?: +#.*)?$", text)
            assert len(found) == 1, (key, found)
            text = text.replace(f"{found[0]}\n", f"{found[0].split(':')[0]}: {value}\n", 1)
        path.write_text(text, "utf-8")
        self.changes(name, *((SPOTS[spot], lines) for spot, lines in spots.items()))

    def appointment(self, name, what, date, start, end, room):
        """Write day, hours and room of a pre-meeting or a meeting."""
        path = self.folder / name
        before, after = path.read_text("utf-8").split(f"\n{what}:\n")
        for key, value in (("dato", date), ("start", start), ("slut", end), ("lokale", room)):
            after = re.sub(rf"(?m)^  {key}:.*$", f"  {key}: {value}", after, count=1)
        path.write_text(f"{before}\n{what}:\n{after}", "utf-8")

    def notes_of(self, name, people, lines):
        """Write lines below participants of the meeting."""
        for person in people:
            self.changes(name, (f"    - person: {person}\n", f"    - person: {person}\n{lines}"))

    def saves(self):
        """Put everything in git."""
        self.git("add", "-A")
        self.git("commit", "-qn", "--allow-empty", "-m", self.day)

    def git(self, *words):
        """Run git."""
        subprocess.run(["git", *words], check=True, capture_output=True)  # noqa: S607 — the user's

    def talked(self, number, day, kind="børnesamtale"):
        """Write down a pre-meeting that was held."""
        name = f"runder/{number}.yaml"
        self.fills_in(
            name, {"orienteret_om_modellen": "ja"}, ønsker="    - Jeg vil tale om skolen\n"
        )
        if number > 1:
            answers = ("relation", "mål_og_emner", "tilgang_og_metode", "generelt")
            self.fills_in(name, oplevelse="".join(f"    {each}: Godt\n" for each in answers))
        self.fills_in(name, samtale=f"    dato: {day}\n    som: {kind}\n")

    def held(self, number, present, absent=()):
        """Write down who was at the meeting."""
        name = f"runder/{number}.yaml"
        self.notes_of(name, present, "      deltog: ja\n")
        self.notes_of(name, absent, "      deltog: nej\n")
        self.fills_in(name, {"den_unge_deltog": "ja"})

    def followed_up(self, number, people, adviser, days):
        """Write down signatures, copies, the filing and the next days."""
        name, day = f"runder/{number}.yaml", self.day
        path = self.folder / "plan.yaml"
        text = path.read_text("utf-8")
        names = (("Silje Ravn", "ung"), ("Mette Ravn", "forældremyndighed"),
                 ("Peter Skovmand", "leder"), (adviser, "rådgiver"))  # fmt: skip
        lines = "".join(f"  - {{navn: {who}, som: {what}, dato: {day}}}\n" for who, what in names)
        text = text[: text.index("\nunderskrifter:")] + f"\nunderskrifter:\n{lines}"
        path.write_text(text, "utf-8")
        copies = "".join(
            f"    - {{person: {each}, dato: {day}}}\n" for each in (*people, "Silje Ravn")
        )
        values = {"plan_underskrevet": day, "næste_formøde": days[0], "næste_møde": days[1]}
        filing = f"    dato: {day}\n    som: samtale\n"
        self.fills_in(name, values, kopi_sendt=copies, journalført=filing)
