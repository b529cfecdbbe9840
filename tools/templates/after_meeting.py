"""What is filled in when the person has left: the meeting checklist and Bilag 7."""

from dataclasses import replace

import look
from blocks import FORM, Band, Document, Row, Xml, each, head, p, row, table, when
from controls import answer, asked, control, end_of_cell, lines, noted, room
from paper import document

_SIZE = 11
_LANDSCAPE = 14700


def bullets(*texts: str) -> Xml:
    """Return a list of bullets in running text."""
    return "".join(p(text, "ListBullet") for text in texts)


# --- The meeting checklist --------------------------------------------------------------------


def questions() -> Xml:
    """Return the questions part by part, each with yes and no."""
    parts = (
        ("{{ ord.person | capitalize }}", "den_unge"), ("Mødet", "mødet"), ("Planen", "planen"),
        ("Netværket", "netværket"),
    )  # fmt: skip
    about = "Hvordan gik mødet?"
    rows = [head("Spørgsmål", "Ja", "Nej"), *(row for part in parts for row in questions_of(*part))]
    return p(about, "Heading2") + table("Liste", (7812, 800, 800), rows, about)


def questions_of(heading: str, part: str) -> tuple[Row, Row]:
    """Return the heading of a part, and its questions."""
    question = asked("{{ s.rute }}", p("{{ s.tekst }}", "Tabeltekst"))
    boxes = (p(f"{{{{ s.{key} }}}}", "Tabeltekst") for key in ("ja", "nej"))
    return (
        Band((p(heading, "Tabelmål", keep=True),)),
        row(question, *boxes, repeat=f"s in spørgsmål.{part}"),
    )


def participants() -> Xml:
    """Return who was asked, who came and who took an active part."""
    rows = [
        head("Navn", "Hvem er det?", "Var med", "Bidrog"),
        row(asked("{{ d.rute }}", p("{{ d.navn }}", "Tabeltekst")), "{{ d.funktion }}",
            "Ja {{ d.deltog.ja }}  Nej {{ d.deltog.nej }}",
            "Ja {{ d.bidrog.ja }}  Nej {{ d.bidrog.nej }}", repeat="d in deltagere"),
        row(room("møde.deltagere[].person") + end_of_cell(),
            room("plads_til_hvem") + end_of_cell(), "", "", height=520),
    ]  # fmt: skip
    about = "Hvem var med, og hvem tog aktivt del?"
    return p(about, "Heading2") + table("Liste", (2900, 3312, 1600, 1600), rows, about)


def situation() -> Xml:
    """Return what the person does and where the person is placed, to be ticked."""

    def ways(name: str, part: str = "status") -> Xml:
        choices = each(f"m in {name}", p("{{ m.tekst }}\t{{ m.kryds }}", "Valglinje"))
        return p("Sæt ét kryds:", "Lille") + control(f"møde.{part}.{name}", choices) + end_of_cell()

    rows = [head("Uddannelse", "Beskæftigelse"),
            row(ways("uddannelse"), ways("beskæftigelse"))]  # fmt: skip
    both = [head("Forsørgelse", "Anbringelse"),
            row(ways("forsørgelse"), ways("anbringelse", "tjekliste"))]  # fmt: skip
    one = [head("Forsørgelse"), row(ways("forsørgelse"))]
    about = "Hvordan er situationen nu?"
    widths = (4706, 4706)
    return "".join((
        p(about, "Heading2"), table("Liste", widths, rows, about), p("", "Celleslut"),
        when("anbringelse", table("Liste", widths, both, "Forsørgelse og anbringelse"),
             otherwise=[table("Liste", (9412,), one, "Forsørgelse")]),
    ))  # fmt: skip


def evaluation() -> Xml:
    """Return what was said of the meeting at its end, with room to write it."""
    place = "møde.evaluering.{0}".format
    rows = [
        row(p("{{ ung.kaldenavn }} siger", "Rækkehoved"),
            noted(place("den_unge"), "evaluering.den_unge")),
        row(p("De andre siger", "Rækkehoved"),
            lines(place("de_andre"), "evaluering.de_andre") + end_of_cell()),
        row(p("Det gør vi anderledes næste gang", "Rækkehoved"),
            lines(place("næste_gang"), "evaluering.næste_gang") + end_of_cell()),
    ]  # fmt: skip
    about = "Det siger I selv om mødet"
    return p(about, "Heading2") + table("Liste", (2900, 6512), rows, about)


def meeting_checklist() -> Document:
    """Return the meeting checklist."""
    body = "".join((
        p("Mødetjekliste", "Title"),
        p("Sag {{ sag.nummer }}, møde {{ møde.nummer }}"
          "{% if møde.dato %} den {{ møde.dato | dato }}{% endif %}", "Subtitle"),
        p("Udfyld listen lige efter mødet, og svar, som det var. Ledergruppen ser kun på tallene "
          "for alle møder, ikke på den enkelte sag."),
        p("Sæt krydserne i Word, så kan listen læses ind i sagen. På papir: skriv svarene ind i "
          "sagen bagefter.", "Lille"),
        questions(),
        participants(),
        evaluation(),
        situation(),
    ))  # fmt: skip
    own = look.dense_rows("Liste") + look.choice_line("Valglinje", "Valg i skema", 4490)
    return replace(document("Mødetjekliste", body, 10), styles=own, edges=(1020, 907))


# --- The enkeltsagsøkonomiark (Bilag 7) ---------------------------------------------------------


def amount(text: str) -> Xml:
    """Return an amount that stands under the others of its column."""
    return p(text, "Tabeltekst", align="right")


def grants() -> Xml:
    """Return the table of grants with their sum; empty lines when there is none yet."""
    widths = (3700, 2200, 1500, 1900, 2200, 1500, 1700)
    names = head("Bevilling", "Hvem betaler?", "Beløb, kr.", "Ville have kostet, kr.",
                 "Hvem skulle have betalt?", "Forskel, kr.", "Sendt den")  # fmt: skip
    place = "{{{{ b.sted.{0}.rute }}}}".format
    rows = [
        names,
        row("{{ b.bevilling }}{% if b.møde %} (mødet den {{ b.møde | dato }}){% endif %}",
            "{{ b.betaler }}", amount("{{ b.beløb }}"), amount("{{ b.ville_have_kostet }}"),
            "{{ b.hos }}", amount("{{ b.forskel }}"), "{{ b.sendt | dato | default('') }}",
            repeat="b in bevillinger if not b.sted"),
        row(noted(place("bevilling"), "b.bevilling"), noted(place("betaler"), "b.betaler"),
            written_amount(place("beløb"), "b.beløb"),
            written_amount(place("ville_have_kostet"), "b.ville_have_kostet"),
            noted(place("hos"), "b.hos"), amount("{{ b.forskel }}"),
            answer(place("sendt"), "b.sendt", text="{{ b.sendt | dato }}") + end_of_cell(),
            repeat="b in bevillinger if b.sted"),
        blank(),
        row("**I alt**", "", amount("**{{ i_alt.beløb }}**"),
            amount("**{{ i_alt.ville_have_kostet }}**"), "", amount("**{{ i_alt.forskel }}**"), ""),
    ]  # fmt: skip
    about = "Bevillinger, som blev andre, fordi sagen blev set samlet"
    return when(
        "bevillinger",
        table("Skema", widths, rows, about),
        otherwise=[table("Skema", widths, [names, blank()], about)],
    )


def blank() -> Row:
    """Return the lines to write grants on."""
    cells = [
        room(f"{{{{ n.sted.{key}.rute }}}}") + end_of_cell() if key else ""
        for key in ("bevilling", "betaler", "beløb", "ville_have_kostet", "hos", "", "sendt")
    ]
    return row(*cells, repeat="n in nye", height=500)


def written_amount(route: str, value: str) -> Xml:
    """Return a cell with the control of an amount."""
    return control(route, amount(f"{{{{ {value} }}}}")) + end_of_cell()


def costs() -> Document:
    """Return the sheet on grants that became others than they would have been."""
    signing = [head("Udfyldt af", "Afdeling", "Dato"), row("", "", "", height=520)]
    body = "".join((
        p("Enkeltsagsøkonomiark", "Title"),
        p("Sag {{ sag.nummer }}{% if møde.dato %}, mødet den {{ møde.dato | dato }}{% endif %}",
          "Subtitle"),
        p("Brug arket, når sagen er set samlet, og en bevilling derfor er blevet en anden. Det "
          "udfyldes ved mødets slutning, når {{ ord.person }} er gået. Skriv hverken navn eller "
          "CPR-nummer; sagsnummeret er nok."),
        grants(),
        p("", "Lille"),
        table("Skema", (6500, 5200, 3000), signing, "Hvem der har udfyldt arket"),
        p("Sådan gør du", "Heading2"),
        bullets(
            "Du, som betaler, udfylder arket og har ansvaret for, at oplysningerne passer.",
            "Spørg den afdeling, der ellers skulle have betalt, hvad det ville have kostet. Den "
            "står inde for sit skøn.",
            "Send arket samme dag til Økonomi og Personale og til den anden afdeling, men ikke til "
            "andre, og gem det i sagen. Skriv også dér, hvornår det blev sendt.",
        ),
    ))  # fmt: skip
    return document("Enkeltsagsøkonomiark", body, _SIZE, FORM, whose=", sag {{ sag.nummer }}")


TEMPLATES = {"mødetjekliste.docx": meeting_checklist, "enkeltsagsøkonomiark.docx": costs}
