"""The letter about a new coordinator, to the youth or to those who have custody."""

from blocks import Document, Xml, facts, p, when
from letters import address_block, greeting
from paper import document

_SIZE = 11
_TO_YOUTH = "modtager.er_den_unge"


def reached() -> Xml:
    """Return the box that tells who the new coordinator is and how to reach them."""
    title = "{{ koordinator.titel | lower }}, {{ koordinator.afdeling }}"
    email = "{% if koordinator.email %}{{ koordinator.email }}{% else %}Ring i stedet{% endif %}"
    pairs = (
        ("Hvem", f"**{{{{ koordinator.navn }}}}**, {title}"),
        ("Telefon", "{{ koordinator.telefon }}"),
        ("E-mail", email),
    )
    return facts("Boks", (1800, 7612), pairs, "Den nye koordinator")


def to_youth() -> Xml:
    """Return the letter to the youth."""
    return "".join((
        p("Du har fået en ny {{ ord.koordinator }}", "Title"),
        p("Kære {{ modtager.kaldes }}"),
        p("Jeg hedder {{ koordinator.navn }}, og jeg er nu {{ ord.koordinator }} for dig."
          "{% if tidligere and siden %} Jeg overtog din sag efter {{ tidligere }} den "
          "{{ siden | dato }}.{% endif %} Det er mig, du skal kontakte fra nu af:", keep=True),
        reached(),
        when("har_mål", p(
            "Det, der står i dit mål- og aftaleskema, gælder stadig. Vi ændrer det kun sammen.")),
        when("næste_møde", p(
            "Dit {{ ord.møde }} den {{ næste_møde | dato }} er stadig aftalt.")),
        p("Ring eller skriv gerne, hvis du har spørgsmål, eller hvis du vil tale med mig, før vi "
          "ses."),
    ))  # fmt: skip


def to_parents() -> Xml:
    """Return the letter to somebody who has custody."""
    return "".join((
        p("{{ ung.kaldenavn }} har fået en ny {{ ord.koordinator }}", "Title"),
        p("Kære {{ modtager.kaldes }}"),
        p("Jeg hedder {{ koordinator.navn }}, og jeg er nu {{ ord.koordinator }} for "
          "{{ ung.kaldenavn }}.{% if tidligere and siden %} Jeg overtog sagen efter "
          "{{ tidligere }} den {{ siden | dato }}.{% endif %} Det er mig, du skal kontakte fra "
          "nu af:", keep=True),
        reached(),
        when("har_mål", p(
            "Det, der står i {{ ung.kaldenavn_ejefald }} mål- og aftaleskema, gælder stadig. Det "
            "bliver kun ændret sammen med {{ ung.kaldenavn }}.")),
        when("næste_møde", p(
            "{{ ung.kaldenavn_ejefald }} {{ ord.møde }} den {{ næste_møde | dato }} er stadig "
            "aftalt.")),
        p("Ring eller skriv gerne, hvis du har spørgsmål."),
    ))  # fmt: skip


def new_coordinator() -> Document:
    """Return the letter about a new coordinator."""
    body = "".join((
        address_block(),
        when(_TO_YOUTH, to_youth(), otherwise=[to_parents()]),
        greeting(),
    ))  # fmt: skip
    return document("Ny koordinator", body, _SIZE)


TEMPLATES = {"ny-koordinator.docx": new_coordinator}
