"""Who has not signed the consent yet (Bilag 6)."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import Signer
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.profile.model import Profile


def unsigned(case: Case, profile: Profile, day: date) -> list[str]:
    """Return the names of those whose signature is missing on a day.

    Before the youth is adult: the youth and everybody with custody; after: the youth alone.
    """
    signed = {(each.signer, each.name.casefold()) for each in case.consent.signatures}
    needed = [(Signer.YOUTH, case.record.youth.name)]
    if under_age(case, profile, day):
        needed += [(Signer.CUSTODY, each.name) for each in case.record.custody_holders]
    return [name for signer, name in needed if (signer, name.casefold()) not in signed]
