"""What reading costs beside PyYAML's own C loader, on the same files in the same process.

Run by hand: ``python tests/benchmarks/source.py [FOLDER]``. Takes every ``.yaml`` file below the
folder (the examples unless another is named), and prints each step as a share of the time that
``yaml.load`` with ``CSafeLoader`` needs to read and load the files. The aim is at most 0.55.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from unicodedata import is_normalized

import yaml

from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.findings import Location
from samarbejde_cli.source.compose import compose
from samarbejde_cli.source.decode import load
from samarbejde_cli.source.edit import set_value
from samarbejde_cli.source.fast_load import NotPlainError, load_plain
from samarbejde_cli.source.line_load import is_unusual
from samarbejde_cli.source.parser import events
from samarbejde_cli.source.read import read

ROUNDS = 15


def seconds(work: Callable[[Path], object], paths: list[Path], times: int) -> float:
    """Return the time of one pass over the files."""
    start = perf_counter()
    for _ in range(times):
        for path in paths:
            work(path)
    return (perf_counter() - start) / times


def all_events(text: str) -> None:
    """Let PyYAML make all events of a text: the floor under any reader built on it."""
    get = events(text)
    while get() is not None:
        pass


def main(folder: Path) -> None:
    """Measure in turn, round after round, and print the median of the ratios."""
    paths = sorted(path for path in folder.rglob("*.yaml") if path.is_file())
    texts = {path: path.read_text("utf-8") for path in paths}
    careful = sum(not is_plain(text) for text in texts.values())
    steps: dict[str, Callable[[Path], object]] = {
        "CSafeLoader, reading included": lambda path: yaml.load(
            path.read_bytes(), yaml.CSafeLoader
        ),
        "CSafeLoader, texts in memory": lambda path: yaml.load(texts[path], yaml.CSafeLoader),
        "read(): everything": read,
        "  the file's bytes": load,
        "  all of the look for unusual things": lambda path: is_unusual(texts[path]),
        "    invisible characters": lambda path: INVISIBLE.search(texts[path]),
        "    is it NFC": lambda path: is_normalized("NFC", texts[path]),
        "  PyYAML's events alone": lambda path: all_events(texts[path]),
        "with places (only for findings)": lambda path: read(path).locate(Location(path)),
        "nodes with marks": lambda path: compose(texts[path]),
    }
    size = sum(path.stat().st_size for path in paths)
    print(f"{len(paths)} files, {size} bytes, {careful} of them by the careful way")
    times = max(1, 200_000 // max(size, 1))
    rounds = [
        {name: seconds(work, paths, times) for name, work in steps.items()} for _ in range(ROUNDS)
    ]
    base = next(iter(steps))
    for name in steps:
        ratio = median(each[name] / each[base] for each in rounds)
        best = min(each[name] for each in rounds)
        print(f"{name:40} {best * 1e6 / len(paths):8.1f} µs a file   {ratio:6.3f}")
    edit_cost(texts)


def is_plain(text: str) -> bool:
    """Tell whether the fast way can read a text."""
    try:
        load_plain(text)
    except NotPlainError:
        return False
    return True


def edit_cost(texts: dict[Path, str]) -> None:
    """Print what it takes to set the first value of the largest file."""
    text = max(texts.values(), key=len)
    data = load_plain(text)
    route = next((key,) for key, value in data.items() if isinstance(value, str))
    start = perf_counter()
    set_value(text, route, "ny værdi")
    print(f"set_value in the largest file ({len(text)} characters): "
          f"{(perf_counter() - start) * 1e3:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "examples")
