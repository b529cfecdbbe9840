"""What ``samarbejde batch`` does with finished letters: combine them, make PDFs."""

from pathlib import Path
from typing import Annotated, NamedTuple

from typer import Option

from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.running import RunResult
from samarbejde_cli.actions.batch.send_ready import combine_letters, write_calendars
from samarbejde_cli.actions.executors import Executor
from samarbejde_cli.cli.rate import Rate
from samarbejde_cli.files.pdf import pdf_of, to_pdf
from samarbejde_cli.lazy import frozen

GroupBy = Annotated[
    Group | None,
    Option(
        "--group-by",
        help="Læg brevene i mapper. channel: sikker-post, digital-post, print og outlook. "
        "recipient: én mappe til hver modtager. case: én til hver sag. print: det, der skal "
        "printes, for sig.",
    ),
]
Combine = Annotated[
    bool,
    Option(
        "--combine",
        help="Lav også én samlet Word-fil af hver mappe i mappen samlet. Hvert brev har sine egne "
        "sidetal.",
    ),
]
Pdf = Annotated[
    bool, Option("--pdf", help="Lav også en PDF af hver samlet fil. Det kræver LibreOffice.")
]


class Done(NamedTuple):
    """Files made from the letters, how many calendar files, and the cases that have none."""

    files: list[Path]
    calendars: int
    without_calendar: list[str]


@frozen
class After:
    """What the user wants done with the finished letters."""

    combine: bool
    pdf: bool

    def work(self, ran: RunResult, executor: Executor) -> Done:
        """Do it, and return the result."""
        made, failed = write_calendars(ran, executor)
        files = self._combined(ran, executor) if self.combine else []
        return Done(files, made, failed)

    def _combined(self, ran: RunResult, executor: Executor) -> list[Path]:
        rate = Rate("Samler brev", sum(1 for _ in ran.plan.ready))
        try:
            files = combine_letters(ran, executor, rate)
        finally:
            rate.clear()
        if self.pdf:
            to_pdf(files)
        return files + ([pdf_of(file) for file in files] if self.pdf else [])
