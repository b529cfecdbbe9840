"""The agenda and the invitation, each for the first meeting and for the later ones."""

from blocks import Document, Row, Xml, each, facts, head, mm, p, row, table, when
from paper import document

_WHEN = "{{ møde.dato | langdato }} kl. {{ møde.start | kl }}-{{ møde.slut | kl }}"
_LETTER_SIZE, _AGENDA_SIZE = 11, 11
_LETTERHEAD = 1000
"""Room for four lines in the letterhead of a letter, so that the address has a fixed place."""
_ABOVE_WINDOW, _WINDOW = mm(23.5), mm(35)
"""From the letterhead down to the address, 57 mm from the top; and on to where no window shows."""


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
        when("afbud or mangler_svar", absent()),
    ))  # fmt: skip


def absent() -> Xml:
    """Return who does not come and who has not answered, by name and nothing else."""
    return "".join((
        p("Afbud og manglende svar", "Heading2"),
        when("afbud", p("Kommer ikke: {{ afbud | join(', ') }}", "Tabeltekst", keep=True)),
        when("mangler_svar",
             p("Har ikke svaret endnu: {{ mangler_svar | join(', ') }}", "Tabeltekst")),
    ))  # fmt: skip


def wishes(heading: str, text: str) -> Row:
    """Return the point with the youth's wishes, in the youth's own words."""
    return point("ønsker", heading, p(text, "Tabeltekst"),
                 each("ønske in ønsker", p("»{{ ønske }}«", "EgneOrd"),
                      otherwise=p("{{ ønsker }}", "EgneOrd")))  # fmt: skip


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


def address_block() -> Xml:
    """Return the top of a letter: by which way and to whom, the date and the case number.

    On paper the address stands in the window of an envelope (M65 or C5, window to the left), and
    nothing else that tells of the case does, however the letter slides.
    """
    address = p("{{ modtager.navn }}", "Adresse") + each(
        "linje in modtager.linjer", p("{{ linje }}", "Adresse")
    )
    reference = "".join((
        p("{{ dokument.dato | dato }}", "Adresse", align="right"),
        p("Sagsnummer {{ sag.nummer }}", "Lille", align="right"),
    ))  # fmt: skip
    about, widths = "Modtager, dato og sagsnummer", (5800, 3612)
    window = [row("", reference, height=_ABOVE_WINDOW), row(address, "", height=_WINDOW)]
    other = row(p("{{ modtager.kanal }}", "Lille") + address, reference, height=1900)
    return when(
        "modtager.kanal == 'Brev'",
        table("Usynlig", widths, window, about),
        otherwise=[table("Usynlig", widths, [other], about)],
    )


def invitation(title: str, *reasons: Xml) -> Xml:
    """Return a letter's body: address, title, why, when and where, the four replies."""
    return "".join((
        address_block(),
        p(title, "Title"),
        p("om {{ ung.navn }}, CPR-nummer {{ ung.cpr }}", "Subtitle"),
        p("Kære {{ modtager.navn }}"),
        moved("Mødet", "møde",
              " Har du svaret på den gamle tid, gælder svaret ikke den nye. Giv os besked igen."),
        *reasons,
        facts("Boks", (1800, 7612), (
            ("Hvornår", f"**{_WHEN}**"),
            ("Hvor", "**{{ møde.lokale }}**, {{ møde.adresse }}"),
        ), "Hvornår og hvor mødet holdes"),
        replies(),
        greeting(),
    ))  # fmt: skip


_OLD = "{{ flyttet.dato | langdato }} kl. {{ flyttet.start | kl }}-{{ flyttet.slut | kl }}"


def moved(held: str, new: str, ending: str) -> Xml:
    """Return what is told those who were invited to another day, hour or room.

    ``held`` is what was moved, ``new`` when and where it is now, ``ending`` what the reader does.
    """
    room = "{% if flyttet.lokale %} og ikke i {{ flyttet.lokale }}{% endif %}"
    return when(
        "flyttet",
        when("flyttet.kun_sted",
             p(f"**{held} holdes et andet sted, end vi skrev:** i {{{{ {new}.lokale }}}}{room}. "
               "Tiden er den samme. Har du svaret, gælder dit svar stadig."),
             otherwise=[p(
                 f"**{held} er flyttet** fra {_OLD} til {{{{ {new}.dato | langdato }}}} kl. "
                 f"{{{{ {new}.start | kl }}}}-{{{{ {new}.slut | kl }}}}.{ending}")]),
    )  # fmt: skip


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
        p("{% if modtager.kanal == 'Brev' %}Ring til {{ koordinator.navn }} på telefon "
          "{{ koordinator.telefon }}, eller send brevet tilbage til {{ kommune.navn }}"
          "{% if kommune.postadresse %}, {{ kommune.postadresse }}{% endif %}."
          "{% else %}Svar til {{ koordinator.navn }} på telefon {{ koordinator.telefon }}"
          "{% if koordinator.email %} eller på {{ koordinator.email }}{% endif %}. Skriv ikke "
          "personlige oplysninger i en almindelig e-mail; send dem med Digital Post.{% endif %}",
          keep=True),
    ))  # fmt: skip


def cancellation() -> Document:
    """Return the letter that calls a meeting or a pre-meeting off."""
    line = (
        "**{{ aflyst.hvad }}** {{ aflyst.dato | langdato }} "
        "kl. {{ aflyst.start | kl }}-{{ aflyst.slut | kl }}"
        "{% if aflyst.lokale %} i {{ aflyst.lokale }}{% endif %}"
    )
    body = "".join((
        address_block(),
        p("Aflysning af {{ hvad }}", "Title"),
        when("om", p("om {{ om }}", "Subtitle")),
        p("Kære {{ modtager.kaldes }}"),
        p("Vi må desværre aflyse det, du er inviteret til:", keep=True),
        each("aflyst in aflyste", p(line, "ListBullet")),
        p("{% if not er_afsluttet %}Bliver der aftalt en ny tid, får du en ny invitation. "
          "{% endif %}Har du spørgsmål, så ring til {{ koordinator.navn }} på telefon "
          "{{ koordinator.telefon }}.", keep=True),
        greeting(),
    ))  # fmt: skip
    return document("Aflysning", body, _LETTER_SIZE, head=_LETTERHEAD)


def greeting() -> Xml:
    """Return the end of a letter, kept together on one page."""
    return "".join((
        p("Venlig hilsen", "Hilsen"),
        p("**{{ koordinator.navn }}**", "Underskrift"),
        p("{{ koordinator.titel }}, {{ koordinator.afdeling }}", "Adresse"),
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
        "{% if flyttet %}Nyt om din invitation{% else %}Invitation{% endif %} til {{ ord.møde }}",
        p("Når flere skal hjælpe {{ ung.kaldenavn }}, er der brug for én fælles plan, som "
          "{{ ung.kaldenavn }} selv har været med til at lave. I {{ kommune.navn }} samler vi "
          "derfor alle om et bord. Planen hedder et mål- og aftaleskema."),
        p("{{ koordinator.navn }} er {{ ord.koordinator }} for {{ ung.kaldenavn }}. Sammen har de "
          "valgt, hvem der skal være i teamet, og du er en af dem, de gerne vil have med. Teamet "
          "mødes {{ rytme.hvor_tit }} og hjælper {{ ung.kaldenavn }} med en plan, der "
          "peger mod uddannelse eller arbejde."),
        consent(),
        p("Dagsordenen er vedlagt. Vi udfylder mål- og aftaleskemaet på mødet, og du får det med "
          "hjem. Vi ses:", keep=True),
    )  # fmt: skip
    return document("Indkaldelse til første møde", body, _LETTER_SIZE, head=_LETTERHEAD)


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
    return document("Indkaldelse til opfølgningsmøde", body, _LETTER_SIZE, head=_LETTERHEAD)


TEMPLATES = {
    "dagsorden-første.docx": first_agenda,
    "dagsorden-opfølgning.docx": later_agenda,
    "indkaldelse-første.docx": first_invitation,
    "indkaldelse-opfølgning.docx": later_invitation,
    "aflysning.docx": cancellation,
}
