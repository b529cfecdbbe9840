"""Keep what the signatures on a consent covered, before anything is added to it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.paper_register import read_filed
from samarbejde_cli.actions.provenance import made_from
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import Consent, ConsentSignature, Item, ItemKind
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.forms.read import load
from samarbejde_cli.source.edit import add_key
from samarbejde_cli.source.read import from_text

_STEM, _SIGNATURES = "samtykke", "underskrifter"
_READERS = {ItemKind.RECIPIENT, ItemKind.ORGANISATION}


def sealed(case: Case, workspace: Workspace) -> str | None:
    """Return the consent's text with fingerprints in the signatures that have none.

    They are of what the paper said that was signed; where nobody knows that, of what each
    signature covers by its day. So do those given since the case last moved: what was written on
    the paper by hand is in the file with them. None when nothing is to be written.
    """
    if not case.consent.is_given:
        return None
    moved = max((each.at.date() for each in case.history), default=date.max)
    known = {
        number: items
        for number, items in proven(case, workspace).items()
        if case.consent.signatures[number].date < moved
    }
    text = before = case.files[_STEM].source.text
    for number, each in unsealed(case):
        text = with_shown(text, number, known.get(number) or _covered(case, each))
    return text if text != before else None


def seal_new(path: Path, before: str, after: str) -> str:
    """Return the consent's text with what its new signatures cover. Raises ``EditError``."""
    old, new = (load(Consent, from_text(path, text))[0] for text in (before, after))
    if new is None:
        return after
    for number in range(len(old.signatures) if old else 0, len(new.signatures)):
        signature = new.signatures[number]
        items = [each for each in new.items if signature.covers(each)]
        after = after if signature.shown else with_shown(after, number, items)
    return after


def unsealed(case: Case) -> Iterator[tuple[int, ConsentSignature]]:
    """Yield the signatures that do not say what they cover, with their numbers."""
    return ((n, each) for n, each in enumerate(case.consent.signatures) if not each.shown)


def with_shown(text: str, number: int, items: Sequence[Item]) -> str:
    """Return the consent's text with what a signature covers; no items change nothing.

    Raises ``EditError``.
    """
    found = f"[{', '.join(each.fingerprint for each in items)}]"
    return add_key(text, (_SIGNATURES, number), "omfatter", found) if items else text


def proven(case: Case, workspace: Workspace) -> dict[int, list[Item]]:
    """Return what signatures without fingerprints cover, where the register proves it.

    The last consent that was made before somebody signed is what was signed, when the files that
    it was made from are still there or in git.
    """
    open_ones = list(unsealed(case))
    papers = filed_consents(case) if open_ones else []
    found: dict[int, list[Item]] = {}
    as_made: dict[str, Consent | None] = {}
    for number, each in open_ones:
        shown = next((paper for paper in reversed(papers) if paper.date <= each.date), None)
        if shown and shown.sha256 not in as_made:
            as_made[shown.sha256] = _as_made(case, made_from(case, workspace, shown) or {})
        if shown and (items := _signed(as_made[shown.sha256], each)):
            found[number] = items
    return found


def filed_consents(case: Case) -> list[PaperRecord]:
    """Return the consents that were made of a case; none when the register cannot be read."""
    try:
        filed = read_filed(case.folder)[1]
    except SamarbejdeError:
        return []
    return [each for each in filed if each.paper == _STEM]


def _signed(consent: Consent | None, signature: ConsentSignature) -> list[Item]:
    """Return what of a consent somebody signed; nothing when it was still to be filled in."""
    found = [each for each in consent.items if signature.covers(each)] if consent else []
    kinds = {each.kind for each in found}
    return found if ItemKind.INFORMATION in kinds and kinds & _READERS else []


def _as_made(case: Case, files: Mapping[str, bytes]) -> Consent | None:
    numbers = (case.number, *case.former_numbers)
    paths = (f"{CASES_FOLDER}/{each}/{_STEM}.yaml" for each in numbers)
    data = next((files[path] for path in paths if path in files), b"")
    return load(Consent, from_text(case.path(_STEM), data.decode(errors="replace")))[0]


def _covered(case: Case, signature: ConsentSignature) -> list[Item]:
    return [each for each in case.consent.items if signature.covers(each)]
