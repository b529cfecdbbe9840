"""Who is kept out by something in the consent that a rule of its own reports."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import centre_outside
from samarbejde_cli.case.signed import is_newer
from samarbejde_cli.profile.model import Profile


def has_own_finding(case: Case, profile: Profile, name: str, today: date) -> bool:
    """Whether SAM417 or SAM419 reports somebody, by full name, whom the consent names."""
    if name.casefold() not in case.consent.by_name:
        return False
    is_outside = centre_outside(case, profile, name, today) is not None
    return is_outside or is_newer(case, profile, name, today)
