"""Word files with parts of their own beside the body, and what is read out of finished ones."""

from collections import Counter

from lxml import etree
from word_files import W, packed, unpacked

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"


def with_parts(data, parts, types=(), relations=()):
    """A file with more parts, their content types, and (part that points, id, kind, target)."""
    files = {
        **unpacked(data),
        **{n: x.encode() if isinstance(x, str) else x for n, x in parts.items()},
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in dict(types).items()
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"</Types>", f"{overrides}</Types>".encode()
    )
    for owner, key, kind, target in relations:
        folder, _, name = owner.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels"
        end = b"</Relationships>"
        empty = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        )
        new = f'<Relationship Id="{key}" Type="{_OFFICE}relationships/{kind}" Target="{target}"/>'
        files[rels] = files.get(rels, empty + end).replace(end, new.encode() + end)
    return packed(files)


def trees(data):
    """The roots of all XML parts by name; fails where one cannot be read."""
    return {
        name: etree.fromstring(xml)
        for name, xml in unpacked(data).items()
        if name.endswith((".xml", ".rels"))
    }


def body(data):
    return trees(data)["word/document.xml"]


def all_text(data):
    """All text and all attributes of all parts."""
    return "\n".join(
        "".join(root.itertext()) + " ".join(v for e in root.iter("*") for v in e.attrib.values())
        for root in trees(data).values()
    )


def repeated(root, tag, attribute="id"):
    """The values of an attribute that several elements share."""
    values = Counter(each.get(f"{{{W}}}{attribute}") for each in root.iter(f"{{{W}}}{tag}"))
    return [value for value, count in values.items() if count > 1]
