"""Content controls that Word fills from hidden data when the file is opened.

Word's cover pages show the title, the author or an abstract in controls that are bound to a part
of the file. The part would win over what was rendered into the control, so such a control is
unbound where it holds tags or shows a property that a render sets, and the tags in the hidden
data are taken out: nothing shows them any more.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.content_types import CUSTOM_XML_PROPERTIES
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.reading import UNREADABLE

_BINDINGS = (f"{ns.W}dataBinding", f"{{{ns.WORD15}}}dataBinding")
_STORE, _XPATH = f"{ns.W}storeItemID", f"{ns.W}xpath"
_ITEM = f"{{{ns.CUSTOM_XML}}}itemID"
_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_SET_BY_RENDER = lazy_pattern(r"title|creator|subject|lastModifiedBy|created|modified")
_READABLE = 4 * 1024 * 1024
_BRACES = lazy_pattern(r"\{\{|\{%|\}\}|%\}")
_TAG = lazy_pattern(r"\{\{[^{}]{1,500}\}\}|\{%[^{}]{1,500}%\}")


def without_misleading_bindings(package: Package) -> Package:
    """Return the package with the controls unbound that Word would fill with tags."""
    stores = _stores_with_tags(package)
    for name, part in package.contents():
        if b"dataBinding" in part.data and package.is_xml(name):
            package = package.without_elements(
                name, lambda root: [b for b in root.iter(*_BINDINGS) if _misleads(b, {*stores})]
            )
    for name in stores.values():
        package = _without_tags(package, name)
    return package


def unrendered_tags(package: Package, left: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield a mistake for each part with tags that no render looks at.

    ``left`` are the workbooks that are rendered, with a tag that is not, if any.
    """
    for name, part in package.parts.items():
        is_book = name.lower().endswith(".xlsx")
        if is_book and (tag := left[name] if name in left else _tag_in_workbook(part.data)):
            message = f"Tagget »{tag}« står i et regneark inde i filen, som ikke udfyldes ({name})."
            hint = (
                "I regnearket bag et diagram kan der stå felter, men ikke blokke. Skriv tallet "
                "eller et felt i cellen, eller slet regnearket."
            )
            yield Mistake("unrendered", package.name, TemplatePlace(), message, hint, tag)
        if package.types.get(name) in LABELS or not _may_have_tags(part.data):
            continue
        if package.is_xml(name) and (tag := _first_tag(package.tree(name))):
            message = f"Tagget »{tag}« står i en del af filen, som ikke udfyldes ({name})."
            hint = "Skriv feltet i selve teksten, og slet det der, hvor det står nu."
            yield Mistake("unrendered", package.name, TemplatePlace(), message, hint, tag)


def _tag_in_workbook(data: bytes) -> str:
    """Return a tag that the cells of an embedded workbook hold; none if it cannot be read."""
    try:
        with ZipFile(BytesIO(data)) as book:
            texts = [
                book.read(entry).decode("utf-8", "replace")
                for entry in book.infolist()
                if entry.filename.endswith(".xml") and entry.file_size < _READABLE
            ]
    except UNREADABLE:
        return ""
    return next((found[0] for text in texts if (found := _TAG.search(text))), "")


def _may_have_tags(data: bytes) -> bool:
    return b"{" in data


def _first_tag(root: Element) -> str:
    texts = ["".join(root.itertext("*"))]
    texts += [value for node in root.iter("*") for value in node.attrib.values()]
    return next((found[0] for text in texts if (found := _TAG.search(text))), "")


def _stores_with_tags(package: Package) -> dict[str, str]:
    """Return the parts of hidden data that hold tags, by the id that bindings know them by."""
    found = {}
    for name in package.parts:
        for relation in package.relations(name) if name.startswith("customXml/") else ():
            properties = package.target(name, relation)
            if package.types.get(properties) == CUSTOM_XML_PROPERTIES and _holds_tags(
                package, name
            ):
                root = package.tree(properties)
                found[root.get(_ITEM, "").upper()] = name
    return found


def _holds_tags(package: Package, name: str) -> bool:
    return _may_have_tags(package.parts[name].data) and bool(_first_tag(package.tree(name)))


def _misleads(binding: Element, stores: set[str]) -> bool:
    store = binding.get(_STORE, "").upper()
    if store in stores or (store == _CORE and _SET_BY_RENDER.search(binding.get(_XPATH, ""))):
        return True
    control = next(binding.iterancestors(f"{ns.W}sdt"), None)
    return control is not None and bool(_BRACES.search("".join(control.itertext("*"))))


def _without_tags(package: Package, name: str) -> Package:
    root = package.root(name)
    for node in root.iter("*"):
        if node.text and _BRACES.search(node.text):
            node.text = ""
        for key, value in node.attrib.items():
            if _BRACES.search(value):
                node.set(key, "")
    return package.with_root(name, root)
