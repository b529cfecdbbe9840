"""The texts for a department's own system: each in a frame of its own, to be copied."""

from dataclasses import replace

from blocks import Document, Xml, each, p, row, table, when
from paper import document

_SIZE, _WIDTH = 11, 9412
_TOLD = "Som sagen stod den {{ dokument.dato | dato }}."
_GAP = "____________"


def block(heading: str, *content: Xml) -> Xml:
    """Return a heading, and below it the text to copy: one cell that says when it is true.

    A long text goes on on the next page, so that no heading stands alone above an empty one.
    """
    frame = table("Skema", (_WIDTH,), [row("".join(content), splits=True)], heading)
    return p(heading, "Heading2") + frame


def talk() -> Xml:
    """Return the note of the pre-meeting."""
    wishes = "".join((
        p("{{ ung.kaldenavn }} vil gerne have talt om:", "Tabeltekst"),
        each("ønske in ønsker", p("»{{ ønske }}«", "Tabelpunkt")),
    ))  # fmt: skip
    return block(
        "1. {{ samtale }} (formøde)",
        p("{% if formøde.dato %}{{ formøde.dato | langdato | capitalize }}{% else %}Dato: "
          f"{_GAP}{{% endif %}}. Til stede: {{% if formøde_med %}}{{{{ ung.navn }}}} og "
          "{{ formøde_med | liste }}"
          f"{{% else %}}{_GAP}{{% endif %}}", "Tabeltekst"),
        when("ønsker", wishes),
        p(_TOLD, "Lille"),
    )  # fmt: skip


def meeting() -> Xml:
    """Return the note of the meeting."""
    return block(
        "2. Samtale ({{ ord.møde }})",
        p("{% if møde.dato %}{{ møde.dato | langdato | capitalize }}{% else %}Dato: "
          f"{_GAP}{{% endif %}}. Til stede: {{% if fremmøde_kendt %}}"
          "{% if ung_var_med %}{{ ung.navn }}, {% endif %}"
          "{% for hvem in deltagere %}{{ hvem }}"
          "{% if not loop.last or flere_ukendt %}, {% endif %}{% endfor %}"
          f"{{% if flere_ukendt %}}{_GAP}{{% else %}}.{{% endif %}}"
          "{% if ung_udeblev %} {{ ung.navn }} var ikke med.{% endif %}"
          f"{{% else %}}{_GAP}{{% endif %}}", "Tabeltekst"),
        p("Aftalerne står i planen nedenfor."
          "{% if næste_møde %} Næste møde: {{ næste_møde | langdato }}.{% endif %}", "Tabeltekst"),
        p(_TOLD, "Lille"),
    )  # fmt: skip


def plan() -> Xml:
    """Return the department's part of the one plan."""
    goal = "".join((
        p("**{{ m.område }}:** {{ m.mål }}", "Måltekst"),
        each("d in m.delmål", p("Delmål: {{ d }}", "Tabelpunkt")),
        each("h in m.handlinger", p("{{ h }}", "Tabelpunkt")),
        p("Ansvarlige: {{ m.ansvarlige | liste }}{% if m.frist %}. Senest {{ m.frist | dato }}"
          "{% endif %}{% if m.nået %}. Nået: {{ m.nået }}{% endif %}"
          ".{% if m.nået and m.årsag %} {{ m.årsag }}{% endif %}", "Lille"),
    ))  # fmt: skip
    return block(
        "3. {{ plantitel }}",
        p("Som planen stod den {{ dokument.dato | dato }}.", "Lille"),
        when("formål", p("Formål: {{ formål }}", "Tabeltekst")),
        each("m in mål", goal,
             otherwise=p("Der er ingen mål, som angår afdelingen.", "Tabeltekst")),
        when("holdning", p("{{ ung.kaldenavn }} siger om planen: »{{ holdning }}«", "Tabeltekst")),
    )  # fmt: skip


def unfinished() -> Xml:
    """Return the line at the top of every page of a text that was made before the meeting."""
    return when("før_mødet", p("**Udkast før mødet. Ikke til journalen.**", "Header"),
                otherwise=[p("", "Header")])  # fmt: skip


def journal() -> Document:
    """Return the document with the three texts; it is no letter, so it has no letterhead."""
    body = "".join((
        p("Tekster til journalen", "Title"),
        p("{{ afdeling }}: {{ møde.ordenstal }} {{ ord.møde }}", "Subtitle"),
        p("{{ ung.navn }}{% if ung.cpr %}, {{ ung.cpr }}{% endif %}, sagsnummer {{ sag.nummer }}"),
        p("Kopiér hver ramme til afdelingens eget system. Navne på dem, der står i sagen, er "
          "skiftet ud med funktionen, i den løbende tekst i [ ]. Andre navne kan stå der endnu: "
          "læs teksten, og fjern dem, der ikke skal med.", "Lille"),
        talk(),
        meeting(),
        plan(),
    ))  # fmt: skip
    made = document("Tekster til journalen", body, _SIZE)
    return replace(made, first_header=unfinished(), header=unfinished())


TEMPLATES = {"journaltekst.docx": journal}
