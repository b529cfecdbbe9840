"""The invitation to the pre-meeting, to the youth or to those who have custody (§ 4.3)."""

from blocks import Document, Xml, facts, p, when
from letters import address_block, greeting, moved
from paper import document

_SIZE = 11
_TO_YOUTH = "modtager.er_den_unge"
_CALL = (
    "på telefon {{ koordinator.telefon }}{% if koordinator.email %} eller {{ koordinator.email }}"
    "{% endif %}"
)


def letter(to_youth: Xml, to_parents: Xml) -> Xml:
    """Return a letter's body: the top and the end are the same, what stands between is not."""
    return "".join((
        address_block(),
        when(_TO_YOUTH, to_youth, otherwise=[to_parents]),
        greeting(),
    ))  # fmt: skip


def appointment() -> Xml:
    """Return the box with day, place and who is there."""
    when_ = "{{ formøde.dato | langdato }} kl. {{ formøde.start | kl }}-{{ formøde.slut | kl }}"
    interpreter = "{% if ung.sprog %}, og en tolk ({{ ung.sprog }}){% endif %}"
    pairs = (
        ("Hvornår", f"**{when_}**"),
        ("Hvor", "**{{ formøde.lokale }}**, {{ formøde.adresse }}"),
        ("Hvem", "{{ koordinator.navn }}, {{ ord.koordinator }}" + interpreter),
    )
    return facts("Boks", (1800, 7612), pairs, "Hvornår, hvor og hvem")


def bullets(*texts: str) -> Xml:
    """Return a list of bullets in running text."""
    return "".join(p(text, "ListBullet") for text in texts)


def confidant(text: str) -> Xml:
    """Return who else tells of the meetings, where it is not the coordinator."""
    return when("har_relationen", p(text))


def first_to_youth() -> Xml:
    """Return the first letter to the youth."""
    return "".join((
        p("Vi vil gerne tale med dig", "Title"),
        p("Invitation til formøde", "Subtitle"),
        p("Kære {{ modtager.kaldes }}"),
        moved("Formødet", "formøde", ""),
        p("Jeg hedder {{ koordinator.navn }} og er {{ ord.koordinator }} for dig. Når flere "
          "hjælper dig, kan det være svært at finde rundt i. Derfor får du tilbud om ét team og én "
          "plan, som er din. Men først vil jeg gerne tale med dig:",
          keep=True),
        appointment(),
        p("Hvad er det, du bliver tilbudt?", "Heading2"),
        p("Dit team er de mennesker, der kan hjælpe dig videre med uddannelse eller job. I mødes "
          "{{ rytme.hvor_tit }} og skriver i dit mål- og aftaleskema, hvad du vil nå, "
          "og hvem der gør hvad. Du er selv med, når planen bliver lavet."),
        p("Det skal vi på formødet", "Heading2"),
        bullets(
            "Jeg fortæller om møderne, og du kan spørge om alt.",
            "Vi taler om, hvem der må vide hvad om dig. Du siger selv ja eller nej."
            "{% if mindreårig %} De, der har forældremyndigheden, skal også sige ja.{% endif %}",
            "Du vælger en, som du stoler på, og som kan støtte dig.",
            "Du fortæller, hvad du vil have talt om. Det laver vi dagsordenen af.",
            "Vi begynder så småt på dit mål- og aftaleskema.",
        ),
        p("Du siger, hvem du vil have med", "Heading2"),
        p("Vi finder sammen ud af, hvem der kan være gode at have med om bordet. Vi inviterer ikke "
          "nogen til mødet, før du har sagt, hvad du mener om det, og du må gerne ombestemme dig."),
        confidant("{{ har_relationen }} kender dig og kan også fortælle om møderne."),
        p("Tag gerne én med til formødet, som du er tryg ved. Kan du ikke den dag, eller vil du "
          f"spørge om noget, så kontakt mig {_CALL}.", keep=True),
    ))  # fmt: skip


def first_to_parents() -> Xml:
    """Return the first letter to somebody who has custody."""
    return "".join((
        p("Formøde: Vi vil gerne tale med {{ ung.kaldenavn }} og dig", "Title"),
        p("Kære {{ modtager.kaldes }}"),
        moved("Formødet", "formøde", ""),
        p("Brevet er til dig, fordi {{ ung.kaldenavn }} er under {{ egen_post_år }} år. Læs det "
          "gerne sammen. Jeg er {{ ord.koordinator }} for {{ ung.kaldenavn }}. Når flere hjælper, "
          "er der brug for ét team og én plan, som er {{ ung.kaldenavn_ejefald }} egen. Kom og hør "
          "om det:", keep=True),
        appointment(),
        p("Hvad er det, {{ ung.kaldenavn }} bliver tilbudt?", "Heading2"),
        p("Teamet er de mennesker, der kan hjælpe {{ ung.kaldenavn }} videre med skole, uddannelse "
          "og siden job. Det mødes {{ rytme.hvor_tit }} og skriver i et mål- og aftaleskema, hvad "
          "{{ ung.kaldenavn }} vil nå, og hvem der gør hvad. {{ ung.kaldenavn }} er selv med, når "
          "planen bliver lavet."),
        p("Det skal vi på formødet", "Heading2"),
        bullets(
            "Jeg fortæller om møderne, og I kan spørge om alt.",
            "Vi taler om, hvem der må vide hvad. Siger I ja, skriver I under på et samtykke.",
            "{{ ung.kaldenavn }} vælger en voksen, som kan være en støtte.",
            "{{ ung.kaldenavn }} fortæller, hvad vi skal tale om. Så laver vi en dagsorden, og vi "
            "begynder på skemaet.",
        ),
        p("Hvem skal med?", "Heading2"),
        p("Vi finder sammen ud af, hvem der kan være gode at have med om bordet. "
          "{{ ung.kaldenavn }} siger, hvem der skal med, og det kan ændres senere."),
        confidant("{{ har_relationen }} kender {{ ung.kaldenavn }} og kan også fortælle om "
                  "møderne."),
        p(f"Kan I ikke den dag, eller vil I spørge om noget, så kontakt mig {_CALL}.", keep=True),
    ))  # fmt: skip


def later_to_youth() -> Xml:
    """Return the letter to the youth before a meeting after the first."""
    return "".join((
        p("Vi skal tale sammen igen", "Title"),
        p("Invitation til formøde", "Subtitle"),
        p("Kære {{ modtager.kaldes }}"),
        moved("Formødet", "formøde", ""),
        p("Det er snart tid til dit {{ møde.ordenstal }} {{ ord.møde }}. Inden da vil jeg gerne "
          "høre, hvordan du har det, og hvad du synes, der skal ske nu:", keep=True),
        appointment(),
        p("Det skal vi på formødet", "Heading2"),
        bullets(
            "Vi ser på dit mål- og aftaleskema: Hvad er gået godt, og hvad skal laves om?",
            "Jeg spørger, hvad du synes om møderne. Dine svar hjælper os med at gøre dem bedre.",
            "Du fortæller, hvad du vil have talt om denne gang. Det laver vi dagsordenen af.",
        ),
        when("samtykke_fornyes", p(
            "Du er blevet myndig, siden samtykket blev skrevet. Nu er det dig alene, der siger ja "
            "eller nej til, hvem der må vide hvad. Derfor skal vi lave et nyt.", "ListBullet")),
        p("Du siger, hvem du vil have med", "Heading2"),
        p("Skal de samme med som sidst, eller skal nogen skiftes ud? Sig det til mig."),
        confidant("{{ har_relationen }} kender dig og kan også fortælle om mødet."),
        p("{% if har_planen %}Tag gerne dit mål- og aftaleskema med. {% endif %}Tag gerne én med, "
          f"som du er tryg ved. Kan du ikke den dag, så kontakt mig {_CALL}.", keep=True),
    ))  # fmt: skip


def later_to_parents() -> Xml:
    """Return the letter to somebody who has custody before a meeting after the first."""
    return "".join((
        p("Vi skal tale sammen igen", "Title"),
        p("Invitation til formøde", "Subtitle"),
        p("Kære {{ modtager.kaldes }}"),
        moved("Formødet", "formøde", ""),
        p("Det er snart tid til {{ ung.kaldenavn_ejefald }} {{ møde.ordenstal }} {{ ord.møde }}. "
          "Inden da vil jeg gerne høre, hvordan det går, og hvad der skal ske nu. Brevet er til "
          "dig, fordi {{ ung.kaldenavn }} er under {{ egen_post_år }} år. Læs det gerne sammen.",
          keep=True),
        appointment(),
        p("Det skal vi på formødet", "Heading2"),
        bullets(
            "Vi ser på mål- og aftaleskemaet: Hvad er gået godt, og hvad skal laves om?",
            "Jeg spørger {{ ung.kaldenavn }} om møderne. Svarene hjælper os med at gøre dem bedre.",
            "{{ ung.kaldenavn }} fortæller, hvad vi skal tale om denne gang.",
        ),
        p("Hvem skal med?", "Heading2"),
        p("Skal de samme med som sidst, eller skal nogen skiftes ud? Tal med {{ ung.kaldenavn }} "
          "om det."),
        confidant("{{ har_relationen }} kender {{ ung.kaldenavn }} og kan også fortælle om mødet."),
        p("{% if har_planen %}Tag gerne mål- og aftaleskemaet med. {% endif %}"
          f"Kan I ikke den dag, så kontakt mig {_CALL}.", keep=True),
    ))  # fmt: skip


def first_pre_meeting() -> Document:
    """Return the invitation to the first pre-meeting."""
    body = letter(first_to_youth(), first_to_parents())
    return document("Invitation til formøde", body, _SIZE)


def later_pre_meeting() -> Document:
    """Return the invitation to the pre-meetings after the first."""
    body = letter(later_to_youth(), later_to_parents())
    return document("Invitation til formøde før opfølgningsmøde", body, _SIZE)


TEMPLATES = {"formøde-første.docx": first_pre_meeting, "formøde-opfølgning.docx": later_pre_meeting}
