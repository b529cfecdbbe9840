"""The papers that were made of cases, and those that were not: as text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from samarbejde_cli.actions.render import Produced, Written
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import counted
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report import findings
from samarbejde_cli.report.folded import folded, paragraphs
from samarbejde_cli.report.json_text import versioned

_STATUS = {
    "written": "skrevet",
    "unchanged": "uændret",
    "kept": "beholdt, som du har rettet den",
    "refused": "ikke skrevet",
}


def documents(number: str, produced: Produced) -> Iterator[str]:
    """Yield the result for each paper of a case, and what is worth knowing of them."""
    for document in produced.documents:
        to = f" (til {document.recipient})" if document.is_shared else ""
        yield f"{_STATUS[document.status]}: {shown_path(document.path)}{to}"
    yield from paragraphs(produced.notes)
    if not produced.documents and not produced.notes and produced.succeeded:
        yield f"{number}: der hører ingen dokumenter til her."


def not_made(number: str, produced: Produced) -> Iterator[str]:
    """Yield how many papers of a case were not made, and what to do about it."""
    lost = sum(document.status == "refused" for document in produced.documents)
    if lost:
        papers = counted(lost, "dokument er ikke lavet", "dokumenter er ikke lavet")
        help_ = " Udfyld det, der mangler, eller brug --draft." if produced.has_gaps else ""
        yield folded(f"{number}: {papers}.{help_}")


def as_json(results: Iterable[tuple[Case, Produced]]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    return versioned(cases=[_case(*result) for result in results])


def _case(case: Case, produced: Produced) -> dict[str, Any]:
    return {
        "case": case.number,
        "documents": [_document(document) for document in produced.documents],
        "findings": [findings.entry(each) for each in produced.diagnoses],
        "errors": [_error(error) for error in produced.errors],
        "notes": list(produced.notes),
    }


def _document(document: Written) -> dict[str, Any]:
    return {
        "kind": KINDS[document.kind].stem,
        "recipient": document.recipient,
        "path": shown_path(document.path),
        "status": document.status,
    }


def _error(error: SamarbejdeError) -> dict[str, str]:
    return {"message": error.message, "hint": error.hint}
