"""The network map: the youth in the middle, people placed by closeness and kind."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Circle, NetworkPerson
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.network.drawing import LOOKS, shapes
from samarbejde_cli.documents.network.layout import MapEntry, Names, arranged
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import GROUP, NUMBER, TEXT, Known, in_area, of_model
from samarbejde_cli.documents.values import danish
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.word import Shape, draw_shapes

DRAWING_NAME = "Netværkskort"
CLOSENESS = ("Meget tæt på", "Tæt på", "Længere væk")


def network_map(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the map's fields; without people it is an empty map to draw on together."""
    del recipient
    context = shared(case, profile, "Netværkskort", day)
    network = sorted(case.team.network, key=lambda each: (each.closeness, _sector(each.circle)))
    return context | {
        "kort": {
            "midte": case.record.youth.short_name,
            "personer": [person(each, profile.words) for each in network],
            "antal": len(network),
        }
    }


def person(someone: NetworkPerson, words: Words) -> Context:
    """Return one person of the network, with the circle and the closeness in words."""
    group: Context = danish(someone)
    return group | {
        "kreds": _circles(words.education_and_work)[_sector(someone.circle)],
        "nærhed_med_ord": CLOSENESS[someone.closeness - 1],
    }


def _sector(circle: Circle) -> int:
    return list(Circle).index(circle)


def _circles(education_and_work: str) -> tuple[str, ...]:
    """Return the names of the circles, clockwise from the top."""
    own = {Circle.SCHOOL_WORK: education_and_work}
    return tuple(own.get(circle, circle.label) for circle in Circle)


def with_map(data: bytes, context: Context) -> bytes:
    """Return the paper with the map drawn into its frame; unchanged when it has none."""
    names = Names(_circles(context["ord"]["skole_og_arbejde"]), CLOSENESS)
    entries = [_entry(each, names) for each in context["kort"]["personer"]]

    def arrange(width: float, height: float) -> list[Shape]:
        layout = arranged(entries, names, width, height)
        return shapes(entries, context["kort"]["midte"], names, layout)

    return draw_shapes(data, DRAWING_NAME, arrange, _described(context))


def _entry(someone: Context, names: Names) -> MapEntry:
    sector = names.sectors.index(someone["kreds"])
    texts = someone["navn"], someone["relation"] or ""
    return MapEntry(*texts, sector, someone["nærhed"], LOOKS[sector].inset)


def _described(context: Context) -> str:
    """Return the words that are read aloud in the place of the drawing."""
    number = context["kort"]["antal"]
    if not number:
        person = context["ord"]["person"]
        return f"Tomt netværkskort: tre ringe om {person}, delt i fem kredse, til at tegne på."
    people = "én person" if number == 1 else f"{number} personer"
    return (
        f"Netværkskort med {context['kort']['midte']} i midten og {people} i tre ringe efter, hvor "
        "tæt de er på. Alle står også i tabellen på næste side."
    )


NETWORK_MAP_FIELDS = in_area(
    DataArea.NETWORK,
    Known("kort", GROUP, "Netværkskortet"),
    Known("kort.midte", TEXT, "Navnet i midten"),
    Known("kort.antal", NUMBER, "Hvor mange der er på kortet"),
    of_model("kort.personer[]", NetworkPerson, "Alle på kortet, de nærmeste først"),
    Known("kort.personer[].nærhed_med_ord", TEXT, "Meget tæt på, Tæt på eller Længere væk"),
)

NETWORK_MAP = Kind(
    name="network-map",
    order=150,
    stem="netværkskort",
    title="Netværkskort",
    help="Tegn netværkskortet, som kan rettes i Word.",
    about=(
        "Den unge står i midten. Personerne fra netværk i team.yaml står i tre ringe efter, hvor "
        "tæt de er på, og i fem kredse. Uden personer bliver det et tomt kort til at tegne på."
    ),
    steps=(Step.PRE_MEETING,),
    template="netværkskort.docx",
    later_template=None,
    recipients=everybody,
    context=network_map,
    fields=lambda: NETWORK_MAP_FIELDS,
    stays_inside=True,
    finish=with_map,
)
