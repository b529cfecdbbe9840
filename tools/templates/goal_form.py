"""The Mål- og aftaleskema (Bilag 3)."""

from blocks import FORM, Document, KeptAtEnd, Xml, each, head, p, row, table, when
from controls import RepeatingRow, control, end_of_cell
from paper import document

_SIZE = 13
_WIDE = 14700


def field(heading: str, key: str) -> Xml:
    """Return a heading with a box below it, to read from and to write in."""
    return p(heading, "Heading1") + box(f"plan.{key}", key, heading)


def box(value: str, route: str, about: str) -> Xml:
    """Return a box with a text of the plan, which may go on to the next page."""
    text = control(route, p(f"{{{{ {value} | default('') }}}}", "Tabeltekst")) + end_of_cell()
    return table("Skema", (_WIDE,), [row(text, height=700, splits=True)], about)


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
        table("Skema", widths, rows, "Personen og familien")
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
        row("{{ indsats.støtte }}", blank("paragraf"), "{{ indsats.start | default('') | dato }}",
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
    transition = "".join((
        p("KONKRETE MÅL FOR OVERGANGEN TIL VOKSENLIVET", "Heading1"),
        when("lov.overgang", p("Jf. {{ lov.overgang }}", "Lille", keep=True)),
        box("plan.overgang_til_voksenlivet", "overgang_til_voksenlivet", "Mål for overgangen"),
    ))  # fmt: skip
    answer = control("børnefaglig_undersøgelse.udarbejdet",
                     p("{{ undersøgelse.ja }} Ja     {{ undersøgelse.nej }} Nej, fordi:",
                       keep=True))  # fmt: skip
    reason = control("børnefaglig_undersøgelse.begrundelse",
                     p("{{ undersøgelse.begrundelse | default('') }}"))  # fmt: skip
    examination = "".join((
        p("ER DER UDARBEJDET EN BØRNEFAGLIG UNDERSØGELSE?", "Heading1"),
        when("lov.undersøgelse", p("Jf. {{ lov.undersøgelse }}", "Lille", keep=True)),
        answer,
        reason,
    ))  # fmt: skip
    return when("overgang_vises", transition) + when("mindreårig", examination)


def goals(heading: str, area: str) -> Xml:
    """Return a table of goals: a line for each goal, an empty one for an area without."""
    here = "{{{{ m.rute }}}}.{0}".format
    goal = "".join((
        control(here("mål"), p("{{ m.mål }}", "Tabelmål")),
        control(here("delmål"), each("d in m.delmål", p("{{ d }}", "Tabelpunkt"),
                                     otherwise=p("", "Tabeltekst"))),
        when("m.overført_fra", p("Overført fra runde {{ m.overført_fra }}", "Overført")),
        when("m.fra_runde and not m.overført_fra", p("Fra runde {{ m.fra_runde }}", "Lille")),
        end_of_cell(),
    ))  # fmt: skip
    people = "".join((
        control(here("ansvarlige"), each("navn in m.ansvarlige", p("{{ navn }}", "Tabeltekst"),
                                         otherwise=p("", "Tabeltekst"))),
        control(here("frist"), p("{% if m.frist %}Senest {{ m.frist | dato }}{% endif %}",
                                 "Lille")),
        end_of_cell(),
    ))  # fmt: skip
    reached = "".join((
        control(here("nået"), p("{{ m.ja }} Ja   {{ m.nej }} Nej", "Tabeltekst")),
        control(here("årsag"), p("{{ m.årsag | default('') }}", "Tabeltekst")),
        end_of_cell(),
    ))  # fmt: skip
    actions = control(here("handlinger"), each("h in m.handlinger", p("{{ h }}", "Tabelpunkt"),
                                               otherwise=p("", "Tabeltekst")))  # fmt: skip
    actions += end_of_cell()
    rows = [
        head("", "Mål og delmål", "Handlinger", "Ansvarlige", "Er målet nået? Årsag"),
        RepeatingRow((p("{{ m.område }}", "Tabelmål"), goal, actions, people, reached),
                     repeat=f"m in mål.{area}", height=800, route="mål", item="{{ m.rute }}"),
    ]  # fmt: skip
    return p(heading, "Heading1") + table("Skema", (2000, 4100, 4300, 2400, 1900), rows, heading)


def road_map() -> Xml:
    """Return who follows up and when, and the support for the parents."""
    responsible = p("{{ køreplan.ansvarlig | default('') }}", "Tabeltekst")
    next_time = p("{{ køreplan.næste_gang | default('') | langdato }}", "Tabeltekst")
    rows = [
        row(p("Ansvarlig for at følge op på aftalerne", "Tabelmål", keep=True),
            control("køreplan.ansvarlig", responsible) + end_of_cell()),
        row(p("Situationen tages op igen", "Tabelmål"),
            control("køreplan.næste_gang", next_time) + end_of_cell()),
    ]  # fmt: skip
    parents = "".join((
        p("SÆRSKILT STØTTE TIL FORÆLDRE SAMT HANDLEPLAN", "Heading1"),
        when("lov.forældrestøtte", p("Jf. {{ lov.forældrestøtte }}", "Lille", keep=True)),
        box("plan.støtte_til_forældre", "støtte_til_forældre", "Støtte til forældre"),
    ))  # fmt: skip
    return "".join((
        p("KØREPLAN FOR AT NÅ MÅLENE", "Heading1"),
        table("Fakta", (5200, 9500), rows, "Køreplan"),
        when("mindreårig", parents),
        field("HVORDAN FORHOLDER {{ ord.person | upper }} SIG TIL HANDLEPLANEN?",
              "den_unges_holdning"),
    ))  # fmt: skip


def team() -> Xml:
    """Return the overview of the team."""
    texts = (
        "{{ person.navn }}",
        "{{ person.funktion }}",
        "{{ person.arbejdssted | default('') }}",
        "{{ person.telefon | default('') }}",
    )
    rows = [
        head("Navn", "Funktion", "Arbejdssted", "Telefon"),
        KeptAtEnd(tuple(p(text, "Tabeltekst") for text in texts), repeat="person in team",
                  last=12),
    ]  # fmt: skip
    heading = p("TEAMOVERBLIK", "Heading1")
    return heading + table("Skema", (4300, 4600, 3600, 2200), rows, "Teamet")


def approval() -> Xml:
    """Return the legal bases, and the signatures of those who must sign."""
    sent_to = p("{{ plan.sendes_til | liste | default('……………………………………', true) }}", keep=True)
    return "".join((
        p("GODKENDELSE OG UNDERSKRIFTER", "Heading1", new_page=True),
        p("Vi godkender formålet med handleplanen. Mål- og aftaleskemaet må sendes til:",
          keep=True),
        control("sendes_til", sent_to),
        when("love",
             p("Mål- og aftaleskemaet er udarbejdet efter: {{ love | join('; ') }}.", "Lille",
               keep=True)),
        when("underskrifter", in_one_column(), otherwise=[in_two_columns()]),
    ))  # fmt: skip


def in_one_column() -> Xml:
    """Return the signatures below each other."""
    texts = ("{{ u.navn }}", "{{ u.som }}", "{{ u.dato | default('') | dato }}",
             "{% if u.dato %}Underskrevet{% endif %}")  # fmt: skip
    rows = [
        head("Navn", "Som", "Dato", "Underskrift"),
        KeptAtEnd(tuple(p(text, "Tabeltekst") for text in texts), repeat="u in underskrifter",
                  height=640),
    ]  # fmt: skip
    return table("Skema", (4600, 3600, 2300, 4200), rows, "Underskrifter")


def in_two_columns() -> Xml:
    """Return many signatures two by two."""
    rows = [
        head("Navn", "Dato og underskrift", "Navn", "Dato og underskrift"),
        KeptAtEnd((*signature("venstre"), *signature("højre")), repeat="par in underskriftspar",
                  height=700),
    ]  # fmt: skip
    return table("Skema", (3500, 3850, 3500, 3850), rows, "Underskrifter")


def signature(side: str) -> tuple[Xml, Xml]:
    """Return the cells of one of a pair; the second is not always there."""
    name, role, day = (
        f"{{% if par.{side} %}}{text}{{% endif %}}".replace("SIDE", side)
        for text in (
            "{{ par.SIDE.navn }}",
            "{{ par.SIDE.som }}",
            "{% if par.SIDE.dato %}Underskrevet {{ par.SIDE.dato | dato }}{% endif %}",
        )
    )
    return p(name, "Tabelmål") + p(role, "Lille"), p(day, "Tabeltekst")


def goal_form() -> Document:
    """Return the Mål- og aftaleskema, on its side and big enough for a projector."""
    body = "".join((
        p("Mål- og aftaleskema", "Title"),
        p("Social handleplan og uddannelsesplan for {{ ung.navn }}", "Subtitle"),
        p("**Møde {{ møde.nummer }}:** "
          "{% if møde.dato %}{{ møde.dato | langdato }}{% else %}datoen er ikke aftalt{% endif %}"),
        people(),
        field("SAGSRESUMÉ", "sagsresumé"),
        measures(),
        field("FORMÅL MED STØTTEN", "formål_med_støtten"),
        questions(),
        goals("MÅL FOR UDDANNELSE OG BESKÆFTIGELSE", "uddannelse"),
        goals("MÅL FOR ØVRIGE FORHOLD", "øvrige"),
        road_map(),
        team(),
        approval(),
    ))  # fmt: skip
    return document("Mål- og aftaleskema", body, _SIZE, FORM)
