"""What a merge of a case's file left to settle, in words."""

from collections.abc import Iterator

from samarbejde_cli.actions.merge_driver import MergeResult
from samarbejde_cli.routes import route_text
from samarbejde_cli.source.merge import MergeConflict


def merged(result: MergeResult, shown: str) -> Iterator[str]:
    """Yield a line for each value that both versions changed; nothing when all is merged."""
    for each in result.conflicts:
        yield f"{shown}: {_sentence(each)}"
    if result.by_lines and not result.is_clean:
        yield f"{shown}: filen kan ikke flettes efter sin mening; git har flettet linjerne."


def _sentence(conflict: MergeConflict) -> str:
    place = f"`{route_text(conflict.route)}`"
    if conflict.is_ours_removed:
        return f"det ene sted er {place} slettet, det andet sted er det ændret."
    if conflict.theirs is None:
        return f"det ene sted er {place} ændret, det andet sted er det slettet."
    return f"begge har ændret {place}. Vælg mellem de to udgaver i filen."
