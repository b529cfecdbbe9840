"""The overview of team and measures on one page: who is there, what each does, how to reach them.

The youth's private people and their words stay on the youth's own map.
"""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.sharing import covered, has_withdrawn, still_members, under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Measure
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.form import (
    Answers,
    Form,
    Items,
    Lines,
    asked_fields,
    lines_of,
    named,
    names_in,
)
from samarbejde_cli.documents.goal_answers import NAME_IS_ELSEWHERE
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.readers import copies_for
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import GROUP, TEXT, YES_NO, Known, Presence, in_area, of_model
from samarbejde_cli.documents.values import danish, opening
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def team_readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the complete copy, and those of custody and of the team, as far as they differ."""
    custody = case.record.custody_holders if under_age(case, profile, day) else []
    names = (*(each.name for each in custody), *(each.name for each in case.team.members))
    return copies_for(case, profile, names, day)


def network_overview(
    case: Case, profile: Profile, recipient: Recipient | None, day: date
) -> Context:
    """Return the overview's fields; of private people no way to reach them is among them."""
    del recipient
    context = shared(case, profile, "Netværks- og indsatsoverblik", day)
    members = still_members(case, profile, day)
    private = [each for each in members if not each.is_professional]
    found = professionals(case, profile, context["koordinator"], day)
    return context | {
        "fagpersoner": [_placed(case, each) for each in found],
        "familie": [_parent(each) for each in _parents(case, profile, day)],
        "private": [_placed(case, _member(case, each)) for each in private],
        "indsatser": [
            each | {"sted": named(f"indsatser[{number}]")}
            for number, each in enumerate(measures(case, profile, day), 1)
        ],
    }


def _placed(case: Case, someone: Context) -> Context:
    """Return somebody with the place in team.yaml; the coordinator has none."""
    if someone["er_koordinator"]:
        return someone | {"sted": None}
    names = [each.name for each in case.team.members]
    return someone | {"sted": named(f"personer[{names.index(someone['navn']) + 1}]")}


def professionals(
    case: Case, profile: Profile, coordinator: Context | None, day: date
) -> list[Context]:
    """Return those who are there for work, the coordinator first, with what each does."""
    members = still_members(case, profile, day)
    others = (each for each in members if each.is_professional)
    found = [each for each in others if not case.is_coordinator(each.name)]
    reached = [_member(case, each) | {"telefon": each.phone, "email": each.email} for each in found]
    return [*_coordinator(coordinator), *reached]


def measures(case: Case, profile: Profile, day: date) -> list[Context]:
    """Return the running measures, each with who is responsible and how to reach them."""
    return [_measure(case, profile, each, day) for each in case.team.measures]


def _parents(case: Case, profile: Profile, day: date) -> list[Parent]:
    """Return the parents; from the age of consent only those whom the youth's consent covers."""
    if under_age(case, profile, day):
        return case.record.parents
    return [each for each in case.record.parents if covered(case, profile, each.name, day)]


def _coordinator(coordinator: Context | None) -> list[Context]:
    """Return the coordinator as one of the professionals; nobody when none is found yet."""
    if coordinator is None:
        return []
    return [
        {
            "navn": coordinator["navn"],
            "funktion": coordinator["titel"],
            "arbejdssted": coordinator["afdeling"],
            "opgave": None,
            "støtte": None,
            "er_koordinator": True,
            "den_unges_voksne": False,
            "telefon": coordinator["telefon"],
            "email": coordinator["email"],
        }
    ]


def _member(case: Case, member: Member) -> Context:
    adult = case.team.adult
    chosen = bool(adult and adult.person and adult.person.casefold() == member.name.casefold())
    function = member.title or (None if member.is_professional else member.relation)
    return {
        "navn": member.name,
        "funktion": opening(function or member.role.label),
        "arbejdssted": member.workplace,
        "opgave": member.task,
        "støtte": None if member.task else _support(case, member),
        "er_koordinator": False,
        "den_unges_voksne": chosen,
    }


def _support(case: Case, member: Member) -> str | None:
    """Return the measures that somebody is responsible for, when nothing else is said of them."""
    name = member.name.casefold()
    measures = case.team.measures
    mine = [each.support for each in measures if (each.responsible or "").casefold() == name]
    return listed(mine) or None


def _parent(parent: Parent) -> Context:
    return {
        "navn": parent.name,
        "relation": opening(parent.relation),
        "forældremyndighed": parent.custody,
    }


def _measure(case: Case, profile: Profile, measure: Measure, day: date) -> Context:
    """Return a measure; somebody for whom the consent was taken back is not named."""
    group: Context = danish(measure)
    name = measure.responsible or ""
    if name and has_withdrawn(case, profile, name, day):
        return group | {"ansvarlig": None, "telefon": None}
    member = case.member(name)
    is_there_for_work = member is not None and member.is_professional
    return group | {"telefon": member.phone if member and is_there_for_work else None}


def answers(context: Context) -> Answers:
    """Return what is printed of the people in the team and of the measures."""
    found: dict[str, Lines] = {}
    for each in (*context["fagpersoner"], *context["private"]):
        keys = ("navn", "opgave", "telefon", "email") if "telefon" in each else ("navn", "opgave")
        if each["sted"]:
            found |= {f"{each['sted']['rute']}.{key}": lines_of(each[key]) for key in keys}
    for each in context.get("indsatser", ()):
        route = each["sted"]["rute"]
        found |= {f"{route}.{key}": lines_of(each[key]) for key in _MEASURE}
        found[f"{route}.ansvarlig"] = names_in(lines_of(each["ansvarlig"]))
    return found


def _of_team(case: Case) -> str:
    """Return the stem of the file about the team."""
    del case
    return "team"


def _stops(context: Context, route: str, after: Lines) -> str:
    """Return why a name is not changed: other files name people by it."""
    del context, after
    if route.startswith("personer[") and route.endswith(".navn"):
        return NAME_IS_ELSEWHERE
    return ""


_MEASURE = ("støtte", "tilbud", "paragraf", "start", "varighed")
_SOMETIMES = Presence.SOMETIMES


def member_fields(path: str, description: str, *reached: str) -> tuple[Known, ...]:
    """Return the fields of a list of people; ``reached`` are the ways to reach each."""
    return (
        *of_model(path, Member, description, "navn", "arbejdssted", *reached),
        Known(f"{path}.funktion", TEXT, "Titel, relation eller rolle"),
        Known(f"{path}.opgave", TEXT, "Hvad personen gør", _SOMETIMES),
        Known(
            f"{path}.støtte", TEXT, "Personens indsatser, når der ikke står en opgave", _SOMETIMES
        ),
        Known(f"{path}.er_koordinator", YES_NO, "Er det koordinatoren"),
        Known(f"{path}.den_unges_voksne", YES_NO, "Er det den voksne, som den unge har valgt"),
    )


def _place_fields(path: str) -> tuple[Known, ...]:
    return (
        Known(f"{path}.sted", GROUP, "Personens plads i team.yaml", _SOMETIMES),
        *asked_fields(f"{path}.sted"),
    )


NETWORK_OVERVIEW_FIELDS = in_area(
    DataArea.TEAM,
    member_fields("fagpersoner[]", "Fagpersonerne, koordinatoren først", "telefon", "email"),
    _place_fields("fagpersoner[]"),
    in_area(
        DataArea.TEAM,
        member_fields("private[]", "Dem i teamet, der ikke er der på arbejde"),
        arbejdssted=DataArea.PRIVATE_CONTACT,
        støtte=DataArea.MEASURES,
    ),
    _place_fields("private[]"),
    of_model("familie[]", Parent, "Forældrene; fra 18 år dem, samtykket nævner",
              "navn", "relation", "forældremyndighed"),
    in_area(
        DataArea.MEASURES,
        of_model("indsatser[]", Measure, "Støtte, der er i gang"),
        Known("indsatser[].sted", GROUP, "Indsatsens plads i team.yaml"),
        *asked_fields("indsatser[].sted"),
        Known("indsatser[].telefon", TEXT, "Den ansvarlige fagpersons telefonnummer", _SOMETIMES),
    ),
    telefon=DataArea.WORK_CONTACT,
    email=DataArea.WORK_CONTACT,
    støtte=DataArea.MEASURES,
)  # fmt: skip

NETWORK_OVERVIEW = Kind(
    name="network-overview",
    order=160,
    stem="netværks-og-indsatsoverblik",
    title="Netværks- og indsatsoverblik",
    help="Lav overblikket over team og indsatser på én side.",
    about=(
        "Overblikket viser, hvem der er i teamet, hvad hver af dem gør, hvordan man får fat i "
        "fagpersonerne, og hvilken støtte der er i gang. Den unges private netværk og dets "
        "telefonnumre står kun på netværkskortet."
    ),
    steps=(Step.MEETING,),
    template="netværks-og-indsatsoverblik.docx",
    later_template=None,
    recipients=team_readers,
    context=network_overview,
    fields=lambda: NETWORK_OVERVIEW_FIELDS,
    form=Form(
        _of_team,
        answers,
        "personer[",
        (
            Items("personer", "navn", ("navn", "rolle"), can_go=True, are_people=True),
            Items("indsatser", "støtte", ("støtte",), can_go=True),
        ),
        stops=_stops,
    ),
)
