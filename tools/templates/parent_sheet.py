"""The sheet for parents: what the meetings are, and what they decide."""

from blocks import Document, p, when
from paper import document

_SIZE = 12


def bullets(*texts: str) -> str:
    """Return a list of bullets."""
    return "".join(p(text, "ListBullet") for text in texts)


def parent_sheet() -> Document:
    """Return the sheet."""
    contact = (
        "{{ koordinator.navn }}{% if koordinator.telefon %}, telefon {{ koordinator.telefon }}"
        "{% endif %}{% if koordinator.email %}, {{ koordinator.email }}{% endif %}."
    )
    body = "".join((
        p("Til jer, der er forældre", "Title"),
        p("Om møderne med {{ ung.kaldenavn }}", "Subtitle"),
        p("Kære {{ modtager_navn }}"),
        p("{{ ung.kaldenavn }} er tilbudt hjælp, hvor alle, der er med, arbejder efter én plan. "
          "Planen er {{ ung.kaldenavn_ejefald }} egen. Her kan I læse, hvad det betyder for jer."),
        p("Sådan foregår det", "Heading2"),
        bullets(
            "Før hvert møde taler {{ ord.koordinator }} med {{ ung.kaldenavn }} om, hvad mødet "
            "skal handle om, og hvem der skal med.",
            "På mødet aftaler vi, hvem der gør hvad. Det bliver skrevet, mens alle ser det.",
            "Vi mødes {{ rytme.hvor_tit }}, eller når der er brug for det.",
        ),
        p("Det bestemmer I, og det bestemmer {{ ung.kaldenavn }}", "Heading2"),
        bullets(
            "Samtykket skrives under af både {{ ung.kaldenavn }} og alle, der har "
            "forældremyndigheden. I kan altid trække det tilbage.",
            "Kun dem, der er nævnt i samtykket, får noget at vide. Kommer der flere til, skal I "
            "skrive under igen.",
            "{{ ung.kaldenavn }} vælger selv en voksen til at støtte sig. Det kan være en anden "
            "end jer.",
            "Når {{ ung.kaldenavn }} bliver {{ myndig_år }} år, bestemmer {{ ung.kaldenavn }} "
            "alene.",
        ),
        p("Det kan I gøre", "Heading2"),
        bullets(
            "Tænk over, hvad der går godt, og hvad {{ ung.kaldenavn }} har brug for nu.",
            "Sig til, hvis tidspunktet er svært, eller hvis I har brug for tolk.",
            "Spørg, når der er noget, I ikke forstår.",
        ),
        when("koordinator", p("Spørgsmål", "Heading2"), p("Ring eller skriv til " + contact)),
    ))  # fmt: skip
    return document("Til jer, der er forældre", body, _SIZE)


TEMPLATES = {"forældreark.docx": parent_sheet}
