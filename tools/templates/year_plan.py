"""The year's plan for the administrative coordinator: the calendar, the load, a table a person."""

from dataclasses import replace

import look
from bar_charts import CHART_TYPE, columns
from blocks import FORM, POSTER, Document, Xml, each, end_of_section, head, p, row, table, when
from drawings import chart
from paper import document

_SIZE = 9
_EDGE, _WEEK = 500, 1000
"""The white around the calendar, and its first column, in twentieths of a point."""
_ROOMS = range(1, 7)
_LARGE, _SMALL, _GAP = "Kalenderstor", "Kalenderlille", "Kalenderslut"
_STYLES = "".join((
    look.exact_line(_LARGE, "Kalender, stor", 9, 11.5),
    look.exact_line(_SMALL, "Kalender, lille", 7, 8),
    look.exact_line(_GAP, "Kalender, slut", 1, 1),
    look.bare_table("Kalender"),
))  # fmt: skip


def _calendar() -> Xml:
    """Return the calendar's pages: weeks as rows, on paper of the size that they need."""
    title = "Årsplan{% if kommune.navn %}, {{ kommune.navn }}{% endif %}: {{ k.periode }}"
    tables = (_weeks(rooms, style) for style in (_LARGE, _SMALL) for rooms in _ROOMS)
    return "".join((
        p(title, "Title", keep=True),
        p("Kun til tovholderen: siden nævner flere sager. {{ k.forklaring }}", "Lille", keep=True),
        *tables,
        when("k.papir == 'A4'", end_of_section(FORM, _EDGE, _GAP),
             otherwise=[end_of_section(POSTER, _EDGE, _GAP)]),
    ))  # fmt: skip


def _weeks(rooms: int, style: str) -> Xml:
    """Return the table with so many rooms as columns."""
    widths = (_WEEK, *[(FORM[0] - 2 * _EDGE - _WEEK) // rooms] * rooms)
    names = [f"{{{{ k.l{n} }}}}" for n in range(1, rooms + 1)]
    cells = [p(f"{{{{ linje.c{n} }}}}", style) for n in range(1, rooms + 1)]
    rows = [
        head("Uge", *names),
        row(p("{{ linje.dag }}", style), *cells, repeat="linje in k.linjer"),
    ]
    size = "k.stor" if style == _LARGE else "not k.stor"
    test = f"k.antal_lokaler == {rooms} and {size}"
    return when(test, table("Kalender", widths, rows, "Årets møder"))


def _load() -> Xml:
    return "".join((
        p("Møder og formøder, uge for uge", "Heading2", keep=True),
        chart("Uger", "{{ uger }}", "chart1", (165, 75)),
    ))  # fmt: skip


def _person() -> Xml:
    widths = (2212, 1700, 2300, 1700, 1500)
    rows = [
        head("Dag", "Kl.", "Lokale", "Sag", "Hvad"),
        row("{{ m.dag }}", "{{ m.kl }}", "{{ m.lokale }}", "{{ m.sag }}", "{{ m.hvad }}",
            repeat="m in person.linjer"),
    ]  # fmt: skip
    calendar = "{% if person.kalender %}Kalender: {{ person.kalender }}{% endif %}"
    return "".join((
        p("{{ person.navn }}", "Heading3", keep=True),
        p(calendar, "Lille", keep=True),
        table("Skema", widths, rows, "Møder for {{ person.navn }}"),
        p("", "Lille"),
    ))  # fmt: skip


def year_plan() -> Document:
    """Return the plan of a year."""
    body = "".join((
        each("k in kalendere", _calendar()),
        p("Om planen", "Heading2", keep=True),
        p("{{ periode }}. Kun til tovholderen: siderne nævner flere sager.", "Lille"),
        each("linje in sætninger", p("{{ linje }}", "ListBullet")),
        when("uger", _load()),
        when("personer", p("Hver persons møder", "Heading2", new_page=True)
             + each("person in personer", _person())),
    ))  # fmt: skip
    more = {"word/charts/chart1.xml": (CHART_TYPE, "chart", columns())}
    return replace(document("Årsplan", body, _SIZE, whose=""), more=more, styles=_STYLES)


TEMPLATES = {"årsplan.docx": year_plan}
