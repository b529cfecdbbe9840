"""The screening: the target group, the checklist and how complex the case is (Bilag 9)."""

from collections.abc import Sequence

from blocks import Document, KeptAtEnd, Xml, facts, head, p, row, table, when
from controls import answer, asked, control, end_of_cell, lines, noted
from paper import document

_SIZE = 10
_WIDE = 9412
_STABLE = (
    "Én sygdom, eller få, som der er styr på",
    "Det er stabilt",
    "Klarer selv det praktiske i hverdagen",
    "Kommer omkring ved egen hjælp",
)
_UNSTABLE = (
    "En sygdom, der svinger meget",
    "Flere sygdomme, som gør hinanden værre",
    "Tilstanden sætter grænser for, hvad der kan lade sig gøre i hverdagen",
    "Stor risiko for, at der følger mere efter",
)
_STRONG = (
    "Kommer selv i gang og kan prioritere",
    "Kender sig selv og ser sin egen del af det",
    "Kan tænke over tingene og træffe valg, der holder",
    "Ved, hvad der er muligt, og tror på, at det kan lykkes",
    "Har folk omkring sig, som støtter",
    "Har styr på økonomi og bolig",
    "Kan overskue og acceptere sin situation",
)
_PRESSED = (
    "Har svært ved at komme i gang og prioritere",
    "Ser ikke sin egen del af det",
    "Har svært ved at tænke over tingene og vælge",
    "Er i tvivl, nervøs, bekymret eller bange",
    "Tror ikke, at det kan lykkes, og ved ikke, hvad der skal til",
    "Mangler støtte fra dem omkring sig",
    "Er presset af økonomi eller bolig",
    "Kan ikke overskue eller acceptere sin situation",
)


def who() -> Xml:
    """Return the box that tells whom it is about and who referred."""
    pairs = (
        ("Hvem", "{{ ung.navn }}, {{ alder }} år"),
        ("Henvist af", noted("visitation.henvist_af", "visitation.henvist_af")),
        ("Henvist den", day("henvist_dato")),
        (
            "Sag i",
            lines("visitation.afdelinger", "visitation.afdelinger", "Tabeltekst") + end_of_cell(),
        ),
    )
    return facts("Boks", (1800, 7612), pairs, "Hvem det handler om")


def day(key: str) -> Xml:
    """Return a cell with the control of a day."""
    value = f"visitation.{key}"
    return answer(value, value, text=f"{{{{ {value} | dato }}}}") + end_of_cell()


def target_group() -> Xml:
    """Return the age, the departments and the reasons for not being offered the model."""
    rows = [
        head("Modellen er ikke til den, der …", "Kryds"),
        row(
            asked("{{ u.rute }}", p("{{ u.tekst }}", "Tabeltekst")),
            "{{ u.kryds }}",
            repeat="u in udelukket",
        ),
    ]
    return "".join((
        p("Er det målgruppen?", "Heading2"),
        p("Målgruppen er {{ målgruppe }}, og {{ ung.kaldenavn }} er {{ alder }} år"
          "{% if not i_målgruppen %}, altså uden for målgruppen{% endif %}."
          "{% if afdelinger_mindst > 1 %} Der skal være en sag i mindst {{ afdelinger_mindst }} "
          "afdelinger.{% endif %}"),
        when("udelukket", table("Fakta", (8662, 750), rows, "Hvem modellen ikke er til")),
    ))  # fmt: skip


def checklist() -> Xml:
    """Return the statements with the case's ticks and comments."""
    rows = [
        head("Udsagn", "Kryds", "Kommentar"),
        KeptAtEnd(
            row(asked("{{ u.rute }}", p("{{ u.tekst }}", "Tabeltekst")), "{{ u.kryds }}",
                noted("{{ u.linje.rute }}", "u.kommentar")).cells,
            repeat="u in udsagn",
        ),
    ]  # fmt: skip
    return "".join((
        p("Tjekliste", "Heading2"),
        p("Sæt kryds ved det, der passer. Det er en hjælp til at vurdere, ikke en facitliste. "
          "{% if udsagn_mindst %}{{ udsagn_mindst }} kryds eller flere taler for et tilbud. "
          "{% endif %}Her er {{ antal }} kryds.",
          keep=True),
        table("Fakta", (5262, 750, 3400), rows, "Tjeklistens udsagn"),
    ))  # fmt: skip


def level(heading: str, field: str, low: Sequence[str], high: Sequence[str]) -> Xml:
    """Return one side of the stratification: what speaks for low, and what for high."""

    def signs(texts: Sequence[str]) -> Xml:
        return "".join(p(text, "Tabelpunkt") for text in texts)

    rows = [head("Lav", "Høj"), row(signs(low), signs(high))]
    chosen = p(f"Kompleksiteten er: Lav {{{{ {field}.lav }}}}     Høj {{{{ {field}.høj }}}}",
               keep=True)  # fmt: skip
    return "".join((
        p(heading, "Heading3"),
        control(f"visitation.{field}", chosen),
        table("Skema", (4706, 4706), rows, heading),
    ))  # fmt: skip


def decision() -> Xml:
    """Return the decision with its reason, day and names."""
    pairs = (
        ("Beslutning", control("visitation.beslutning", p(
            "Modellen tilbydes {{ beslutning.tilbydes }}     "
            "Modellen tilbydes ikke {{ beslutning.afvises }}", "Tabeltekst")) + end_of_cell()),
        ("Fordi", noted("visitation.begrundelse", "visitation.begrundelse")),
        ("Den", day("besluttet_dato")),
        ("Af", lines("visitation.besluttet_af", "visitation.besluttet_af", "Tabeltekst")
         + end_of_cell()),
        ("{{ ord.persons | capitalize }} ja", day("den_unges_ja")),
    )  # fmt: skip
    rows = [row(f"**{name}**", value, height=400) for name, value in pairs]
    return p("Hvad beslutter I?", "Heading2") + table("Fakta", (1800, 7612), rows, "Beslutningen")


def screening() -> Document:
    """Return the screening."""
    body = "".join((
        p("Screening", "Title"),
        p("Skal {{ ung.kaldenavn }} have tilbuddet?", "Subtitle"),
        who(),
        target_group(),
        checklist(),
        p("Hvor kompleks er sagen?", "Heading2"),
        p("Sæt ét kryds ved hvert emne. Punkterne er eksempler, og de behøver ikke passe alle "
          "sammen.", keep=True),
        level("Helbred og funktionsevne", "helbred", _STABLE, _UNSTABLE),
        level("Person og omgivelser", "omgivelser", _STRONG, _PRESSED),
        decision(),
    ))  # fmt: skip
    return document("Screening", body, _SIZE)


TEMPLATES = {"screening.docx": screening}
