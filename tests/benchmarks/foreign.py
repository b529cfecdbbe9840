"""Run a folder of foreign Word files through the engine: python tests/benchmarks/foreign.py FOLDER

Each file is checked and rendered in three ways: with one tag more, with sixty runs of rich values,
and with its whole body in a loop of three. What comes out is counted by kind.
"""

import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from word_files import W, p, packed, unpacked

from samarbejde_cli import word
from samarbejde_cli.word.opc.reading import read_package

CONTEXT = {
    "t": "a\nb & <c>",
    "rig": word.Rich("x", word.Text("y", bold=True, color="C00000")),
    "boks": word.Checkbox(True),
    "xs": [1, 2, 3],
}
NUMBERED = {
    "comment": "id", "footnote": "id", "endnote": "id", "bookmarkStart": "id", "ins": "id",
    "del": "id",
}  # fmt: skip
NEEDY = ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote")
WAYS = {
    "one tag": lambda inner: inner + p("{{ t }}"),
    "sixty rich runs": lambda inner: p(*["{{ rig }}{{ boks }}"] * 60) + inner,
    "a loop of three": lambda inner: p("{%p for x in xs %}") + inner + p("{%p endfor %}"),
}


def changed(data: bytes, way: Callable[[str], str]) -> bytes:
    """Return the file with something more in its body."""
    parts, main = unpacked(data), read_package(data, "x").main
    root = etree.fromstring(parts[main])
    body = root.find(f"{{{W}}}body")
    around = etree.fromstring(f'<w:x xmlns:w="{W}">{way("<w:inner/>")}</w:x>')
    children = list(body)
    last = children.pop() if children and children[-1].tag == f"{{{W}}}sectPr" else None
    for child in list(around):
        new = children if child.tag == f"{{{W}}}inner" else [child]
        body.extend(new)
    if last is not None:
        body.append(last)
    return packed({**parts, main: etree.tostring(root, encoding="UTF-8", xml_declaration=True)})


def flaws(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a finished file."""
    for name, xml in unpacked(data).items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = etree.fromstring(xml)
        except etree.XMLSyntaxError:
            yield "not well-formed"
            continue
        for tag, key in NUMBERED.items():
            ids = Counter(each.get(f"{{{W}}}{key}") for each in root.iter(f"{{{W}}}{tag}"))
            if any(count > 1 for count in ids.values()):
                yield f"repeated {tag}"
        for tag in NEEDY:
            if any(each.find(f".//{{{W}}}p") is None for each in root.iter(f"{{{W}}}{tag}")):
                yield f"{tag} without a paragraph"


def outcome(data: bytes, way: Callable[[str], str]) -> set[str]:
    """Return the kinds of flaws that a render adds to those that the file had."""
    try:
        template = word.compile_template(changed(data, way), "x.docx")
        return {*flaws(template.render(CONTEXT, draft=True))} - {*flaws(data)} or {"right"}
    except word.TemplateError as error:
        return {f"told: {error.mistakes[0].kind}"}
    except Exception as error:  # noqa: BLE001 — what the engine must never let out
        return {f"EXCEPTION {type(error).__name__}"}


def main(folder: Path) -> None:
    """Print the counts."""
    warnings.simplefilter("ignore")
    files = sorted(folder.rglob("*.docx"))
    said: Counter[str] = Counter()
    came: dict[str, Counter[str]] = {name: Counter() for name in WAYS}
    for path in files:
        data = path.read_bytes()
        found = {each.kind for each in word.check(data, "x.docx")} or {"nothing"}
        said.update(found)
        for name, way in WAYS.items():
            came[name].update(outcome(data, way))
    print(f"{len(files)} files; check: {dict(said.most_common())}")
    for name, counts in came.items():
        print(f"{name}: {dict(counts.most_common())}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
