"""The network map and the overview of network and measures."""

from dataclasses import replace

import look
from blocks import FORM, Document, Xml, head, p, row, table, when
from controls import answer, end_of_cell, noted, room
from drawings import shape
from paper import document, one_line

_SIZE = 11
_WIDE = 14700
_MEASURE = ("støtte", "tilbud", "paragraf", "start", "varighed", "ansvarlig")
_BLANK = "{{{{ {0} | default('') }}}}".format
_PLACE = "{{{{ {0}.sted.rute }}}}.{1}".format
_NAME = answer(_PLACE("f", "navn"), "f.navn", "Tabelmål")
_TASK = "{% if f.opgave %}{{ f.opgave }}{% elif f.støtte %}{{ f.støtte }}{% endif %}"
_WRITTEN_TASK = (
    when("f.støtte", p("{{ f.støtte }}", "Tabeltekst"))
    + answer(_PLACE("f", "opgave"), "f.opgave") + end_of_cell()
)  # fmt: skip
_ADULT = when("f.den_unges_voksne", p("{{ ord.voksen | capitalize }}", "Lille"))
_MAP_STYLES = "".join((
    look.centered("Kortnavn", "Kort navn", 10.5, bold=True),
    look.centered("Kortrelation", "Kort relation", 9),
    look.centered("Kortkreds", "Kort kreds", 11, bold=True),
    look.centered("Kortring", "Kort ring", 9),
    look.centered("Kortmidte", "Kort midte", 13, bold=True, on_accent=True),
))  # fmt: skip


def network_map() -> Document:
    """Return the map on one page, and what is known of everybody on the next."""
    frame = shape("Netværkskort", "Her tegner programmet netværkskortet.", "rect", (258, 126),
                  p("Her tegner programmet netværkskortet. Rammen må gerne flyttes og ændres i "
                    "størrelse."))  # fmt: skip
    rows = [
        head("Hvem", "Relation", "Kreds", "Hvor tæt på", "Hvad personen betyder"),
        row("**{{ n.navn }}**", _BLANK("n.relation"), "{{ n.kreds }}", "{{ n.nærhed_med_ord }}",
            _BLANK("n.note"), repeat="n in kort.personer"),
    ]  # fmt: skip
    people = p("Menneskene på kortet", "Heading2", new_page=True) + table(
        "Skema", (3600, 2900, 2300, 1900, 4000), rows, "Menneskene på kortet"
    )
    body = "".join((
        p("Netværkskort", "Title"),
        p("{{ ung.kaldenavn_ejefald }} netværk den {{ dokument.dato | dato }}", "Subtitle"),
        frame,
        when("kort.personer", people + p("Tal om kortet", "Heading2"),
             otherwise=[p("Tal om kortet", "Heading2", new_page=True)]),
        p("Hvem siger du det til først, når noget går godt? Og når det går skidt?", "ListBullet"),
        p("Hvem kan få dig ud ad døren, når du helst vil blive hjemme?", "ListBullet"),
        p("Er der en, du savner og gerne vil have tættere på?", "ListBullet"),
        p("Hvem må gerne vide, hvad vi taler om, og hvem skal ikke?", "ListBullet"),
        p("Hvem vil du have med, når vi holder {{ ord.møde }}?", "ListBullet"),
    ))  # fmt: skip
    return replace(document("Netværkskort", body, _SIZE, FORM), styles=_MAP_STYLES)


def _both(first: str, second: str) -> str:
    """Return two values with a comma between them, where both are there."""
    comma = f"{{% if {first} and {second} %}}, {{% endif %}}"
    return _BLANK(first) + comma + _BLANK(second)


def _team() -> Xml:
    """Return the team: who, what each does, and how to reach those who are there for work."""
    who = p("**{{ f.navn }}**", "Tabeltekst")
    where = "{{ f.funktion }}{% if f.arbejdssted %}, {{ f.arbejdssted }}{% endif %}"
    leads = "Leder forløbet, samler trådene og er den, {{ ung.kaldenavn }} altid kan spørge"
    is_holder = "{% if f.forældremyndighed %}, har forældremyndighed{% endif %}"
    rows = [
        head("Hvem", "Funktion", "Hjælper med", "Telefon", "Mail"),
        row(who, where, leads, _BLANK("f.telefon"), _BLANK("f.email"),
            repeat="f in fagpersoner if f.er_koordinator"),
        row(_NAME + end_of_cell(), where, _WRITTEN_TASK, noted(_PLACE("f", "telefon"), "f.telefon"),
            noted(_PLACE("f", "email"), "f.email"),
            repeat="f in fagpersoner if f.sted"),
        row(_NAME + end_of_cell(), p(where, "Tabeltekst") + _ADULT, _WRITTEN_TASK, "", "",
            repeat="f in private if f.sted"),
        row(who, "{{ f.relation }}" + is_holder, "", "", "", repeat="f in familie"),
    ]  # fmt: skip
    return when(
        "fagpersoner or private or familie",
        table("Plan", (2550, 4100, 2750, 1300, 4000), rows, "Teamet"),
        otherwise=[p("Der er ikke skrevet nogen ind endnu.")],
    )


def _measures() -> Xml:
    """Return the running measures, short: what, when and who."""
    period = "{% if i.start %}Fra {{ i.start | dato }}{% endif %}"
    period += "{% if i.varighed %} · {{ i.varighed }}{% endif %}"
    support = "**{{ i.støtte }}**{% if i.tilbud %}, {{ i.tilbud }}{% endif %}"
    rows = [
        head("Støtte", "Hvornår", "Ansvarlig"),
        row(support, period, _BLANK("i.ansvarlig"), repeat="i in indsatser"),
    ]
    return when(
        "indsatser",
        table("Plan", (4300, 3300, 1812), rows, "Støtte, der er i gang"),
        otherwise=[p("Der er ikke skrevet nogen støtte ind endnu.")],
    )


def _measures_to_write() -> Xml:
    """Return the measures, and a line to write another on."""
    rows = [
        head("Støtte", "Tilbud", "Efter", "Fra", "Hvor længe", "Ansvarlig", "Telefon"),
        row(*(noted(_PLACE("i", key), f"i.{key}") for key in ("støtte", "tilbud", "paragraf")),
            answer(_PLACE("i", "start"), "i.start", text="{{ i.start | dato }}") + end_of_cell(),
            noted(_PLACE("i", "varighed"), "i.varighed"),
            noted(_PLACE("i", "ansvarlig"), "i.ansvarlig"), _BLANK("i.telefon"),
            repeat="i in indsatser"),
        row(*(room(f"indsatser[].{key}") + end_of_cell() for key in _MEASURE), "",
            only="not indsatser", height=600),
    ]  # fmt: skip
    return table("Plan", (3100, 2500, 2000, 1900, 1700, 2200, 1300), rows, "Støtte, der er i gang")


def network_overview() -> Document:
    """Return the overview on one page: the team and the measures."""
    body = "".join((
        p("Netværks- og indsatsoverblik", "Title"),
        p("{{ ung.navn }}, {{ dokument.dato | dato }}", "Subtitle"),
        p("Teamet", "Heading2"),
        _team(),
        when("vises.indsatser", p("Støtte, der er i gang", "Heading2"), _measures_to_write()),
    ))  # fmt: skip
    sheet = document("Netværks- og indsatsoverblik", body, _SIZE, FORM)
    return replace(
        sheet, size=10, first_header=one_line(), styles=look.dense_table("Plan"), edges=(880, 850)
    )


def _more(heading: str, key: str, where: str = "") -> Xml:
    """Return a heading that says how much more there is than the page has room for."""
    count = f" (og {{{{ flere.{key} }}}} mere{where})"
    return p(f"{heading}{{% if flere.{key} %}}{count}{{% endif %}}", "Heading2")


def _agreements() -> Xml:
    rows = [
        head("Mål", "Hvem", "Senest", "Sidst hørt"),
        row("{{ a.mål }}", "{{ a.ansvarlige | liste | default('', true) }}",
            "{{ a.frist | default('') | dato }}", _BLANK("a.sidst"), repeat="a in aftaler"),
    ]  # fmt: skip
    return when(
        "aftaler",
        table("Plan", (4200, 2100, 1400, 1712), rows, "Aftaler, der er i gang"),
        otherwise=[p("Aftalerne bliver lavet på mødet.")],
    )


def _dates() -> Xml:
    clock = "{% if d.start %}kl. {{ d.start | kl }}{% endif %}"
    rows = [
        head("Hvornår", "Klokken", "Hvad", "Hvor"),
        row("**{{ d.dato | langdato }}**", clock, "{{ d.hvad }}", _BLANK("d.lokale"),
            repeat="d in datoer"),
    ]  # fmt: skip
    return when(
        "datoer",
        table("Plan", (3000, 1200, 2900, 2312), rows, "De næste datoer"),
        otherwise=[p("Der er ikke aftalt nogen dage endnu.")],
    )


def _who() -> Xml:
    task = when("h.er_koordinator", p("Leder forløbet og samler trådene", "Tabeltekst"),
                otherwise=[p(_BLANK("h.opgave"), "Tabeltekst")])  # fmt: skip
    where = "{{ h.funktion }}{% if h.arbejdssted %}, {{ h.arbejdssted }}{% endif %}"
    rows = [
        head("Hvem", "Funktion", "Opgave", "Telefon"),
        row(p("**{{ h.navn }}**", "Tabeltekst"), where, task, _BLANK("h.telefon"),
            repeat="h in hvem"),
    ]  # fmt: skip
    return table("Plan", (2200, 2900, 2912, 1400), rows, "Hvem der gør hvad")


def case_overview() -> Document:
    """Return the overview of the case on one page: dates, who, measures, agreements."""
    places = "{% if afdelinger %} · Sager i {{ afdelinger | liste }}{% endif %}"
    body = "".join((
        p("Fælles sagsoverblik", "Title"),
        p("{{ ung.navn }}, {{ dokument.dato | dato }}" + places, "Subtitle"),
        p("De næste datoer", "Heading2"),
        _dates(),
        when("vises.hold", _more("Hvem gør hvad", "hvem"), _who()),
        when("vises.indsatser", _more("Støtte, der er i gang", "indsatser"), _measures()),
        when("vises.plan", _more("Aftaler, der er i gang", "aftaler", " i planen"), _agreements()),
    ))  # fmt: skip
    sheet = document("Fælles sagsoverblik", body, _SIZE)
    return replace(sheet, size=9.5, first_header=one_line((5000, 4412)), edges=(700, 700),
                   styles=look.dense_table("Plan"))  # fmt: skip


TEMPLATES = {
    "netværkskort.docx": network_map,
    "netværks-og-indsatsoverblik.docx": network_overview,
    "sagsoverblik.docx": case_overview,
}
