"""The files of a case as they are, or as they were on a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.report.json_text import versioned


def as_lines(number: str, files: Mapping[str, bytes], day: date | None) -> Iterator[str]:
    """Yield each file under its name, with CPR numbers masked."""
    when = f", som den var den {long_date(day)}" if day else ""
    yield f"Sagen {number}{when}"
    for name, content in sorted(files.items()):
        yield f"\n── {name}"
        yield masked(content.decode(errors="replace").removeprefix("\ufeff")).rstrip()


def as_json(number: str, files: Mapping[str, bytes], day: date | None) -> dict[str, Any]:
    """Return the documented, versioned shape of ``show --format json``."""
    return versioned(
        case=number,
        as_of=day.isoformat() if day else None,
        files={name: content.decode(errors="replace") for name, content in sorted(files.items())},
    )
