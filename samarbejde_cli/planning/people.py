"""Who is who across cases: one name can be two people, and one person is in several cases."""

from dataclasses import dataclass, field

from samarbejde_cli.case.case import Case
from samarbejde_cli.profile.model import Profile


@dataclass
class Directory:
    """The people of all cases under one name each, the same in every run.

    Employees are one person wherever they are named. Two others of one name are two people when
    their mail addresses or phone numbers differ.
    """

    contacts: dict[str, list[str]] = field(default_factory=dict)
    outsiders: dict[str, set[str]] = field(default_factory=dict)
    """The cases of each who comes from outside."""

    def key(self, case: Case, profile: Profile, name: str) -> str:
        """Return the name that a person goes by in plans."""
        employee, member = profile.employee(name), case.member(name)
        if employee:
            return employee.name
        if member is None:
            return name
        key = self._of(name, member.email or member.phone)
        if not member.is_internal:
            self.outsiders.setdefault(key, set()).add(case.number)
        return key

    def _of(self, name: str, contact: str | None) -> str:
        known = self.contacts.setdefault(name.casefold(), [])
        if contact and contact not in known:
            known.append(contact)
        if contact is None or known.index(contact) == 0:
            return name
        return f"{name} ({known.index(contact) + 1})"

    def several(self) -> list[str]:
        """Return those from outside who are in several cases."""
        return sorted(name for name, cases in self.outsiders.items() if len(cases) > 1)
