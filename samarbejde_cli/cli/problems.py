"""Show why a command cannot do its work; run a command over several cases."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from samarbejde_cli.actions.readable import UnreadableCaseError
from samarbejde_cli.case.case import Case
from samarbejde_cli.cli import console
from samarbejde_cli.cli.opened import print_full
from samarbejde_cli.errors import SamarbejdeError


@contextmanager
def undone(what: str) -> Iterator[None]:
    """Say what is not done when the files of a case are broken: ``Sagen er ikke flyttet``.

    What is wrong with them is printed; the error goes on.
    """
    try:
        yield
    except UnreadableCaseError as error:
        print_full(error.diagnoses)
        error.shown(what)
        raise


def each_case(cases: Iterable[Case], work: Callable[[Case], int]) -> list[str]:
    """Process each case; a failure does not stop the others.

    ``work`` returns an exit code. What keeps it from one case is printed, and the next follows.
    Returns the numbers of the cases in which it failed.
    """
    return [case.number for case in cases if _code(case, work)]


def _code(case: Case, work: Callable[[Case], int]) -> int:
    try:
        return work(case)
    except SamarbejdeError as error:
        console.problem(error.message, error.hint)
        return error.exit_code
