"""The agenda and the invitation, each for the first meeting and for the later ones."""

from dataclasses import replace

import look
from blocks import Document, Row, Wide, Xml, each, facts, head, mm, p, row, table, when
from controls import control, end_of_cell, room
from paper import MEETING_ROLES, document

_WHEN = "{{ møde.dato | langdato }} kl. {{ møde.start | kl }}-{{ møde.slut | kl }}"
_LETTER_SIZE, _AGENDA_SIZE = 10, 10
_LETTERHEAD = 1000
"""Room for four lines in the letterhead of a letter, so that the address has a fixed place."""
_ABOVE_WINDOW, _WINDOW = mm(23.5), mm(35)
"""From the letterhead down to the address, 57 mm from the top; and on to where no window shows."""

_GUESTS = (
    "{% for hvem in kommer %}{{ hvem.navn }}{% if hvem.funktion %} ({{ hvem.funktion }})"
    "{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}"
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
        *MEETING_ROLES,
        ("Inviteret", f"{{{{ ung.kaldenavn }}}}, {_GUESTS}", "kommer"),
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
        when("møde.formål", p("**Formål:** {{ møde.formål }}", "Tabeltekst")),
        p("", "Header"),
        table("Liste", (1250, 8162), points, "Dagsordenens punkter med klokkeslæt"),
        when("deltagere", who_and_why()),
        when("afbud or mangler_svar", absent()),
    ))  # fmt: skip


def who_and_why() -> Xml:
    """Return why each was invited and what they help with."""
    line = (
        "**{{ d.navn }}**{% if d.funktion %}, {{ d.funktion }}{% endif %}{% if d.fordi %}: "
        "{{ d.fordi }}{% endif %}{% if d.hjælper_med %}. Hjælper med: {{ d.hjælper_med }}"
        "{% endif %}"
    )
    return p("Derfor er de med", "Heading2") + each("d in deltagere", p(line, "Tabelpunkt"))


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
    own = each("ønske in ønsker", p("»{{ ønske }}«", "EgneOrd"),
               otherwise=p("{{ ønsker }}", "EgneOrd"))  # fmt: skip
    ending = "{% if vises.ønsker %}:{% else %}.{% endif %}"
    return point("ønsker", heading, p(text + ending, "Tabeltekst"), when("vises.ønsker", own))


def first_agenda() -> Document:
    """Return the agenda of the first meeting."""
    own = wishes(
        "{{ ung.kaldenavn_ejefald }} ønsker",
        "{{ ung.kaldenavn }} fortæller om sit mål- og aftaleskema og om det, vi skal hjælpes ad "
        "med at finde ud af",
    )
    return agenda_paper("Dagsorden for første møde", agenda("første", own))


def agenda_paper(title: str, body: Xml) -> Document:
    """Return an agenda, on one page with as many as there are at most meetings."""
    paper = document(title, body, _AGENDA_SIZE)
    return replace(paper, styles=look.dense_rows("Liste"), edges=(907, 794))


def later_agenda() -> Document:
    """Return the agenda of the meetings after the first."""
    own = wishes(
        "Siden sidst: Hvordan går det med aftalerne?",
        "Vi gennemgår mål- og aftaleskemaet fra sidste møde: Hvad er lykkedes, og hvad skal vi "
        "ændre? Derefter tager vi det op, som {{ ung.kaldenavn }} gerne vil tale om",
    )
    body = agenda("{{ møde.ordenstal }}", own)
    return agenda_paper("Dagsorden for opfølgningsmøde", body)


# --- The invitation (Bilag 1 and 2) -----------------------------------------------------------


def address_block() -> Xml:
    """Return the top of a letter: by which way and to whom, the date and the case number.

    On paper the address stands in the window of an envelope (M65 or C5, window to the left), and
    nothing else that tells of the case does, however the letter slides: only a table holds that
    place. Otherwise it is text.
    """
    lines = each("linje in modtager.linjer", p("{{ linje }}", "Adresse"))
    address = p("{{ modtager.navn }}", "Adresse") + lines
    reference = "".join((
        p("{{ dokument.dato | dato }}", "Adresse", align="right"),
        p("Sagsnummer {{ sag.nummer }}", "Lille", align="right"),
    ))  # fmt: skip
    about, widths = "Modtager, dato og sagsnummer", (5800, 3612)
    window = [row("", reference, height=_ABOVE_WINDOW), row(address, "", height=_WINDOW)]
    text = "".join((
        p("{{ modtager.kanal }}\t{{ dokument.dato | dato }}", "Modtager"),
        p("{{ modtager.navn }}\tSagsnummer {{ sag.nummer }}", "Modtager"),
        lines,
        p("", "Adresseslut"),
    ))  # fmt: skip
    return when(
        "modtager.kanal == 'Brev'", table("Usynlig", widths, window, about), otherwise=[text]
    )


def invitation(title: str, *reasons: Xml) -> Xml:
    """Return a letter's body: address, title, why, when and where, the four replies."""
    return "".join((
        address_block(),
        p(title, "Title"),
        p("om {{ ung.navn }}{% if vises.ung_cpr %}, CPR-nummer {{ ung.cpr }}{% endif %}",
          "Subtitle"),
        p("Kære {{ modtager.navn }}"),
        p("**Giv os besked, om du kommer, {% if svarfrist_kan_nås %}senest "
          "{{ svarfrist | langdato }}{% else %}så hurtigt som muligt{% endif %}.** Svarene står "
          "nedenfor."),
        moved("Mødet", "møde",
              " Har du svaret på den gamle tid, gælder svaret ikke den nye. Giv os besked igen."),
        *reasons,
        facts("Boks", (1800, 7612), (
            ("Hvornår", f"**{_WHEN}**"),
            ("Hvor", "**{{ møde.lokale }}**, {{ møde.adresse }}"),
        ), "Hvornår og hvor mødet holdes"),
        why_you(),
        replies(),
        who_comes(),
        when("hensyn", p("**Mødet tager hensyn til:** {{ hensyn | liste }}.")),
        consent(),
        rights(),
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
    """Return the four replies with their numbers, what happens without one, and whom to tell."""
    parent = "modtager.er_forælder"
    note = (
        "Ja, det er relevant for mig, men jeg har ikke mulighed for at komme. Jeg sender et notat "
        "med det, teamet har brug for at vide."
    )
    other_day = (
        "Ja, det er relevant for mig, men jeg kan ikke den dag. Jeg kommer gerne, hvis mødet kan "
        "flyttes. Ellers sender jeg et notat."
    )
    own_note = "Ja, jeg ville gerne, men kan ikke komme. Jeg skriver det, jeg vil have sagt."
    own_other_day = (
        "Ja, men jeg kan ikke den dag. Kan mødet ikke flyttes, skriver jeg det, jeg vil have sagt."
    )
    answers = (
        ("deltager", "Ja, jeg kommer til mødet.",
         "Ja, det er relevant for mig, og jeg kommer til mødet."),
        ("notat", own_note, note),
        ("anden_dag", own_other_day, other_day),
        ("ikke_relevant", "Nej, jeg vil ikke være med denne gang.",
         "Nej, det er ikke relevant for mig at være med."),
    )  # fmt: skip
    lines = [
        p(f"{number}.\t{{% if {parent} %}}{own}{{% else %}}{other}{{% endif %}}"
          f"\t{{{{ svar.{key} }}}}", "Svarmulighed", keep=True)
        for number, (key, own, other) in enumerate(answers, 1)
    ]  # fmt: skip
    reply = control("svar", *lines) + end_of_cell()
    note = row(p("Vil du skrive noget, så skriv det her:", "Lille"), room("notat") + end_of_cell())
    return "".join((
        p("Dit svar: Sæt kryds, eller sig nummeret i telefonen", "Heading2"),
        table("Svar", (3300, 6112), [Wide((reply,)), note], "Dit svar"),
        p("", "Luft"),
        p("{% if modtager.kanal == 'Brev' %}Ring til {{ koordinator.navn }} på telefon "
          "{{ koordinator.telefon }}, eller send brevet tilbage til {{ kommune.navn }}"
          "{% if kommune.postadresse %}, {{ kommune.postadresse }}{% endif %}."
          "{% else %}Svar til {{ koordinator.navn }} på telefon {{ koordinator.telefon }}"
          "{% if koordinator.email %} eller på {{ koordinator.email }}{% endif %}, eller send "
          "brevet tilbage med Digital Post. Skriv ikke personlige oplysninger i en almindelig "
          "e-mail.{% endif %} Ellers kontakter vi dig."),
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


def plan_after(what_we_do: str) -> Xml:
    """Return what happens with the plan, and who gets it as far as it is known."""
    plan = "mål- og aftaleskemaet"
    return p(
        f"Dagsordenen {{% if får_planen %}}og {plan}, som det er nu, {{% endif %}}er vedlagt. "
        f"{what_we_do} {{% if får_planen %}}det{{% else %}}{plan}{{% endif %}} på mødet"
        "{% if får_planen %}, og du får en kopi{% endif %}."
    )


def why_you() -> Xml:
    """Return what the meeting is for, why the reader was invited and what they help with."""
    return "".join((
        when("møde.formål", p("**Formålet med mødet:** {{ møde.formål }}")),
        when("dig.fordi", p("**Derfor er du inviteret:** {{ dig.fordi }}")),
        when("dig.hjælper_med", p("**Det kan du hjælpe med:** {{ dig.hjælper_med }}")),
    ))  # fmt: skip


def who_comes() -> Xml:
    """Return who is invited, by name and function."""
    interviewer = (
        "{% if møde.interviewer %} {{ møde.interviewer }} taler med {{ ung.kaldenavn }} på mødet."
        "{% endif %}"
    )
    interpreter = (
        "{% if møde.tolk or ung.sprog %} Der er en tolk med{% if ung.sprog %} ({{ ung.sprog }})"
        "{% endif %}.{% endif %}"
    )
    invited = f"**Inviteret er** {{{{ ung.kaldenavn }}}}, {_GUESTS}."
    return when("kommer", p(f"{invited}{interviewer}{interpreter}"))


def rights() -> Xml:
    """Return what the reader may do: bring somebody, get an interpreter, see the file, complain."""
    own = "Du må gerne tage en med, som du er tryg ved, og du kan få en tolk; sig til i god tid. "
    return p(
        f"{{% if modtager.er_forælder %}}{own}{{% endif %}}Du kan bede om at se, hvad der står om "
        "dig i sagen, og du kan klage til {{ kommune.navn }}, hvis du er utilfreds.", "Lille",
        keep=True,
    )  # fmt: skip


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
        p("{{ koordinator.navn }} er {{ ord.koordinator }} for {{ ung.kaldenavn }}. Vi vil gerne "
          "have dig med i teamet. Det mødes {{ rytme.hvor_tit }} og hjælper {{ ung.kaldenavn }} "
          "med en plan, der peger mod uddannelse eller arbejde."),
        plan_after("Vi udfylder"),
    )  # fmt: skip
    return invitation_paper("Indkaldelse til første møde", body)


def later_invitation() -> Document:
    """Return the invitation to the meetings after the first."""
    body = invitation(
        "Vi mødes igen",
        p("Det er snart tid til {{ ung.kaldenavn_ejefald }} {{ møde.ordenstal }} {{ ord.møde }}, "
          "og vi vil gerne have dig med. {% if var_med_sidst and møde.sidste_dato %}Vi mødtes "
          "sidst den {{ møde.sidste_dato | dato }}. {% endif %}Denne gang ser vi på, hvordan det "
          "går med aftalerne, og hvad der skal ske nu.{% if har_planen %} Tag gerne dit eksemplar "
          "af mål- og aftaleskemaet med.{% endif %}"),
        plan_after("Vi skriver i"),
    )  # fmt: skip
    return invitation_paper("Indkaldelse til opfølgningsmøde", body)


def invitation_paper(title: str, body: Xml) -> Document:
    """Return an invitation, on one page with as many names as there usually are."""
    paper = document(title, body, _LETTER_SIZE, head=_LETTERHEAD)
    line = look.choice_line("Svarmulighed", "Svarmulighed", 9190, hanging=340)
    own = line + look.dense_rows("Svar") + look.gap("Luft", 120)
    return replace(paper, styles=own, edges=(1247, 680))


TEMPLATES = {
    "dagsorden-første.docx": first_agenda,
    "dagsorden-opfølgning.docx": later_agenda,
    "indkaldelse-første.docx": first_invitation,
    "indkaldelse-opfølgning.docx": later_invitation,
    "aflysning.docx": cancellation,
}
