"""What a merge of a case's file left to settle, in words."""

from collections.abc import Iterator

from samarbejde_cli.actions.merge_driver import MergeResult
from samarbejde_cli.report.merge_conflicts import sentence


def merged(result: MergeResult, shown: str) -> Iterator[str]:
    """Yield a line for each value that both versions changed; nothing when all is merged."""
    for each in result.conflicts:
        yield f"{shown}: {sentence(each, result.tree, is_mine_second=result.is_mine_second)}"
    if result.by_lines and not result.is_clean:
        yield f"{shown}: filen kan ikke flettes efter sin mening; git har flettet linjerne."
