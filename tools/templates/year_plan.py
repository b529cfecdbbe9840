"""The year's plan for the administrative coordinator: the calendar, the load, a table a person."""

from dataclasses import replace

from bar_charts import CHART_TYPE, columns
from blocks import Document, Xml, each, head, p, row, table, when
from drawings import chart
from paper import document

_SIZE, _WIDE, _DAY = 9, 9412, 1612
_ROOMS = range(1, 7)


def _calendar(rooms: int) -> Xml:
    """Return the calendar with so many rooms as columns."""
    widths = (_DAY, *[(_WIDE - _DAY) // rooms] * rooms)
    names = [f"{{{{ k.l{n} }}}}" for n in range(1, rooms + 1)]
    cells = [p(f"{{{{ linje.c{n} }}}}", "Tabeltekst") for n in range(1, rooms + 1)]
    rows = [
        head("Dag", *names),
        row(p("{{ linje.dag }}", "Tabeltekst"), *cells, repeat="linje in k.linjer"),
    ]
    return when(f"k.antal_lokaler == {rooms}", table("Skema", widths, rows, "Årets møder"))


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
        p("Årsplan", "Title"),
        p("{{ periode }}. Kun til tovholderen: siden nævner flere sager.", "Subtitle"),
        each("k in kalendere", *(_calendar(rooms) for rooms in _ROOMS), p("", "Lille")),
        each("linje in sætninger", p("{{ linje }}", "ListBullet")),
        when("uger", _load()),
        when("personer", p("Hver persons møder", "Heading2", new_page=True)
             + each("person in personer", _person())),
    ))  # fmt: skip
    more = {"word/charts/chart1.xml": (CHART_TYPE, "chart", columns())}
    return replace(document("Årsplan", body, _SIZE, whose=""), more=more)


TEMPLATES = {"årsplan.docx": year_plan}
