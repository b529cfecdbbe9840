"""What a machine can check of PDF/UA (ISO 14289-1) in a PDF, by pikepdf."""

from itertools import pairwise

import pikepdf

CELLS = ("/TH", "/TD")
STANDARD = (
    *("/Document", "/Part", "/Sect", "/Div", "/NonStruct", "/H1", "/H2", "/H3", "/P", "/Span"),
    *("/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Caption"),
    *("/Figure", "/Link", "/Form", "/Note", "/BlockQuote", "/Quote"),
)


def elements(tree):
    """Yield the elements of a structure tree, or of a part of it, in reading order."""
    if isinstance(tree, pikepdf.Array):
        for each in tree:
            yield from elements(each)
    elif isinstance(tree, pikepdf.Dictionary):
        if "/S" in tree:
            yield tree
        yield from elements(tree.get("/K", pikepdf.Array()))


def faults(path):
    """Yield what is against PDF/UA in a file, in words; nothing when it keeps to it."""
    with pikepdf.open(path) as pdf:
        yield from _of_the_file(pdf)
        found = list(elements(pdf.Root.StructTreeRoot.K))
        yield from _of_the_tree(found, pdf.Root.StructTreeRoot.get("/RoleMap", {}))
        yield from _of_the_pages(pdf)


def tags(path):
    """Return each element's standard type and its alternative text."""
    with pikepdf.open(path) as pdf:
        return [(str(each.S), str(each.get("/Alt", ""))) for each in
                elements(pdf.Root.StructTreeRoot.K)]  # fmt: skip


def _of_the_file(pdf):
    root = pdf.Root
    if str(root.get("/Lang", "")) != "da-DK":
        yield "the language is not Danish"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the file is not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    with pdf.open_metadata() as about:
        if not about.get("dc:title"):
            yield "no title"
        if about.get("pdfuaid:part") != "1":
            yield "no word of PDF/UA"


def _of_the_tree(found, roles):
    for each in found:
        if str(roles.get(each.S, each.S)) not in STANDARD:
            yield f"{each.S} is no standard type"
        if each.S == "/Figure" and not str(each.get("/Alt", "")):
            yield "a figure without an alternative text"
        if each.S == "/TR" and any(child.S not in CELLS for child in elements_below(each)):
            yield "something else than cells in a row"
    levels = [int(str(each.S)[2:]) for each in found if str(each.S) in ("/H1", "/H2", "/H3")]
    if not levels:
        yield "no heading"
    elif levels[0] != 1:
        yield "the first heading is not on the first level"
    if any(level > before + 1 for before, level in pairwise(levels)):
        yield "a level of headings is left out"


def elements_below(element):
    """Return the elements just below one."""
    below = element.get("/K", [])
    below = below if isinstance(below, pikepdf.Array) else [below]
    return [each for each in below if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def _of_the_pages(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if "/StructParents" not in page:
            yield f"page {number} is outside the structure"
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {number}: the fields do not follow the structure"
