"""What the Mål- og aftaleskema is printed with, and for whom."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import compress, zip_longest
from operator import not_

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Member, Parent
from samarbejde_cli.case.plan import (
    EDUCATION_AND_WORK,
    OTHER_MATTERS,
    Area,
    Assessment,
    Goal,
    GoalStatus,
)
from samarbejde_cli.case.sharing import (
    has_withdrawn,
    may_receive,
    needs_no_consent,
    shown_parents,
    still_members,
    under_age,
)
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.first_person import is_own_act
from samarbejde_cli.documents.addresses import shown
from samarbejde_cli.documents.attendance import may_be_named
from samarbejde_cli.documents.context import Context, laws, references, shared, with_number
from samarbejde_cli.documents.form import named
from samarbejde_cli.documents.goal_answers import CHOOSE
from samarbejde_cli.documents.readers import copies_for
from samarbejde_cli.documents.recipients import NOT_COVERED, Recipient
from samarbejde_cli.documents.sight import sight_of
from samarbejde_cli.documents.signatures import changed_since, meeting_day, signatures
from samarbejde_cli.documents.values import danish, opening
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.routes import route_text
from samarbejde_cli.word import Checkbox, bookmark_name

NEW_GOAL = "mål[]"
"""The route of a line that holds no goal yet."""


def plan_readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the complete copy, and those of custody and of the people the plan may be sent to."""
    custody = case.record.custody_holders if under_age(case, profile, day) else []
    names = (*(each.name for each in custody), *case.plan.sent_to)
    return copies_for(case, profile, names, day)


def not_agreed(case: Case, profile: Profile, who: Recipient, day: date) -> Finding | None:
    """Return why somebody does not get the plan: it is not agreed that they may have it."""
    if needs_no_consent(case, profile, who.name, day):
        return None
    if who.name in [case.full_name(name) for name in case.plan.sent_to]:
        return None
    youth = case.record.youth.short_name
    facts = {
        "navn": who.name,
        "hvad": "skal have planen",
        "grund": "planen må kun sendes til dem, der står under `sendes_til`",
        "hjælp": (
            f"Har {youth} sagt ja til, at {who.name} får planen, så skriv navnet under "
            "`sendes_til` i plan.yaml."
        ),
    }
    return Finding(NOT_COVERED, case.location("plan", "sendes_til"), facts)


def goals(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the form's fields; what is not known yet stays empty, to be written at the meeting."""
    context = shared(case, profile, "Mål- og aftaleskema", day)
    context["ung"] = with_number(context["ung"], case.record.youth.cpr)
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
        "indsatser": [
            danish(each) | {"sted": named(f"indsatser[{number}]")}
            for number, each in enumerate(case.team.measures, 1)
        ],
        "undersøgelse": _assessment(plan.assessment),
        "ønsker": case.round.pre_meeting.wishes,
        "oplevelse": danish(case.round.pre_meeting.experience),
        "mål": {
            "uddannelse": _open(case, profile, EDUCATION_AND_WORK) or [_new_line(profile)],
            "øvrige": [*_open(case, profile, OTHER_MATTERS), _new_line(profile, "mål__00")],
            "nået": [
                _line(case, profile, *each) for each in _routed(plan.goals) if each[1].reached
            ],
        },
        "køreplan": _road_map(case),
        "team": _team(case, _shown_members(case, profile, recipient, day), context["koordinator"]),
        "ændret_siden": [{"dato": each.date, "hvad": each.what} for each in changed_since(case)],
        "underskriftsrækker": _rows(_signing(case, profile, recipient, day)),
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


def _signing(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> list[Context]:
    """Return the lines for signatures; in a copy without those of whom others are not told."""
    lines = signatures(case, profile, day)
    if recipient is None:
        return lines
    return [
        each for each in lines if not each["navn"] or may_be_named(case, profile, each["navn"], day)
    ]


def _rows(lines: list[Context]) -> list[Context]:
    """Return the signatures three and three, read down the left side first."""
    high = -(-len(lines) // 3)
    columns = (lines[:high], lines[high : 2 * high], lines[2 * high :])
    rows = zip_longest(*columns)
    return [{"venstre": left, "midt": middle, "højre": right} for left, middle, right in rows]


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


def _routed(goals: Iterable[Goal]) -> list[tuple[str, Goal]]:
    return [(route_text(("mål", index)), goal) for index, goal in enumerate(goals)]


def _open(case: Case, profile: Profile, areas: Sequence[Area]) -> list[Context]:
    """Return one line for each goal of some areas that is not reached, in the areas' order."""
    goals = _routed(case.plan.goals)
    found = [each for each in goals if each[1].area in areas and not each[1].reached]
    found.sort(key=lambda each: areas.index(each[1].area))
    return [_line(case, profile, route, goal) for route, goal in found]


def _scale(profile: Profile, goal: Goal | None) -> str | None:
    """Return how far a goal is, ``Start 2 · nu 3 · ønsket 5``; None where no scale is used."""
    progression = goal.progression if goal else None
    if progression is None and not profile.plan.progression:
        return None
    steps = (
        ("Start", progression and progression.start),
        ("nu", goal and goal.score),
        ("ønsket", progression and progression.wanted),
    )
    return " · ".join(f"{name} {number or '__'}" for name, number in steps)


def _noted(status: GoalStatus) -> str:
    """Return what was heard of an agreement: ``14. april 2026: Lis ringede (gjort)``."""
    done = (
        {True: "gjort", False: "ikke gjort"}.get(status.done) if status.done is not None else None
    )
    said = [status.what] if status.what else []
    if done:
        said.append(f"({done})" if said else done)
    return f"{long_date(status.date)}: {' '.join(said)}" if said else long_date(status.date)


def _line(case: Case, profile: Profile, route: str, goal: Goal) -> Context:
    since = _earlier_round(case, goal)
    own = [is_own_act(action) for action in goal.actions]
    return {
        "rute": route,
        "felt": bookmark_name(route),
        "område": goal.area.label,
        "tom": False,
        "mål": goal.goal,
        "delmål": goal.steps,
        "handlinger": goal.actions,
        "mine_handlinger": list(compress(goal.actions, own)),
        "andres_handlinger": list(compress(goal.actions, map(not_, own))),
        "ansvarlige": [_responsible(case, name) for name in goal.responsible],
        "frist": goal.deadline,
        "fra_runde": since,
        "overført_fra": since,
        "ja": Checkbox(checked=goal.reached is True),
        "nej": Checkbox(checked=goal.reached is False),
        "årsag": goal.reason,
        "skala": _scale(profile, goal),
        "status": [_noted(each) for each in goal.status],
    }


def _new_line(profile: Profile, bookmark: str = "mål__0") -> Context:
    """Return a line that holds no goal yet; the bookmarks of two must differ."""
    nothing: Context = dict.fromkeys(("frist", "fra_runde", "overført_fra", "årsag"))
    lists = ("delmål", "handlinger", "mine_handlinger", "andres_handlinger", "ansvarlige", "status")
    boxes = {key: Checkbox(checked=False) for key in ("ja", "nej")}
    line = {"rute": NEW_GOAL, "felt": bookmark, "område": CHOOSE, "mål": "", "tom": True}
    empty: Context = {key: [] for key in lists}
    return nothing | boxes | line | empty | {"skala": _scale(profile, None)}


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
    return {
        "ansvarlig": road_map.responsible if road_map else None,
        "næste_gang": road_map.next if road_map else None,
    }


def _shown_members(
    case: Case, profile: Profile, recipient: Recipient | None, day: date
) -> list[Member]:
    """Return the team; where private people work is only told as their telephones are."""
    sight, members = sight_of(case, profile, recipient, day), still_members(case, profile, day)
    if sight.sees(DataArea.PRIVATE_CONTACT):
        return members
    return [
        each if each.is_professional or each.name.casefold() == sight.name
        else each.model_copy(update={"workplace": None})
        for each in members
    ]  # fmt: skip


def _team(case: Case, members: list[Member], coordinator: Context | None) -> list[Context]:
    """Return the people of the team, the coordinator first, each with the place in the files."""
    first = [] if coordinator is None else [_of_coordinator(coordinator)]
    known = {each["navn"].casefold() for each in first}
    others = [each for each in members if each.name.casefold() not in known]
    numbers = {each.name: number for number, each in enumerate(case.team.members, 1)}
    return first + [_of_member(each, f"personer[{numbers[each.name]}]") for each in others]


def _of_coordinator(coordinator: Context) -> Context:
    return {
        "navn": coordinator["navn"],
        "funktion": coordinator["titel"],
        "arbejdssted": coordinator["afdeling"],
        "telefon": coordinator["telefon"],
        "viser_telefon": True,
        "sted": named("koordinator"),
        "funktion_sted": named("koordinator.titel"),
    }


def _of_member(member: Member, route: str) -> Context:
    has_title = bool(member.title) or member.is_professional
    function = member.title if has_title else member.relation
    return {
        "navn": member.name,
        "funktion": opening(function or member.role.label),
        "arbejdssted": member.workplace,
        "telefon": member.phone if member.is_professional else None,
        "viser_telefon": member.is_professional,
        "sted": named(route),
        "funktion_sted": named(f"{route}.{'titel' if has_title else 'relation'}"),
    }
