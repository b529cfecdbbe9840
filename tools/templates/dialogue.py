"""The dialogue form: seven areas, our own questions, the spider web."""

from dataclasses import replace

from blocks import Document, Row, Xml, head, p, row, table, when
from controls import answer, asked, end_of_cell, noted, room
from drawings import chart
from paper import document
from spider_web import CHART_TYPE, spider_web

_SIZE = 11
_BOXES = ("én", "to", "tre", "fire", "fem")
_WIDTHS = (5712, 560, 560, 560, 560, 560, 900)


def area(key: str, name: str, *questions: str) -> Row:
    """Return the row of an area: what to talk about, the five boxes, the score of last time."""
    talk = asked(
        f"{{{{ svar.{key}.rute }}}}",
        p(name, "Rækkehoved", keep=True) + "".join(p(q, "Lille") for q in questions),
    )
    boxes = [p(f"{{{{ svar.{key}.{box} }}}}", "Tabeltekst", align="center") for box in _BOXES]
    last = p(f"{{{{ svar.{key}.sidst | default('–') }}}}", "Tabeltekst", align="center")
    return row(talk, *boxes, last)


def areas() -> Xml:
    """Return the form itself."""
    numbers = [p(str(score), "Tabelhoved", align="center") for score in range(1, 6)]
    rows = [
        head("Det taler vi om", *numbers, p("Sidst", "Tabelhoved", align="center")),
        area("skole_uddannelse_og_beskæftigelse", "{{ ord.uddannelsesområde }}",
             "Hvordan er en almindelig dag {{ ord.om_dagen }}? Kommer du af sted, og kan du følge "
             "med? Ved du, hvad der skal ske bagefter?"),
        area("husholdning_og_økonomi", "Husholdning og økonomi",
             "Hvordan går det med mad, tøjvask og oprydning? Rækker pengene hele måneden? Har du "
             "styr på post, regninger og aftaler?"),
        area("socialt_netværk_og_kompetencer", "Socialt netværk og sociale kompetencer",
             "Hvem er du sammen med, og hvem kan du ringe til? Hvordan er det at møde nye "
             "mennesker, sige fra og blive gode venner igen?"),
        area("fysisk_helbred", "Fysisk helbred",
             "Hvordan har kroppen det? Sover, spiser og bevæger du dig, så du har kræfter til "
             "dagen? Kommer du til læge og tandlæge, når du skal?"),
        area("psykisk_helbred", "Psykisk helbred",
             "Hvordan har du det indeni for tiden? Hvad gør du, når det er svært, og hvem må vide "
             "det?"),
        area("kriminalitet", "Kriminalitet",
             "Har du været med til noget ulovligt, eller er du blevet presset til det? Er det let "
             "at holde sig væk?"),
        area("rusmidler", "Rusmidler",
             "Drikker du, ryger du hash, eller tager du andet? Hvad betyder det for din hverdag, "
             "og kan du lade være, når du vil?"),
    ]  # fmt: skip
    return table("Skema", _WIDTHS, rows, "Syv områder med svar fra 1 til 5")


def indicators() -> Xml:
    """Return the numbers under the areas, where there are some."""
    rows = [
        head("Under hvilket område", "Det, vi så på", "1 til 5"),
        row("{{ i.område }}", "{{ i.navn }}", noted("{{ i.sted.rute }}", "i.tal"),
            repeat="i in indikatorer"),
    ]  # fmt: skip
    return p("Tal under områderne", "Heading2") + table(
        "Skema", (4812, 3400, 1200), rows, "Tal under områderne"
    )


def web() -> Xml:
    """Return the page with the chart and the changes, area by area."""
    blank = "{{{{ o.{0} | default('–') }}}}".format
    changes = [
        head("Område", "Første gang", "Senest", "Forandring"),
        row("**{{ o.navn }}**", blank("første"), blank("senest"), blank("forandring"),
            repeat="o in spindelvæv.områder"),
    ]  # fmt: skip
    return "".join((
        p("Sådan ser det ud", "Heading2", new_page=True),
        p("Jo længere ude på nettet, jo bedre går det. {% if spindelvæv.senest %}Den brudte linje "
          "er fra den {{ spindelvæv.første | dato }}, den tykke fra den "
          "{{ spindelvæv.senest | dato }}.{% else %}Linjen viser svarene fra den "
          "{{ spindelvæv.første | dato }}. Næste gang kan I se, hvad der har flyttet sig."
          "{% endif %}", keep=True),
        chart("Spindelvæv", "Spindelvæv over de syv områder", "chart1", (165, 150)),
        when("spindelvæv.senest", "".join((
            p("Hvad har flyttet sig?", "Heading2"),
            table("Skema", (4812, 1400, 1400, 1800), changes, "Forandring på hvert område"),
            p("", "Lille"),
            when("spindelvæv.optælling",
                 p("**I alt:** {{ spindelvæv.optælling | liste }}.")),
        ))),
    ))  # fmt: skip


def dialogue() -> Document:
    """Return the dialogue form; the page with the web is there when something is filled in."""
    body = "".join((
        p("Dialogskema", "Title"),
        p("Hvordan går det, {{ ung.kaldenavn }}?", "Subtitle"),
        p("Vi taler om syv områder og finder sammen det tal, der passer bedst lige nu. Der er ikke "
          "noget rigtigt svar, og du må gerne springe noget over."),
        p("**1** betyder: Det er svært, og jeg har brug for meget hjælp.    **5** betyder: Det går "
          "godt, og jeg klarer det selv.", keep=True),
        p("{% if sidst_udfyldt %}**Sidst:** {{ sidst_udfyldt | dato }}    {% endif %}"
          "**Udfyldt den:**", keep=True),
        answer("{{ rute }}.dato", "udfyldt", "Normal", "{{ udfyldt | dato }}", keep=True),
        areas(),
        when("indikatorer", indicators()),
        p("Det vil vi tale mere om", "Heading2"),
        table("Skema", (9412,), [row(room("plads_til_mere") + end_of_cell(), height=1100)],
              "Plads til at skrive"),
        when("spindelvæv", web()),
    ))  # fmt: skip
    more = {"word/charts/chart1.xml": (CHART_TYPE, "chart", spider_web())}
    return replace(document("Dialogskema", body, _SIZE), more=more)


TEMPLATES = {"dialogskema.docx": dialogue}
