"""Every rule of the program: the files of the families are found, no list is kept."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from samarbejde_cli import rules
from samarbejde_cli.rules.engine.rule import Rule


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    found = (import_module(name).RULE for name in sorted(_modules(), key=_code))
    return {rule.code: rule for rule in found}


def _modules() -> Iterator[str]:
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        if _code(module.name).startswith("sam"):
            yield module.name


def _code(module: str) -> str:
    return module.rpartition(".")[2]
