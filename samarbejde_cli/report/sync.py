"""What ``sync`` fetched, joined and sent, in sentences."""

from collections.abc import Iterator

from samarbejde_cli.actions.sync import Synced
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.report.findings import in_full

_SHOWN = 5


def synced(result: Synced) -> Iterator[str]:
    """Yield what came, what went, and what is left to settle or to save."""
    if result.fetched:
        number = counted(result.fetched, "gang", "gange")
        cases = _listed(result.cases)
        yield f"Hentet: det, andre har gemt {number}{f', i {cases}' if cases else ''}."
    if result.conflicts:
        yield f"I har ændret det samme i {listed(result.conflicts[:_SHOWN])}."
        yield "Vælg mellem de to udgaver med `samarbejde conflicts`, og afslut med"
        yield "`samarbejde save` og `samarbejde sync`. Intet er tabt, og intet er sendt endnu."
        return
    if result.errors:
        yield "Det gav noget, som ingen af de to udgaver har:\n"
        yield from in_full(result.errors)
        yield "Intet er sendt endnu. Ret det, og kør `samarbejde save` og `samarbejde sync`."
        return
    if result.sent:
        yield f"Sendt: det, du har gemt {counted(result.sent, 'gang', 'gange')}."
    if not (result.fetched or result.sent):
        yield "Alt er ens hos dig og i den fælles kopi."
    if result.unsaved:
        yield "Noget er ændret og ikke gemt; `samarbejde save` gemmer det."


def _listed(cases: tuple[str, ...]) -> str:
    if len(cases) > _SHOWN:
        return counted(len(cases), "sag", "sager")
    return listed(cases)
