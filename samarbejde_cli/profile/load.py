"""Load ``samarbejde.yaml`` over the shipped profile that it names."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from samarbejde_cli import codes
from samarbejde_cli.danish.text import closest, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import WORKSPACE_FILE
from samarbejde_cli.findings import Finding, Location, Route
from samarbejde_cli.forms.read import load, load_tree
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile import sight
from samarbejde_cli.profile.laws import merged as merged_laws
from samarbejde_cli.profile.logo import found_logo
from samarbejde_cli.profile.model import Law, Profile
from samarbejde_cli.profile.planning_checks import wrong_planning
from samarbejde_cli.profile.sight import AreaReaders
from samarbejde_cli.routes import value_at
from samarbejde_cli.source.read import Source, read

DEFAULT = "soroe-unge"
_DATA = Path(__file__).parent / "data"


@frozen
class Loaded:
    """A profile, or None with the findings that prevent it, and where each value came from.

    ``base`` is the shipped profile that the municipality's own values are laid over.
    """

    profile: Profile | None
    source: Source
    findings: tuple[Finding, ...]
    base: str = DEFAULT

    def is_own(self, route: Route) -> bool:
        """Whether the municipality has written a value at a route."""
        return value_at(self.source.data, route) is not None

    def shipped_by(self, route: Route) -> str | None:
        """Return the shipped profile that a value came from; None when the program has it."""
        found = (name for name, tree in layers(self.base) if value_at(tree, route) is not None)
        return next(found, None)

    def origin(self, route: Route) -> Path:
        """Return the file that a value came from: the municipality's own or the shipped one."""
        if self.is_own(route):
            return self.source.path
        return shipped_path(self.shipped_by(route) or self.base)


@cache
def shipped_names() -> list[str]:
    """Return the names of the profiles that ship."""
    names = (name.removesuffix(".yaml") for name in os.listdir(_DATA) if name.endswith(".yaml"))  # noqa: PTH208 — asked by every command, and quicker
    return sorted(name for name in names if name != "love")


def known_profile(word: str) -> str:
    """Return the name of a shipped profile. Raises ``WrongUseError`` with the nearest one."""
    if word in shipped_names():
        return word
    raise WrongUseError(
        f"Profilen {word} findes ikke.",
        did_you_mean(closest(word, shipped_names())) or f"Vælg {listed(shipped_names(), 'eller')}.",
    )


def shipped_path(name: str) -> Path:
    """Return the file of a shipped profile."""
    return _DATA / f"{name}.yaml"


def load_profile(workspace: Path, base: str | None = None) -> Loaded:
    """Return the profile of a workspace; all its mistakes are findings with places.

    ``base`` lays the municipality's settings over another shipped profile than they name.
    """
    source = read(workspace / WORKSPACE_FILE)
    if not isinstance(source.data, dict):
        _, findings = load(Profile, source)
        return Loaded(None, source, tuple(findings))
    base = base or base_name(source)
    if base not in shipped_names():
        return Loaded(None, source, (unknown_profile(base, source.path),))
    tree = laid_over(shipped_tree(base), source.data) | {"profil": base}
    if isinstance(units := source.data.get("enheder"), dict) and units.get(base):
        tree["enhed"] = units[base]
    profile, findings = load_tree(Profile, tree, source)
    findings = [*source.findings, *findings]
    if findings or profile is None:
        return Loaded(None, source, tuple(findings), base)
    own = profile.laws if "love" in source.data else []
    profile = profile.model_copy(update={"laws": merged_laws(laws_of(base), own)})
    table = shipped_sight(base)
    seen = profile.sight if sight.KEY in source.data else []
    profile = profile.model_copy(update={"sight": sight.merged(table, seen)})
    profile, findings = _with_logo(profile, workspace, source)
    findings += _unknown_departments(profile, source)
    findings += wrong_planning(profile, source.path)
    findings += sight.wrong_lines(table, seen, source)
    return Loaded(profile, source, tuple(findings), base)


def _unknown_departments(profile: Profile, source: Source) -> Iterator[Finding]:
    known = [each.name for each in profile.departments]
    for index, employee in enumerate(profile.staff):
        name = employee.department
        if name is None or profile.department(name):
            continue
        facts = {"navn": employee.name, "afdeling": name, "kendte": listed(known)}
        if meant := closest(name, known):
            facts["hjælp"] = did_you_mean(meant)
        yield Finding(
            codes.EMPLOYEE_DEPARTMENT,
            Location(source.path, ("medarbejdere", index, "afdeling")),
            facts,
        )


def _with_logo(profile: Profile, workspace: Path, source: Source) -> tuple[Profile, list[Finding]]:
    """Return the profile with the logo's whole path, or without a logo and why."""
    if profile.look.logo is None:
        return profile, []
    path, problem = found_logo(workspace, profile.look.logo, source.path)
    look = profile.look.model_copy(update={"logo": str(path) if path else None})
    return profile.model_copy(update={"look": look}), [problem] if problem else []


def base_name(source: Source) -> str:
    """Return the name of the profile that the file builds on; the default when it names none."""
    data = source.data if isinstance(source.data, dict) else {}
    name = data.get("profil")
    return DEFAULT if name is None else str(name)


@cache
def shipped_laws() -> tuple[Law, ...]:
    """Return the dated law texts that ship."""
    laws, findings = load(list[Law], read(_DATA / "love.yaml"))
    assert laws is not None, findings  # noqa: S101 — our own file, kept right by a test
    return tuple(laws)


@cache
def laws_of(base: str) -> tuple[Law, ...]:
    """Return the law texts of a shipped profile: its own over those that all have."""
    laws: list[Law] = list(shipped_laws())
    for name, tree in reversed(layers(base)):
        own, findings = load_tree(list[Law], tree.get("love", []), read(shipped_path(name)))
        assert own is not None, findings  # noqa: S101 — our own file, kept right by a test
        laws = merged_laws(laws, own)
    return tuple(laws)


@cache
def shipped_sight(base: str) -> tuple[AreaReaders, ...]:
    """Return the table of who sees what that ships with a profile."""
    table, findings = load_tree(
        list[AreaReaders], shipped_tree(base)[sight.KEY], read(shipped_path(base))
    )
    assert table is not None, findings  # noqa: S101 — our own file, kept right by a test
    return tuple(table)


@cache
def layers(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return a shipped profile and those that it builds on, with their values; the nearest first.

    A profile names the one that it builds on in ``profil``; the last one names itself.
    """
    tree = read(shipped_path(name)).data
    assert isinstance(tree, dict)  # noqa: S101 — our own file, kept right by a test
    below = str(tree["profil"])
    return [(name, tree), *(layers(below) if below != name else [])]


@cache
def shipped_tree(name: str) -> dict[str, Any]:
    """Return all values of a shipped profile."""
    tree: dict[str, Any] = {}
    for _, own in reversed(layers(name)):
        tree = laid_over(tree, own)
    return tree


def laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with the values of ``own`` in their places; lists are replaced whole."""
    result = dict(base)
    for key, value in own.items():
        below = base.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            result[key] = laid_over(below, value)
        elif value is not None:
            result[key] = value
    return result


def unknown_profile(name: str, path: Path) -> Finding:
    """Return the finding that a file names a profile that does not ship (SAM104)."""
    meant = closest(name, shipped_names())
    help_text = did_you_mean(meant) or f"Vælg: {listed(shipped_names(), 'eller')}."
    facts = {"felt": "profil", "værdi": name, "hjælp": help_text}
    return Finding(codes.UNKNOWN_WORD, Location(path, ("profil",)), facts)
