"""Where the files that ship with the program are: in the wheel, or in a source checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the folder ``templates`` or ``examples``.

    The wheel holds them inside the package; a checkout holds them beside it.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
