"""The network map and the overview of network and measures."""

from dataclasses import replace

import look
from blocks import FORM, Document, Xml, head, p, row, table, when
from drawings import shape
from paper import document

_SIZE = 11
_WIDE = 14700
_BLANK = "{{{{ {0} | default('') }}}}".format
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
    people = p("Menneskene på kortet", "Heading1", new_page=True) + table(
        "Skema", (3600, 2900, 2300, 1900, 4000), rows, "Menneskene på kortet"
    )
    body = "".join((
        p("Netværkskort", "Title"),
        p("{{ ung.kaldenavn_ejefald }} netværk den {{ dokument.dato | dato }}", "Subtitle"),
        frame,
        when("kort.personer", people + p("Tal om kortet", "Heading1"),
             otherwise=[p("Tal om kortet", "Heading1", new_page=True)]),
        p("Hvem siger du det til først, når noget går godt? Og når det går skidt?", "ListBullet"),
        p("Hvem kan få dig ud ad døren, når du helst vil blive hjemme?", "ListBullet"),
        p("Er der en, du savner og gerne vil have tættere på?", "ListBullet"),
        p("Hvem må gerne vide, hvad vi taler om, og hvem skal ikke?", "ListBullet"),
        p("Hvem vil du have med, når vi holder {{ ord.møde }}?", "ListBullet"),
    ))  # fmt: skip
    return replace(document("Netværkskort", body, _SIZE, FORM), styles=_MAP_STYLES)


def _contact(path: str) -> Xml:
    return when(f"{path}.telefon", p(f"{{{{ {path}.telefon }}}}", "Tabeltekst")) + when(
        f"{path}.email", p(f"{{{{ {path}.email }}}}", "Tabeltekst")
    )


def _meaning() -> Xml:
    """Return what somebody in the team does, and what the youth says of them on the map."""
    return when("f.opgave", p("{{ f.opgave }}", "Tabeltekst")) + when(
        "f.betyder", p("»{{ f.betyder }}«", "Tabeltekst")
    )


def _professionals() -> Xml:
    who = p("**{{ f.navn }}**", "Tabeltekst") + p("{{ f.funktion }}", "Lille") + _ADULT
    task = when("f.er_koordinator",
                p("Leder forløbet, samler trådene og er den, {{ ung.kaldenavn }} altid kan spørge.",
                  "Tabeltekst"), otherwise=[_meaning()])  # fmt: skip
    rows = [
        head("Hvem", "Arbejdssted", "Gør hvad", "Kontakt"),
        row(who, _BLANK("f.arbejdssted"), task, _contact("f"),
            repeat="f in fagpersoner"),
    ]  # fmt: skip
    return when(
        "fagpersoner",
        table("Skema", (3900, 3500, 3900, 3400), rows, "Fagpersonerne"),
        otherwise=[p("Der er ikke skrevet nogen ind endnu.")],
    )


def _private() -> Xml:
    name = p("**{{ f.navn }}**", "Tabeltekst")
    rows = [
        head("Hvem", "Hvordan I kender hinanden", "Betyder og gør", "Kontakt"),
        row(name, "{{ f.relation }}{% if f.forældremyndighed %}, har forældremyndighed{% endif %}",
            when("f.betyder", p("»{{ f.betyder }}«", "Tabeltekst")), _contact("f"),
            repeat="f in familie"),
        row(name + _ADULT, "{{ f.funktion }}", _meaning(), _contact("f"),
            repeat="f in private"),
        row("**{{ n.navn }}**",
            "{{ n.relation }}, {{ n.nærhed_med_ord | lower }}",
            when("n.note", p("»{{ n.note }}«", "Tabeltekst")), _BLANK("n.telefon"),
            repeat="n in netværk"),
    ]  # fmt: skip
    return table("Skema", (3900, 3500, 3900, 3400), rows, "Familie og netværk")


def _measures() -> Xml:
    period = p("{% if i.start %}Fra {{ i.start | dato }}{% endif %}", "Tabeltekst") + when(
        "i.varighed", p("{{ i.varighed }}", "Lille")
    )
    support = p("**{{ i.støtte }}**", "Tabeltekst") + when("i.tilbud", p("{{ i.tilbud }}", "Lille"))
    rows = [
        head("Støtte", "Efter", "Hvornår", "Ansvarlig"),
        row(support, _BLANK("i.paragraf"), period,
            p(_BLANK("i.ansvarlig"), "Tabeltekst")
            + when("i.telefon", p("{{ i.telefon }}", "Tabeltekst")), repeat="i in indsatser"),
    ]  # fmt: skip
    return when(
        "indsatser",
        table("Skema", (5200, 3600, 2900, 3000), rows, "Støtte, der er i gang"),
        otherwise=[p("Der er ikke skrevet nogen støtte ind endnu.")],
    )


def network_overview() -> Document:
    """Return the overview: team, family and network, measures."""
    body = "".join((
        p("Netværks- og indsatsoverblik", "Title"),
        p("{{ ung.navn }}, {{ dokument.dato | dato }}", "Subtitle"),
        p("Her står de mennesker, der er om {{ ung.kaldenavn }}, hvad hver af dem kan hjælpe med, "
          "og den støtte, der er i gang. Ret overblikket, når noget bliver anderledes."),
        p("Fagpersonerne", "Heading1"),
        _professionals(),
        p("Familie og netværk", "Heading1"),
        when("familie or private or netværk", _private(),
             otherwise=[p("Der er ikke skrevet nogen ind endnu. Brug netværkskortet til at tale "
                          "om, hvem der er.")]),
        p("Støtte, der er i gang", "Heading1"),
        _measures(),
    ))  # fmt: skip
    return document("Netværks- og indsatsoverblik", body, _SIZE, FORM)
