"""Write the Word templates that ship: ``python templates/make_templates.py [FOLDER]``.

The files beside this program are what it writes; a test fails when they differ. All wording is
our own; the order of the parts and the headings of the form follow the handbook, Bilag 1 to 5.
"""
# ruff: noqa: INP001 — a program beside the files that it writes, not a package

import sys
from pathlib import Path

from blocks import FORM, LETTER, Document, Row, Xml, each, facts, head, p, row, table, when

_WHEN = "{{ møde.dato | langdato }} kl. {{ møde.start | kl }}-{{ møde.slut | kl }}"
_LETTER_SIZE, _AGENDA_SIZE, _FORM_SIZE = 11, 11.5, 13


def letterhead(widths: tuple[int, int]) -> Xml:
    """Return the letterhead of the first page: who writes, and how to reach them."""
    left = p("{{ kommune.navn }}", "Brevhovednavn") + when(
        "kommune.enhed", p("{{ kommune.enhed }}", "Header")
    )
    right = "".join((
        when("kommune.postadresse", p("{{ kommune.postadresse }}", "Header", align="right")),
        when("kommune.telefon", p("Telefon {{ kommune.telefon }}", "Header", align="right")),
        when("kommune.email", p("{{ kommune.email }}", "Header", align="right")),
        when("kommune.hjemmeside", p("{{ kommune.hjemmeside }}", "Header", align="right")),
    ))  # fmt: skip
    return table("Usynlig", widths, [row(left, right)], "Brevhoved") + p("", "Header")


def document(title: str, body: Xml, size: float, paper: tuple[int, int] = LETTER) -> Document:
    """Return a document with the header and footer that all have."""
    turned = paper[0] > paper[1]
    footer = "Footerwide" if turned else "Footer"
    return Document(
        title=title,
        paper=paper,
        size=size,
        body=body,
        first_header=letterhead((8000, 6700) if turned else (4700, 4712)),
        header=p("{{ kommune.navn }}", "Header") + p("", "Header"),
        footer=p("{{ dokument.titel }}\tSide [SIDE] af [SIDER]", footer),
    )


# --- The agenda (Bilag 4 and 5) ---------------------------------------------------------------


def point(key: str, heading: str, *content: Xml) -> Row:
    """Return a point of the agenda with its clock time."""
    time = p(f"{{{{ tider.{key} | kl }}}}", "Klokken")
    return row(time, p(heading, "Dagsordenspunkt") + "".join(content))


def bullets(*texts: str) -> Xml:
    """Return a list of bullets."""
    return "".join(p(text, "Tabelpunkt") for text in texts)


def agenda(order: str, wishes: Row) -> Xml:
    """Return the agenda's body; ``order`` names the meeting, ``wishes`` is its second point."""
    summary = (
        ("Hvornår", _WHEN),
        ("Hvor", "{{ møde.lokale }}, {{ møde.adresse }}"),
        ("Mødeleder", "{{ møde.mødeleder }}"),
        ("Referent", "{{ møde.referent | default('aftales på mødet') }}"),
    )
    points = (
        head("Kl.", "Punkt"),
        point("velkomst", "Velkomst og præsentation",
              p("Vi hilser på hinanden, og alle fortæller kort, hvem de er, og hvordan de kender "
                "{{ ung.kaldenavn }}.", "Tabeltekst")),
        wishes,
        point("vurdering", "Bordet rundt: Hvordan ser vi på det?", bullets(
            "Fagpersonerne siger, hvad de tænker om {{ ung.kaldenavn_ejefald }} ønsker.",
            "Familie og netværk siger, hvad de tænker om ønskerne, og hvilken støtte der er brug "
            "for.",
            "{{ ung.kaldenavn }} svarer på det, der er blevet sagt.")),
        point("delmål", "Vi samler op: Hvilke delmål er vi fælles om?",
              p("{{ møde.mødeleder }} samler trådene, og vi bliver enige om de delmål, vi vil "
                "arbejde for.", "Tabeltekst")),
        point("handlinger", "Bordet rundt: Hvem gør hvad?", bullets(
            "Hvad kan {{ ung.kaldenavn }} selv gøre for at nå sine mål?",
            "Hvad kan familie og netværk gøre for at støtte {{ ung.kaldenavn }}?",
            "Hvad kan fagpersonerne gøre for at støtte {{ ung.kaldenavn }}?")),
        point("afslutning", "Afslutning",
              p("Vi gentager, hvem der har ansvaret for hvad, til vi ses igen. Så bliver mål- og "
                "aftaleskemaet printet, og vi skriver under.", "Tabeltekst", keep=True)),
        row(p("{{ møde.slut | kl }}", "Klokken"), p("Mødet slutter", "Dagsordenspunkt")),
    )  # fmt: skip
    return "".join((
        p("Dagsorden", "Title"),
        p(f"{{{{ ung.kaldenavn_ejefald }}}} {order} {{{{ ord.møde }}}}", "Subtitle"),
        facts("Boks", (1800, 7612), summary, "Hvornår og hvor mødet holdes"),
        p(""),
        table("Fakta", (1250, 8162), points, "Dagsordenens punkter med klokkeslæt"),
    ))  # fmt: skip


def wishes(heading: str, text: str) -> Row:
    """Return the point with the youth's wishes, in the youth's own words."""
    return point("ønsker", heading, p(text, "Tabeltekst"),
                 each("ønske in ønsker", p("»{{ ønske }}«", "DenUngesOrd")))  # fmt: skip


def first_agenda() -> Document:
    """Return the agenda of the first meeting."""
    own = wishes(
        "{{ ung.kaldenavn_ejefald }} ønsker",
        "{{ ung.kaldenavn }} fortæller om sit mål- og aftaleskema og om det, vi skal hjælpes ad "
        "med at finde ud af:",
    )
    return document("Dagsorden for første møde", agenda("første", own), _AGENDA_SIZE)


def later_agenda() -> Document:
    """Return the agenda of the meetings after the first."""
    own = wishes(
        "Siden sidst: Hvordan går det med aftalerne?",
        "Vi gennemgår mål- og aftaleskemaet fra sidste møde: Hvad er lykkedes, og hvad skal vi "
        "ændre? Derefter tager vi det op, som {{ ung.kaldenavn }} gerne vil tale om:",
    )
    body = agenda("{{ møde.ordenstal }}", own)
    return document("Dagsorden for opfølgningsmøde", body, _AGENDA_SIZE)


# --- The invitation (Bilag 1 and 2) -----------------------------------------------------------


def invitation(title: str, *reasons: Xml) -> Xml:
    """Return a letter's body: address, title, why, when and where, the four replies."""
    address = "".join((
        p("{{ modtager.kanal }}", "Lille"),
        p("{{ modtager.navn }}", "Adresse"),
        each("linje in modtager.linjer", p("{{ linje }}", "Adresse")),
    ))  # fmt: skip
    reference = "".join((
        p("{{ dokument.dato | dato }}", "Adresse", align="right"),
        p("Sagsnummer {{ sag.nummer }}", "Lille", align="right"),
    ))  # fmt: skip
    return "".join((
        table("Usynlig", (5800, 3612), [row(address, reference, height=1900)],
              "Modtager, dato og sagsnummer"),
        p(title, "Title"),
        p("om {{ ung.navn }}, CPR-nummer {{ ung.cpr }}", "Subtitle"),
        p("Kære {{ modtager.navn }}"),
        *reasons,
        facts("Boks", (1800, 7612), (
            ("Hvornår", f"**{_WHEN}**"),
            ("Hvor", "**{{ møde.lokale }}**, {{ møde.adresse }}"),
        ), "Hvornår og hvor mødet holdes"),
        replies(),
        greeting(),
    ))  # fmt: skip


def replies() -> Xml:
    """Return the four replies with check boxes, and whom to send them to."""
    return "".join((
        p("Giv os besked {% if svarfrist_kan_nås %}senest {{ svarfrist | langdato }}{% else %}"
          "så hurtigt som muligt{% endif %}", "Heading1"),
        p("Sæt kryds ved det svar, der passer:", keep=True),
        p("{{ svar.deltager }}\tJa, det er relevant for mig, og jeg kommer til mødet.",
          "Svarmulighed", keep=True),
        p("{{ svar.notat }}\tJa, det er relevant for mig, men jeg har ikke mulighed for at "
          "komme. Jeg sender et notat med det, teamet har brug for at vide.",
          "Svarmulighed", keep=True),
        p("{{ svar.anden_dag }}\tJa, det er relevant for mig, men jeg kan ikke den dag. Jeg kommer "
          "gerne, hvis mødet kan flyttes. Ellers sender jeg et notat.",
          "Svarmulighed", keep=True),
        p("{{ svar.ikke_relevant }}\tNej, det er ikke relevant for mig at være med.",
          "Svarmulighed"),
        p("Svar til {{ koordinator.navn }} på telefon {{ koordinator.telefon }}"
          "{% if koordinator.email %} eller på {{ koordinator.email }}{% endif %}. Skriv ikke "
          "personlige oplysninger i en almindelig e-mail; send dem med Digital Post.", keep=True),
    ))  # fmt: skip


def greeting() -> Xml:
    """Return the end of a letter, kept together on one page."""
    return "".join((
        p("Venlig hilsen", "Hilsen"),
        p("**{{ koordinator.navn }}**", "Underskrift"),
        p("{{ koordinator.titel | capitalize }}, {{ koordinator.afdeling }}", "Adresse"),
    ))  # fmt: skip


def consent() -> Xml:
    """Return the sentence that tells why the reader may be told, when the consent is the reason."""
    text = (
        "Der er givet samtykke til, at vi deler de oplysninger med dig, som er nødvendige for "
        "samarbejdet."
    )
    return when("modtager.samtykke", p(text))


def first_invitation() -> Document:
    """Return the invitation to the first meeting."""
    body = invitation(
        "Invitation til {{ ord.møde }}",
        p("I {{ kommune.navn }} vil vi hjælpe flere unge med at gennemføre skolen og komme i gang "
          "med uddannelse eller job. Når flere voksne hjælper den samme unge, har de brug for én "
          "fælles plan, som den unge selv har været med til at lave. Planen hedder et mål- og "
          "aftaleskema."),
        p("{{ koordinator.navn }} er {{ ord.koordinator }} for {{ ung.kaldenavn }}. Sammen har de "
          "valgt, hvem der skal være i teamet, og du er en af dem, de gerne vil have med. Teamet "
          "mødes {{ rytme.møder_med_ord }} gange på {{ rytme.måneder_med_ord }} måneder og hjælper "
          "{{ ung.kaldenavn }} med en plan, der peger mod uddannelse og arbejde."),
        consent(),
        p("Dagsordenen er vedlagt. Vi udfylder mål- og aftaleskemaet på mødet, og du får det med "
          "hjem. Vi ses:", keep=True),
    )  # fmt: skip
    return document("Indkaldelse til første møde", body, _LETTER_SIZE)


def later_invitation() -> Document:
    """Return the invitation to the meetings after the first."""
    body = invitation(
        "Vi mødes igen",
        p("Det er snart tid til {{ ung.kaldenavn_ejefald }} {{ møde.ordenstal }} {{ ord.møde }}, "
          "og du er inviteret, fordi du er en del af teamet."),
        p("{% if møde.sidste_dato %}Vi mødtes sidst den {{ møde.sidste_dato | dato }}. {% endif %}"
          "Denne gang ser vi på, hvordan det går med aftalerne, og hvad der skal ske nu. Tag gerne "
          "dit eksemplar af mål- og aftaleskemaet med."),
        consent(),
        p("Dagsordenen er vedlagt. Vi udfylder skemaet på mødet som sidst, og du får det med hjem. "
          "Vi ses:", keep=True),
    )  # fmt: skip
    return document("Indkaldelse til opfølgningsmøde", body, _LETTER_SIZE)


# --- The goal form (Bilag 3) ------------------------------------------------------------------

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
    return document("Mål- og aftaleskema", body, _FORM_SIZE, FORM)


TEMPLATES = {
    "dagsorden-første.docx": first_agenda,
    "dagsorden-opfølgning.docx": later_agenda,
    "indkaldelse-første.docx": first_invitation,
    "indkaldelse-opfølgning.docx": later_invitation,
    "mål-og-aftaleskema.docx": goal_form,
}


def main(folder: Path) -> None:
    """Write every template into a folder."""
    for name, make in TEMPLATES.items():
        (folder / name).write_bytes(make().file())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
