"""One page for each role: what you do before, at and after the meeting (Bilag 8)."""

from collections.abc import Sequence

from blocks import Document, Xml, each, p, when
from paper import document

_SIZE = 12
_LEAD = (
    "Byd velkommen, så alle ved, hvem de andre er, og hvorfor vi mødes.",
    "Hold jer til dagsordenen og tiden, og giv ordet efter tur.",
    "Sørg for, at {{ ung.kaldenavn }} får god tid til at tale, og at alle andre også bliver hørt.",
    (
        "Grib ind, hvis tonen bliver hård, eller hvis nogen taler hen over hovedet på "
        "{{ ung.kaldenavn }}."
    ),
    "Gentag alle aftaler til sidst, og slut først, når de er skrevet ned.",
)
_WRITE = (
    "Skriv i mål- og aftaleskemaet, mens alle kan følge med på skærmen.",
    "Skriv kun det, der bliver aftalt: mål i jeg-form, hvem der gør hvad, og hvornår.",
)


def page(title: str, who: str, *parts: tuple[str, Sequence[Xml]], new_page: bool = True) -> Xml:
    """Return a role's page: its name, who has it, and what to do when."""
    inner = "".join(p(heading, "Heading2") + "".join(points) for heading, points in parts)
    return p(title, "Heading1", new_page=new_page) + who + inner


def todo(*texts: str) -> list[Xml]:
    """Return what to do, as bullets."""
    return [p(text, "ListBullet") for text in texts]


def leading(test: str, texts: Sequence[str]) -> Xml:
    """Return the work of leading or writing, for the one who has it."""
    return when(test, *todo(*texts))


def contact(person: str) -> Xml:
    """Return who has a role in the municipality, and how to reach them."""
    return p(f"**{{{{ {person}.navn }}}}**{{% if {person}.telefon %}}, telefon "
             f"{{{{ {person}.telefon }}}}{{% endif %}}{{% if {person}.email %}}, "
             f"{{{{ {person}.email }}}}{{% endif %}}")  # fmt: skip


def people(names: str) -> Xml:
    """Return a line for each who shares a role."""
    line = p(
        "**{{ person.navn }}**{% if person.funktion %}, {{ person.funktion }}{% endif %}", "Adresse"
    )
    return each(f"person in {names}", line)


def coordinator() -> Xml:
    """Return the page of the coordinating case worker."""
    return page(
        "{{ ord.koordinator | capitalize }}",
        contact("koordinator"),
        ("Før mødet", todo(
            "Inviter {{ ung.kaldenavn }} til et formøde. Fortæl om modellen, og få samtykket på "
            "plads.",
            "Find sammen ud af, hvem der skal med, og hvem der skal være {{ ord.voksen }}.",
            "Lav dagsordenen sammen, og begynd på sagsresumé og team i mål- og aftaleskemaet.",
            "Spørg fra andet formøde, hvordan møderne opleves, og skriv svarene ned.",
            "Inviter alle i teamet, og send dagsordenen med. Bestil lokale og forplejning.",
        )),
        ("På mødet", [
            leading("leder_selv", _LEAD),
            *todo(
                "Tag en computer med, så skemaet kan ses på skærmen.",
                "Hold fast i, at det er {{ ung.kaldenavn_ejefald }} egne mål, og at mindst ét af "
                "dem fører mod uddannelse eller job, om ikke nu, så senere.",
                "Se efter, at hver fagperson har en aftale, når det er relevant.",
                "Få skemaet printet og underskrevet.{% if bruger.enkeltsagsøkonomiark %} Blev en "
                "bevilling en anden, så se efter, at enkeltsagsøkonomiarket bliver udfyldt."
                "{% endif %}",
            ),
        ]),
        ("Efter mødet", todo(
            "Sæt det i gang, du selv har lovet, og følg med i, hvordan det går.",
            "Send en kopi af det underskrevne skema til {{ ung.kaldenavn }} og alle, der var med"
            "{% if mindreårig %}, og til dem, der har forældremyndigheden{% endif %}.",
            "Journalfør både formødet og mødet{% if bruger.mødetjekliste %}, og udfyld "
            "mødetjeklisten{% endif %}.",
            "Aftal nye datoer{% if rytme.højst_måneder_imellem %}, højst "
            "{{ rytme.højst_måneder_imellem }} måneder frem{% endif %}.",
        )),
        new_page=False,
    )  # fmt: skip


def administrator() -> Xml:
    """Return the page of the administrative coordinator of all cases."""
    return page(
        "{{ ord.tovholder | capitalize }}",
        contact("tovholder"),
        ("Før mødet", todo(
            "Book lokaler et år frem{% if rytme.ugedag | lower != 'hverdag' %}, hver gang på en "
            "{{ rytme.ugedag | lower }}{% endif %}.",
            "Aftal datoer for formøder og møder med koordinatorerne.",
            "Fortæl nye kolleger, hvad modellen går ud på, og svar på spørgsmål.",
        )),
        ("På mødet", [
            leading("skriver_selv", _WRITE),
            *todo("Læg mærke til, hvor samarbejdet går trægt, og hvad ledelsen bør vide."),
        ]),
        ("Efter mødet", todo(
            "Se efter, at {{ ung.kaldenavn }} kommer igennem "
            "{% if rytme.møder %}{{ rytme.møder_med_ord }} formøder og møder på "
            "{{ rytme.måneder_med_ord }} måneder{% else %}de formøder og møder, der er aftalt"
            "{% endif %}.",
            "Giv det videre, du har lagt mærke til, uden at nævne den enkelte sag.",
        )),
    )  # fmt: skip


def one_meeting(test: str, name: str, title: str, texts: Sequence[str]) -> Xml:
    """Return the page of somebody who leads or writes this one meeting."""
    inner = page(title, p(f"**{{{{ {name} }}}}**"), ("På mødet", todo(*texts)))
    return when(f"{name} and not {test}", inner)


def adult() -> Xml:
    """Return the page of the adult whom the youth chose."""
    relation = "{% if den_unges_voksne.relation %}, {{ den_unges_voksne.relation }}{% endif %}"
    who = p("**{{ den_unges_voksne.navn }}**" + relation)
    return when("den_unges_voksne", page(
        "{{ ord.voksen | capitalize }}", who,
        ("Før mødet", todo(
            "{{ ung.kaldenavn }} har valgt dig, fordi du er til at stole på. Du skal ikke kunne "
            "lovgivning; det er nok, at du er der.",
            "Spørg {{ ung.kaldenavn }}, hvad der er vigtigt at få sagt, og om du skal hjælpe med "
            "at sige det.",
        )),
        ("På mødet", todo(
            "Sæt dig, hvor {{ ung.kaldenavn }} gerne vil have dig.",
            "Lad {{ ung.kaldenavn }} tale først. Hjælp på vej, hvis det går i stå, og bed om en "
            "pause, hvis der er brug for en.",
            "Sig kun ja til det, du har tid og lyst til.",
        )),
        ("Efter mødet", todo(
            "Tal med {{ ung.kaldenavn }} om, hvordan det gik.",
            "Hold det, du har lovet, og spørg en gang imellem til aftalerne.",
            "Ring til {{ koordinator.navn }}, hvis du bliver bekymret, eller hvis planen ikke "
            "passer mere.",
        )),
    ))  # fmt: skip


def professionals() -> Xml:
    """Return the page of the other professionals."""
    return when("fagpersoner", page(
        "Fagpersoner i teamet", people("fagpersoner"),
        ("Før mødet", todo(
            "Læs dagsordenen, og svar på invitationen. Kan du ikke komme, så send et notat.",
            "Undersøg på dit eget område, hvad du kan tilbyde, så der kan aftales noget på mødet.",
        )),
        ("På mødet", [
            *todo(
                "Tal til {{ ung.kaldenavn }}, og brug ord, som alle forstår.",
                "Lad være med at rette på {{ ung.kaldenavn_ejefald }} egen fortælling.",
                "Vis, at I er fælles om opgaven, og hjælp mødelederen med at holde tiden.",
            ),
            when("bruger.enkeltsagsøkonomiark", *todo(
                "Betaler du for en bevilling, som er blevet en anden, så udfyld "
                "enkeltsagsøkonomiarket.",
            )),
        ]),
        ("Efter mødet", todo(
            "Gem det underskrevne skema i dit eget fagsystem, og skriv det ind dér, hvis det skal.",
            "Sæt din del i gang, og sørg for, at lovens krav på dit område er opfyldt.",
            "Giv de andre besked, hvis noget i planen ændrer sig, og del det, de har brug for at "
            "vide, så langt samtykket rækker.",
        )),
    ))  # fmt: skip


def family() -> Xml:
    """Return the page of the parents and others from the private network."""
    return when("familie_og_netværk", page(
        "Familie og netværk", people("familie_og_netværk"),
        ("Før mødet", todo(
            "Spørg {{ ung.kaldenavn }}, hvad du kan hjælpe med på mødet.",
            "Tænk over, hvad der går godt, og hvad du selv kan gøre.",
        )),
        ("På mødet", todo(
            "Lad {{ ung.kaldenavn }} fortælle færdigt, også når du ser anderledes på det. Du får "
            "din egen tur.",
            "Sig til, hvis der er noget, du ikke forstår.",
            "Sig kun ja til aftaler, du kan holde.",
        )),
        ("Efter mødet", todo(
            "Hold det, du har lovet, og hæng gerne planen op derhjemme, hvis {{ ung.kaldenavn }} "
            "er med på det.",
            "Ring til {{ koordinator.navn }}, hvis noget ikke går som aftalt.",
        )),
    ))  # fmt: skip


def roles() -> Document:
    """Return the pages of all roles."""
    body = "".join((
        p("Roller og opgaver", "Title"),
        p("Hvem gør hvad i {{ ung.kaldenavn_ejefald }} team?", "Subtitle"),
        coordinator(),
        one_meeting("leder_selv", "møde.mødeleder", "Mødeleder", _LEAD),
        when("tovholder", administrator()),
        one_meeting("skriver_selv", "møde.referent", "Referent", _WRITE),
        adult(),
        professionals(),
        family(),
    ))  # fmt: skip
    return document("Roller og opgaver", body, _SIZE)


TEMPLATES = {"roller.docx": roles}
