"""The network map and the overview of network and measures."""
# ruff: noqa: INP001 — a program beside the files that it writes, not a package

from dataclasses import replace

import look
from blocks import FORM, Document, head, p, row, table, when
from drawings import shape
from paper import document

_SIZE = 11
_WIDE = 14700
_BLANK = "{{{{ {0} | default('') }}}}".format
_MAP_STYLES = "".join((
    look.centered("Kortnavn", "Kort navn", 10.5, bold=True),
    look.centered("Kortrelation", "Kort relation", 9),
    look.centered("Kortkreds", "Kort kreds", 11, bold=True),
    look.centered("Kortring", "Kort ring", 9),
    look.centered("Kortmidte", "Kort midte", 13, bold=True, on_accent=True),
))  # fmt: skip


def network_map() -> Document:
    """Return the map on one page, and what is known of everybody on the next."""
    frame = shape("Netværkskort", "Her tegner programmet netværkskortet.", "rect", (258, 134),
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
        when("kort.personer", people),
        p("Tal om kortet", "Heading1"),
        p("Hvem siger du det til først, når noget går godt? Og når det går skidt?", "ListBullet"),
        p("Hvem kan få dig ud ad døren, når du helst vil blive hjemme?", "ListBullet"),
        p("Er der en, du savner og gerne vil have tættere på?", "ListBullet"),
        p("Hvem må gerne vide, hvad vi taler om, og hvem skal ikke?", "ListBullet"),
        p("Hvem vil du have med, når vi holder {{ ord.møde }}?", "ListBullet"),
    ))  # fmt: skip
    return replace(document("Netværkskort", body, _SIZE, FORM), styles=_MAP_STYLES)
