"""What the signatures on a consent stand under: what was added later is not consented to (Bilag 6).

A signature covers what was there when it was given. Its line says so with fingerprints, which
``sign`` and ``advance`` write; a line without them covers all that has no later day.
"""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import WITHHELD, ConsentSignature, Item, ItemKind, Signer
from samarbejde_cli.case.history import Event, HistoryEntry
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.profile.model import Profile


def needed_signers(case: Case, profile: Profile, day: date) -> list[tuple[Signer, str]]:
    """Return who must sign on a day: the youth, and before coming of age all with custody."""
    found = [(Signer.YOUTH, case.record.youth.name)]
    if case.age(day) < profile.consent.adult:
        found += [(Signer.CUSTODY, each.name) for each in case.record.custody_holders]
    return found


def standing(case: Case) -> list[ConsentSignature]:
    """Return the signatures without those on a consent that was withdrawn as a whole since."""
    ended = _ended_on(case) if case.consent.signatures else None
    return [each for each in case.consent.signatures if ended is None or each.date >= ended]


def _ended_on(case: Case) -> date | None:
    """Return the day on which the history last says that the whole consent was withdrawn."""
    history: list[HistoryEntry] = unless_broken(lambda: case.history, [])
    days = (x.at.date() for x in history if x.event is Event.WITHDRAWN and not x.person)
    return max(days, default=None)


@remembered
def newer_items(case: Case, profile: Profile, day: date) -> list[Item]:
    """Return what somebody who must sign and has signed has not signed: it came later."""
    if not _can_be_newer(case):
        return []
    signed = [found for found in _by_signer(case, profile, day) if found]
    wanted = (each for each in case.consent.items if each.kind is not ItemKind.FORBIDDEN)
    return [
        item
        for item in wanted
        if not all(any(each.covers(item) for each in found) for found in signed)
    ]


def lost_lines(case: Case, profile: Profile, day: date) -> int:
    """Return how many lines that were signed as not to be exchanged are gone or rewritten."""
    if not any(each.shown for each in case.consent.signatures):
        return 0
    signed = (found for found in _by_signer(case, profile, day) if found)
    latest = [max(found, key=lambda each: each.date).shown for found in signed]
    present = {each.fingerprint for each in case.consent.items}
    return max((sum(_is_lost(each, present) for each in shown) for shown in latest), default=0)


def _is_lost(fingerprint: str, present: set[str]) -> bool:
    return fingerprint.startswith(WITHHELD) and fingerprint not in present


def still_to_sign(case: Case, profile: Profile, day: date) -> list[str]:
    """Return who must sign the consent as it is now and has not: at all, since 18, or all of it."""
    newer, present = (
        newer_items(case, profile, day),
        {each.fingerprint for each in case.consent.items},
    )
    signed = zip(needed_signers(case, profile, day), _by_signer(case, profile, day), strict=True)
    return [name for (_, name), found in signed if not _has_signed(found, newer, present)]


def _has_signed(found: list[ConsentSignature], newer: list[Item], present: set[str]) -> bool:
    if not found:
        return False
    latest = max(found, key=lambda each: each.date)
    is_whole = not any(_is_lost(each, present) for each in latest.shown)
    return is_whole and all(any(each.covers(item) for each in found) for item in newer)


def shown_on(case: Case, day: date) -> list[str]:
    """Return the fingerprints of what somebody signs on a day: all that has no later day."""
    items = case.consent.items
    return [each.fingerprint for each in items if each.since is None or each.since <= day]


def is_newer(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether a person, by full name, was added to the consent after it had been signed."""
    wanted = name.casefold()
    found = (each for each in newer_items(case, profile, day) if each.kind is ItemKind.RECIPIENT)
    return any(each.text.casefold() == wanted for each in found)


def _can_be_newer(case: Case) -> bool:
    consent = case.consent
    return any(each.shown for each in consent.signatures) or consent.says_since


def _by_signer(case: Case, profile: Profile, day: date) -> Iterator[list[ConsentSignature]]:
    """Yield the signatures of each who must sign, without those that lapsed at the age of 18."""
    adult_from = case.turns(profile.consent.adult)
    since = adult_from if day >= adult_from else date.min
    for signer, name in needed_signers(case, profile, day):
        found = [
            each
            for each in standing(case)
            if each.signer is signer
            and case.full_name(each.name).casefold() == name.casefold()
            and each.date >= since
        ]
        yield _that_count(found)


def _that_count(found: list[ConsentSignature]) -> list[ConsentSignature]:
    """Return one person's signatures without those that a later one says more exactly.

    One without fingerprints covers all that has no day, so also what is added long after it.
    """
    exact = max((each.date for each in found if each.shown), default=date.min)
    return [each for each in found if each.shown or each.date > exact]
