"""The overview of network and measures: who is there, what each does, and how to reach them."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.sharing import covered, still_members, under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Measure, NetworkPerson
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.kinds.network_map import person
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import TEXT, YES_NO, Known, Presence, of_model
from samarbejde_cli.documents.values import danish, opening
from samarbejde_cli.profile.model import Profile


def network_overview(
    case: Case, profile: Profile, recipient: Recipient | None, day: date
) -> Context:
    """Return the overview's fields: no CPR number and no address is among them."""
    del recipient
    context = shared(case, profile, "Netværks- og indsatsoverblik", day)
    parents = _parents(case, profile, day)
    members = still_members(case, profile, day)
    professionals = [each for each in members if each.is_professional]
    private = [each for each in members if not each.is_professional]
    return context | {
        "fagpersoner": [
            *_coordinator(context["koordinator"]),
            *(_member(case, each) for each in professionals if not case.is_coordinator(each.name)),
        ],
        "familie": [_parent(case, each) for each in parents],
        "private": [_member(case, each) for each in private],
        "netværk": [_acquaintance(each) for each in _others(case, parents)],
        "indsatser": [_measure(case, each) for each in case.team.measures],
    }


def _parents(case: Case, profile: Profile, day: date) -> list[Parent]:
    """Return the parents; from the age of consent only those whom the youth's consent covers."""
    if under_age(case, profile, day):
        return case.record.parents
    return [each for each in case.record.parents if covered(case, profile, each.name, day)]


def _on_map(case: Case, name: str, *functions: str | None) -> list[NetworkPerson]:
    """Return how the map shows somebody whom the overview already names.

    By full name; by first name with the same relation, *Rune, træner* for a håndboldtræner; or by
    nothing but the relation: *Mor*.
    """
    known = [function.casefold() for function in functions if function]
    full = name.casefold()
    return [
        each
        for each in case.team.network
        if each.name.casefold() == full
        or each.name.casefold() in known
        or (
            each.name.casefold() == full.split()[0]
            and any(each.relation and each.relation.casefold() in function for function in known)
        )
    ]


def _others(case: Case, parents: list[Parent]) -> list[NetworkPerson]:
    """Return those on the map who are neither in the team nor among these parents."""
    shown = [
        *(_on_map(case, each.name, each.relation, each.title) for each in case.team.members),
        *(_on_map(case, each.name, each.relation) for each in parents),
    ]
    return [each for each in case.team.network if not any(each in found for found in shown)]


def _meaning(found: list[NetworkPerson]) -> str | None:
    """Return what the youth says of somebody on the map."""
    return next((each.note for each in found if each.note), None)


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
            "betyder": None,
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
        "opgave": member.task or _support(case, member),
        "betyder": _meaning(_on_map(case, member.name, member.relation, member.title)),
        "er_koordinator": False,
        "den_unges_voksne": chosen,
        "telefon": member.phone,
        "email": member.email,
    }


def _support(case: Case, member: Member) -> str | None:
    """Return the measures that somebody is responsible for, when nothing else is said of them."""
    name = member.name.casefold()
    measures = case.team.measures
    mine = [each.support for each in measures if (each.responsible or "").casefold() == name]
    return listed(mine) or None


def _parent(case: Case, parent: Parent) -> Context:
    return {
        "navn": parent.name,
        "relation": opening(parent.relation),
        "betyder": _meaning(_on_map(case, parent.name, parent.relation)),
        "forældremyndighed": parent.custody,
        "telefon": parent.phone,
        "email": parent.email,
    }


def _acquaintance(someone: NetworkPerson) -> Context:
    return person(someone) | {"relation": opening(someone.relation or someone.circle.label)}


def _measure(case: Case, measure: Measure) -> Context:
    group: Context = danish(measure)
    member = case.member(measure.responsible or "")
    return group | {"telefon": member.phone if member else None}


_SOMETIMES = Presence.SOMETIMES


def _member_fields(path: str, description: str) -> tuple[Known, ...]:
    return (
        *of_model(path, Member, description, "navn", "arbejdssted", "telefon", "email"),
        Known(f"{path}.funktion", TEXT, "Titel, relation eller rolle"),
        Known(f"{path}.opgave", TEXT, "Hvad personen gør, ellers personens indsatser", _SOMETIMES),
        Known(f"{path}.betyder", TEXT, "Det, den unge siger om personen på kortet", _SOMETIMES),
        Known(f"{path}.er_koordinator", YES_NO, "Er det koordinatoren"),
        Known(f"{path}.den_unges_voksne", YES_NO, "Er det den voksne, som den unge har valgt"),
    )


NETWORK_OVERVIEW_FIELDS = (
    *_member_fields("fagpersoner[]", "Fagpersonerne, koordinatoren først"),
    *_member_fields("private[]", "Dem i teamet, der ikke er der på arbejde"),
    *of_model("familie[]", Parent, "Forældrene; fra 18 år dem, samtykket nævner",
              "navn", "relation", "forældremyndighed", "telefon", "email"),
    Known("familie[].betyder", TEXT, "Det, den unge siger om personen på kortet", _SOMETIMES),
    *of_model("netværk[]", NetworkPerson, "De på netværkskortet, som ikke er nævnt andre steder"),
    Known("netværk[].relation", TEXT, "Relationen, ellers kredsen"),
    Known("netværk[].nærhed_med_ord", TEXT, "Meget tæt på, Tæt på eller Længere væk"),
    *of_model("indsatser[]", Measure, "Støtte, der er i gang"),
    Known("indsatser[].telefon", TEXT, "Den ansvarliges telefonnummer", _SOMETIMES),
)  # fmt: skip

NETWORK_OVERVIEW = Kind(
    name="network-overview",
    stem="netværks-og-indsatsoverblik",
    title="Netværks- og indsatsoverblik",
    help="Lav overblikket over netværk, team og indsatser.",
    about=(
        "Overblikket viser, hvem der er om den unge, hvad hver af dem gør, hvordan man får fat i "
        "dem, og hvilken støtte der er i gang. Der står ingen adresser og intet CPR-nummer i det."
    ),
    steps=(Step.MEETING,),
    template="netværks-og-indsatsoverblik.docx",
    later_template=None,
    recipients=everybody,
    context=network_overview,
    fields=NETWORK_OVERVIEW_FIELDS,
)
