"""What lies in the folder of a mailing already: letters as planned, others, and strangers."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from samarbejde_cli.actions.batch.plan import MailingPlan
from samarbejde_cli.actions.batch.sample import FOLDER as SAMPLE
from samarbejde_cli.actions.batch.sample import FORMER_FOLDER as FORMER_SAMPLE
from samarbejde_cli.actions.output_folder import is_old_copy, is_torn
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.short_lived import NAME as KEPT
from samarbejde_cli.files.write import digest_at
from samarbejde_cli.lazy import frozen

COMBINED = "samlet"
"""The folder of files that hold many letters; what is in it is made from them."""
_OTHERS = (SAMPLE, FORMER_SAMPLE, COMBINED, KEPT)
"""The folders of a mailing in which its letters do not lie."""


@frozen
class Present:
    """The letters that lie in a mailing's folder before its run, by their files.

    ``others`` have the name of a planned letter and other bytes. ``outdated`` are letters that are
    blocked now, and ``strange`` ones are not of this mailing.
    """

    as_planned: int = 0
    others: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


def present_in(folder: Path, plan: MailingPlan) -> Present:
    """Return which letters are in a mailing's folder. Raises ``WriteError`` for an unreadable one.

    One that a power cut left half counts as absent: it is made again.
    """
    names = {*letters_in(folder)}
    planned = {each.file: each for each in plan.letters if each.file in names}
    unplanned = sorted(names - planned.keys())
    lost = {*of_unreadable_cases(unplanned, plan)}
    ready = [each for each in planned.values() if not each.is_blocked]
    others = [each for each in ready if digest_at(folder / each.file) != each.sha256]
    return Present(
        len(ready) - len(others),
        tuple(each.file for each in others if not is_torn(folder / each.file)),
        (*(each.file for each in planned.values() if each.is_blocked), *sorted(lost)),
        tuple(each for each in unplanned if each not in lost),
    )


def of_unreadable_cases(files: Iterable[str], plan: MailingPlan) -> Iterator[str]:
    """Yield the letters of cases of which no letter could be planned: they were made before."""
    numbers = tuple(f"{each.number}-" for each in plan.cases if not each.letters)
    names = files if numbers else ()
    return (each for each in names if each.rpartition("/")[2].startswith(numbers))


def refuse_others(folder: Path, plan: MailingPlan) -> None:
    """Raise ``WrongUseError`` when the folder contains letters that are not in the plan."""
    planned = {letter.file for letter in plan.letters}
    unplanned = {name for name in letters_in(folder) if name not in planned}
    if strange := unplanned.difference(of_unreadable_cases(unplanned, plan)):
        raise WrongUseError(
            f"I {folder} ligger der breve, som ikke hører til denne udsendelse, "
            f"blandt andre {min(strange)}.",
            "Vælg en anden mappe med --output, så to udsendelser ikke bliver blandet.",
        )


def letters_in(folder: Path) -> Iterator[str]:
    """Yield the Word files of a folder but samples, combined ones and copies of edited ones."""
    for here, folders, files in os.walk(folder):
        inside = Path(here).relative_to(folder).as_posix()
        if inside == ".":
            folders[:] = [each for each in folders if each not in _OTHERS]
        start = "" if inside == "." else f"{inside}/"
        for name in (*folders, *files):
            if name.endswith(".docx") and not (is_old_copy(name) or name.startswith("~$")):
                yield f"{start}{name}"
