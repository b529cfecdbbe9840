"""Put numbers into a chart of a finished document; its format stays as the template has it.

Word shows the values that the chart holds, and opens the small workbook inside it when they
are to be changed; both are written here, so that they agree.
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from samarbejde_cli.word.drawings import (
    describe,
    frames_of,
    is_named,
    number_frame,
    resize,
)
from samarbejde_cli.word.opc.content_types import WORKBOOK
from samarbejde_cli.word.opc.namespaces import (
    CHART,
    DEFAULT_TYPE,
    OVERRIDE_TYPE,
    RELATED,
    RELATION,
    RELATIONSHIPS,
    C,
    Element,
    R,
)
from samarbejde_cli.word.opc.part_names import BODY, TYPES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.relations import relations_name, target_name
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts
from samarbejde_cli.word.values import ChartContent, Series
from samarbejde_cli.word.workbook import reference, workbook

_BOOK_ID, _BOOK_NAME = "rIdTal", "word/embeddings/tal.xlsx"
_CHART_TYPE, _CHART_ID = f"{RELATED}/chart", "rIdFigur"


def fill_chart(
    data: bytes,
    name: str,
    categories: Sequence[str],
    series: Sequence[Series],
    description: str,
) -> bytes:
    """Return a Word file with its chart ``name`` filled in; with no chart at all if it has none.

    Series that the chart has beyond those given are taken away; ``description`` is read aloud in
    its place. LibreOffice forgets the name when it saves a template: then it is the first chart.
    """
    parts = read_parts(data)
    body = read_xml(parts[BODY])
    frame = _chart_frame(body, name)
    if frame is None:
        return write_parts(_without_unused_charts(parts))
    chart = next(frame.iter(f"{C}chart")).get(f"{R}id")
    describe(frame, description)
    parts[BODY] = write_xml(body)
    _fill_part(parts, _targets(parts, BODY)[chart], categories, series)
    return write_parts(parts)


def fill_charts(data: bytes, charts: Sequence[ChartContent]) -> bytes:
    """Return a Word file whose charts, in the order of its text, are filled in each on its own.

    A loop in a template repeats one chart; each repetition becomes a chart of its own with the
    format of that one. There are as many charts in the text as are given.
    """
    parts = read_parts(data)
    body = read_xml(parts[BODY])
    targets = _targets(parts, BODY)
    types, relations = read_xml(parts[TYPES]), _relations(parts, BODY)
    known = {each.get("PartName"): each.get("ContentType") for each in types}
    frames = [each for each in frames_of(body) if next(each.iter(f"{C}chart"), None) is not None]
    for number, (frame, chart) in enumerate(zip(frames, charts, strict=True), 1):
        reference_to = next(frame.iter(f"{C}chart"))
        model = targets[reference_to.get(f"{R}id")]
        part, name = f"word/charts/figur{number}.xml", f"{_CHART_ID}{number}"
        parts[part] = parts[model]
        if relations_name(model) in parts:
            parts[relations_name(part)] = parts[relations_name(model)]
        kind = {"PartName": f"/{part}", "ContentType": known[f"/{model}"]}
        types.append(types.makeelement(OVERRIDE_TYPE, kind))
        target = {"Id": name, "Type": _CHART_TYPE, "Target": part.removeprefix("word/")}
        relations.append(relations.makeelement(RELATION, target))
        reference_to.set(f"{R}id", name)
        number_frame(frame, number, chart.name)
        resize(frame, chart.size)
        describe(frame, chart.description)
        book = f"word/embeddings/tal{number}.xlsx"
        _fill_part(parts, part, chart.categories, chart.series, book)
    parts |= {BODY: write_xml(body), relations_name(BODY): write_xml(relations)}
    listed = read_xml(_with_type(write_xml(types)))
    return write_parts(_without_unused_charts(parts | {TYPES: write_xml(listed)}))


def remove_unused_charts(data: bytes) -> bytes:
    """Return a Word file without the charts that stand nowhere in its text."""
    return write_parts(_without_unused_charts(read_parts(data)))


def _chart_frame(body: Element, name: str) -> Element | None:
    frames = [each for each in frames_of(body) if next(each.iter(f"{C}chart"), None) is not None]
    return next(iter([each for each in frames if is_named(each, name)] or frames), None)


def _fill_part(
    parts: dict[str, bytes],
    part: str,
    categories: Sequence[str],
    series: Sequence[Series],
    book: str = _BOOK_NAME,
) -> None:
    root = read_xml(parts[part])
    _fill(root, categories, series)
    _refer_to_workbook(root)
    rows = [[None, *(each.name for each in series)]]
    numbers = zip(categories, *(each.values for each in series), strict=True)
    relations = _relations(parts, part)
    for old in [each for each in relations if each.get("Type") == f"{RELATED}/package"]:
        parts.pop(target_name(part, old.get("Target")), None)
        relations.remove(old)
    parts[part] = write_xml(root)
    parts[relations_name(part)] = _with_workbook(relations, book)
    parts[book] = workbook([*rows, *numbers], _theme(parts))
    parts[TYPES] = _with_type(parts[TYPES])


def _without_unused_charts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    used = {each.get(f"{R}id") for each in read_xml(parts[BODY]).iter(f"{C}chart")}
    relations, types = _relations(parts, BODY), read_xml(parts[TYPES])
    charts = [each for each in relations if each.get("Type") == f"{RELATED}/chart"]
    unused = [each for each in charts if each.get("Id") not in used]
    gone = {target_name(BODY, each.get("Target")) for each in unused}
    for each in unused:
        relations.remove(each)
    for each in [each for each in types if each.get("PartName", "").lstrip("/") in gone]:
        types.remove(each)
    kept = {part: data for part, data in parts.items() if part not in gone}
    return kept | {relations_name(BODY): write_xml(relations), TYPES: write_xml(types)}


def _fill(root: Element, categories: Sequence[str], series: Sequence[Series]) -> None:
    lines = [each for each in root.iter(f"{C}ser") if each.find(f"{C}val") is not None]
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
    holder = line.find(f"{C}{kind}")
    if holder is None:
        return
    for child in list(holder):
        holder.remove(child)
    holder.append(content)


def _cache(kind: str, formula: str, cache: str, values: Sequence[str | float | None]) -> Element:
    root = etree.Element(f"{C}{kind}", nsmap={"c": CHART})
    etree.SubElement(root, f"{C}f").text = formula
    held = etree.SubElement(root, f"{C}{cache}")
    if cache == "numCache":
        etree.SubElement(held, f"{C}formatCode").text = "General"
    etree.SubElement(held, f"{C}ptCount").set("val", str(len(values)))
    for number, value in enumerate(values):
        if value is not None:
            point = etree.SubElement(held, f"{C}pt")
            point.set("idx", str(number))
            etree.SubElement(point, f"{C}v").text = str(value)
    return root


def _refer_to_workbook(root: Element) -> None:
    """Let the chart know its workbook; the reference comes before the user's own shapes."""
    for old in root.findall(f"{C}externalData"):
        root.remove(old)
    data = etree.Element(f"{C}externalData")
    data.set(f"{R}id", _BOOK_ID)
    etree.SubElement(data, f"{C}autoUpdate").set("val", "0")
    shapes = root.find(f"{C}userShapes")
    root.insert(len(root) if shapes is None else root.index(shapes), data)


def _with_workbook(relations: Element, book: str) -> bytes:
    """Return a chart's relations with one to our workbook."""
    target = f"../{book.removeprefix('word/')}"
    values = {"Id": _BOOK_ID, "Type": f"{RELATED}/package", "Target": target}
    relations.append(relations.makeelement(RELATION, values))
    return write_xml(relations)


def _with_type(types: bytes) -> bytes:
    root = read_xml(types)
    if not any(each.get("Extension") == "xlsx" for each in root):
        values = {"Extension": "xlsx", "ContentType": WORKBOOK}
        root.insert(0, root.makeelement(DEFAULT_TYPE, values))
    return write_xml(root)


def _relations(parts: Mapping[str, bytes], part: str) -> Element:
    empty = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
    return read_xml(parts.get(relations_name(part), empty))


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    relations = _relations(parts, part)
    return {each.get("Id"): target_name(part, each.get("Target")) for each in relations}


def _theme(parts: Mapping[str, bytes]) -> bytes | None:
    """Return the document's theme; None for a template that came without one."""
    relations = _relations(parts, BODY)
    found = (each.get("Target") for each in relations if each.get("Type") == f"{RELATED}/theme")
    target = next(found, None)
    return parts[target_name(BODY, target)] if target else None
