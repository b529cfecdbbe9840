"""Put numbers into a chart of a finished paper; its look stays as the template has it.

Word shows the values that the chart holds, and opens the small workbook inside it when somebody
wants to change them; both are written here, so that they agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import normpath

from samarbejde_cli.word.opc.part_editing import (
    BODY,
    RELATED,
    RELATIONSHIPS,
    TYPES,
    Element,
    frames_of,
    named,
    read,
    written,
)
from samarbejde_cli.word.workbook import EXCEL, reference, workbook

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_C = f"{{{_CHART}}}"
_BOOK_ID, _BOOK_NAME = "rIdTal", "word/embeddings/tal.xlsx"


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: its name, and a number for each category, None where none is known."""

    name: str
    values: tuple[int | None, ...]


def with_numbers(
    parts: Mapping[str, bytes], name: str, categories: Sequence[str], series: Sequence[Series]
) -> dict[str, bytes]:
    """Return the parts of a paper with the chart of this name filled in.

    Series that the chart has beyond those given are taken away. A paper without such a chart
    stays as it is.
    """
    result = dict(parts)
    frame = chart_frame(read(parts[BODY]), name)
    if frame is None:
        return result
    chart = next(frame.iter(f"{_C}chart"))
    part = _targets(parts, BODY)[chart.get(f"{{{RELATED}}}id")]
    root = read(parts[part])
    _fill(root, categories, series)
    _refer_to_workbook(root)
    rows = [[None, *(each.name for each in series)]]
    numbers = zip(categories, *(each.values for each in series), strict=True)
    for old in _books(parts, part):
        result.pop(old, None)
    result[part] = written(root)
    result[_relations_name(part)] = _with_workbook(parts.get(_relations_name(part)))
    result[_BOOK_NAME] = workbook([*rows, *numbers], _theme(parts))
    result[TYPES] = _with_type(parts[TYPES])
    return result


def chart_frame(body: Element, name: str) -> Element | None:
    """Return the frame of the chart of this name, else of the first; None without any chart.

    LibreOffice forgets the name of a chart when it saves a template.
    """
    frames = [
        frame for frame in frames_of(body) if next(frame.iter(f"{_C}chart"), None) is not None
    ]
    return next(iter(named(frames, name) or frames), None)


def without_chart(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a paper without the charts that stand nowhere in its text."""
    body = read(parts[BODY])
    used = {each.get(f"{{{RELATED}}}id") for each in body.iter(f"{_C}chart")}
    name = _relations_name(BODY)
    relations = read(parts[name])
    unused = [each for each in relations if _is_chart(each) and each.get("Id") not in used]
    gone = {_absolute(BODY, each.get("Target")) for each in unused}
    types = read(parts[TYPES])
    for each in unused:
        relations.remove(each)
    for each in [each for each in types if each.get("PartName", "").lstrip("/") in gone]:
        types.remove(each)
    kept = {part: data for part, data in parts.items() if part not in gone}
    return kept | {name: written(relations), TYPES: written(types)}


def _fill(root: Element, categories: Sequence[str], series: Sequence[Series]) -> None:
    lines = [each for each in root.iter(f"{_C}ser") if each.find(f"{_C}val") is not None]
    for line in lines[len(series) :]:
        line.getparent().remove(line)
    for column, (line, each) in enumerate(zip(lines, series, strict=False), 1):
        last = len(categories) + 1
        name = _cache("strRef", reference(column, 1), "strCache", [each.name])
        labels = _cache("strRef", reference(0, 2, last), "strCache", categories)
        numbers = _cache("numRef", reference(column, 2, last), "numCache", each.values)
        _replace(line, "tx", name)
        _replace(line, "cat", labels)
        _replace(line, "val", numbers)


def _replace(line: Element, kind: str, content: Element) -> None:
    holder = line.find(f"{_C}{kind}")
    if holder is None:
        return
    for child in list(holder):
        holder.remove(child)
    holder.append(content)


def _cache(kind: str, formula: str, cache: str, values: Sequence[str | int | None]) -> Element:
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    root = etree.Element(f"{_C}{kind}", nsmap={"c": _CHART})
    etree.SubElement(root, f"{_C}f").text = formula
    held = etree.SubElement(root, f"{_C}{cache}")
    if cache == "numCache":
        etree.SubElement(held, f"{_C}formatCode").text = "General"
    etree.SubElement(held, f"{_C}ptCount").set("val", str(len(values)))
    for number, value in enumerate(values):
        if value is not None:
            point = etree.SubElement(held, f"{_C}pt")
            point.set("idx", str(number))
            etree.SubElement(point, f"{_C}v").text = str(value)
    return root


def _refer_to_workbook(root: Element) -> None:
    """Let the chart know its workbook; the reference stands before the user's own shapes."""
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    for old in root.findall(f"{_C}externalData"):
        root.remove(old)
    data = etree.Element(f"{_C}externalData")
    data.set(f"{{{RELATED}}}id", _BOOK_ID)
    etree.SubElement(data, f"{_C}autoUpdate").set("val", "0")
    shapes = root.find(f"{_C}userShapes")
    root.insert(len(root) if shapes is None else root.index(shapes), data)


def _with_workbook(relations: bytes | None) -> bytes:
    """Return a chart's relations with our workbook in the place of the one that it had."""
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    root = read(relations or f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode())
    for old in [each for each in root if each.get("Type") == f"{RELATED}/package"]:
        root.remove(old)
    book = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
    target = f"../{_BOOK_NAME.removeprefix('word/')}"
    for key, value in (("Id", _BOOK_ID), ("Type", f"{RELATED}/package"), ("Target", target)):
        book.set(key, value)
    return written(root)


def _with_type(types: bytes) -> bytes:
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    root = read(types)
    if not any(each.get("Extension") == "xlsx" for each in root):
        default = etree.Element(f"{{{root.nsmap[None]}}}Default")
        default.set("Extension", "xlsx")
        default.set("ContentType", EXCEL)
        root.insert(0, default)
    return written(root)


def _books(parts: Mapping[str, bytes], chart: str) -> list[str]:
    """Return the workbooks that a chart has had so far."""
    if _relations_name(chart) not in parts:
        return []
    relations = read(parts[_relations_name(chart)])
    books = [each for each in relations if each.get("Type") == f"{RELATED}/package"]
    return [_absolute(chart, each.get("Target")) for each in books]


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    relations = read(parts[_relations_name(part)])
    return {each.get("Id"): _absolute(part, each.get("Target")) for each in relations}


def _theme(parts: Mapping[str, bytes]) -> bytes | None:
    """Return the paper's theme; None for a template that came without one."""
    relations = read(parts[_relations_name(BODY)])
    found = (each.get("Target") for each in relations if each.get("Type") == f"{RELATED}/theme")
    target = next(found, None)
    return parts[_absolute(BODY, target)] if target else None


def _absolute(part: str, target: str) -> str:
    folder = part.rpartition("/")[0]
    return target[1:] if target.startswith("/") else normpath(f"{folder}/{target}")


def _relations_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _is_chart(relation: Element) -> bool:
    return bool(relation.get("Type") == f"{RELATED}/chart")
