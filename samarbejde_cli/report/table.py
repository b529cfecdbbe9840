"""Tables that fit the width of the terminal."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from shutil import get_terminal_size

from samarbejde_cli.report import plain_table


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, whole: str | tuple[str, ...] = ()
) -> str:
    """Return a table as text for ``console.out``: long cells fold, and nothing is cut off.

    The cells of the columns ``whole`` stay on one line, so that they can be copied or found.

    Headings and cells are plain text: ``[afsluttet]`` is printed as written.
    """
    return "\n".join(table_pieces(headings, [tuple(row) for row in rows], whole=whole))


def table_pieces(
    headings: Sequence[str],
    rows: Collection[Sequence[str]],
    *,
    whole: str | tuple[str, ...] = (),
) -> Iterator[str]:
    """Yield the same a piece at a time; the rows, which are gone through twice, may be many."""
    kept = (whole,) if isinstance(whole, str) else whole
    width = get_terminal_size().columns
    found = plain_table.lines(headings, rows, [each in kept for each in headings], width)
    if found is None:
        yield _by_rich(headings, rows, kept, width)
        return
    while lines := [line.rstrip() for line in islice(found, _AT_ONCE)]:
        yield "\n".join(lines)


_AT_ONCE = 512


def _by_rich(
    headings: Sequence[str], rows: Iterable[Sequence[str]], kept: Sequence[str], width: int
) -> str:
    """Return a table as rich makes it, which knows how wide each character is."""
    from rich import box  # noqa: PLC0415 — rich is slow to import
    from rich.console import Console  # noqa: PLC0415 — same
    from rich.table import Table  # noqa: PLC0415 — same
    from rich.text import Text  # noqa: PLC0415 — same

    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for heading in headings:
        made.add_column(Text(heading), overflow="fold", no_wrap=heading in kept)
    for row in rows:
        made.add_row(*map(Text, row))
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
    )
    console.print(made)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())
