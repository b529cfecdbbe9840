"""Write the Word templates that ship: ``python tools/templates/make_templates.py [FOLDER]``.

The files in ``templates/`` are what it writes; a test fails when they differ. Each module here that
writes some names them in ``TEMPLATES``. All wording is our own; the order of the parts and the
headings of the form follow the handbook, Bilag 1 to 5.
"""

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "templates"


def main(folder: Path) -> None:
    """Write every template into a folder."""
    for program in sorted(HERE.glob("*.py")):
        templates = getattr(import_module(program.stem), "TEMPLATES", {})
        for name, make in templates.items():
            (folder / name).write_bytes(make().file())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
