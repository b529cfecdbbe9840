"""The two sheets for inspiration: the three houses, and vitalisation. All wording is our own."""

from blocks import FORM, Document, Xml, p, row, table
from controls import end_of_cell, lines
from drawings import shape
from paper import document

_SIZE = 12
_NARROW, _GAP, _HIGH, _FIELD = 4700, 300, 3900, 3550
_WHEN = "{{ ung.kaldenavn }} den {{ dokument.dato | dato }}"


def roof(name: str) -> Xml:
    """Return the roof of a house."""
    return shape(f"Tag: {name}", f"Taget på huset {name}", "triangle", (82, 17))


def room(name: str, about: str, key: str) -> Xml:
    """Return the inside of a house: its name, questions, what was said, room to write."""
    return "".join((
        p(name, "Heading2", align="center"),
        p(about, "Lille", align="center"),
        lines(f"formøde.tre_huse.{key}", f"huse.{key}"),
        p("", "Tabeltekst"),
    ))  # fmt: skip


def three_houses() -> Document:
    """Return the sheet of the three houses, on one page."""
    rooms = (
        ("Det, der bekymrer", "Hvad er svært? Hvad gør dig ked af det, bange eller vred?",
         "bekymringer"),
        ("Det, der virker", "Hvad er du glad for? Hvem og hvad hjælper på en dårlig dag?",
         "det_der_virker"),
        ("Det, jeg håber på", "Hvordan ser en god dag ud om et år? Hvad skal der ske først?",
         "håb"),
    )  # fmt: skip
    wishes = row(p("Det vil jeg have talt om på mødet", "Rækkehoved"),
                 lines("formøde.ønsker", "ønsker") + end_of_cell(), height=700)  # fmt: skip
    body = "".join((
        p("De 3 huse", "Title"),
        p(_WHEN, "Subtitle"),
        houses([roof(name) for name, _, _ in rooms], [room(*each_room) for each_room in rooms]),
        p("", "Lille"),
        table("Fakta", (4200, 10500), [wishes], "Det, jeg vil have talt om"),
        p("Begynd med det hus, du helst vil. Tal om, hvad I kan hente i huset i midten, når "
          "bekymringerne fylder, og vælg ét håb, som I vil arbejde med nu.", "Lille"),
    ))  # fmt: skip
    return document("De 3 huse", body, _SIZE, FORM)


def houses(roofs: list[Xml], rooms: list[Xml]) -> Xml:
    """Return roofs above rooms; the rooms have walls, what lies between them has none."""
    widths = (_NARROW, _GAP, _NARROW, _GAP, _NARROW)
    lines = "".join(
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{_cells(widths, contents, walls)}</w:tr>"
        for contents, walls, height in (
            (roofs, "", ""),
            (rooms, _WALLS, f'<w:trHeight w:val="{_HIGH}" w:hRule="atLeast"/>'),
        )
    )
    empty = table("Usynlig", widths, [], "Tre huse at skrive i")
    return empty.replace("</w:tbl>", f"{lines}</w:tbl>")


def _cells(widths: tuple[int, ...], contents: list[Xml], walls: Xml) -> Xml:
    inside = [contents[0], "", contents[1], "", contents[2]]
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{walls if content else ""}</w:tcPr>'
        f"{content or p('', 'Tabeltekst')}</w:tc>"
        for width, content in zip(widths, inside, strict=True)
    )


_WALL = 'w:val="single" w:sz="8" w:color="1F4E5F" w:themeColor="accent1"'
_WALLS = (
    "<w:tcBorders>"
    + "".join(f"<w:{side} {_WALL}/>" for side in ("top", "left", "bottom", "right"))
    + '</w:tcBorders><w:tcMar><w:left w:w="142" w:type="dxa"/>'
    '<w:right w:w="142" w:type="dxa"/></w:tcMar>'
)


def field(heading: str, *questions: str) -> Xml:
    """Return one of the four fields: a heading, questions, and room to write below."""
    asked = "".join(p(question, "Lille") for question in questions)
    return p(heading, "Heading2") + asked + p("", "Tabeltekst")


def vitalisation() -> Document:
    """Return the vitalisation sheet: four fields around the same person, on one page."""
    rows = [
        row(
            field("Det giver mig kræfter",
                  "Hvornår glemmer du tiden, fordi det er godt?",
                  "Hvem bliver du glad af at være sammen med?",
                  "Hvad er du god til, som andre lægger mærke til?"),
            field("Det tager mine kræfter",
                  "Hvad fylder i hovedet, når du ikke kan sove?",
                  "Hvad siger du ja til, selv om du helst ville sige nej?",
                  "Hvad ville det være rart at slippe for?"),
            height=_FIELD,
        ),
        row(
            field("Det længes jeg efter",
                  "Hvad vil du gerne have mere af i dit liv?",
                  "Hvad drømte du om, da du var mindre?",
                  "Hvordan ville du kunne mærke, at det gik godt?"),
            field("Det kan jeg prøve nu",
                  "Hvad er det mindste skridt, du kan tage i denne uge?",
                  "Hvem kan gå med dig?",
                  "Hvornår taler vi om, hvordan det gik?"),
            height=_FIELD,
        ),
    ]  # fmt: skip
    body = "".join((
        p("Vitaliseringsmodel", "Title"),
        p(_WHEN, "Subtitle"),
        table("Skema", (7350, 7350), rows, "Fire felter at skrive i"),
    ))  # fmt: skip
    return document("Vitaliseringsmodel", body, _SIZE, FORM)


TEMPLATES = {"de-3-huse.docx": three_houses, "vitalisering.docx": vitalisation}
