"""Names of roles in a municipality, with its own departments."""

from samarbejde_cli.case.people import Member, Role
from samarbejde_cli.documents.values import opening
from samarbejde_cli.profile.model import DepartmentKind, Profile

_CASE_WORKERS = {
    Role.CHILD_ADVISER: DepartmentKind.CHILDREN,
    Role.EMPLOYMENT_ADVISER: DepartmentKind.EMPLOYMENT,
    Role.SOCIAL_ADVISER: DepartmentKind.SOCIAL,
    Role.BENEFITS_ADVISER: DepartmentKind.BENEFITS,
}


def named(role: Role, profile: Profile) -> str:
    """Return a role's name: ``Sagsbehandler, Børn og Familier``, ``Den unges voksne``."""
    if role is Role.ADULT:
        return opening(profile.words.adult)
    kind = _CASE_WORKERS.get(role)
    names = [each.name for each in profile.departments if each.kind is kind]
    return f"Sagsbehandler, {names[0]}" if names else role.label


def function(member: Member, profile: Profile) -> str:
    """Return what somebody in the team does or is: title and workplace, or the relation.

    Where private people work is nobody's business.
    """
    title = member.title or (None if member.is_professional else member.relation)
    about = opening(title or named(member.role, profile))
    workplace = member.workplace if member.is_professional else None
    return about if not workplace or workplace in about else f"{about}, {workplace}"
