"""What a hook found in what is about to be committed, and what to do about it."""

from collections.abc import Iterator

from samarbejde_cli.actions.hooks import HookResult
from samarbejde_cli.danish.text import counted
from samarbejde_cli.report.findings import in_full

_REFUSED = "Intet er gemt. Ret det, og gem igen."
_MERGED = "Det har ingen af de to udgaver hver for sig: fletningen gav det."


def as_lines(result: HookResult) -> Iterator[str]:
    """Yield what must not be kept, in full, and how many errors were there before."""
    yield from in_full(result.refused)
    if result.refused and result.is_merge:
        yield _MERGED
    if result.known:
        number = counted(len(result.known), "fejl", "fejl")
        yield f"{number} stod der i forvejen. `samarbejde validate` viser dem."


def refused() -> str:
    """Return that nothing was committed."""
    return _REFUSED


def after_merge(result: HookResult) -> Iterator[str]:
    """Yield what a merge made worse than both of its versions were."""
    if result.refused:
        yield "Fletningen er gemt, men den gav noget, som ingen af de to udgaver har:\n"
        yield from in_full(result.refused)
        yield "Ret det i filerne, og gem igen."
