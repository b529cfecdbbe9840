"""The letters about the end of a case: a refusal, and the end of the meetings."""

from blocks import Document, Xml, each, facts, p, when
from letters import address_block
from paper import document

_SIZE, _LETTERHEAD = 11, 1000
_TO_YOUTH = "modtager.er_den_unge"
_MEETINGS = "{{ ord.møde }}r"


def to_either(youth: str, others: str) -> str:
    """Return a sentence for the youth, and the one for whoever has custody."""
    return f"{{% if {_TO_YOUTH} %}}{youth}{{% else %}}{others}{{% endif %}}"


def reason() -> Xml:
    """Return the reason in the words of the case, where there is one."""
    return when("slut.grund",
                p("Sådan står grunden i sagen:", keep=True),
                p("»{{ slut.grund }}«", "EgneOrd"))  # fmt: skip


def whom_to_ask() -> Xml:
    """Return the box that says who answers, and how to reach them."""
    known = facts("Boks", (1800, 7612), (
        ("Hvem", "**{{ afsender.navn }}**, {{ afsender.titel | lower }}"),
        ("Telefon", "{{ afsender.telefon | default('Se øverst i brevet') }}"),
        ("E-mail", "{{ afsender.email | default('Ring i stedet') }}"),
    ), "Hvem der svarer på spørgsmål")  # fmt: skip
    return "".join((
        p("Hvem kan du spørge?", "Heading2"),
        when("afsender", known,
             otherwise=[p("Ring eller skriv til {{ kommune.navn }}; se øverst i brevet.")]),
    ))  # fmt: skip


def signed() -> Xml:
    """Return the end of the letter, kept together on one page."""
    department = "{% if afsender.afdeling %}, {{ afsender.afdeling }}{% endif %}"
    return "".join((
        p("Venlig hilsen", "Hilsen"),
        when("afsender", p("**{{ afsender.navn }}**", "Underskrift")
             + p(f"{{{{ afsender.titel }}}}{department}", "Adresse"),
             otherwise=[p("**{{ kommune.navn }}**", "Adresse")]),
    ))  # fmt: skip


def own(*keys: str) -> Xml:
    """Return sentences that the municipality writes, a bullet each."""
    return "".join(p(f"{{{{ sidste_breve.{key} }}}}.", "ListBullet") for key in keys)


def refusal() -> Document:
    """Return the letter that says that the meetings are not offered, and why."""
    asked = "{% if henvist %}Vi fik en henvisning den {{ henvist | dato }}. {% endif %}"
    body = "".join((
        address_block(),
        p(to_either(f"Du bliver ikke tilbudt {_MEETINGS}",
                    f"{{{{ ung.kaldenavn }}}} bliver ikke tilbudt {_MEETINGS}"), "Title"),
        p("Kære {{ modtager.kaldes }}"),
        p(f"{asked}Den {{{{ slut.dato | dato }}}} blev det besluttet, at "
          + to_either("du", "{{ ung.kaldenavn }}")
          + f" ikke bliver tilbudt {_MEETINGS}. Det er møder, hvor de samme mennesker samles flere "
          "gange om én fælles plan."),
        reason(),
        p("Hvad sker der nu?", "Heading2"),
        own("efter_afslag", "igen"),
        whom_to_ask(),
        p("Hvis du er uenig", "Heading2"),
        own("uenig", "indsigt"),
        signed(),
    ))  # fmt: skip
    return document("Svar på henvisningen", body, _SIZE, head=_LETTERHEAD)


def goal() -> Xml:
    """Return a goal that was reached, and what the plan says of it."""
    return p("»{{ m.mål }}«{% if m.årsag %}: {{ m.årsag }}{% endif %}", "ListBullet")


def reached() -> Xml:
    """Return what was reached, in the words of the plan."""
    words = to_either("Sådan skrev du det i din plan:",
                      "Sådan står det i {{ ung.kaldenavn_ejefald }} plan:")  # fmt: skip
    return when("nået", p("Det er lykkedes", "Heading2"), p(words, keep=True),
                each("m in nået", goal()))  # fmt: skip


def goes_on() -> Xml:
    """Return what is left of the plan, and the support that the case has."""
    return "".join((
        p("Hvad sker der nu?", "Heading2"),
        own("efter_afslutning", "igen"),
        when("indsatser", p("Den støtte står som i gang i sagen:", keep=True),
             each("i in indsatser", p("{{ i.støtte }}{% if i.varighed %}, {{ i.varighed }}"
                                      "{% endif %}", "ListBullet"))),
        when("ikke_nået", p("De mål i planen er ikke nået endnu:", keep=True),
             each("m in ikke_nået", p("»{{ m.mål }}«", "ListBullet"))),
    ))  # fmt: skip


def ending() -> Document:
    """Return the letter that says that the meetings have come to an end."""
    body = "".join((
        address_block(),
        p(to_either(f"Dine {_MEETINGS} slutter",
                    f"{{{{ ung.kaldenavn_ejefald }}}} {_MEETINGS} slutter"), "Title"),
        p("Kære {{ modtager.kaldes }}"),
        p(f"Den {{{{ slut.dato | dato }}}} blev {_MEETINGS}ne "
          + to_either("om din plan", "om {{ ung.kaldenavn_ejefald }} plan")
          + " afsluttet. Der bliver ikke inviteret til flere."),
        reason(),
        reached(),
        goes_on(),
        whom_to_ask(),
        p("Samtykket og oplysningerne", "Heading2"),
        when("har_samtykke", own("samtykke")),
        p("Oplysningerne bliver gemt: {{ bliver_gemt }}.", "ListBullet"),
        own("indsigt", "uenig"),
        signed(),
    ))  # fmt: skip
    return document("Afslutning", body, _SIZE, head=_LETTERHEAD)


TEMPLATES = {"afslag.docx": refusal, "afslutning.docx": ending}
