"""Print the declared lower bounds of a table of dependencies as pip constraints."""  # noqa: INP001 — a script, run from the repository

import re
import sys
import tomllib
from pathlib import Path

_BOUND = re.compile(r"([\w.-]+)\s*>=\s*([\w.]+)")


def lower_bounds(pyproject: Path, extra: str) -> list[str]:
    """Return ``name==version`` for each dependency of the project and of one of its extras."""
    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"][extra]]
    return ["==".join(found.groups()) for each in declared if (found := _BOUND.match(each))]


if __name__ == "__main__":
    print("\n".join(lower_bounds(Path(sys.argv[1]), sys.argv[2])))  # noqa: T201 — its only output
