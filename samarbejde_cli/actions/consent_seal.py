"""Keep what the signatures on a consent covered, before anything is added to it."""

from collections.abc import Sequence

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import ConsentSignature, Item
from samarbejde_cli.source.edit import add_key

_STEM, _SIGNATURES = "samtykke", "underskrifter"


def sealed(case: Case) -> str | None:
    """Return the consent's text with fingerprints in the signatures that have none.

    They are of what each covers by its day. None when nothing is to be written.
    """
    text = case.files[_STEM].source.text
    if not case.consent.is_given:
        return None
    open_ones = [
        (number, each) for number, each in enumerate(case.consent.signatures) if not each.shown
    ]
    for number, each in open_ones:
        if covered := _covered(case, each):
            text = add_key(text, (_SIGNATURES, number), "omfatter", _list(covered))
    return text if open_ones and text != case.files[_STEM].source.text else None


def _covered(case: Case, signature: ConsentSignature) -> list[Item]:
    return [each for each in case.consent.items if signature.covers(each)]


def _list(items: Sequence[Item]) -> str:
    return f"[{', '.join(each.fingerprint for each in items)}]"
