"""The consent with its slip for taking it back (Bilag 6)."""

from blocks import Document, Xml, each, head, p, row, table, when
from paper import document

_SIZE = 11
_WIDE = 9412


def notice(test: str, text: str) -> Xml:
    """Return a tinted box that is there when the test holds."""
    return when(test, table("Boks", (_WIDE,), [row(text)], "Bemærk"), p("", "Lille"))


def who_decides() -> Xml:
    """Return who signs, by age: of age, old enough for own post, younger."""
    of_age = p(
        "Du er myndig, så det er dig alene, der bestemmer. Din familie får kun noget at vide, "
        "hvis du sætter kryds ved dem eller skriver dem på listen."
    )
    old_enough = p(
        "Du er fyldt {{ egen_post_år }} år, men ikke {{ myndig_år }}. Derfor skriver du selv "
        "under, og det gør alle, der har forældremyndigheden, også. Vi deler først noget, når alle "
        "har skrevet under. Den {{ bliver_myndig | dato }} bliver du myndig. Så gælder samtykket "
        "ikke længere, og vi spørger dig igen. Da er det dig alene, der svarer."
    )
    younger = p(
        "Du er under {{ egen_post_år }} år. Derfor læser du det her sammen med dem, der har "
        "forældremyndigheden, og I skriver alle under. Det handler om dig, så du skal forstå det "
        "og selv have sagt ja. Spørg, hvis der er noget, du er i tvivl om."
    )
    minor = when("egen_post", old_enough, otherwise=[younger])
    return p("Hvem bestemmer?", "Heading1") + when("myndig", of_age, otherwise=[minor])


def two_questions() -> Xml:
    """Return the two questions of the form, each with yes and no."""
    rows = [
        head("Jeg siger ja eller nej til, at …", "Ja", "Nej"),
        row("**1.** mine sager i {{ afdelinger | liste }} bliver samlet i ét fælles skema, så alle "
            "arbejder efter den samme plan.",
            "{{ samtykke.fælles_skema.ja }}", "{{ samtykke.fælles_skema.nej }}"),
        row("**2.** de personer, der er sat kryds ved nedenfor, må hente oplysninger om mig hos "
            "hinanden og give dem videre til hinanden, når det har med møderne at gøre.",
            "{{ samtykke.udveksling.ja }}", "{{ samtykke.udveksling.nej }}"),
    ]  # fmt: skip
    return p("Det bliver jeg spurgt om", "Heading1") + table(
        "Skema", (7812, 800, 800), rows, "De to spørgsmål med ja og nej"
    )


def people() -> Xml:
    """Return the lines of the team, and those of the form that nobody in the team stands for."""
    team = [
        head("Kryds", "Navn", "Hvem er det?"),
        row("{{ person.kryds }}", "{{ person.navn }}", "{{ person.funktion }}",
            repeat="person in team"),
    ]  # fmt: skip
    others = [
        head("Andre, der kan sættes kryds ved", ""),
        row(*(p(f"{{{{ linje.{side}.kryds }}}}  {{{{ linje.{side}.tekst }}}}", "Tabeltekst",
                keep=True) for side in ("venstre", "højre")), repeat="linje in andre"),
    ]  # fmt: skip
    return "".join((
        p("Hvem må dele oplysninger om mig?", "Heading1"),
        when("altid_med", p("{{ altid_med | liste }} arbejder med hele sagen. Sæt kryds ved dem, "
                            "der ellers må være med:", keep=True)),
        when("team", table("Fakta", (900, 3700, 4812), team, "Teamet med et kryds til hver"),
             p("", "Lille")),
        each("person in trukket_tilbage",
             p("{{ person.navn }} er ikke med. Trukket tilbage den {{ person.dato | dato }}.")),
        table("Fakta", (4706, 4706), others, "Andre, der kan sættes kryds ved"),
        p("", "Lille"),
    ))  # fmt: skip


def information() -> Xml:
    """Return what may and what may not be exchanged, with room to write."""
    allowed = each("ting in samtykke.oplysninger", p("{{ ting }}", "Tabelpunkt"))
    kept_back = each("ting in samtykke.må_ikke_udveksles", p("{{ ting }}", "Tabelpunkt"))
    rows = [
        head("Det må de dele", "Det må de ikke dele"),
        row(allowed + p("", "Tabeltekst"), kept_back + p("", "Tabeltekst"), height=2600),
    ]
    return "".join((
        p("Hvad må de dele?", "Heading1"),
        p("Skriv, hvilke slags oplysninger det er, også når de er fortrolige eller handler om "
          "helbred. Det er ikke nok at skrive »alt«.", keep=True),
        table("Skema", (4706, 4706), rows, "Hvad der må deles, og hvad der ikke må deles"),
    ))  # fmt: skip


def signatures() -> Xml:
    """Return the lines for exactly those who must sign."""
    texts = (
        "{{ u.navn }}",
        "{{ u.cpr | default('') }}",
        "{{ u.som }}",
        "{{ u.dato | dato | default('') }}",
        "{% if u.dato %}Underskrevet{% endif %}",
    )
    rows = [
        head("Navn", "CPR-nummer", "Som", "Dato", "Underskrift"),
        row(*(p(text, "Tabeltekst", keep=True) for text in texts),
            repeat="u in underskrifter", height=760),
    ]  # fmt: skip
    return "".join((
        p("Underskrift", "Heading1"),
        p("Jeg ved, hvad samtykket går ud på. Jeg ved også, at jeg når som helst kan trække det "
          "tilbage, helt eller for en enkelt, med sedlen på den sidste side.", keep=True),
        table("Skema", (2250, 1560, 2200, 1300, 2102), rows, "Underskrifter"),
        p("", "Lille"),
        when("love", p("Oplysningerne bliver udvekslet efter: {{ love | join('; ') }}.", "Lille")),
    ))  # fmt: skip


def slip() -> Xml:
    """Return the slip with which the consent is taken back."""
    lines = [
        head("Kryds", "Jeg trækker mit samtykke tilbage"),
        row("{{ tom_boks }}", "**helt**: for alle og for det hele"),
        row("{{ tom_boks }}", "for {{ person.navn }}", repeat="person in team"),
        row("{{ tom_boks }}", "for denne person:", height=560),
    ]
    signing = [
        head("Navn", "Dato", "Underskrift"),
        row("", "", "", height=760),
    ]
    return "".join((
        p("Seddel: Jeg trækker mit samtykke tilbage", "Heading1", new_page=True),
        p("Brug sedlen, når du vil. Du behøver ikke skrive hvorfor. Fra den dag, vi har den, deler "
          "vi ikke mere. Det, der allerede er delt, kan vi ikke hente igen."),
        p("**Samtykket handler om:** {{ ung.navn }}, sagsnummer {{ sag.nummer }}", keep=True),
        table("Fakta", (900, 8512), lines, "Hvem samtykket trækkes tilbage for"),
        p("", "Lille"),
        table("Skema", (4000, 1800, 3612), signing, "Underskrift på sedlen"),
        p("", "Lille"),
        p("Giv sedlen til {{ koordinator.navn }}, eller send den med Digital Post til "
          "{{ kommune.navn }}{% if kommune.postadresse %} eller med posten til "
          "{{ kommune.postadresse }}{% endif %}."),
    ))  # fmt: skip


def consent() -> Document:
    """Return the consent."""
    body = "".join((
        p("Samtykke", "Title"),
        p("Hvem må vide hvad om {{ ung.navn }}?", "Subtitle"),
        notice("samtykke.tilbagekaldt", "**Samtykket er trukket tilbage den "
               "{{ samtykke.tilbagekaldt | dato }}.** Intet må deles, før der er givet et nyt."),
        notice("skal_fornyes", "**Samtykket skal gives igen**, fordi du er blevet myndig, siden "
               "det blev skrevet. Sæt selv de kryds, du vil have, og ret i teksterne."),
        p("Skal flere hjælpe dig med én fælles plan, er de nødt til at kunne tale sammen om dig. "
          "Det må de kun, hvis du siger ja. Her bestemmer du, hvem der må dele hvad, og de må kun "
          "dele det, der er brug for."),
        who_decides(),
        two_questions(),
        people(),
        information(),
        signatures(),
        slip(),
    ))  # fmt: skip
    return document("Samtykke", body, _SIZE)


TEMPLATES = {"samtykke.docx": consent}
