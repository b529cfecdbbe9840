"""Names of people in a case, and what the writer of an unknown name or word most likely meant."""

from collections.abc import Iterable, Iterator

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.danish.text import closest_value, did_you_mean
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def names_in_case(case: Case) -> list[str]:
    """Return the full names of the youth, the parents, the coordinator and the team."""
    return [person.name for person in case.everybody]


def names_in_reach(case: Case, profile: Profile) -> list[str]:
    """Return the full names of everybody in the case and of the staff in the settings."""
    return [*names_in_case(case), *(staff.name for staff in profile.staff)]


def unknown_people(
    rule: Rule, case: Case, profile: Profile, named: Iterable[tuple[str, Location]]
) -> Iterator[Finding]:
    """Yield a finding for each name that neither the case nor the settings know."""
    for name, location in named:
        if not case.person(name) and not profile.employee(name):
            yield rule.finding(location, person=name, **suggested_in_reach(case, profile, name))


def has_taken_part(case: Case, name: str) -> bool:
    """Whether somebody who has left the case was part of it: what they signed or got stays true.

    Former coordinators are known by the history, others by the meetings that they attended.
    """
    wanted = name.strip().casefold()
    return wanted in former_coordinators(case) or wanted in _attended(case)


def _attended(case: Case) -> set[str]:
    return {
        each.person.strip().casefold()
        for held in case.rounds.values()
        for each in held.meeting.participants
        if each.attended
    }


def suggestion(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the help ``Mente du …?`` as a fact; nothing when no known word is like it.

    The fact replaces the hint of the rule, which otherwise lists the allowed values.
    """
    likely = closest_value(word, known)
    return {"hjælp": did_you_mean(likely)} if likely else {}


def suggested_person(case: Case, name: str, known: Iterable[str]) -> dict[str, str]:
    """Return a suggestion for ``min mor``, for one word of a name, or for another spelling."""
    known = list(known)
    word = name.strip().casefold().removeprefix("min ").removeprefix("mit ")
    likely = dict.fromkeys([*_by_relation(case, word), *_by_part(word, known)])
    if len(likely) == 1:
        return {"hjælp": did_you_mean(next(iter(likely)))}
    return suggestion(name, known)


def suggested_in_reach(case: Case, profile: Profile, name: str) -> dict[str, str]:
    """Return a suggestion among everybody in the case and of the staff."""
    return suggested_person(case, name, names_in_reach(case, profile))


def _by_relation(case: Case, word: str) -> Iterator[str]:
    for parent in case.record.parents:
        if parent.relation.casefold() == word:
            yield parent.name
    for member in case.team.members:
        labels = (member.relation, member.title, member.role.value, member.role.label)
        if word in (label.casefold() for label in labels if label):
            yield member.name


def _by_part(word: str, known: list[str]) -> Iterator[str]:
    return (name for name in known if word in name.casefold().split())
