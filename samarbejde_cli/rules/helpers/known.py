"""Who may be named in a round and a plan, and whom the writer of an unknown name meant."""

from collections.abc import Iterator

from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.danish.text import did_you_mean
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.helpers.meant import meant


def in_case(case: Case) -> list[str]:
    """Return the full names of the youth, the parents, the coordinator and the team."""
    return [person.name for person in case.everybody]


def in_reach(case: Case, profile: Profile) -> list[str]:
    """Return the full names of everybody in the case and of the staff in the settings."""
    return [*in_case(case), *(staff.name for staff in profile.staff)]


def was_there(case: Case, name: str) -> bool:
    """Whether somebody who has left the case was part of it: what they signed or got stays true.

    Former coordinators are known by the history, others by the meetings that they attended.
    """
    wanted = name.strip().casefold()
    return wanted in former_coordinators(case) or wanted in _attended(case)


def _attended(case: Case) -> set[str]:
    numbers = (n for n in range(1, case.record.round + 1) if f"{ROUNDS}/{n}" in case.files)
    return {
        each.person.strip().casefold()
        for number in numbers
        for each in case.round_no(number).meeting.participants
        if each.attended
    }


def meant_person(case: Case, name: str, known: list[str]) -> dict[str, str]:
    """Return the help ``Mente du …?``: by ``min mor``, by one word of a name, or by spelling."""
    word = name.strip().casefold().removeprefix("min ").removeprefix("mit ")
    likely = dict.fromkeys([*_by_relation(case, word), *_by_part(word, known)])
    if len(likely) == 1:
        return {"hjælp": did_you_mean(next(iter(likely)))}
    return meant(name, known)


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
