"""Fields that have no value yet, for rules that name all of them in one finding."""

from collections.abc import Iterable, Iterator, Mapping

from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding
from samarbejde_cli.rules.engine.rule import Rule


def missing_fields(fields: Mapping[str, tuple[str, object]]) -> dict[str, str]:
    """Return the words for each field that has no value; ``fields`` are by key."""
    return {key: words for key, (words, value) in fields.items() if not value}


def keys_listed(keys: Iterable[str]) -> str:
    """Return ``a, b og c`` with each key as code."""
    return listed([f"`{key}`" for key in keys])


def appointment_gaps(
    rule: Rule, case: Case, key: str, fields: Mapping[str, tuple[str, object]]
) -> Iterator[Finding]:
    """Yield one finding when an appointment lacks fields; each has an example and its value."""
    if missing := missing_fields(fields):
        yield rule.finding(
            case.in_round(key),
            mangler=keys_listed(missing),
            eksempel=keys_listed(f"{name}: {example}" for name, example in missing.items()),
            runde=case.record.round,
        )
