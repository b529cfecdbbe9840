"""The half-year's report for the leader group: a summary, and every figure with its chart."""

from dataclasses import replace

from bar_charts import CHART_TYPE, bars, lines, stacked
from blocks import Document, KeptAtEnd, Row, Xml, each, head, p, row, table, when
from drawings import chart
from paper import document
from spider_web import spider_web

_SIZE, _WIDE, _LABEL = 10.5, 9412, 4012
_MOST, _MANY, _NARROW = 6, 4, 2812
_CHARTS = {
    "søjler": ("Søjler", bars, (160, 80)),
    "stablede": ("Stablede søjler", stacked, (160, 80)),
    "net": ("Spindelvæv", spider_web, (150, 105)),
    "linjer": ("Linjer", lines, (160, 80)),
}


def _numbers(columns: int) -> Xml:
    """Return the table of a figure with so many columns beside the names of its lines."""
    label = _LABEL if columns < _MANY else _NARROW
    widths = (label, *[(_WIDE - label) // columns] * columns)
    right = [p(f"{{{{ f.k{n} }}}}", "Tabelhoved", align="right") for n in range(1, columns + 1)]
    cells = [p(f"{{{{ linje.c{n} }}}}", "Tabeltekst", align="right") for n in range(1, columns + 1)]
    rows = [head("{{ f.enhed }}", *right), _line(cells)]
    return when(
        f"f.antal_kolonner == {columns}", table("Skema", widths, rows, "{{ f.titel }}, tal")
    )


def _line(cells: list[Xml]) -> Row:
    name = p("{{ linje.navn }}", "Rækkehoved")
    return KeptAtEnd((name, *cells), repeat="linje in f.linjer", last=2)


def _drawn() -> Xml:
    return "".join(
        when(
            f"f.diagram == '{key}'",
            chart(name, "{{ f.beskrivelse }}", f"chart{n}", size, keep=True),
        )
        for n, (key, (name, _, size)) in enumerate(_CHARTS.items(), 1)
    )


def _figure() -> Xml:
    """Return one figure: what it is, the chart, the numbers, what is missing."""
    return "".join((
        p("{{ f.titel }}", "Heading3", keep=True),
        p("{{ f.kilde }}. {{ f.definition }}", "Lille", keep=True),
        when("f.diagram", _drawn()),
        *(_numbers(columns) for columns in range(1, _MOST + 1)),
        each("note in f.noter", p("{{ note }}", "Lille")),
        p("", "Lille"),
    ))  # fmt: skip


def _breakdown() -> Xml:
    widths = (2812, 1100, 1375, 1375, 1375, 1375)
    heads = ("I uddannelse nu", "Gået frem", "Holdte møder", "Den unge var med")
    rows = [
        head(
            "{{ o.navn | capitalize }}",
            *(p(x, "Tabelhoved", align="right") for x in ("Unge", *heads)),
        ),
        row(
            p("{{ linje.navn }}", "Rækkehoved"),
            *(p(f"{{{{ linje.c{n} }}}}", "Tabeltekst", align="right") for n in range(1, 6)),
            repeat="linje in o.linjer",
        ),
    ]
    return "".join((
        p("Hovedtal efter {{ o.navn }}", "Heading3", keep=True),
        table("Skema", widths, rows, "Hovedtal efter {{ o.navn }}"),
        p("", "Lille"),
    ))  # fmt: skip


def half_year() -> Document:
    """Return the report."""
    body = "".join((
        p("Halvårstal", "Title"),
        p("{{ periode }}{% if sammenlignet %}, sammenlignet med {{ sammenlignet }}{% endif %}",
          "Subtitle"),
        p("Det vigtigste", "Heading2"),
        each("sætning in sammenfatning", p("{{ sætning }}", "ListBullet")),
        p("Om tallene", "Heading2"),
        each("sætning in om_tallene", p("{{ sætning }}")),
        each("o in opdelinger", _breakdown()),
        each("kapitel in kapitler",
             p("{{ kapitel.navn }}", "Heading2", new_page=True),
             each("f in kapitel.figurer", _figure())),
        when("begrundelser",
             p("Grunde til gennemtvungne flytninger", "Heading2"),
             p("Navne, tal og ord, der kan være navne, er erstattet af […].", "Lille"),
             each("grund in begrundelser", p("{{ grund }}", "ListBullet"))),
    ))  # fmt: skip
    made = document("Halvårstal", body, _SIZE, whose="")
    more = {
        f"word/charts/chart{n}.xml": (CHART_TYPE, "chart", draw())
        for n, (_, draw, _) in enumerate(_CHARTS.values(), 1)
    }
    return replace(made, more=more)


TEMPLATES = {"halvårstal.docx": half_year}
