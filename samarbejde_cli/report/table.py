"""Tables that fit the width of the terminal."""

from collections.abc import Iterable, Sequence
from io import StringIO
from shutil import get_terminal_size


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, whole: str | tuple[str, ...] = ()
) -> str:
    """Return a table as text for ``console.out``: long cells fold, and nothing is cut off.

    The cells of the columns ``whole`` stay on one line, so that they can be copied or found.

    Headings and cells are plain text: ``[afsluttet]`` is printed as written.
    """
    from rich import box  # noqa: PLC0415 — rich is slow to import
    from rich.console import Console  # noqa: PLC0415 — same
    from rich.table import Table  # noqa: PLC0415 — same
    from rich.text import Text  # noqa: PLC0415 — same

    kept = (whole,) if isinstance(whole, str) else whole
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for heading in headings:
        made.add_column(Text(heading), overflow="fold", no_wrap=heading in kept)
    for row in rows:
        made.add_row(*map(Text, row))
    page = StringIO()
    console = Console(
        file=page,
        width=get_terminal_size().columns,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
    )
    console.print(made)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())
