"""The four questions to the youth about the meetings (Bilag 10)."""

from blocks import Document, Xml, p, row, table
from controls import answer, end_of_cell
from paper import document

_SIZE = 12
_WIDE = 9412
_QUESTIONS = (
    ("relation", "1. Blev du hørt?", "Lyttede vi til dig, forstod vi dig, og var tonen god?"),
    ("mål_og_emner", "2. Talte vi om det rigtige?",
     "Handlede mødet og målene om det, du selv gerne ville?"),
    ("tilgang_og_metode", "3. Arbejdede vi godt sammen?",
     "Så vi på det hele, eller var der noget, vi sprang over?"),
    ("generelt", "4. Hjalp mødet dig?", "Gav det mening for dig, og er der sket noget siden?"),
)  # fmt: skip


def question(key: str, heading: str, more: str) -> Xml:
    """Return a question with a box for the answer."""
    said = answer(f"formøde.oplevelse.{key}", f"oplevelse.{key}", "Tabeltekst") + end_of_cell()
    box = table("Skema", (_WIDE,), [row(said, height=1400)], heading)
    return p(heading, "Heading2") + p(more, keep=True) + box


def experience() -> Document:
    """Return the paper with the four questions."""
    body = "".join((
        p("Hvad synes du om møderne?", "Title"),
        p("Spørgsmål til {{ ung.kaldenavn }}"
          "{% if møde.sidste_dato %} om mødet den {{ møde.sidste_dato | dato }}{% endif %}",
          "Subtitle"),
        p("Dine svar hjælper os med at gøre møderne bedre. Der er ingen forkerte svar, og du må "
          "gerne springe et spørgsmål over."),
        *(question(*each) for each in _QUESTIONS),
        p(""),
        p("Spurgt af ………………………………………………………………   Dato ………………………………"),
    ))  # fmt: skip
    return document("Hvad synes du om møderne?", body, _SIZE)


TEMPLATES = {"oplevelse.docx": experience}
