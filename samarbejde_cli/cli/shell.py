"""Run one command line; the one place where exceptions become text and exit codes."""

import os
import sys
from collections.abc import Sequence

import click

from samarbejde_cli.cli import app, command_table, console
from samarbejde_cli.cli.danish import danish
from samarbejde_cli.danish.likeness import contradicts
from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.errors import SamarbejdeError, WriteError, WrongUseError
from samarbejde_cli.files.os_errors import refusal
from samarbejde_cli.files.private import private_by_default
from samarbejde_cli.files.written import has_written, taken
from samarbejde_cli.lazy import lazy_pattern

_CLICKS_INTERRUPTED = 130
_REFUSED = 1


def run(arguments: Sequence[str] | None) -> int:
    """Run a command line (of the process, if None) and return its exit code.

    Raises KeyboardInterrupt, and nothing else, when the user breaks it off.
    """
    console.prepare()
    taken()  # nothing is left of an earlier command
    try:
        return _guarded(arguments)
    except (console.OutputClosedError, WriteError):
        return _REFUSED
    finally:
        console.finish()


def _guarded(arguments: Sequence[str] | None) -> int:
    try:
        with danish(), private_by_default():
            try:
                return _invoke(arguments)
            finally:
                _save_what_was_written()
    except SamarbejdeError as error:
        console.problem(error.message, error.hint)
        return error.exit_code
    except console.OutputClosedError:
        raise
    except click.Abort:
        raise KeyboardInterrupt from None
    except OSError as error:
        return _refused(error, arguments)
    except Exception as error:  # noqa: BLE001 — anything else is a bug in this program
        return _report(error, sys.argv[1:] if arguments is None else arguments)


def _save_what_was_written() -> None:
    """Save in git what a command has written, also where it failed at the end."""
    if has_written():
        from samarbejde_cli.cli.save_itself import save_what_was_written  # noqa: PLC0415 — rarely needed

        save_what_was_written()


def _invoke(arguments: Sequence[str] | None) -> int:
    try:
        _check_signs(sys.argv[1:] if arguments is None else arguments)
        code = app.application().main(arguments, prog_name="samarbejde", standalone_mode=False)
    except click.ClickException as error:
        return _wrong_use(error)
    if code == _CLICKS_INTERRUPTED:
        raise KeyboardInterrupt
    return int(code or 0)


def _check_signs(arguments: Sequence[str]) -> None:
    """Refuse what would be written into a file although nobody can see it."""
    for argument in arguments:
        if found := INVISIBLE.search(argument):
            raise WrongUseError(
                f"{argument} indeholder et tegn, der ikke kan ses: U+{ord(found[0]):04X}.",
                "Skriv det igen med tastaturet i stedet for at kopiere det.",
            )


def _wrong_use(error: click.ClickException) -> int:
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"Skriv {context.command_path} --help for at se, hvad der kan stå." if context else ""
    if context:
        console.err(f"{context.get_usage()}\n")
    _drop_opposites(error)
    console.problem(_QUOTED.sub(r"`\1`", error.format_message()), hint)
    return error.exit_code


_QUOTED = lazy_pattern(r"(?<!\w)'([^'\s]+)'(?!\w)")
"""A name or a choice in the quotation marks that click puts around it, whatever the language."""


def _drop_opposites(error: click.ClickException) -> None:
    """Remove opposites from click's proposals, such as ``--draft`` for ``--no-draft``."""
    word = getattr(error, "option_name", None) or getattr(error, "command_name", None)
    proposed = getattr(error, "possibilities", None)
    if word and proposed:
        proposed[:] = [each for each in proposed if not contradicts(word, each)]


def _refused(error: OSError, arguments: Sequence[str] | None) -> int:
    """Report which file or folder the system refused; without one, report a bug."""
    if not isinstance(error.filename, str | bytes | os.PathLike):
        return _report(error, sys.argv[1:] if arguments is None else arguments)
    console.problem(
        f"{os.fsdecode(error.filename)} kan ikke bruges: {refusal(error)}.",
        "Se efter, om den findes, og om du har adgang. Bed ellers it-afdelingen om hjælp.",
    )
    return _REFUSED


def _report(error: Exception, arguments: Sequence[str]) -> int:
    from samarbejde_cli.cli import crash  # noqa: PLC0415 — rarely needed

    known = {command.name for command in command_table.COMMANDS}
    log = crash.save(error, next((word for word in arguments if word in known), "-"))
    console.problem(
        "Der er en fejl i selve programmet. Det er ikke noget, du har gjort forkert.",
        f"Send filen {log} til den, der passer programmet. Den indeholder ingen personoplysninger."
        if log
        else f"Fortæl den, der passer programmet, at fejlen hedder {type(error).__name__}.",
    )
    return crash.EXIT_CODE
