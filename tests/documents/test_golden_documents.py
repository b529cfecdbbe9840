"""Every paper word by word. After a wanted change run SAMARBEJDE_GOLDEN=1 pytest, read the diff."""

import os

import pytest
from paper_case import (
    ADULT,
    ANSWERED,
    CALLED_OFF,
    CLOSED,
    GOLDEN,
    HANDED_OVER,
    LATER,
    MOVED,
    OF_AGE,
    OTHER_WORDS,
    REJECTED,
    SECOND_ROUND,
    UNDER_15,
    made,
    texts,
)

GROWN = """\
# sag.yaml
ung:
  cpr: 720808-4322
# runder/1.yaml
formøde: {dato: 2026-08-20}
"""
SECOND_TIME = """\
# runder/2.yaml
formøde:
  dato: 2026-05-26
  start: "14.00"
  slut: "15.00"
  lokale: Bøgen
"""

OTHER_ROOM = """\
# runder/1.yaml
møde:
  tidligere:
    - {dato: 2026-03-03, start: 9.00, slut: 10.30, lokale: Bøgen, ændret: 2026-02-12}
"""
TALK_OFF = CALLED_OFF.replace("trin: møde", "trin: møde\nung:\n  cpr: 720812-4321")
FILLED_AGAIN = """\
dialogskema:
  - dato: 2026-06-01
    skole_uddannelse_og_beskæftigelse: 4
    husholdning_og_økonomi: 3
    socialt_netværk_og_kompetencer: 2
    psykisk_helbred: 3
    kriminalitet: 5
    rusmidler: 5
"""
NOTHING_FILLED_IN = "# runder/1.yaml\ndialogskema: []\n"
HOUSES = """\
# runder/1.yaml
formøde:
  tre_huse:
    bekymringer: [Jeg sover for lidt]
    det_der_virker: [Min moster, Når skolen begynder klokken ni]
    håb: [Et fritidsjob]
"""
OF_13 = REJECTED.replace("trin: afvist", "trin: afvist\nung: {cpr: 720812-4321}")
GROWN_UP = "# samarbejde.yaml\nprofil: soroe-voksne\n" + REJECTED.replace(
    "trin: afvist", "trin: afvist\nung: {cpr: 720885-4322}\nkoordinator: ''"
)
NOBODY = "# team.yaml\nnetværk: []\npersoner: []\nden_unges_voksne: ''\nindsatser: []\n"
NOBODY += "# sag.yaml\nforældre: []\n"

PAPERS = [
    ("dagsorden-første", "", "agenda", "runde-1-dagsorden.docx"),
    ("dagsorden-opfølgning", SECOND_ROUND, "agenda", "runde-2-dagsorden.docx"),
    ("indkaldelse-første", "", "invitation", "runde-1-indkaldelse-skole.docx"),
    ("indkaldelse-forælder", "", "invitation", "runde-1-indkaldelse-forælder-2.docx"),
    ("indkaldelse-opfølgning", SECOND_ROUND, "invitation", "runde-2-indkaldelse-skole.docx"),
    ("indkaldelse-flyttet", MOVED, "invitation", "runde-1-indkaldelse-forælder.docx"),
    ("indkaldelse-nyt-lokale", OTHER_ROOM, "invitation", "runde-1-indkaldelse-skole.docx"),
    ("formøde-flyttet", MOVED, "pre-meeting", "runde-1-formøde-ung.docx"),
    ("aflysning", CALLED_OFF, "cancellation", "runde-1-aflysning-forælder.docx"),
    ("aflysning-ung", CALLED_OFF, "cancellation", "runde-1-aflysning-ung.docx"),
    ("aflysning-under-15", TALK_OFF, "cancellation", "runde-1-aflysning-forælder.docx"),
    ("pjece", "", "leaflet", "runde-1-pjece-ung.docx"),
    ("pjece-voksne", ADULT, "leaflet", "runde-1-pjece-borgeren.docx"),
    ("indkaldelse-voksne", ADULT, "invitation", "runde-1-indkaldelse-skole.docx"),
    ("skema-voksne", ADULT, "goals", "runde-1-mål-og-aftaleskema.docx"),
    ("pjece-myndig", OF_AGE, "leaflet", "runde-1-pjece-ung.docx"),
    ("journal-børn", "", "journal", "runde-1-journaltekst-børn.docx"),
    ("journal-uddannelse", SECOND_ROUND, "journal", "runde-2-journaltekst-uddannelse.docx"),
    ("journal-job", "", "journal", "runde-1-journaltekst-beskæftigelse.docx"),
    ("skema", "", "goals", "runde-1-mål-og-aftaleskema.docx"),
    ("skema-runde-2", SECOND_ROUND, "goals", "runde-2-mål-og-aftaleskema.docx"),
    ("skema-myndig", OF_AGE + LATER, "goals", "runde-1-mål-og-aftaleskema.docx"),
    ("screening", "", "screening", "runde-1-screening.docx"),
    ("formøde-første", "", "pre-meeting", "runde-1-formøde-ung.docx"),
    ("formøde-under-15", UNDER_15, "pre-meeting", "runde-1-formøde-forælder.docx"),
    ("formøde-opfølgning", SECOND_ROUND + SECOND_TIME, "pre-meeting", "runde-2-formøde-ung.docx"),
    ("ny-koordinator", HANDED_OVER, "new-coordinator", "runde-1-ny-koordinator-ung.docx"),
    (
        "ny-koordinator-forælder",
        HANDED_OVER,
        "new-coordinator",
        "runde-1-ny-koordinator-forælder.docx",
    ),
    ("samtykke", "", "consent", "runde-1-samtykke.docx"),
    ("samtykke-under-15", UNDER_15, "consent", "runde-1-samtykke.docx"),
    ("samtykke-myndig", GROWN, "consent", "runde-1-samtykke.docx"),
    ("oplevelse", SECOND_ROUND, "experience", "runde-2-oplevelse.docx"),
    ("roller", "", "roles", "runde-1-roller.docx"),
    ("roller-andre-ord", OTHER_WORDS, "roles", "runde-1-roller.docx"),
    ("drejebog-første", ANSWERED, "script", "runde-1-drejebog.docx"),
    ("drejebog-opfølgning", SECOND_ROUND, "script", "runde-2-drejebog.docx"),
    ("mødetjekliste", ANSWERED, "meeting-checklist", "runde-1-mødetjekliste.docx"),
    ("mødetjekliste-andre-ord", OTHER_WORDS, "meeting-checklist", "runde-1-mødetjekliste.docx"),
    ("økonomiark", ANSWERED, "economy", "runde-1-enkeltsagsøkonomiark.docx"),
    ("dialogskema", "", "dialogue", "runde-1-dialogskema.docx"),
    ("dialogskema-runde-2", SECOND_ROUND + FILLED_AGAIN, "dialogue", "runde-2-dialogskema.docx"),
    ("dialogskema-tomt", NOTHING_FILLED_IN, "dialogue", "runde-1-dialogskema.docx"),
    ("netværkskort", "", "network-map", "runde-1-netværkskort.docx"),
    ("netværkskort-andre-ord", OTHER_WORDS, "network-map", "runde-1-netværkskort.docx"),
    ("netværkskort-tomt", NOBODY, "network-map", "runde-1-netværkskort.docx"),
    ("overblik", "", "network-overview", "runde-1-netværks-og-indsatsoverblik.docx"),
    (
        "overblik-myndig-andre-ord",
        OF_AGE + OTHER_WORDS,
        "network-overview",
        "runde-1-netværks-og-indsatsoverblik.docx",
    ),
    ("overblik-tomt", NOBODY, "network-overview", "runde-1-netværks-og-indsatsoverblik.docx"),
    ("sagsoverblik", "", "case-overview", "runde-1-sagsoverblik.docx"),
    ("de-3-huse", HOUSES, "three-houses", "runde-1-de-3-huse.docx"),
    ("vitalisering", "", "vitalisation", "runde-1-vitalisering.docx"),
    ("afslag", REJECTED, "refusal", "runde-1-afslag-ung.docx"),
    ("afslag-forælder", REJECTED, "refusal", "runde-1-afslag-forælder.docx"),
    ("afslag-under-15", OF_13, "refusal", "runde-1-afslag-forælder.docx"),
    ("afslag-voksne", GROWN_UP, "refusal", "runde-1-afslag-borgeren.docx"),
    ("afslutning", CLOSED, "ending", "runde-1-afslutning-ung.docx"),
    ("afslutning-forælder", CLOSED, "ending", "runde-1-afslutning-forælder.docx"),
    ("økonomiark-tomt", "", "economy", "runde-1-enkeltsagsøkonomiark.docx"),
]


@pytest.mark.parametrize(("name", "example", "kind", "file"), PAPERS, ids=[p[0] for p in PAPERS])
def test_paper_reads_as_it_should(tmp_path, name, example, kind, file):
    golden = GOLDEN / f"{name}.txt"
    text = texts(made(tmp_path, example, [kind]))[file]
    if os.environ.get("SAMARBEJDE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
