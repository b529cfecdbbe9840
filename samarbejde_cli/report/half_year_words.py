"""Sentences that are true for the half-year's figures, and the names of their lines."""

from collections.abc import Iterator

from samarbejde_cli.actions.report import HalfYear
from samarbejde_cli.danish.text import counted
from samarbejde_cli.figures.table import Number, Table


def item_label(result: HalfYear, item: str) -> str:
    """Return the name of a line; a rule by its code and name."""
    return f"{item} {result.rules[item].replace('-', ' ')}" if item in result.rules else item


answer_label = item_label


def sentences(result: HalfYear) -> list[str]:
    """Return the summary; only of numbers that may be shown."""
    return [each for each in _sentences(result) if each]


def _sentences(result: HalfYear) -> Iterator[str]:
    tables = {each.figure.key: each for each in result.tables}
    label = result.wanted.period.label
    yield f"{counted(result.people, 'ung', 'unge')} var med i modellen i {label}."
    if result.coordinators > 1:
        average = _comma(result.people / result.coordinators)
        yield f"De har {result.coordinators} koordinatorer, i snit {average} unge hver."
    yield _share(tables["fremgang"], "Ja", "unge er gået frem i mindst ét af de syv livsområder")
    yield _most_forward(tables["udvikling"])
    yield _sum(tables["uddannelse-ved-start"], "unge var i uddannelse, da de startede")
    yield _sum(tables["uddannelse-nu"], "unge er i uddannelse efter det, der senest er noteret")
    yield _sum(tables["møder"], "planlagte møder blev holdt")
    yield _item(tables["inddragelse"], "Deltog den unge i mødet?", "møder var den unge selv med")
    yield _share(tables["privat-netværk"], "Ja", "unge havde nogen fra det private netværk med")
    yield _share(
        tables["samtykke"], "Gælder og er underskrevet", "unge har et samtykke, der gælder"
    )
    yield _item(tables["gennemtvungne"], "Alle flytninger", "flytninger blev gennemtvunget")


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _share(table: Table, answer: str, words: str, item: str = "") -> str:
    row = table.main(item)
    cell = row.cells[table.answers.index(answer)] if row else None
    return _of(cell, row.whole if row else None, words)


def _item(table: Table, item: str, words: str) -> str:
    row = table.main(item)
    text = _of(row.cells[0], row.whole, words) if row else ""
    return f"På {text[:1].lower()}{text[1:]}" if text and words.startswith("møder") else text


def _sum(table: Table, words: str) -> str:
    row = table.main()
    return _of(row.sums[0], row.whole, words) if row else ""


def _of(part: Number | None, whole: Number | None, words: str) -> str:
    return f"{part.count} af {whole.count} {words}." if part and whole and whole.count else ""


def _most_forward(table: Table) -> str:
    """Return the area in which most have moved on, where all areas may be shown."""
    rows = [each for each in table.rows if not each.group and not each.before]
    shown = [(x.cells[-1].count, x.item, x.whole.count) for x in rows if x.cells[-1] and x.whole]
    if len(shown) < len(rows) or not shown or not max(shown)[0]:
        return ""
    most = max(shown)[0]
    best = [each for each in shown if each[0] == most]
    if len(best) > 1:
        return ""
    _, item, whole = best[0]
    return f"Flest er gået frem i {item[:1].lower()}{item[1:]}: {most} af {whole}."
