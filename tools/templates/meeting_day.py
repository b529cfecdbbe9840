"""The page for a day of meetings, for the administrative coordinator alone."""

from blocks import FORM, Document, Xml, each, head, p, row, table, when
from paper import document

_SIZE = 10.5
_WIDTHS = (1800, 1900, 3100, 3900, 4000)


def answers() -> Xml:
    """Return the cell that tells who has not replied."""
    counted = p(
        "{{ m.kommer }} af {{ m.indkaldt }} kommer"
        "{% if m.hvem_kommer %}: {{ m.hvem_kommer | liste }}{% endif %}",
        "Tabeltekst",
    )
    missing = p("**Ikke svaret:** {{ m.uden_svar | liste }}", "Tabeltekst")
    unasked = p("**Ikke indkaldt:** {{ m.ikke_indkaldt | liste }}", "Tabeltekst")
    notes = p("**Notat mangler:** {{ m.notater | liste }}", "Tabeltekst")
    return "".join((
        when("m.indkaldt", counted),
        when("not m.indkaldt and not m.ikke_indkaldt", p("", "Tabeltekst")),
        when("m.uden_svar", missing),
        when("m.ikke_indkaldt", unasked),
        when("m.notater", notes),
    ))  # fmt: skip


def meetings() -> Xml:
    """Return the day's meetings, one in each row."""
    time = p("{% if m.start %}{{ m.start | kl }}-{{ m.slut | kl }}{% else %}aftales{% endif %}",
             "Klokken")  # fmt: skip
    who = (
        p("**{{ m.navn }}**, {{ m.hvad }}", "Tabeltekst")
        + p("{{ m.sag }}{% if m.koordinator %}, {{ m.koordinator }}{% endif %}", "Tabeltekst")
    )  # fmt: skip
    rows = [
        head("Kl.", "Lokale", "Hvem", "Svar", "Medbring"),
        row(time, "{{ m.lokale | default('mangler', true) }}", who, answers(),
            each("ting in m.medbring", p("{{ ting }}", "Tabelpunkt"),
                 otherwise=p("", "Tabeltekst")), repeat="m in møder"),
    ]  # fmt: skip
    return table("Fakta", _WIDTHS, rows, "Dagens møder")


def meeting_day() -> Document:
    """Return the page."""
    body = "".join((
        p("{{ dag | langdato | capitalize }}", "Title"),
        p("Mødedag i uge {{ uge }}. Kun til tovholderen: siden nævner flere sager. Læg den ikke "
          "frem, og makulér den bagefter.", "Subtitle"),
        each("advarsel in dobbelt", p("**Obs: {{ advarsel }}**")),
        when("møder", meetings(), otherwise=[p("Der er ingen møder den dag.")]),
        p("Til alle møder", "Heading2"),
        p("Computer eller iPad til storskærmen, printer til underskrifter, vand og kaffe"
          "{% if bruger.enkeltsagsøkonomiark %}, et tomt enkeltsagsøkonomiark{% endif %}.",
          keep=True),
        when("andre", p("Andre aftaler i ugen", "Heading2"),
             each("aftale in andre", p("{{ aftale }}", "ListBullet"))),
    ))  # fmt: skip
    return document("Mødedag", body, _SIZE, FORM, whose="")


TEMPLATES = {"mødedag.docx": meeting_day}
