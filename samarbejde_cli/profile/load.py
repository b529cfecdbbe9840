"""Load ``samarbejde.yaml`` over the shipped profile that it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from samarbejde_cli.findings import Finding, Route, Spot
from samarbejde_cli.forms.read import load, load_tree
from samarbejde_cli.profile.laws import merged as merged_laws
from samarbejde_cli.profile.model import Law, Profile
from samarbejde_cli.source.find import WORKSPACE_FILE
from samarbejde_cli.source.read import Source, read
from samarbejde_cli.texts import closest, listed

DEFAULT = "soroe-unge"
_DATA = Path(str(files("samarbejde_cli.profile"))) / "data"


@dataclass(frozen=True)
class Loaded:
    """A profile, or None with the findings that prevent it, and where each value came from."""

    profile: Profile | None
    source: Source
    findings: tuple[Finding, ...]

    def origin(self, route: Route) -> Path:
        """Return the file that a value came from: the municipality's own or the shipped one."""
        tree: object = self.source.data
        for step in route:
            if not isinstance(tree, Mapping) or step not in tree:
                return shipped_path(base_name(self.source))
            tree = tree[cast("str", step)]
        return self.source.path


def shipped_names() -> list[str]:
    """Return the names of the profiles that ship."""
    return sorted(path.stem for path in _DATA.glob("*.yaml") if path.stem != "love")


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
        return Loaded(None, source, (_unknown_base(base, source),))
    tree = laid_over(_shipped_tree(base), source.data) | {"profil": base}
    profile, findings = load_tree(Profile, tree, source)
    findings = [*source.findings, *findings]
    if findings:
        return Loaded(None, source, tuple(findings))
    if profile is not None:
        laws = merged_laws(shipped_laws(), profile.laws)
        profile = profile.model_copy(update={"laws": laws})
    return Loaded(profile, source, tuple(findings))


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
def _shipped_tree(name: str) -> dict[str, Any]:
    tree = read(shipped_path(name)).data
    assert isinstance(tree, dict)  # noqa: S101 — our own file, kept right by a test
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


def _unknown_base(name: str, source: Source) -> Finding:
    meant = closest(name, shipped_names())
    help_text = f"Mente du `{meant}`?" if meant else f"Vælg: {listed(shipped_names(), 'eller')}."
    facts = {"felt": "profil", "værdi": name, "hjælp": help_text}
    return Finding("SAM104", Spot(source.path, ("profil",)), facts)
