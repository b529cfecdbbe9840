"""A workspace with one complete case, and its documents as text."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copyfile

from docx import Document
from example_case import build, case_folder, laid_over, sections
from yaml import BaseLoader, load, safe_dump

from samarbejde_cli import word
from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files.pdf import to_pdf

DAY = date(2026, 2, 12)
"""The day on which the complete case's invitations were sent."""
HELD = date(2026, 3, 4)
"""The day after the complete case's meeting, when texts for the journal are made."""

THREE = ("agenda", "invitation", "goals")
"""The kinds that tests of how papers are made look at; privacy is tested on all kinds."""

SECOND_ROUND = """\
# sag.yaml
trin: møde
runde: 2
# runder/2.yaml
formøde:
  dato: 2026-05-26
  ønsker:
    - Jeg vil gerne fortælle, hvad der virker
    - Hvad sker der efter sommerferien?
møde:
  dato: 2026-06-16
  start: "9.00"
  slut: "10.30"
  lokale: Bøgen
  deltagere:
    - {person: Mette Ravn}
    - {person: Karin Friis}
"""

MOVED = """\
# sag.yaml
trin: møde
# runder/1.yaml
formøde:
  dato: 2026-02-17
  tidligere:
    - {dato: 2026-02-10, start: 9.00, slut: 10.00, lokale: Bøgen, ændret: 2026-02-02}
møde:
  dato: 2026-03-10
  lokale: Bøgen
  tidligere:
    - {dato: 2026-03-03, start: 9.00, slut: 10.30, lokale: Egen, ændret: 2026-02-12}
  deltagere:
    - {person: Mette Ravn, indkaldt: 2026-02-09, svar: "1", svaret: 2026-02-10}
    - {person: Henrik Ravn, indkaldt: 2026-02-09, svar: "3", svaret: 2026-02-12}
    - {person: Karin Friis, indkaldt: 2026-02-09}
    - {person: Maja Toft}
  den_unge_deltog: ""
"""
"""The meeting and the pre-meeting were moved after people had been invited."""

CALLED_OFF = """\
# sag.yaml
trin: møde
# runder/1.yaml
formøde:
  dato: ""
  start: ""
  slut: ""
  lokale: ""
  tidligere:
    - {dato: 2026-02-17, start: 9.00, slut: 10.00, lokale: Bøgen, ændret: 2026-02-12}
møde:
  dato: ""
  start: ""
  slut: ""
  lokale: ""
  tidligere:
    - {dato: 2026-03-03, start: 9.00, slut: 10.30, lokale: Egen, ændret: 2026-02-12}
  deltagere:
    - {person: Mette Ravn, indkaldt: 2026-02-09, svar: "1", svaret: 2026-02-10}
    - {person: Karin Friis, indkaldt: 2026-02-09}
    - {person: Maja Toft}
  den_unge_deltog: ""
"""
"""Both were called off, and no other day is agreed."""

HANDED_OVER = """\
# historik.yaml
- {tid: 2026-01-12T09:00, hvem: Dorte Lundgaard, til: visitation, runde: 1}
- {tid: 2026-01-20T09:00, hvem: Dorte Lundgaard, fra: visitation, til: formøde, runde: 1}
- {tid: 2026-02-10T10:30, hvem: Dorte Lundgaard, hændelse: overdraget, fra: formøde, til: formøde,
   runde: 1, koordinator: Anne Holm, tidligere_koordinator: Rikke Dam, afdeling: Børn og Familier}
"""

REJECTED = """\
# sag.yaml
trin: afvist
visitation:
  beslutning: afvises
  begrundelse: Silje har allerede en plan, som samler de samme mennesker.
  besluttet_dato: 2026-02-10
"""

CLOSED = """\
# sag.yaml
trin: afsluttet
afslutning: {dato: 2026-02-10, årsag: Silje har ikke brug for flere møder.}
# plan.yaml
mål:
  - område: fagligt
    mål: Jeg skal møde op i skole tre dage om ugen
    ansvarlige: [jeg]
    nået: ja
    årsag: Jeg har været der hver dag siden jul
  - {område: sundhed, mål: Jeg vil sove om natten, ansvarlige: [jeg], nået: nej}
"""

NEEDS = {
    "cancellation": CALLED_OFF,
    "new-coordinator": HANDED_OVER,
    "refusal": REJECTED,
    "ending": CLOSED,
}
"""What must have happened in a case before a kind has a reader."""

OF_AGE = """\
# sag.yaml
trin: møde
ung:
  cpr: 720807-4322
koordinator:
  afdeling: Job og Uddannelse
"""

UNDER_15 = """\
# sag.yaml
ung:
  cpr: 720812-4321
"""

OTHER_WORDS = """\
# samarbejde.yaml
ord:
  person: borgeren
  persons: borgerens
  koordinator: tværgående koordinator
  tovholder: mødetovholder
  voksen: støttepersonen
  møde: netværksmøde
afdelinger:
  - {navn: Familiehuset, slags: børn}
  - {navn: Job og Vækst, slags: beskæftigelse}
"""

ANSWERED = """\
# runder/1.yaml
møde:
  deltagere:
    - {person: Mette Ravn, svar: "1", deltog: ja, bidrog: ja}
    - {person: Karin Friis, svar: "1", deltog: ja, bidrog: nej}
    - {person: Jonas Berg, svar: "2", deltog: nej, notat: Vi ses næste gang}
  tjekliste:
    den_unge_blev_hørt: ja
    alle_punkter: nej
    uddannelse_og_job: grundskole
    anbringelse: ikke-anbragt
opfølgning:
  økonomi:
    - bevilling: Mentor fire timer om ugen
      betaler: Job og Uddannelse
      beløb: 24000
      ville_have_kostet: 190000
      hos: Børn og Familier
    - bevilling: Fritidspas
      betaler: Børn og Familier
      beløb: 1500
      ville_have_kostet: 0
      hos: Job og Uddannelse
      sendt: 2026-03-04
"""

LATER = """\
# runder/1.yaml
møde:
  dato: 2026-09-01
"""


ADULT = """\
# samarbejde.yaml
profil: soroe-voksne
# sag.yaml
ung: {cpr: 720885-4322}
koordinator: {navn: Anne Holm, afdeling: Job og Uddannelse}
# plan.yaml
overgang_til_voksenlivet: ''
# runder/1.yaml
møde: {deltagere: [{person: Karin Friis}]}
"""
"""Somebody of 40 in the profile for adults."""

MANY = """\
# team.yaml
personer:
""" + "".join(f"  - {{navn: Person Nummer{n}, rolle: anden}}\n" for n in range(12)) + """\
# samtykke.yaml
modtagere:
""" + "".join(f"  - {{person: Person Nummer{n}}}\n" for n in range(12)) + """\
# runder/1.yaml
møde:
  deltagere:
""" + "".join(f"    - {{person: Person Nummer{n}}}\n" for n in range(12)) + """\
# plan.yaml
underskrifter:
  - {navn: Silje Ravn, som: ung, dato: 2026-03-03}
  - {navn: Person Nummer11, som: øvrige, dato: 2026-03-03}
"""  # fmt: skip
"""Twelve people, so many that the signatures stand two by two."""


def together(*examples):
    """Lay examples over each other."""
    found = {}
    for example in examples:
        for name, text in sections(example).items():
            tree = load(text, BaseLoader)  # noqa: S506 — the base loader makes text only
            found[name] = laid_over(found.get(name, {}), tree)
    return "".join(f"# {name}\n{safe_dump(tree)}" for name, tree in found.items())


def loaded(folder, example=""):
    """Return workspace, case and profile of the complete case with an example laid over."""
    case = load_case(build(folder, example))
    workspace = Workspace(folder)
    profile, _ = workspace.profile_of(case)
    assert not list(case.findings)
    return workspace, case, profile


def made(folder, example="", kinds=THREE, day=None, **how):
    """Make documents of the complete case with an example laid over."""
    build(folder, example)
    return made_as_it_is(folder, kinds, day, **how)


def made_as_it_is(folder, kinds=THREE, day=None, **how):
    """Make documents of the case as its files are now, broken ones too."""
    day = day or (HELD if list(kinds) == ["journal"] else DAY)
    workspace, case = Workspace(folder), load_case(case_folder(folder))
    profile, _ = workspace.profile_of(case)
    return produce(case, profile, workspace, [KINDS[name] for name in kinds], day=day, **how)


def files(produced):
    """Return the bytes of the documents that are there, by file name."""
    return {
        each.path.name: each.path.read_bytes()
        for each in produced.documents
        if each.status in ("written", "unchanged")
    }


def complete(produced):
    """Only the complete copies and the letters, without the copies that leave something out."""
    others = [KINDS[each.kind] for each in produced.documents if each.recipient is None]
    kept = [
        each for each in produced.documents
        if each.recipient is None or KINDS[each.kind] not in others
    ]  # fmt: skip
    return replace(produced, documents=tuple(kept))


def texts(produced):
    """Return the documents that are there as text, by file name."""
    return {name: word.dump(data) for name, data in files(produced).items()}


def pdfs(folder, papers):
    """Return the PDFs of papers, which may have one name; LibreOffice is started once."""
    (folder / "pdf").mkdir()
    copies = [folder / "pdf" / f"{number}.docx" for number, _ in enumerate(papers)]
    for paper, copy in zip(papers, copies, strict=True):
        copyfile(paper, copy)
    return [each.read_bytes() for each in to_pdf(copies)]


def template_with(*paragraphs):
    """A Word file with these paragraphs."""
    document, stream = Document(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


GOLDEN = Path(__file__).parents[1] / "documents" / "golden"
