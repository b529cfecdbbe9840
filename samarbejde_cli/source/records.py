"""Append-only lists of records, one a line, so that git can merge two people's additions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.edit import append_item
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.quoting import quote_in_flow
from samarbejde_cli.source.read import Source, from_text

_NUMBER = lazy_pattern(r"0|[1-9]\d{0,8}", re.ASCII)
_MOMENT = lazy_pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)


def with_records(source: Source, records: Iterable[Mapping[str, object]], header: str = "") -> str:
    """Return the text of a list with records at its end, each on a line of its own.

    ``header`` begins a file that is empty or not there. Raises EditError when the text holds
    something else than a list.
    """
    before = source.text or header
    old = source.data if isinstance(source.data, list) else []
    lines = [record_line(each) for each in records]
    whole = _with_lines(before, [f"- {line}" for line in lines])
    data = from_text(source.path, whole).data
    if isinstance(data, list) and data[: len(old)] == old and len(data) == len(old) + len(lines):
        return whole
    for line in lines:
        before = append_item(before, (), [line])
    return before


def ordered(text: str, versions: Sequence[str], key: str) -> str:
    """Return a list of records that was merged from some versions in the order of their times.

    ``key`` is the field with the time. A text in whose versions they are in no order stays as it
    is, and one of which the records cannot be told apart by their lines.
    """
    times = [_times(each, key) for each in (text, *versions)]
    if None in times or any(each != sorted(each or []) for each in times[1:]):
        return text
    head, blocks = _blocks(text)
    if len(blocks) != len(times[0] or []):
        return text
    pairs = sorted(zip(times[0] or [], blocks, strict=True), key=lambda pair: pair[0])
    return head + "".join(block for _, block in pairs)


def _times(text: str, key: str) -> list[str] | None:
    """Return the times of the records of a list; None when it is none, or one has no time."""
    data = from_text(Path(), text).data if text.strip() else []
    items = data if isinstance(data, list) else [None]
    times = [str(each[key]) if isinstance(each, dict) and each.get(key) else "" for each in items]
    return times if all(times) else None


def _blocks(text: str) -> tuple[str, list[str]]:
    """Return what stands before the first record, and each with the lines that belong to it."""
    head, blocks = "", list[str]()
    ended = text if not text or text.endswith("\n") else f"{text}\n"
    for line in ended.splitlines(keepends=True):
        if line.startswith("-"):
            blocks.append(line)
        elif blocks:
            blocks[-1] += line
        else:
            head += line
    return head, blocks


def record_line(record: Mapping[str, object]) -> str:
    """Return a record as ``{hvem: Anne Holm, runde: 1}``.

    Numbers, dates and times are written plain, text quoted where needed; what is None, False or
    empty is left out.
    """
    said = ((key, value) for key, value in record.items() if value is not None and value != [])
    values = {key: _value(value) for key, value in said}
    return "{" + ", ".join(f"{key}: {text}" for key, text in values.items() if text) + "}"


def as_record(tree: Tree) -> dict[str, object] | None:
    """Return a record that was read in the form to be written; None when it is not a record."""
    if not isinstance(tree, dict):
        return None
    record: dict[str, object] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            return None
        record[key] = [_typed(each) for each in value] if isinstance(value, list) else _typed(value)
    return record


def _typed(text: Tree) -> object:
    if not isinstance(text, str):
        return text
    if _NUMBER.fullmatch(text):
        return int(text)
    return datetime.fromisoformat(text) if _is_moment(text) else text


def _is_moment(text: str) -> bool:
    try:
        return bool(_MOMENT.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


@lru_cache(maxsize=1024, typed=True)
def _scalar(value: object) -> str:
    match value:
        case False | None | "":
            return ""
        case True:
            return "ja"
        case datetime():
            return value.strftime("%Y-%m-%dT%H:%M")
        case date():
            return value.isoformat()
        case int():
            return str(value)
    return quote_in_flow(str(value))


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_scalar, value)) + "]"
    return _scalar(value)


def _with_lines(text: str, lines: Sequence[str]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    start = text if not text or text.endswith("\n") else text + newline
    return start + "".join(line + newline for line in lines)
