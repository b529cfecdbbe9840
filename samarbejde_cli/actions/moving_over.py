"""What an older version wrote in another way: offered by ``fix``, where it is certain."""

from collections.abc import Collection, Iterator
from functools import partial

from samarbejde_cli import codes
from samarbejde_cli.actions.consent_seal import filed_consents, proven, unsealed, with_shown
from samarbejde_cli.actions.file_changes import with_value
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.meeting_checklist import Occupation
from samarbejde_cli.case.round import Round
from samarbejde_cli.case.standing import Education
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding
from samarbejde_cli.source.merge import Edit

_EDUCATION = {
    Occupation.PREPARATORY: Education.PREPARATORY,
    Occupation.SPECIAL: Education.SPECIAL,
    Occupation.HIGHER_EDUCATION: Education.HIGHER,
    Occupation.NOTHING: Education.NONE,
}
"""What the checklist's answer says for certain of the education; the others can be several."""


def standing(held: Round) -> Iterator[Edit]:
    """Yield what writes the checklist's answer about education where it belongs now."""
    occupation = held.meeting.checklist.occupation
    education = _EDUCATION.get(occupation) if occupation else None
    if education and held.meeting.standing is None:
        yield partial(with_value, route=("møde", "status", "uddannelse"), value=education.value)


def coverage(case: Case, workspace: Workspace) -> tuple[list[Edit], list[Finding]]:
    """Return what writes what signatures on the consent cover, and findings where nobody knows."""
    return unless_broken(lambda: _coverage(case, workspace), ([], []))


def _coverage(case: Case, workspace: Workspace) -> tuple[list[Edit], list[Finding]]:
    if not case.consent.is_given or not case.is_in_rounds:
        return [], []
    known = proven(case, workspace)
    edits: list[Edit] = [partial(with_shown, number=n, items=items) for n, items in known.items()]
    is_kept_later = case.step is Step.PRE_MEETING and case.record.round == 1
    return edits, [*_unknown(case, known)] if filed_consents(case) and not is_kept_later else []


def _unknown(case: Case, known: Collection[int]) -> Iterator[Finding]:
    """Yield that some signatures do not say what they cover, unless the same people sign again."""
    later = {each.name.casefold() for each in case.consent.signatures if each.shown}
    open_ones = (each for number, each in unsealed(case) if number not in known)
    names = [each.name for each in open_ones if each.name.casefold() not in later]
    if names:
        names = list(dict.fromkeys(names))
        several = "underskrifterne" if len(names) > 1 else "underskriften"
        again = " ".join(f'"{each}"' for each in names)
        facts = {"hvilke": f"{several} fra {listed(names)}", "navne": again, "sag": case.number}
        location = case.location("samtykke", "underskrifter", on_key=True)
        yield Finding(codes.SIGNATURE_COVERS_UNKNOWN, location, facts)
