"""The kind of department behind a role, and which of its people take part in a case."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Role
from samarbejde_cli.profile.model import DepartmentKind, Profile

ROLES: dict[DepartmentKind, frozenset[Role]] = {
    DepartmentKind.CHILDREN: frozenset({Role.CHILD_ADVISER}),
    DepartmentKind.EMPLOYMENT: frozenset({Role.EMPLOYMENT_ADVISER}),
    DepartmentKind.SOCIAL: frozenset({Role.SOCIAL_ADVISER, Role.ADULT_AUTHORITY}),
    DepartmentKind.BENEFITS: frozenset({Role.BENEFITS_ADVISER}),
    DepartmentKind.EDUCATION: frozenset({Role.EDUCATION_ADVISER}),
    DepartmentKind.INTEGRATION: frozenset({Role.INTEGRATION}),
    DepartmentKind.OTHER: frozenset(),
}
"""The roles of the consent form that people from a kind of department have."""


def has_role(case: Case, roles: frozenset[Role]) -> bool:
    """Whether somebody in the team has one of the roles."""
    return any(member.role in roles for member in case.team.members)


def is_represented(case: Case, profile: Profile, kind: DepartmentKind) -> bool:
    """Whether somebody in the team, or the coordinator, comes from a kind of department."""
    coordinator = case.record.coordinator
    own = profile.department(coordinator.department) if coordinator else None
    return has_role(case, ROLES[kind]) or (own is not None and own.kind is kind)
