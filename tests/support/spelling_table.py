"""What people write in every kind of field, right and wrong."""

import re

YOUTH = "trin: møde\nrunde: 1\nung:\n  navn: Ida Ravn\n  cpr: 670310-4321\n"
GRANT = (
    "opfølgning:\n  økonomi:\n"
    "    - {{bevilling: A, betaler: B, beløb: {}, ville_have_kostet: 1, hos: C}}\n"
)
TEMPLATES = {
    "tekst": ("plan", "sagsresumé: {}\n"),
    "navn": ("sag", "trin: møde\nrunde: 1\nung:\n  navn: {}\n  cpr: 670310-4321\n"),
    "navne": ("plan", "sendes_til: [{}]\n"),
    "ja_nej": ("samtykke", "udveksling: {}\n"),
    "dag": ("runde", "møde:\n  dato: {}\n"),
    "tidspunkt": ("historik", "- tid: {}\n  hvem: A\n  til: møde\n  runde: 1\n"),
    "klokkeslæt": ("runde", "møde:\n  start: {}\n"),
    "runde": ("sag", "trin: møde\nrunde: {}\nung:\n  navn: A\n  cpr: 670310-4321\n"),
    "fra_runde": ("plan", "mål:\n  - område: bolig\n    mål: Jeg bor\n    fra_runde: {}\n"),
    "nærhed": ("team", "netværk:\n  - navn: A\n    kreds: familie\n    nærhed: {}\n"),
    "rusmidler": ("runde", "dialogskema:\n  - dato: 2026-03-03\n    rusmidler: {}\n"),
    "beløb": ("runde", GRANT),
    "email": ("sag", YOUTH + "  email: {}\n"),
    "telefon": ("sag", YOUTH + "  telefon: {}\n"),
    "postnummer": ("sag", YOUTH + "  postnummer: {}\n"),
    "cpr": ("sag", "trin: møde\nrunde: 1\nung:\n  navn: A\n  cpr: {}\n"),
    "forældres_cpr": (
        "sag", YOUTH + "forældre: [{{navn: A, relation: mor, forældremyndighed: ja, cpr: {}}}]\n",
    ),
    "trin": ("sag", "trin: {}\nrunde: 1\nung:\n  navn: A\n  cpr: 670310-4321\n"),
    "helbred": ("sag", YOUTH + "visitation:\n  helbred: {}\n"),
    "rolle": ("team", "personer:\n  - navn: A\n    rolle: {}\n"),
    "svar": ("runde", "møde:\n  deltagere:\n    - person: A\n      svar: {}\n"),
    "deltagere": ("runde", "møde:\n  deltagere: {}\n"),
    "møde": ("runde", "møde: {}\n"),
    "farve": ("samarbejde", "kommune: A\nudseende:\n  farve: {}\n"),
    "skrift": ("samarbejde", "kommune: A\nudseende:\n  skrift: {}\n"),
    "kommune": ("samarbejde", "kommune: {}\n"),
    "profil": ("samarbejde", "kommune: A\nprofil: {}\n"),
    "fridag": ("samarbejde", "kommune: A\nfridage: [{}]\n"),
    "alder": ("samarbejde", "kommune: A\nfrister:\n  overdragelsesmøder_ved: [{}]\n"),
    "fra_år": ("samarbejde", "kommune: A\nmålgruppe:\n  fra_år: {}\n"),
    "møde_start": ("samarbejde", "kommune: A\nmøde_start: {}\n"),
    "ugedag": ("samarbejde", "kommune: A\nrytme:\n  ugedag: {}\n"),
    "lokaler": ("samarbejde", "kommune: A\nlokaler: {}\n"),
    "regler": ("samarbejde", "kommune: A\nregler: {}\n"),
    "papirer": ("samarbejde", "kommune: A\npapirer: {}\n"),
}  # fmt: skip
"""Where a value is tried, by a name for it."""

ACCEPTED = {
    "tekst": "null, 'null', '~', tekst, 12, 9.50, 1e3, true, False, 2026-03-03, 0x1F, .inf, "
    ".nan, ja, '', '12', "
    "'null', 0",
    "navn": "Ida Ravn, 7, true, 12.5",
    "navne": "Ida, 12, true, 2026-03-03",
    "ja_nej": ", null, ~, Null, NULL, ja, nej, Ja, NEJ, jA, 'ja'",
    "dag": ", null, ~, 2026-03-03, 1900-01-01, 2199-12-31, '2026-03-03', 2024-02-29, "
    "2000-02-29, 1999-12-31",
    "tidspunkt": "2026-03-03T10:30, 2026-03-03T10:30:15, 2026-03-03 10:30, "
    "2026-03-03T10:30:15.250000",
    "klokkeslæt": ", 9.00, 9.30, 09.00, 9:30, 13.30, '9.00', 0.00, 23.59, 9, 9.0, 9.3, 10.15, 9.50",
    "runde": "1, 2, 12, '3', 01, '12', '100', 999",
    "fra_runde": ", 1, '2'",
    "nærhed": "1, 2, 3, '1'",
    "rusmidler": ", 1, 5, '5'",
    "beløb": "0, 12500, '12500', 007",
    "email": ", a@b.dk, 'ida.ravn@kommune.example', 1@2.dk",
    "telefon": ", 70100080, 70 10 00 80, +45 70 10 00 80, +4570100080, '70100080', 7010 0080",
    "postnummer": ", 4180, '4180', 0800, 9999, 1000",
    "cpr": "670310-4321, 6703104321, '670310-4321', '6703104321', 890204-4321, 8902044321, "
    "910131-0001, 8902004321",
    "forældres_cpr": ", 670310-4321, 6703104321",
    "trin": "møde, Møde, MØDE, opfølgning, Visitation",
    "helbred": ", lav, Lav, høj, HØJ",
    "rolle": "skole, Skole, den-unges-voksne, den unges voksne, Den_Unges_Voksne, Læge, "
    "sagsbehandler social",
    "svar": ", 1, 2, 3, 4, '1'",
    "deltagere": ", [], [{person: A}], [{person: 12, indkaldt: 2026-02-10, svar: 1}]",
    "møde": ", {}, {dato: 2026-03-03, start: 9.00}",
    "farve": ", 1F4E5F, 1e4030, 1E4030, 123456, 003366, 000000, 123E40, 1234E5, 12E403, "
    "'1E4030', abcdef",
    "skrift": ", Calibri, 12",
    "kommune": "A, 12, true",
    "profil": ", soroe-unge, soroe-voksne, middelfart, national",
    "fridag": "24. december, 5. juni, 24. dec, 24 december, 24. December, 29. februar, 1. maj, "
    "31. januar",
    "alder": "16, 17½, 17.5, '17,5', 18.5, '16'",
    "fra_år": ", 15, '15', 0, '0', '100', 999",
    "møde_start": ", 9.00, 9:00, 10.30",
    "ugedag": ", tirsdag, Tirsdag, hverdag",
    "lokaler": ", [], [{navn: Salen}], [{navn: 2, adresse: Torvet 1}]",
    "regler": ", {}, {SAM115: {alvor: fra, begrundelse: Alle er fundet på}}",
    "papirer": ", {}, {dagsorden: ja}, {dagsorden: Nej}",
}
REJECTED = {
    "tekst": "[a], {a: b}",
    "navn": ", null, ~, [Ida], {a: b}",
    "navne": "[a], {a: b}, null",
    "ja_nej": "true, false, yes, 1, 0, jo, nej tak, 'ja ', ''",
    "dag": "3.3.2026, 3/3-26, 2026-3-3, 2026-02-29, 2026-02-30, 2026-13-01, 2026-04-31, "
    "20260303, 2026, "
    "2026-03-03T10:30, 1900-02-29, '', i morgen, 0000-01-01, 0001-01-01, "
    "9999-12-31, 1899-12-31, 2200-01-01, 2026-00-10",
    "tidspunkt": ", 2026-03-03, 10:30, 2026-03-03T25:00, 2026-03-03T10:60, 20260303T1030, "
    "2026-02-29T10:30",
    "klokkeslæt": "kl. 9, 24.00, 9.60, 9:5, 25, 900, -9.00, 9.123, 9.75, 9-10, '', true, "
    "9.00 (ca.)",
    "runde": ", 0, -1, en, 1.5, '', true, '0', 1000, '1000'",
    "fra_runde": "0, -1, to",
    "nærhed": ", 0, 4, tæt, 1.5, '4', -1",
    "rusmidler": "0, 6, 2.5, '6', god",
    "beløb": ", 12.500, -1, 12500 kr., 1.5, 12_500, ''",
    "email": "a@b, a@b.d, ida ravn@b.dk, a@b@c.dk, a@b;c@d, a@b.dk (mor), 12, '', a b@c.dk",
    "telefon": "7010008, 701000800, 70 10 00 80 (mor), 70 10 00 80 / 70 10 00 81, "
    "70100080 70100081, "
    "70-10-00-80, +45 70 10 00, tlf. 70 10 00 80, '', 70 1000 8, true, 00 00 00 00",
    "postnummer": "418, 41800, 4180 Sorø, DK-4180, '', -4180, 4180.5, true",
    "cpr": ", 671310-4321, 6713104321, 990310-4321, 9903104321, 67031-4321, 67 03 10-4321, "
    "890203-4321, "
    "8902034321, 900204-4321, 9002044321, 910431-0001, 8902000321, 12, abc, ''",
    "forældres_cpr": "671310-4321, 6713104321, ukendt",
    "trin": ", mode, møder, '', 1, true",
    "helbred": "mellem, 1, true, ''",
    "rolle": ", skolen, læger, 12, ''",
    "svar": "0, 5, -1, kommer, 1.5, '', true",
    "deltagere": "A, 12, {person: A}, [A], [{navn: A}], [{}], [null], [{person: }]",
    "møde": "A, 12, [], {dag: 2026-03-03}, {dato: {}}",
    "farve": "grøn, '#1F4E5F', 1F4E5, 1F4E5FF, '', -12345, 1.5, 1234567, true",
    "skrift": "[a], {a: b}",
    "kommune": ", [a], {a: b}",
    "profil": "soroe, Soroe-unge, 1, ''",
    "fridag": "juleaften, 24/12, 31. februar, 32. maj, 24.12, 12, 31. april, 30. februar, ''",
    "alder": "17¼, 17.25, sytten, -16, 100, ''",
    "fra_år": "-1, femten, 1.5, '', 1000, '1000', 999999999",
    "møde_start": "kl. 9, 25.00, ''",
    "ugedag": "lørdag, 2, ''",
    "lokaler": "Salen, [{adresse: Torvet 1}], [Salen], {navn: Salen}, [{navn: }]",
    "regler": "fra, [], {SAM999: {alvor: fra, begrundelse: A}}, "
    "{SAM115: fra}, {SAM115: {alvor: fra}}, {SAM115: {alvor: lav, "
    "begrundelse: A}}",
    "papirer": "ja, [], {dagsordenen: ja}, {dagsorden: true}",
}
SAME_NUMBER = {
    "klokkeslæt": {"9.5": "9.50", "+9.00": "9.00", "9.000": "9.00", "9.00e0": "9.00"},
    "runde": {"+1": "1", "1.0": "1", "0x1": "1", "1e0": "1"},
    "telefon": {"4570100080": "+4570100080", "70100080.0": "70100080"},
    "postnummer": {"800": "0800", "4180.0": "4180"},
    "farve": {"1234": "001234", "1234000": "1234E3"},
    "alder": {"017": "17", "17.50": "17.5"},
    "svar": {"01": "1"},
}
"""Spellings that ``validate`` turns down though an editor cannot tell them from right ones."""


def values_of(row):
    return re.split(r", (?![^\[{]*[\]}])", row)
