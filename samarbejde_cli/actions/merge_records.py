"""Put together what two people added to a file that is only added to, after git could not."""

from typing import Any

from samarbejde_cli.forms.read import load
from samarbejde_cli.source.conflicts import sides, without_markers
from samarbejde_cli.source.read import Source, from_text
from samarbejde_cli.source.records import as_record, with_records


def joined(source: Source, kind: Any) -> str | None:
    """Return the text with the records of both versions; None when that is not certain.

    It is when both versions are whole. Where the records of both can simply stay as they are, with
    all comments, they do; else those of the other version are written at the end.
    """
    versions = [from_text(source.path, text) for text in sides(source.text) or ()]
    if not versions or any(load(kind, each)[1] for each in versions):
        return None
    ours, theirs = versions
    old = ours.data if isinstance(ours.data, list) else []
    news = [each for each in theirs.data or () if each not in old]
    plain = without_markers(source.text) or ""
    data = from_text(source.path, plain).data
    if isinstance(data, list) and sorted(map(repr, data)) == sorted(map(repr, [*old, *news])):
        return plain
    if not _comments(theirs) <= _comments(ours):
        return None
    records = [record for each in news if (record := as_record(each))]
    return with_records(ours, records) if len(records) == len(news) else None


def _comments(source: Source) -> set[str]:
    return {line.strip() for line in source.text.splitlines() if line.lstrip().startswith("#")}
