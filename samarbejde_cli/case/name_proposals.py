"""Who is most likely to be named next in a list of people: who must sign, who must have a copy."""

from collections.abc import Callable, Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.case.consent import Signer
from samarbejde_cli.case.sharing import covered, under_age, without_copy
from samarbejde_cli.case.signed import still_to_sign
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.staff import StaffRole
from samarbejde_cli.profile.vocabulary import PlanSigner

Names = Callable[[Case, Profile, date], Iterator[str]]


def names_to_come(case: Case, profile: Profile, at: CaseRoute, today: date) -> list[str]:
    """Return the names that a list of the case still lacks, the likeliest first.

    The case must be readable. Nothing for a list of other things than people.
    """
    find = _BY_LIST.get(_path(at))
    if find is None:
        return []
    if find is _consent_signers:  # who has signed is asked again for what came later
        return list(find(case, profile, today))
    there = {case.full_name(name).casefold() for name in _there(case, at)}
    names = dict.fromkeys(find(case, profile, today))
    return [name for name in names if case.full_name(name).casefold() not in there]


def signer_of(case: Case, profile: Profile, at: CaseRoute, name: str, today: date) -> str | None:
    """Return in which capacity somebody signs; None where that cannot be told."""
    path, wanted, record = _path(at), case.full_name(name).casefold(), case.record
    if path not in ("samtykke.underskrifter", "plan.underskrifter"):
        return None
    if wanted == record.youth.name.casefold():
        return Signer.YOUTH.value
    has_custody = wanted in (each.name.casefold() for each in record.custody_holders)
    if has_custody and under_age(case, profile, today):
        return Signer.CUSTODY.value
    return _plan_signer(case, profile, name).value if path.startswith("plan") else None


def _plan_signer(case: Case, profile: Profile, name: str) -> PlanSigner:
    employee = profile.employee(name)
    if employee and employee.role is StaffRole.LEADER:
        return PlanSigner.LEADER
    return PlanSigner.ADVISER if case.is_coordinator(name) else PlanSigner.OTHER


def _path(at: CaseRoute) -> str:
    name = "runde" if at.stem.startswith("runder/") else at.stem
    return f"{name}.{'.'.join(str(step) for step in at.route if isinstance(step, str))}"


def _there(case: Case, at: CaseRoute) -> Iterator[str]:
    """Yield who is in a list; of the plan's signatures only those since the round's meeting."""
    since = case.round.meeting.date if _path(at) == "plan.underskrifter" else None
    for item in at.value(case) or []:
        if not isinstance(item, dict):
            yield str(item or "")
        elif since is None or str(item.get("dato") or "") >= since.isoformat():
            yield str(item.get("person") or item.get("navn") or "")


def _consent_signers(case: Case, profile: Profile, today: date) -> Iterator[str]:
    yield from still_to_sign(case, profile, today)


def _plan_signers(case: Case, profile: Profile, today: date) -> Iterator[str]:
    yield case.record.youth.name
    if under_age(case, profile, today):
        yield from (each.name for each in case.record.custody_holders)
    yield from (each.name for each in profile.staff if each.role is StaffRole.LEADER)
    if case.record.coordinator:
        yield case.record.coordinator.name


def _recipients(case: Case, _profile: Profile, _today: date) -> Iterator[str]:
    if case.record.coordinator:
        yield case.record.coordinator.name
    yield from (each.name for each in case.team.members)


def _participants(case: Case, profile: Profile, today: date) -> Iterator[str]:
    if under_age(case, profile, today):
        yield from (each.name for each in case.record.custody_holders)
    members = (each.name for each in case.team.members)
    yield from (name for name in members if covered(case, profile, name, today))


def _copies(case: Case, profile: Profile, today: date) -> Iterator[str]:
    yield from without_copy(case, profile, today)


def _sent_to(case: Case, profile: Profile, today: date) -> Iterator[str]:
    members = (each.name for each in case.team.members)
    yield from (name for name in members if covered(case, profile, name, today))


def _deciders(case: Case, profile: Profile, _today: date) -> Iterator[str]:
    administrator = profile.first_with(StaffRole.ADMINISTRATOR)
    found = [administrator.name if administrator else None]
    found.append(case.record.coordinator.name if case.record.coordinator else None)
    yield from (name for name in found if name)


_BY_LIST: dict[str, Names] = {
    "samtykke.underskrifter": _consent_signers,
    "plan.underskrifter": _plan_signers,
    "samtykke.modtagere": _recipients,
    "runde.møde.deltagere": _participants,
    "runde.opfølgning.kopi_sendt": _copies,
    "plan.sendes_til": _sent_to,
    "sag.visitation.besluttet_af": _deciders,
}
