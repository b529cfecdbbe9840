"""JSON for other programs: shapes with a version, and their text on any console."""

from typing import Any

from samarbejde_cli.danish.text import INVISIBLE

VERSION = 1


def versioned(**values: Any) -> dict[str, Any]:
    """Return a documented shape: its version, then its values in the order given."""
    return {"version": VERSION, **values}


def as_text(value: Any, encoding: str) -> str:
    """Return a value as JSON; escaped is what the encoding lacks and what nobody can see."""
    from json import dumps  # noqa: PLC0415 — not needed on every start

    text = dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return dumps(value, indent=2)
    return INVISIBLE.sub(lambda found: dumps(found[0])[1:-1], text)
