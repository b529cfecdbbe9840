"""The list to call by between two meetings: what each person has promised."""

from blocks import FORM, Document, Xml, each, head, p, row, table, when
from paper import document

_SIZE = 10.5
_WIDTHS = (3900, 5200, 1800, 3800)


def agreements() -> Xml:
    """Return one table for each person, with room to write what was heard."""
    heard = "{% if a.sidst_hørt %}{{ a.sidst_hørt | dato }}: {% endif %}{{ a.sidst | default('') }}"
    rows = [
        head("Mål", "Det, der skal gøres", "Senest", "Hvad er der sket?"),
        row("{{ a.mål }}", each("h in a.handlinger", p("{{ h }}", "Tabelpunkt"),
                                otherwise=p("", "Tabeltekst")),
            "{% if a.frist %}{{ a.frist | dato }}{% endif %}", heard, repeat="a in person.aftaler",
            height=600),
    ]  # fmt: skip
    who = "{{ person.navn }}{% if person.telefon %}, telefon {{ person.telefon }}{% endif %}"
    return each(
        "person in personer",
        p(who, "Heading2"),
        when("person.funktion", p("{{ person.funktion }}", "Lille", keep=True)),
        table("Skema", _WIDTHS, rows, "Det, personen har lovet"),
    )


def reminders() -> Document:
    """Return the list."""
    body = "".join((
        p("Huskeliste", "Title"),
        p("Sag {{ sag.nummer }}, efter møde {{ møde.nummer }}"
          "{% if møde.dato %} den {{ møde.dato | dato }}{% endif %}", "Subtitle"),
        p("Til den, der følger op mellem møderne. Skriv det, du hører, ved målet i planen: dato, "
          "hvad der er sket, og om det er gjort."),
        when("næste_gang", p("Situationen tages op igen {{ næste_gang | langdato }}.")),
        when("personer", agreements(), otherwise=[p("Alt, der er aftalt, er gjort.")]),
    ))  # fmt: skip
    return document("Huskeliste", body, _SIZE, FORM, whose=", sag {{ sag.nummer }}")


TEMPLATES = {"huskeliste.docx": reminders}
