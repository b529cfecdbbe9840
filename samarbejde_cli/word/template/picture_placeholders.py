"""Pictures in a template whose alt text is a tag: frames for the pictures of a render."""

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.lifting import placeholder_for, undeclared
from samarbejde_cli.word.template.tags import MARK, Spot, Tag, derived

_SIZES = (f"{ns.WP}extent", f".//{{{ns.PICTURE}}}spPr/{ns.A}xfrm/{ns.A}ext")
_SIDES: tuple[tuple[str, Spot], ...] = (("cx", "width"), ("cy", "height"))


def prepare_frames(root: Element, tags: dict[int, Tag]) -> None:
    """Let each such picture take its words, its file and its size from the value of its tag."""
    for words in root.iter(f"{ns.WP}docPr"):
        drawing = words.getparent()
        found = MARK.fullmatch(words.get("descr", "").strip())
        blip = next(drawing.iter(f"{ns.A}blip"), None)
        extent = drawing.find(f"{ns.WP}extent")
        if found and blip is not None and extent is not None:
            _prepare(drawing, blip, tags[int(found[1])], tags)


def _prepare(drawing: Element, blip: Element, tag: Tag, tags: dict[int, Tag]) -> None:
    tag.location = "words"
    extent = drawing.find(f"{ns.WP}extent")
    frame = f"{extent.get('cx', '0')} {extent.get('cy', '0')}"
    for path in _SIZES:
        for size in drawing.findall(path):
            for side, location in _SIDES:
                new = derived(tag, tag.shape, tag.body, location, tags)
                new.original = frame
                size.set(side, new.mark)
    for inner in drawing.iter(f"{{{ns.PICTURE}}}cNvPr"):
        if MARK.fullmatch(inner.get("descr", "")):
            inner.set("descr", tag.mark)
    new = derived(tag, tag.shape, tag.body, "blip", tags)
    new.original = undeclared(blip)
    blip.addprevious(placeholder_for(new))
    blip.getparent().remove(blip)
