"""The Mål- og aftaleskema: the form that is filled in at the meeting and signed (Bilag 3)."""

from collections.abc import Iterable
from datetime import date
from itertools import zip_longest

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.plan import EDUCATION_AND_WORK, OTHER_MATTERS, Area, Assessment, Goal
from samarbejde_cli.case.sharing import (
    has_withdrawn,
    may_receive,
    shown_parents,
    still_members,
    under_age,
)
from samarbejde_cli.documents.addresses import shown
from samarbejde_cli.documents.context import Context, laws, references, shared
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.signatures import meeting_day, signatures
from samarbejde_cli.documents.values import danish, opening
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.routes import route_text
from samarbejde_cli.word import Checkbox

_ONE_COLUMN = 9
"""Number of signatures that fit below each other on one page."""
NEW_GOAL = "mål[]"
"""The route of a line that holds no goal yet."""


def goals(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the form's fields; what is not known yet stays empty, to be written at the meeting."""
    del recipient
    context = shared(case, profile, "Mål- og aftaleskema", day)
    context["ung"] |= {"cpr": case.record.youth.cpr}
    plan = case.plan
    minor = under_age(case, profile, meeting_day(case, day))
    return context | {
        "plan": danish(plan) | {"sendes_til": _sent_to(case, profile, day)},
        "mindreårig": minor,
        "overgang_vises": _shows_transition(case, profile, day),
        "forældre": [
            _parent(case, each) for each in shown_parents(case, profile, meeting_day(case, day))
        ],
        "forældremyndighed": [each.name for each in case.record.parents if each.custody and minor],
        "den_unges_voksne": _adult(case, profile, day),
        "indsatser": danish(case.team.measures),
        "undersøgelse": _assessment(plan.assessment),
        "mål": {
            "uddannelse": _areas(case, plan.goals, EDUCATION_AND_WORK),
            "øvrige": _areas(case, plan.goals, OTHER_MATTERS),
        },
        "køreplan": _road_map(case),
        "team": _team(still_members(case, profile, day), context["koordinator"]),
        **_signatures(signatures(case, profile, day)),
        "lov": laws(case, profile, day),
        "love": references(case, profile, "plan", day),
    }


def _sent_to(case: Case, profile: Profile, day: date) -> list[str]:
    """Return to whom the plan may be sent: of those whom it names, whom the consent covers."""
    names = [case.full_name(name) for name in case.plan.sent_to]
    return [each for each in names if may_receive(case, profile, each, meeting_day(case, day))]


def _shows_transition(case: Case, profile: Profile, day: date) -> bool:
    """Whether the form asks about the transition to adult life: not when it is long past."""
    limit = profile.plan.transition_until
    return bool(case.plan.transition) or case.age(meeting_day(case, day)) < limit


def _signatures(lines: list[Context]) -> Context:
    """Return the signatures in one column; many stand two by two, so that one page holds them."""
    if len(lines) <= _ONE_COLUMN:
        return {"underskrifter": lines, "underskriftspar": []}
    half = (len(lines) + 1) // 2
    pairs = zip_longest(lines[:half], lines[half:])
    return {
        "underskrifter": [],
        "underskriftspar": [{"venstre": left, "højre": right} for left, right in pairs],
    }


def _parent(case: Case, parent: Parent) -> Context:
    return shown(case, parent) | {"cpr": parent.cpr, "relation": opening(parent.relation)}


def _adult(case: Case, profile: Profile, day: date) -> Context | None:
    adult = case.team.adult
    if adult is None or adult.person is None or has_withdrawn(case, profile, adult.person, day):
        return None
    member = case.member(adult.person)
    return {
        "navn": member.name if member else adult.person,
        "telefon": member.phone if member else None,
        "relation": member.relation if member else None,
    }


def _assessment(assessment: Assessment | None) -> Context:
    return {
        "ja": Checkbox(checked=assessment is not None and assessment.made),
        "nej": Checkbox(checked=assessment is not None and not assessment.made),
        "begrundelse": assessment.reason if assessment else None,
    }


def _areas(case: Case, all_goals: Iterable[Goal], areas: Iterable[Area]) -> list[Context]:
    """Return one line for each goal, by area; an area without goals has one line to write in."""
    routed = [(route_text(("mål", index)), goal) for index, goal in enumerate(all_goals)]
    of_area = {area: [each for each in routed if each[1].area is area] for area in areas}
    return [
        _line(case, area, route, goal, first=number == 0)
        for area, found in of_area.items()
        for number, (route, goal) in enumerate(found or ((NEW_GOAL, None),))
    ]


def _line(case: Case, area: Area, route: str, goal: Goal | None, *, first: bool) -> Context:
    since = _earlier_round(case, goal) if goal else None
    is_open = goal is not None and goal.reached is None
    return {
        "rute": route,
        "område": area.label,
        "første": first,
        "tom": goal is None,
        "mål": goal.goal if goal else "",
        "delmål": goal.steps if goal else [],
        "handlinger": goal.actions if goal else [],
        "ansvarlige": [_responsible(case, name) for name in goal.responsible] if goal else [],
        "frist": goal.deadline if goal else None,
        "fra_runde": since,
        "overført_fra": since if is_open else None,
        "ja": Checkbox(checked=goal is not None and goal.reached is True),
        "nej": Checkbox(checked=goal is not None and goal.reached is False),
        "årsag": goal.reason if goal else None,
    }


def _earlier_round(case: Case, goal: Goal) -> int | None:
    """Return the round that an old goal comes from; None for a goal of the present round."""
    since = goal.since_round
    return since if since is not None and since < case.record.round else None


def _responsible(case: Case, name: str) -> str:
    """Return who is responsible; the plan is the youth's own, so the youth is *Jeg*."""
    person = case.person(name)
    if person is None:
        return name
    return "Jeg" if person.kind == "ung" else person.name


def _road_map(case: Case) -> Context:
    road_map = case.plan.road_map
    coordinator = case.record.coordinator
    responsible = road_map.responsible if road_map else None
    return {
        "ansvarlig": responsible or (coordinator.name if coordinator else None),
        "næste_gang": (road_map.next if road_map else None) or case.round.follow_up.next_meeting,
    }


def _team(members: list[Member], coordinator: Context | None) -> list[Context]:
    """Return the people of the team, the coordinator first."""
    first = [] if coordinator is None else [_of_coordinator(coordinator)]
    known = {each["navn"].casefold() for each in first}
    others = [each for each in members if each.name.casefold() not in known]
    return first + [_of_member(each) for each in others]


def _of_coordinator(coordinator: Context) -> Context:
    return {
        "navn": coordinator["navn"],
        "funktion": coordinator["titel"],
        "arbejdssted": coordinator["afdeling"],
        "telefon": coordinator["telefon"],
    }


def _of_member(member: Member) -> Context:
    function = member.title or (None if member.is_professional else member.relation)
    return {
        "navn": member.name,
        "funktion": opening(function or member.role.label),
        "arbejdssted": member.workplace,
        "telefon": member.phone,
    }
