"""The Mål- og aftaleskema (Bilag 3)."""
# ruff: noqa: INP001 — a program beside the files that it writes, not a package

from blocks import FORM, Document, Xml, each, facts, head, p, row, table, when
from paper import document

_SIZE = 13
_WIDE = 14700


def field(heading: str, value: str) -> Xml:
    """Return a heading with a box below it, to read from and to write in."""
    box = row(p(f"{{{{ {value} | default('') }}}}", "Tabeltekst"), height=700, splits=True)
    return p(heading, "Heading1") + table("Skema", (_WIDE,), [box], heading)


def people() -> Xml:
    """Return the table of the youth, the parents and the youth's adult."""
    widths = (2700, 3900, 2000, 4100, 2000)
    blank = "{{{{ {0} | default('') }}}}".format
    rows = [
        head("", "Navn", "CPR-nummer", "Adresse", "Telefon"),
        row("**{{ ord.person | capitalize }}**", "{{ ung.navn }}", "{{ ung.cpr }}",
            blank("ung.postadresse"), blank("ung.telefon")),
        row("**{{ forælder.relation }}**", "{{ forælder.navn }}", blank("forælder.cpr"),
            blank("forælder.postadresse"), blank("forælder.telefon"),
            repeat="forælder in forældre"),
        row("**{{ ord.voksen | capitalize }}**", blank("den_unges_voksne.navn"), "", "",
            blank("den_unges_voksne.telefon")),
    ]  # fmt: skip
    custody = p("**Forældremyndighed hos:** {{ forældremyndighed | liste }}")
    return (
        table("Skema", widths, rows, "Den unge og familien")
        + p("", "Lille")
        + when("forældremyndighed", custody)
    )


def measures() -> Xml:
    """Return the overview of running measures, with one empty line when there are none."""
    widths = (4700, 2600, 1900, 1900, 3600)
    blank = "{{{{ indsats.{0} | default('') }}}}".format
    rows = [
        head("Støtte", "Jf. §", "Starter den", "Varighed",
             "Skole- eller beskæftigelsestilbud"),
        row("{{ indsats.støtte }}", blank("paragraf"), "{{ indsats.start | dato | default('') }}",
            blank("varighed"), blank("tilbud"), repeat="indsats in indsatser"),
    ]  # fmt: skip
    empty = [rows[0], row("", "", "", "", "", height=700)]
    about = "Oversigt over indsatser"
    heading = p("FORANSTALTNING – INDSATSOVERBLIK", "Heading1")
    return heading + when(
        "indsatser", table("Skema", widths, rows, about), otherwise=[table("Skema", widths, empty)]
    )


def questions() -> Xml:
    """Return the questions about the passage to adult life and the child examination."""
    return "".join((
        p("KONKRETE MÅL FOR OVERGANGEN TIL VOKSENLIVET", "Heading1"),
        p("Jf. {{ lov.overgang }}", "Lille", keep=True),
        box("{{ plan.overgang_til_voksenlivet | default('') }}", "Mål for overgangen"),
        when("mindreårig", "".join((
            p("ER DER UDARBEJDET EN BØRNEFAGLIG UNDERSØGELSE?", "Heading1"),
            p("Jf. {{ lov.undersøgelse }}", "Lille", keep=True),
            p("{{ undersøgelse.ja }} Ja     {{ undersøgelse.nej }} Nej, fordi: "
              "{{ undersøgelse.begrundelse | default('') }}"),
        ))),
    ))  # fmt: skip


def box(text: str, about: str) -> Xml:
    """Return a box with a text, which may go on to the next page."""
    return table("Skema", (_WIDE,), [row(text, height=700, splits=True)], about)


def goals(heading: str, area: str) -> Xml:
    """Return a table of goals: a line for each goal, an empty one for an area without."""
    goal = "".join((
        p("**{{ m.mål }}**", "Tabeltekst"),
        each("d in m.delmål", p("{{ d }}", "Tabelpunkt")),
        when("m.fra_runde", p("Fra runde {{ m.fra_runde }}", "Lille")),
    ))  # fmt: skip
    people = "".join((
        each("navn in m.ansvarlige", p("{{ navn }}", "Tabeltekst")),
        when("m.frist", p("Senest {{ m.frist | dato }}", "Lille")),
    ))  # fmt: skip
    reached = "".join((
        p("{{ m.ja }} Ja   {{ m.nej }} Nej", "Tabeltekst"),
        when("m.årsag", p("{{ m.årsag }}", "Tabeltekst")),
    ))  # fmt: skip
    actions = each("h in m.handlinger", p("{{ h }}", "Tabelpunkt"))
    rows = [
        head("", "Mål og delmål", "Handlinger", "Ansvarlige", "Er målet nået? Årsag"),
        row("**{{ m.område }}**", goal, actions, people, reached,
            repeat=f"m in mål.{area}", height=800),
    ]  # fmt: skip
    return p(heading, "Heading1") + table("Skema", (2000, 4100, 4300, 2400, 1900), rows, heading)


def road_map() -> Xml:
    """Return who follows up and when, and the support for the parents."""
    pairs = (
        ("Ansvarlig for at følge op på aftalerne", "{{ køreplan.ansvarlig | default('') }}"),
        ("Situationen tages op igen", "{{ køreplan.næste_gang | langdato | default('') }}"),
    )
    return "".join((
        p("KØREPLAN FOR AT NÅ MÅLENE", "Heading1"),
        facts("Fakta", (5200, 9500), pairs, "Køreplan"),
        when("mindreårig", "".join((
            p("SÆRSKILT STØTTE TIL FORÆLDRE SAMT HANDLEPLAN", "Heading1"),
            p("Jf. {{ lov.forældrestøtte }}", "Lille", keep=True),
            box("{{ plan.støtte_til_forældre | default('') }}", "Støtte til forældre"),
        ))),
        field("HVORDAN FORHOLDER {{ ord.person | upper }} SIG TIL HANDLEPLANEN?",
              "plan.den_unges_holdning"),
    ))  # fmt: skip


def team() -> Xml:
    """Return the overview of the team."""
    rows = [
        head("Navn", "Funktion", "Arbejdssted", "Telefon"),
        row("{{ person.navn }}", "{{ person.funktion }}",
            "{{ person.arbejdssted | default('') }}", "{{ person.telefon | default('') }}",
            repeat="person in team"),
    ]  # fmt: skip
    heading = p("TEAMOVERBLIK", "Heading1")
    return heading + table("Skema", (4300, 4600, 3600, 2200), rows, "Teamet")


def approval() -> Xml:
    """Return the signatures of those who must sign, and the legal bases."""
    widths = (4600, 3600, 2300, 4200)
    rows = [
        head("Navn", "Som", "Dato", "Underskrift"),
        row("{{ u.navn }}", "{{ u.som }}", "{{ u.dato | dato | default('') }}",
            "{% if u.dato %}Underskrevet{% endif %}", repeat="u in underskrifter", height=640),
    ]  # fmt: skip
    return "".join((
        p("GODKENDELSE OG UNDERSKRIFTER", "Heading1", new_page=True),
        p("Vi godkender formålet med handleplanen. Mål- og aftaleskemaet må sendes til: "
          "{{ plan.sendes_til | liste | default('……………………………………', true) }}", keep=True),
        table("Skema", widths, rows, "Underskrifter"),
        p("", "Lille"),
        when("love",
             p("Mål- og aftaleskemaet er udarbejdet efter: {{ love | join('; ') }}.", "Lille")),
    ))  # fmt: skip


def goal_form() -> Document:
    """Return the Mål- og aftaleskema, on its side and big enough for a projector."""
    body = "".join((
        p("Mål- og aftaleskema", "Title"),
        p("Social handleplan og uddannelsesplan for {{ ung.navn }}", "Subtitle"),
        p("**Møde {{ møde.nummer }}:** "
          "{{ møde.dato | langdato | default('datoen er ikke aftalt') }}"),
        people(),
        field("SAGSRESUMÉ", "plan.sagsresumé"),
        measures(),
        field("FORMÅL MED STØTTEN", "plan.formål_med_støtten"),
        questions(),
        goals("MÅL FOR UDDANNELSE OG BESKÆFTIGELSE", "uddannelse"),
        goals("MÅL FOR ØVRIGE FORHOLD", "øvrige"),
        road_map(),
        team(),
        approval(),
    ))  # fmt: skip
    return document("Mål- og aftaleskema", body, _SIZE, FORM)
