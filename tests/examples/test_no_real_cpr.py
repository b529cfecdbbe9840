"""No text file of the project holds a CPR number that somebody could have."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSED_OVER = {"build", "dist", "__pycache__", "samarbejde-demo"}
# a day from 01 to 31 and a month; made-up numbers have 60 added to the day
REAL = re.compile(
    r"(?<![\w-])(?P<born>(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2})"
    r"(-|(?<=cpr: \d{6})|(?<=cpr: .\d{6}))\d{4}(?![\w-])"
)


def text_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield what git would hold: no tool's caches, no virtual environment, nothing binary."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and is_ours(path):
            yield from text_files(path)
        elif path.is_file():
            try:
                yield path, path.read_text(encoding="utf-8")
            except (UnicodeDecodeError, PermissionError):
                continue


def is_ours(folder: Path) -> bool:
    hidden = folder.name.startswith(".") and folder.name not in (".ci", ".github")
    made = folder.name in PASSED_OVER or folder.suffix == ".egg-info"
    return not (hidden or made or folder.is_symlink() or (folder / "pyvenv.cfg").exists())


def test_no_text_file_holds_a_number_that_could_be_real() -> None:
    read = dict(text_files(ROOT))
    assert ROOT / "pyproject.toml" in read
    assert ROOT / "examples" / "samarbejde.yaml" in read
    found = [
        f"{path.relative_to(ROOT)}: {hit['born']}"
        for path, text in read.items()
        for hit in REAL.finditer(text)
    ]
    assert found == []


# put together here, so that this file holds no such number either
@pytest.mark.parametrize(
    "text",
    [
        "cpr: 07" + "0310-4321",
        "cpr: 07" + "03104321",
        'cpr: "07' + '03104321"',
        "31" + "1299-1234.",
    ],
)
def test_a_number_that_could_be_real_is_found(text: str) -> None:
    assert REAL.search(text)


@pytest.mark.parametrize(
    "text", ["cpr: 670310-4321", "321299-1234", "071399-1234", "2026-03-03T10:30", "0066031234"]
)
def test_other_numbers_are_let_be(text: str) -> None:
    assert not REAL.search(text)
