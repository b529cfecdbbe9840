"""The Mål- og aftaleskema (Bilag 3): *Min plan*, for the screen, and *Oplysninger om mig*."""

from collections.abc import Sequence
from dataclasses import replace

from blocks import (
    FORM,
    Band,
    Document,
    KeptAtEnd,
    Row,
    Xml,
    each,
    head,
    p,
    row,
    spanning,
    table,
    when,
)
from controls import RepeatingRow, answer, choice, control, end_of_cell, lines, noted, room
from look import dense_table, gap, small_label
from paper import document, one_line

_SIZE = 12
_WIDE = 14700
_GOAL = (4150, 3200, 2900, 2300, 2150)
"""The columns of a goal; the reason stands below them at full width."""
_AREAS = (
    "Fagligt", "Hverdag", "Sundhed", "Netværk/venner", "Udvikling og adfærd",
    "Bolig", "Økonomi", "Familieforhold", "Andet relevant",
)  # fmt: skip


def goal_form() -> Document:
    """Return the form, on its side: the plan at most two pages for five goals, then the rest."""
    form = document("Mål- og aftaleskema", my_plan() + about_me(), _SIZE, FORM)
    own = small_label("Tabelområde", "Tabelområde", _SIZE) + dense_table("Plan") + gap("Luft", 100)
    return replace(
        form, first_header=one_line(), header=p("{{ kommune.navn }}", "Header"), styles=own,
        edges=(880, 794), small=_SIZE,
    )  # fmt: skip


def my_plan() -> Xml:
    """Return what everybody has who gets the plan: wishes, goals, agreements, signatures."""
    day = "{% if møde.dato %}{{ møde.dato | langdato }}{% else %}datoen er ikke aftalt{% endif %}"
    return "".join((
        p("Min plan", "Title"),
        p(f"Mål- og aftaleskema for {{{{ ung.navn }}}}. Møde {{{{ møde.nummer }}}}: {day}",
          "Subtitle"),
        wishes(),
        overall_goal(),
        goals(),
        road_map(),
        approval(),
    ))  # fmt: skip


def about_me() -> Xml:
    """Return what only the youth, the holders of custody and those who run the case have."""
    return when(
        "vises.situation",
        p("Oplysninger om mig", "Title", new_page=True),
        p("{{ ord.plan }} for {{ ung.navn }}", "Subtitle"),
        people(),
        field("SAGSRESUMÉ", "sagsresumé"),
        when("vises.indsatser", measures(), field("FORMÅL MED STØTTEN", "formål_med_støtten")),
        questions(),
        experience(),
        when("vises.hold", team()),
        when("love", p("", "Luft"),
             p("Mål- og aftaleskemaet er udarbejdet efter: {{ love | join('; ') }}.", "Lille")),
    )  # fmt: skip


def wishes() -> Xml:
    """Return what the youth wants to talk about, in the youth's own words."""
    own = each("ønske in ønsker", p("{{ ønske }}", "Tabelpunkt"))
    rows = [row(p("Det vil jeg tale om", "Tabelmål"), own)]
    return when("ønsker", table("Fakta", (3200, _WIDE - 3200), rows, "Mine ønsker"))


def overall_goal() -> Xml:
    """Return the overall goal for education and employment (Bilag 3), with room to write it."""
    label = p("Overordnet mål for uddannelse og beskæftigelse", "Tabelmål")
    aim = answer("overordnet_mål", "plan.overordnet_mål") + end_of_cell()
    return p("", "Celleslut") + table(
        "Fakta", (3200, _WIDE - 3200), [row(label, aim)], "Overordnet mål"
    )


def goals() -> Xml:
    """Return the goals that are open, in the form's two parts, and those that are reached."""
    rows = [
        head("Mål og delmål", "Det gør jeg", "Det gør andre", "Hvem og hvornår", "Er det nået?"),
        band("MÅL FOR UDDANNELSE OG BESKÆFTIGELSE", only="vises.plan or mål.uddannelse"),
        goal("uddannelse"),
        band("MÅL FOR ØVRIGE FORHOLD", only="vises.plan or mål.øvrige"),
        goal("øvrige"),
        band("DET ER LYKKEDES", only="mål.nået"),
        Reached((), repeat="m in mål.nået"),
    ]
    return p("", "Celleslut") + table("Plan", _GOAL, rows, "Mine mål")


def band(heading: str, only: str = "") -> Row:
    """Return the heading of a part of the goals."""
    return Band((p(heading, "Tabelmål", keep=True),), only=only)


def goal(part: str) -> Row:
    """Return the two rows of each goal: the agreement, and how it went."""
    here = "{{{{ m.rute }}}}.{0}".format
    area = "{{ m.område }}{% if m.overført_fra %} · fra møde {{ m.overført_fra }}{% endif %}"
    label = choice(here("område"), "{{ m.område }}", _AREAS, "Tabelområde")
    aim = "".join((
        when("m.tom", label, otherwise=[p(area, "Tabelområde")]),
        answer(here("mål"), "m.mål", "Tabelmål"),
        when("m.mål", lines(here("delmål"), "m.delmål")),
        end_of_cell(),
    ))  # fmt: skip
    people = "".join((
        lines(here("ansvarlige"), "m.ansvarlige", "Tabeltekst"),
        answer(here("frist"), "m.frist", "Lille", "Senest {{ m.frist | dato }}"),
        end_of_cell(),
    ))  # fmt: skip
    cells = (
        aim,
        lines(here("handlinger.mine"), "m.mine_handlinger") + end_of_cell(),
        lines(here("handlinger.andres"), "m.andres_handlinger") + end_of_cell(),
        people,
        is_reached(),
    )
    reason = answer(here("årsag"), "m.årsag") + end_of_cell()
    noted = each("s in m.status", p("{{ s }}", "Lille"))
    return RepeatingRow(
        cells, repeat=f"m in mål.{part}", height=600, route="mål", item="{{ m.rute }}",
        below_when="m.fra_runde or m.årsag or m.status",
        below=(p("Hvordan gik det, og hvorfor?", "Lille") + noted, reason),
    )  # fmt: skip


def is_reached() -> Xml:
    """Return the cell with the two boxes."""
    boxes = p("Nået: Ja {{ m.ja }} Nej {{ m.nej }}", "Tabeltekst")
    scale = when("m.skala", control("{{ m.rute }}.skala", p("{{ m.skala }}", "Lille")))
    return control("{{ m.rute }}.nået", boxes) + scale + end_of_cell()


class Reached(Row):
    """A goal that is reached, which needs no more room than a line."""

    def alone(self, widths: Sequence[int]) -> Xml:
        """Return the goal, how it went and the boxes."""
        here = "{{{{ m.rute }}}}.{0}".format
        aim = control(here("mål"), p("{{ m.mål }}", "Tabelmål")) + end_of_cell()
        reason = answer(here("årsag"), "m.årsag") + end_of_cell()
        return spanning([(2, aim), (2, reason), (1, is_reached())], widths)


def road_map() -> Xml:
    """Return who follows up and when, and what the youth says to the plan."""
    who = answer("køreplan.ansvarlig", "køreplan.ansvarlig") + end_of_cell()
    next_time = answer("køreplan.næste_gang", "køreplan.næste_gang", "Tabeltekst",
                       "{{ køreplan.næste_gang | langdato }}") + end_of_cell()  # fmt: skip
    again = p("Situationen tages op igen", "Tabelmål", keep=True)
    rows = [
        row(p("Ansvarlig for at følge op på aftalerne", "Tabelmål", keep=True), who, again,
            next_time),
    ]  # fmt: skip
    only_next = [row(again, "{{ køreplan.næste_gang | default('') | langdato }}")]
    view = p("Hvordan forholder {{ ord.person }} sig til handleplanen?", "Tabelmål")
    said = [row(view, answer("den_unges_holdning", "plan.den_unges_holdning") + end_of_cell())]
    return "".join((
        p("KØREPLAN FOR AT NÅ MÅLENE", "Heading2"),
        when("vises.plan", table("Fakta", (5500, 3200, 2800, _WIDE - 11500), rows, "Køreplan"),
             p("", "Celleslut"),
             table("Fakta", (5500, _WIDE - 5500), said, "Holdning til planen"),
             otherwise=[table("Fakta", (5500, _WIDE - 5500), only_next, "Køreplan")]),
    ))  # fmt: skip


def approval() -> Xml:
    """Return to whom the plan may go, and the signatures of those who must sign."""
    sent_to = answer("sendes_til", "plan.sendes_til", "Tabeltekst",
                     "{{ plan.sendes_til | liste }}", keep=True)  # fmt: skip
    label = p("Vi godkender planens formål. Den må sendes til", "Tabelmål", keep=True)
    return when("vises.hold", "".join((
        p("GODKENDELSE OG UNDERSKRIFTER", "Heading2"),
        table("Fakta", (6000, _WIDE - 6000), [row(label, sent_to + end_of_cell())], "Modtagere"),
        when("vises.plan", each("æ in ændret_siden", p(
            "**Ændret efter underskriften den {{ æ.dato | dato }}:** {{ æ.hvad }}", "Tabeltekst",
            keep=True))),
        p("", "Celleslut", keep=True),
        signatures(),
    )))  # fmt: skip


def signatures() -> Xml:
    """Return the signatures three and three, with room to write."""
    cells = [cell for side in ("venstre", "midt", "højre") for cell in signature(side)]
    rows = [KeptAtEnd(tuple(cells), repeat="række in underskriftsrækker", height=640, last=8)]
    return table("Plan", (2550, 2350) * 3, rows, "Navne, og plads til dato og underskrift")


def signature(side: str) -> tuple[Xml, Xml]:
    """Return the two cells of one of those who sign."""
    here = f"række.{side}"
    name, role, label = (
        f"{{% if {here} %}}{text}{{% endif %}}".replace("HER", here)
        for text in (
            "{{ HER.navn }}",
            "{{ HER.som }}",
            "{% if HER.dato %}Underskrevet{% else %}Dato{% endif %}",
        )
    )
    day = answer(
        f"{{{{ {here}.sted.rute }}}}", f"{here}.dato", text=f"{{{{ {here}.dato | dato }}}}"
    )
    day = p(label, "Lille") + when(f"{here} and {here}.sted", day) + end_of_cell()
    return p(name, "Tabelmål") + p(role, "Lille"), day


def field(heading: str, key: str) -> Xml:
    """Return a heading with a box below it, to read from and to write in."""
    return p(heading, "Heading2") + box(f"plan.{key}", key, heading)


def box(value: str, route: str, about: str) -> Xml:
    """Return a box with a text of the plan, which may go on to the next page."""
    text = answer(route, value) + end_of_cell()
    return table("Skema", (_WIDE,), [row(text, height=480, splits=True)], about)


def people() -> Xml:
    """Return the table of the youth, the parents and the youth's adult."""
    widths = (2300, 3500, 1900, 5000, 2000)
    blank = "{{{{ {0} | default('') }}}}".format
    rows = [
        head("", "Navn", "CPR-nummer", "Adresse", "Telefon"),
        row("**{{ ord.person | capitalize }}**", "{{ ung.navn }}", blank("ung.cpr"),
            blank("ung.postadresse"), blank("ung.telefon")),
        row("**{{ forælder.relation }}**", "{{ forælder.navn }}", blank("forælder.cpr"),
            blank("forælder.postadresse"), blank("forælder.telefon"),
            repeat="forælder in forældre"),
        row("**{{ ord.voksen | capitalize }}**", blank("den_unges_voksne.navn"), "", "",
            blank("den_unges_voksne.telefon")),
    ]  # fmt: skip
    custody = p("**Forældremyndighed hos:** {{ forældremyndighed | liste }}")
    return (
        table("Plan", widths, rows, "Personen og familien")
        + p("", "Lille")
        + when("forældremyndighed", custody)
    )


def measures() -> Xml:
    """Return the overview of running measures, with an empty line for another."""
    widths = (3900, 2800, 1900, 2500, 3600)
    here = "{{{{ indsats.sted.rute }}}}.{0}".format
    purpose = control(here("formål"), p("Formål: {{ indsats.formål }}", "Lille"))
    support = answer(here("støtte"), "indsats.støtte") + when("indsats.formål", purpose)
    start = answer(here("start"), "indsats.start", text="{{ indsats.start | dato }}")
    rows = [
        head("Støtte", "Jf. §", "Starter den", "Varighed", "{{ ord.tilbud }}"),
        row(support + end_of_cell(), noted(here("paragraf"), "indsats.paragraf"),
            start + end_of_cell(), noted(here("varighed"), "indsats.varighed"),
            noted(here("tilbud"), "indsats.tilbud"), repeat="indsats in indsatser"),
        new_row("indsatser", ("støtte", "paragraf", "start", "varighed", "tilbud")),
    ]  # fmt: skip
    about = "Oversigt over indsatser"
    return p("FORANSTALTNING – INDSATSOVERBLIK", "Heading2") + table("Plan", widths, rows, about)


def new_row(items: str, keys: Sequence[str]) -> Row:
    """Return an empty row for a new item of a list."""
    return row(*(room(f"{items}[].{key}") + end_of_cell() for key in keys), height=340)


def questions() -> Xml:
    """Return the questions about the passage to adult life, the examination and the parents."""
    transition = "".join((
        p("KONKRETE MÅL FOR OVERGANGEN TIL VOKSENLIVET", "Heading2"),
        when("lov.overgang", p("Jf. {{ lov.overgang }}", "Lille", keep=True)),
        box("plan.overgang_til_voksenlivet", "overgang_til_voksenlivet", "Mål for overgangen"),
    ))  # fmt: skip
    made = control("børnefaglig_undersøgelse.udarbejdet",
                   p("Svar: Ja {{ undersøgelse.ja }}     Nej {{ undersøgelse.nej }}     fordi:",
                     keep=True))  # fmt: skip
    examination = "".join((
        p("ER DER UDARBEJDET EN BØRNEFAGLIG UNDERSØGELSE?", "Heading2"),
        when("lov.undersøgelse", p("Jf. {{ lov.undersøgelse }}", "Lille", keep=True)),
        made,
        answer("børnefaglig_undersøgelse.begrundelse", "undersøgelse.begrundelse", ""),
    ))  # fmt: skip
    parents = "".join((
        p("SÆRSKILT STØTTE TIL FORÆLDRE SAMT HANDLEPLAN", "Heading2"),
        when("lov.forældrestøtte", p("Jf. {{ lov.forældrestøtte }}", "Lille", keep=True)),
        box("plan.støtte_til_forældre", "støtte_til_forældre", "Støtte til forældre"),
    ))  # fmt: skip
    after = "".join((
        p("EFTER TILBUDDET", "Heading2"),
        box("plan.efter_tilbuddet", "efter_tilbuddet", "Det, der skal ske bagefter"),
    ))  # fmt: skip
    transition += when("plan.efter_tilbuddet", after)
    return when("overgang_vises", transition) + when("mindreårig", examination, parents)


def experience() -> Xml:
    """Return the youth's answers about the meetings (Bilag 10), where there are any."""
    asked = (
        ("Relation", "relation"),
        ("Mål og emner", "mål_og_emner"),
        ("Tilgang og metode", "tilgang_og_metode"),
        ("Generelt", "generelt"),
    )
    rows = [
        row(f"**{name}**", f"{{{{ oplevelse.{key} }}}}", only=f"oplevelse.{key}")
        for name, key in asked
    ]
    return when(
        "oplevelse",
        p("SÅDAN OPLEVER JEG MØDERNE", "Heading2"),
        table("Fakta", (3200, _WIDE - 3200), rows, "Min oplevelse af møderne"),
    )


def team() -> Xml:
    """Return the overview of the team, with an empty line for another person."""
    here = "{{{{ person.sted.rute }}}}.{0}".format
    cells = (
        noted(here("navn"), "person.navn"),
        noted("{{ person.funktion_sted.rute }}", "person.funktion"),
        noted(here("arbejdssted"), "person.arbejdssted"),
        when(
            "person.viser_telefon",
            noted(here("telefon"), "person.telefon"),
            otherwise=[end_of_cell()],
        ),
    )
    widths = (3300, 4300, 5500, 1600)
    rows = [
        head("Navn", "Funktion", "Arbejdssted", "Telefon"),
        KeptAtEnd(cells, repeat="person in team", last=12),
        new_row("personer", ("navn", "rolle", "arbejdssted", "telefon")),
    ]
    return p("TEAMOVERBLIK", "Heading2") + table("Plan", widths, rows, "Teamet")


TEMPLATES = {"mål-og-aftaleskema.docx": goal_form}
