"""Who must sign the consent, and whose signature counts (Bilag 6)."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import Signer
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.signatures import HAS_CUSTODY
from samarbejde_cli.documents.values import opening
from samarbejde_cli.profile.model import Profile


def signing_day(case: Case, day: date) -> date:
    """Return the day the consent is signed: that of the coming pre-meeting, else the paper's."""
    return max(day, case.round.pre_meeting.date or day)


def signers(case: Case, profile: Profile, day: date) -> list[Context]:
    """Return a line for each who must sign, with the date when it is given.

    The youth; and, while the youth is under age, everybody with custody. Nobody known to have it
    leaves a line without a name.
    """
    found = [(Signer.YOUTH, case.record.youth.name)]
    if under_age(case, profile, signing_day(case, day)):
        holders = [each.name for each in case.record.custody_holders]
        found += [(Signer.CUSTODY, name) for name in holders or [""]]
    return [_line(case, profile, signer, name, day) for signer, name in found]


def must_renew(case: Case, profile: Profile, day: date) -> bool:
    """Whether the youth has come of age since the consent was signed, so it counts no longer."""
    grown = not under_age(case, profile, signing_day(case, day))
    return (
        grown
        and bool(case.consent.signatures)
        and _signed_on(case, profile, Signer.YOUTH, case.record.youth.name, day) is None
    )


def is_signed(case: Case, profile: Profile, day: date) -> bool:
    """Whether everybody who must sign has done so."""
    return all(line["dato"] for line in signers(case, profile, day))


def _line(case: Case, profile: Profile, signer: Signer, name: str, day: date) -> Context:
    is_youth = signer is Signer.YOUTH
    return {
        "navn": name,
        "som": opening(profile.words.person) if is_youth else HAS_CUSTODY,
        "dato": _signed_on(case, profile, signer, name, day),
    }


def _signed_on(case: Case, profile: Profile, signer: Signer, name: str, day: date) -> date | None:
    """Return when somebody signed; from the age of consent on only what was signed since."""
    adult = case.turns(profile.consent.adult)
    since = adult if signing_day(case, day) >= adult else date.min
    days = [
        each.date
        for each in case.consent.signatures
        if each.signer is signer and each.name.casefold() == name.casefold()
    ]
    return max((each for each in days if each >= since), default=None)
