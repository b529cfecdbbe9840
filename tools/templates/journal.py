"""The texts for a department's own system: plain paragraphs that can be copied."""

from blocks import Document, Xml, each, p, when
from paper import document

_SIZE = 11


def talk() -> Xml:
    """Return the note of the pre-meeting."""
    wishes = "".join((
        p("{{ ung.kaldenavn }} vil gerne have talt om:", keep=True),
        each("ønske in ønsker", p("»{{ ønske }}«", "ListBullet")),
    ))  # fmt: skip
    return "".join((
        p("1. {{ samtale }} (formøde)", "Heading2"),
        p("{% if formøde.dato %}{{ formøde.dato | langdato | capitalize }}{% else %}Dato: "
          "____________{% endif %}. Til stede: {% if formøde.holdt %}{{ ung.navn }} og "
          "____________{% else %}____________{% endif %}"),
        when("ønsker", wishes),
    ))  # fmt: skip


def meeting() -> Xml:
    """Return the note of the meeting."""
    return "".join((
        p("2. Samtale ({{ ord.møde }})", "Heading2"),
        p("{% if møde.dato %}{{ møde.dato | langdato | capitalize }}{% else %}Dato: ____________"
          "{% endif %}. Til stede: {% if fremmøde_kendt %}"
          "{% if ung_var_med %}{{ ung.navn }}, {% endif %}"
          "{% for hvem in deltagere %}{{ hvem }}"
          "{% if not loop.last or flere_ukendt %}, {% endif %}{% endfor %}"
          "{% if flere_ukendt %}____________{% else %}.{% endif %}"
          "{% if ung_udeblev %} {{ ung.navn }} var ikke med.{% endif %}"
          "{% else %}____________{% endif %}"),
        p("Aftalerne står i planen nedenfor."
          "{% if næste_møde %} Næste møde: {{ næste_møde | langdato }}.{% endif %}"),
    ))  # fmt: skip


def plan() -> Xml:
    """Return the department's part of the one plan."""
    goal = "".join((
        p("**{{ m.område }}:** {{ m.mål }}", "Måltekst"),
        each("d in m.delmål", p("Delmål: {{ d }}", "ListBullet")),
        each("h in m.handlinger", p("{{ h }}", "ListBullet")),
        p("Ansvarlige: {{ m.ansvarlige | liste }}{% if m.frist %}. Senest {{ m.frist | dato }}"
          "{% endif %}{% if m.nået %}. Nået: {{ m.nået }}{% endif %}"
          ".{% if m.nået and m.årsag %} {{ m.årsag }}{% endif %}", "Lille"),
    ))  # fmt: skip
    return "".join((
        p("3. {{ plantitel }}", "Heading2"),
        when("formål", p("Formål: {{ formål }}")),
        each("m in mål", goal, otherwise=p("Der er ingen mål, som angår afdelingen.")),
        when("holdning", p("{{ ung.kaldenavn }} siger om planen: »{{ holdning }}«")),
    ))  # fmt: skip


def journal() -> Document:
    """Return the document with the three texts."""
    body = "".join((
        p("Tekster til journalen", "Title"),
        p("{{ afdeling }}, runde {{ sag.runde }}", "Subtitle"),
        p("{{ ung.navn }}{% if vises.ung_cpr %}, {{ ung.cpr }}{% endif %}, sagsnummer "
          "{{ sag.nummer }}"),
        p("Kopiér hver tekst til afdelingens eget system. De andre, som sagen kender, er nævnt ved "
          "funktion, i den løbende tekst i [ ]. Står der andre navne, så fjern dem.", "Lille"),
        talk(),
        meeting(),
        plan(),
    ))  # fmt: skip
    return document("Tekster til journalen", body, _SIZE)


TEMPLATES = {"journaltekst.docx": journal}
