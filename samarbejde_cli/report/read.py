"""What filled-in forms say: what would change, what is left, and how it went."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.reading.differences import Difference, NewItem
from samarbejde_cli.actions.reading.result import Choice, FormFile, Outcome, ReadForm
from samarbejde_cli.danish.text import counted, listed, shortened, small
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.report.folded import folded
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.word import FoundBy

UNCHANGED = "Intet er skrevet."
_NAMES = {
    FoundBy.TITLE: "titlen",
    FoundBy.BOOKMARK: "bogmærket",
    FoundBy.TABLE: "pladsen i tabellen",
}
_NOTHING, _DELETED = "(tomt)", "(slettet)"
_MOST = 8
"""So many files that are no forms are named."""
_TOLD = 1000
"""So many characters are shown of a text that is not read."""
_NOTHING_LEFT = (Outcome.REFUSED, Outcome.NO_FORM)
_NOT_SEEN = "Det, der står på billeder, bliver ikke læst."
_OPEN = (
    "Skemaet er åbent i Word eller LibreOffice. Det, der ikke er gemt, bliver ikke læst: gem og "
    "luk skemaet, og læs det igen."
)
CONFLICT = "Hvad skal gælde: sagen, skemaet, eller intet endnu?"
_SIDES = {
    "sagen": Choice.MINE,
    "skemaet": Choice.THEIRS,
    "intet": Choice.LEFT,
    "": Choice.LEFT,
}


def form_lines(read: ReadForm, *, diff: bool = False) -> Iterator[str]:
    """Yield what is to be known about one form."""
    yield masked(_heading(read))
    if read.problem:
        yield _on_screen(f"  {_words(read)}")
        if read.problem.hint:
            yield _on_screen(f"  hjælp: {read.problem.hint}")
    if diff and read.changes:
        yield from (masked(_diff(file)) for file in read.files)
    else:
        yield from map(_on_screen, _changes(read))
    yield from map(_on_screen, _left(read))
    yield from _findings(read)


def _on_screen(line: str) -> str:
    return folded(masked(line))


def _words(read: ReadForm) -> str:
    """Return why a form is not read, without a first line that only names the file."""
    message = read.problem.message if read.problem else ""
    return message.removeprefix(f"{read.path.name}\n").lstrip()


def _heading(read: ReadForm) -> str:
    target = read.target
    whose = f" til {read.person}" if read.person else ""
    about = f": {target.kind.title}{whose}, sagen {target.number}" if target else ""
    again = f" (er læst før, den {read.again:%d-%m-%Y})" if read.again else ""
    if read.corrected:
        again = f" (er rettet, siden det blev læst den {read.corrected:%d-%m-%Y})"
    return f"{shown_path(read.path)}{about}{again}"


def _reply(number: str) -> str:
    from samarbejde_cli.actions.reply import reply_of  # noqa: PLC0415 — only for letters

    return small(reply_of(number).label)


def _diff(file: FormFile) -> str:
    name = shown_path(file.path)
    before, after = file.source.text.splitlines(), file.text.splitlines()
    return "\n".join(unified_diff(before, after, name, name, n=1, lineterm=""))


def _changes(read: ReadForm) -> Iterator[str]:
    for each in read.comparison.changes:
        said = f", {_reply(each.after[0])}" if _is_reply(read, each) else ""
        is_gone = not each.after and each.route.endswith("]")
        after = _DELETED if is_gone else _value(each.after)
        yield f"  {each.route}: {_value(each.before)} → {after}{said}"
    for item in read.comparison.new_items:
        values = [line for lines in item.values.values() for line in lines]
        yield f"  ny linje i {item.items}: {_value(values)} ({item.place})"
    if read.outcome is Outcome.UNCHANGED and read.is_settled:
        yield "  Intet er ændret i skemaet."


def _is_reply(read: ReadForm, each: Difference) -> bool:
    return bool(read.person and each.route.endswith(".svar"))


def _left(read: ReadForm) -> Iterator[str]:
    for each in read.comparison.conflicts:
        yield from conflict_lines(each)
    for left in read.comparison.leftovers:
        where = f"{left.place}: " if left.place else ""
        yield f"  ikke læst: {where}»{shortened(left.text, _TOLD)}«"
        yield f"    {left.why}"
    yield from _remarks(read)


def conflict_lines(conflict: Difference) -> Iterator[str]:
    """Yield the two sides of a conflict."""
    yield f"  uenighed: {conflict.route} er ændret både i sagen og i skemaet ({conflict.place})"
    yield f"    sagen:  {_value(conflict.before)}"
    yield f"    skemaet: {_value(conflict.after)}"


def _remarks(read: ReadForm) -> Iterator[str]:
    if read.is_open:
        yield f"  note: {_OPEN}"
    if read.form is None:
        return
    if read.form.changes:
        changes = read.form.changes
        parts = (
            (changes.inserted, "tilføjelse", "tilføjelser"),
            (changes.deleted, "sletning", "sletninger"),
            (changes.moved, "flytning", "flytninger"),
        )
        words = listed([counted(*each) for each in parts if each[0]])
        yield f"  note: Words ændringssporing er slået til ({words}); alt er læst som godkendt."
    if number := read.form.pictures:
        yield f"  note: Der er {counted(number, 'billede', 'billeder')} i skemaet. {_NOT_SEEN}"
    for comment in read.form.comments:
        yield f"  kommentar: {shortened(comment, 200)}"
    names = [f"{n} ved {_NAMES[by]}" for by, n in read.found.weaker_names.items()]
    if names and (read.changes or not read.is_settled):
        yield f"  note: Felterne er ikke alle fundet ved deres mærke: {listed(names)}."


def _findings(read: ReadForm) -> Iterator[str]:
    for each in read.diagnoses:
        from samarbejde_cli.report.findings import in_full  # noqa: PLC0415 — most forms bring none

        yield from in_full([each])
        if place := read.place_of(each):
            yield f"  i skemaet: {place}\n"


def _value(lines: Sequence[str]) -> str:
    return shortened("; ".join(lines)) if lines else _NOTHING


def question(read: ReadForm) -> str:
    """Return the question before a form is written."""
    number = len(read.comparison.changes) + len(read.comparison.new_items)
    return f"Skriv {counted(number, 'ændring', 'ændringer')} i {_files(read)}?"


def _files(read: ReadForm) -> str:
    """Return the first file with its folder, and the names of others."""
    first, others = read.files[:1], read.files[1:]
    return listed([*(shown_path(e.path) for e in first), *(e.path.name for e in others)])


def choice(text: str) -> Choice:
    """Return the side of a conflict that an answer means. Raises ``WrongUseError``."""
    if text.casefold() not in _SIDES:
        raise WrongUseError(f"`{text}` er ikke et af svarene.", "Skriv sagen, skemaet eller intet.")
    return _SIDES[text.casefold()]


def written(read: ReadForm) -> str:
    """Return that a form was written."""
    return f"  Skrevet i {_files(read)}."


def summary(forms: Sequence[ReadForm], named: Collection[Path]) -> Iterator[str]:
    """Yield how several forms went; ``named`` are the files that were asked for by name."""
    unnamed = [each for each in forms if each.path not in named]
    if old := [each for each in unnamed if each.is_blank]:
        yield folded(f"Ikke udfyldt, og til noget, som er forbi eller ændret: {_names(old)}.")
    if read := [each for each in unnamed if each.is_read_before and not each.is_blank]:
        yield folded(f"Læst før, og fra noget, som er forbi: {_names(read)}.")
    if same := [each for each in unnamed if each.is_as_before]:
        yield folded(f"Uden ændringer: {_names(same)}.")
    if others := [each for each in unnamed if each.outcome is Outcome.NO_FORM]:
        yield folded(f"Ikke skemaer, eller uden oplysning om deres sag: {_names(others)}.")
        yield folded("  hjælp: Læs et skema, der er iblandt dem, for sig, med sagen efter --case.")
    words = {
        Outcome.WRITTEN: "skrevet",
        Outcome.PROPOSED: "med ændringer, som ikke er skrevet",
        Outcome.UNCHANGED: "uden ændringer",
        Outcome.REFUSED: "ikke læst",
        Outcome.NO_FORM: "er ikke skemaer",
    }
    counts = [(sum(f.outcome is each for f in forms), text) for each, text in words.items()]
    parts = [f"{number} {text}" for number, text in counts if number]
    left = sum(f.outcome not in _NOTHING_LEFT and not f.is_settled for f in forms)
    more = f" I {counted(left, 'skema', 'skemaer')} er der noget tilbage til dig." if left else ""
    yield folded(f"{counted(len(forms), 'fil', 'filer')}: {', '.join(parts)}.{more}")


def not_read(names: Sequence[str]) -> Iterator[str]:
    """Yield the files of other kinds in a folder, which may be forms too."""
    if names:
        yield folded(f"Ikke .docx, så de er ikke læst: {_listed(names)}.")
        yield folded("  hjælp: Er der et skema iblandt, så åbn det i Word, og gem det som .docx.")


def _names(forms: Sequence[ReadForm]) -> str:
    return _listed([each.path.name for each in forms])


def _listed(found: Sequence[str]) -> str:
    names = [*found]
    names[_MOST:] = [f"{len(names) - _MOST} til"] if len(names) > _MOST else []
    return listed(names)


def as_json(forms: Iterable[ReadForm], others: Iterable[str]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``read --format json``.

    ``others`` are the names of files that are no Word files.
    """
    return versioned(forms=[_entry(each) for each in forms], not_read=[*map(masked, others)])


def _entry(read: ReadForm) -> dict[str, Any]:
    form = read.form
    return {
        "file": masked(str(read.path)),
        "outcome": read.outcome.value,
        "case": read.target.number if read.target else None,
        "paper": read.target.kind.stem if read.target else None,
        "person": read.person or None,
        "corrected_since": read.corrected.isoformat() if read.corrected else None,
        "open": read.is_open,
        "pictures": form.pictures if form else 0,
        "read_before": read.again.isoformat() if read.again else None,
        "files": [each.path.name for each in read.files],
        "changes": [_difference(each) for each in read.comparison.changes],
        "new_items": [_new_item(each) for each in read.comparison.new_items],
        "conflicts": [_difference(each) for each in read.comparison.conflicts],
        "left": [
            {"place": each.place, "text": masked(each.text), "why": each.why}
            for each in read.comparison.leftovers
        ],
        "comments": [masked(each) for each in form.comments] if form else [],
        "tracked_changes": vars(form.changes) if form else None,
        "found_by": {by.value: number for by, number in read.found.weaker_names.items()},
        "findings": [
            {"code": each.code, "message": each.message, "line": each.place.line,
             "file": each.file.name, "place": read.place_of(each)} for each in read.diagnoses
        ],
        "error": {"message": masked(read.problem.message), "hint": masked(read.problem.hint or "")}
        if read.problem else None,
    }  # fmt: skip


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "route": each.route,
        "place": each.place,
        "found_by": each.found_by.value,
        "before": [masked(line) for line in each.before],
        "after": [masked(line) for line in each.after],
    }


def _new_item(each: NewItem) -> dict[str, Any]:
    values = {key: [masked(line) for line in lines] for key, lines in each.values.items()}
    return {"place": each.place, "list": each.items, "values": values}
