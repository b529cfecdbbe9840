"""Signatures of parents on the consent of a youth who was of age by then."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import ConsentSignature, Signer
from samarbejde_cli.profile.model import Profile


def is_late(case: Case, profile: Profile, signature: ConsentSignature) -> bool:
    """Whether somebody signed as holding custody when the youth was of age."""
    is_adult = signature.date >= case.turns(profile.consent.adult)
    return signature.signer is Signer.CUSTODY and is_adult


def has_signed_late(case: Case, profile: Profile, name: str) -> bool:
    """Whether somebody, by full name, signed late; only SAM404 reports it."""
    return any(
        each.name.casefold() == name.casefold() and is_late(case, profile, each)
        for each in case.consent.signatures
    )
