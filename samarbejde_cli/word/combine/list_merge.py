"""Lists of a combined file: those of all its documents, and numbers that begin again in each."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from samarbejde_cli.word.opc.namespaces import PARAGRAPH_PROPERTIES_TAG, WORD, Element, W
from samarbejde_cli.word.opc.numbering import ListItem, Lists, put_into_list
from samarbejde_cli.word.opc.part_names import NUMBERING, STYLES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.schema_order import paragraph_properties

_VALUE, _NUM, _NUM_ID = f"{W}val", f"{W}num", f"{W}numId"
_KIND, _KIND_ID = f"{W}abstractNum", f"{W}abstractNumId"


class TemplateLists:
    """The lists of one template's documents in a combined file.

    ``kinds`` maps the template's kinds of lists to those of the file, where they are not the same.
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self.kinds = kinds
        self.numbers: dict[bytes, str] = {}

    def renamed(self, num: Element) -> Element:
        """Return a copy of a list with the file's name of its kind."""
        copy = deepcopy(num)
        for kind in copy.iter(_KIND_ID):
            kind.set(_VALUE, self.kinds.get(kind.get(_VALUE), kind.get(_VALUE)))
        return copy


class MergedLists:
    """The kinds of lists and the lists of all documents; the first document's keep their names."""

    def __init__(self, first: Mapping[str, bytes]) -> None:
        self.root = read_xml(first.get(NUMBERING, f'<w:numbering xmlns:w="{WORD}"/>'.encode()))
        self.last = self._last(_NUM, _NUM_ID)
        self.read: tuple[Mapping[str, bytes], Element, Lists] | None = None

    def part(self) -> dict[str, bytes]:
        """Return the part with all lists, if there is any."""
        return {NUMBERING: write_xml(self.root)} if len(self.root) else {}

    def first_template(self) -> TemplateLists:
        """Return the lists of the template that the first document comes from."""
        lists = TemplateLists({})
        for num in self.root.iter(_NUM):
            lists.numbers.setdefault(_content(num), num.get(_NUM_ID))
        return lists

    def another_template(self, parts: Mapping[str, bytes], suffix: str) -> TemplateLists:
        """Add the kinds of lists of another template; its styles get the suffix."""
        kinds: dict[str, str] = {}
        for each in self._document(parts)[0].findall(_KIND):
            copy = deepcopy(each)
            kinds[each.get(_KIND_ID)] = new = str(self._last(_KIND, _KIND_ID) + 1)
            copy.set(_KIND_ID, new)
            for unique in copy.findall(f"{W}nsid"):
                copy.remove(unique)
            for named in copy.iter(f"{W}pStyle", f"{W}styleLink", f"{W}numStyleLink"):
                named.set(_VALUE, f"{named.get(_VALUE)}{suffix}")
            self.root.insert(len(self.root.findall(_KIND)), copy)
        return TemplateLists(kinds)

    def items(self, root: Element, parts: Mapping[str, bytes]) -> list[tuple[Element, ListItem]]:
        """Return the numbered paragraphs of a document, while its styles have their old names."""
        lists = self._document(parts)[1]
        found = (
            (paragraph, lists.item(paragraph.find(PARAGRAPH_PROPERTIES_TAG)))
            for paragraph in root.iter(f"{W}p")
        )
        return [(paragraph, item) for paragraph, item in found if item]

    def rename(self, root: Element, parts: Mapping[str, bytes], template: TemplateLists) -> None:
        """Let everything in a tree that names a list use the file's number of it."""
        nums = {each.get(_NUM_ID): each for each in self._document(parts)[0].iter(_NUM)}
        for named in root.iter(_NUM_ID):
            if (num := nums.get(named.get(_VALUE))) is not None:
                named.set(_VALUE, self._number(num, template))

    def begin_again(
        self,
        items: list[tuple[Element, ListItem]],
        parts: Mapping[str, bytes],
        template: TemplateLists,
    ) -> None:
        """Let numbered lists begin at their start in a document."""
        lists, new = self._document(parts)[1], dict[str, str]()
        for paragraph, item in items:
            if item.counter not in new:
                new[item.counter] = self._add(lists.beginning_again(item.number, "0"), template)
            put_into_list(paragraph_properties(paragraph), item, new[item.counter])

    def _number(self, num: Element, template: TemplateLists) -> str:
        content = _content(num)
        if content not in template.numbers:
            template.numbers[content] = self._add(num, template)
        return template.numbers[content]

    def _add(self, num: Element, template: TemplateLists) -> str:
        self.last += 1
        copy = template.renamed(num)
        copy.set(_NUM_ID, str(self.last))
        after = self.root.find(f"{W}numIdMacAtCleanup")
        if after is None:
            self.root.append(copy)
        else:
            after.addprevious(copy)
        return str(self.last)

    def _document(self, parts: Mapping[str, bytes]) -> tuple[Element, Lists]:
        """Return the lists of a document; those of the last one are kept."""
        if self.read is None or self.read[0] is not parts:
            root = read_xml(parts.get(NUMBERING, f'<w:numbering xmlns:w="{WORD}"/>'.encode()))
            self.read = (parts, root, Lists(root, read_xml(parts[STYLES])))
        return self.read[1:]

    def _last(self, kind: str, key: str) -> int:
        return max((int(each.get(key)) for each in self.root.findall(kind)), default=0)


def _content(num: Element) -> bytes:
    """Return what a list is but for its number."""
    copy = etree.Element(_NUM, nsmap={"w": WORD})
    copy.extend(deepcopy(list(num)))
    found: bytes = etree.tostring(copy, method="c14n")
    return found
