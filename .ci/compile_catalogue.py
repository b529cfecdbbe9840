"""Compile the Danish catalogue: ``python .ci/compile_catalogue.py`` after a change in the .po."""  # noqa: INP001 — a script, run from the repository

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUE = Path(__file__).parents[1] / "samarbejde_cli/locale/da/LC_MESSAGES/messages.po"

if __name__ == "__main__":
    with CATALOGUE.open("rb") as source, CATALOGUE.with_suffix(".mo").open("wb") as target:
        write_mo(target, read_po(source, locale="da"))
