"""Run a folder of foreign Word files through the engine: python tests/benchmarks/foreign.py FOLDER

Each file is checked and rendered in three ways: with one tag more, with sixty runs of rich values,
and with its whole body in a loop of three. What comes out is compared with the file itself and
counted by kind: only what a render adds is a flaw. ``--office`` also opens a sample of the results
in LibreOffice (one file in N), and those that do not open are opened as they were before.
``--keep FOLDER`` keeps the results with flaws.
"""

import re
import subprocess
import sys
import tempfile
import time
import warnings
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from word_files import W, p, packed, unpacked

from samarbejde_cli import word
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.reading import read_package

CONTEXT = {
    "t": "a\nb & <c>",
    "rig": word.Rich("x", word.Text("y", bold=True, color="C00000")),
    "boks": word.Checkbox(True),
    "xs": [1, 2, 3],
}
ROUNDS = 3
WAYS = {
    "one tag": lambda inner: inner + p("{{ t }}"),
    "sixty rich runs": lambda inner: p(*["{{ rig }}{{ boks }}"] * 60) + inner,
    "a loop of three": lambda inner: p("{%p for x in xs %}") + inner + p("{%p endfor %}"),
}
_REVISIONS = "ins del moveFrom moveTo rPrChange pPrChange tblPrChange trPrChange tcPrChange "
_REVISIONS += "sectPrChange tblGridChange tblPrExChange numberingChange cellIns cellDel cellMerge"
NUMBERED = {
    **{f"{ns.W}{name}": ("revision", f"{ns.W}id") for name in _REVISIONS.split()},
    **{f"{ns.W}{name}": (name, f"{ns.W}id") for name in ("comment", "footnote", "endnote")},
    f"{ns.W}bookmarkStart": ("bookmark", f"{ns.W}id"),
    f"{ns.W}permStart": ("permission", f"{ns.W}id"),
    f"{ns.WP}docPr": ("drawing", "id"),
}
"""What must be unique: the kind of an element, and the attribute with its id."""
REFERRED = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
NEEDY = ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment")
FILLED = {"tbl": ns.ROW, "tr": ns.CELL}
BATCH, PATIENCE = 40, 240


@dataclass
class State:
    """What can be compared of two files."""

    ids: Counter[tuple[str, str]] = field(default_factory=Counter)
    flaws: Counter[str] = field(default_factory=Counter)


def state_of(parts: dict[str, bytes]) -> State:
    """Return the ids of a file, and how often each kind of flaw is in it."""
    state = State()
    for name, xml in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = etree.fromstring(xml, etree.XMLParser(huge_tree=True))
        except etree.XMLSyntaxError:
            state.flaws["not well-formed"] += 1
            continue
        if "glossary/" not in name:  # a document of its own, with ids of its own
            state.ids.update(ids_in(root))
        state.flaws.update(hollow(root))
    for name, note in REFERRED.items():
        lost = (key for kind, key in state.ids if kind == name and not state.ids[note, key])
        state.flaws[f"{name} without its note"] += sum(1 for _ in lost)
    ends = sum(1 for kind, key in state.ids if kind == "end" and not state.ids["bookmark", key])
    state.flaws["bookmarkEnd without its start"] += ends
    return state


def ids_in(root: ns.Element) -> Iterator[tuple[str, str]]:
    """Yield the kind and the id of each element of a part that has one."""
    for each in root.iter(*NUMBERED):
        kind, key = NUMBERED[each.tag]
        if root.tag != f"{ns.W}settings":  # it only names the separators of notes
            yield kind, each.get(key, "")
    for each in root.iter(f"{ns.W}bookmarkStart"):
        yield "bookmark name", each.get(f"{ns.W}name", "").casefold()
    for each in root.iterfind(f".//{ns.W}sdtPr/{ns.W}id"):
        yield "control", each.get(f"{ns.W}val", "")
    for each in root.iter(ns.PARAGRAPH):
        if number := each.get(f"{ns.W14}paraId"):
            yield "paragraph", number
    for name, kind in {**dict.fromkeys(REFERRED), "bookmarkEnd": "end"}.items():
        for each in root.iter(f"{ns.W}{name}"):
            yield kind or name, each.get(f"{ns.W}id", "")


def hollow(root: ns.Element) -> Iterator[str]:
    """Yield the kinds of elements of a part that lack what Word needs in them."""
    for tag in NEEDY:
        for each in root.iter(f"{{{W}}}{tag}"):
            if each.find(f".//{ns.PARAGRAPH}") is None:
                yield f"{tag} without a paragraph"
    for cell in root.iter(ns.CELL):
        if len(cell) and cell[-1].tag == ns.TABLE:
            yield "tc that ends in a table"
    for tag, inner in FILLED.items():
        for each in root.iter(f"{{{W}}}{tag}"):
            if each.find(f".//{inner}") is None:
                yield f"{tag} without {inner.rpartition('}')[2]}"
    yield from ("empty control" for each in root.iter(f"{ns.W}sdtContent") if not len(each))


def added(before: State, after: State, rounds: int) -> Iterator[str]:
    """Yield the kinds of flaws that a render added to those that the file had."""
    known = (*REFERRED, "end")
    for (kind, key), count in after.ids.items():
        if kind not in known and count > max(1, before.ids[kind, key]):
            yield f"repeated {kind}"
    for flaw, count in after.flaws.items():
        if count > rounds * before.flaws[flaw]:
            yield flaw


def changed(data: bytes, way: Callable[[str], str]) -> bytes:
    """Return the file with something more in its body."""
    parts, main = unpacked(data), read_package(data, "x").main
    root = etree.fromstring(parts[main])
    body = root.find(f"{{{W}}}body")
    around = etree.fromstring(f'<w:x xmlns:w="{W}">{way("<w:inner/>")}</w:x>')
    children = list(body)
    last = children.pop() if children and children[-1].tag == f"{{{W}}}sectPr" else None
    for child in list(around):
        body.extend(children if child.tag == f"{{{W}}}inner" else [child])
    if last is not None:
        body.append(last)
    return packed({**parts, main: etree.tostring(root, encoding="UTF-8", xml_declaration=True)})


@dataclass
class Report:
    """What came of one way: the counts, the parts that changed, and results by file."""

    counts: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    results: dict[Path, bytes] = field(default_factory=dict)
    seconds: dict[Path, float] = field(default_factory=dict)


def run(path: Path, way: str, report: Report) -> set[str]:
    """Render a file in one way, note what came of it and return the kinds of flaws."""
    data = path.read_bytes()
    try:
        template = changed(data, WAYS[way])
        start = time.process_time()
        result = word.compile_template(template, path.name).render(CONTEXT, draft=True)
        report.seconds[path] = time.process_time() - start
    except word.TemplateError as error:
        report.counts[f"told: {error.mistakes[0].kind}"] += 1
        return set()
    except (BadZipFile, AssertionError):  # what the reading of this program cannot open
        report.counts["no sound ZIP file"] += 1
        return set()
    except Exception as error:  # noqa: BLE001 — what the engine must never let out
        report.counts[f"EXCEPTION {type(error).__name__}"] += 1
        return {type(error).__name__}
    before, after = unpacked(data), unpacked(result)
    report.results[path] = result
    report.parts.update(different(before, after))
    flaws = {*added(state_of(before), state_of(after), ROUNDS if "loop" in way else 1)}
    report.counts.update(flaws or {"right"})
    return flaws


def different(before: dict[str, bytes], after: dict[str, bytes]) -> Iterable[str]:
    """Return the parts that a render changed, added or left out, without their numbers."""
    for name in before.keys() | after.keys():
        if not name.endswith("/") and before.get(name) != after.get(name):
            what = "changed" if name in before and name in after else "added"
            label = re.sub(r"[0-9]+", "", name)
            yield f"{label} {what if name in after else 'left out'}"


def opened(files: dict[str, bytes]) -> set[str]:
    """Return the names of the files that LibreOffice opens; of many at once, as far as it can."""
    names, done = list(files), set()
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(names), BATCH):
            batch = names[start : start + BATCH]
            done |= _converted(batch, files, Path(folder))
            for name in set(batch) - done:
                done |= _converted([name], files, Path(folder))
    return done


def _converted(names: list[str], files: dict[str, bytes], folder: Path) -> set[str]:
    for name in names:
        (folder / name).write_bytes(files[name])
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", "txt:Text", "--outdir", str(folder / "out")]
    command += [str(folder / name) for name in names]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        print(f"LibreOffice did not end with {names[0]} …", file=sys.stderr)
    for name in names:
        (folder / name).unlink()
    return {name for name in names if (folder / "out" / name).with_suffix(".txt").exists()}


def compare_in_office(report: Report, every: int) -> str:
    """Return how many of the results LibreOffice opens, and which it opened only before."""
    chosen = dict(list(report.results.items())[::every])
    results = {path.name: data for path, data in chosen.items()}
    lost = results.keys() - opened(results)
    originals = {path.name: path.read_bytes() for path in chosen if path.name in lost}
    spoiled = sorted(opened(originals))
    return f"LibreOffice opens {len(results) - len(lost)} of {len(results)}; spoiled: {spoiled}"


def arguments() -> Namespace:
    """Return the command line."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--office", type=int, default=0, metavar="N")
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


def main(asked: Namespace) -> None:
    """Print the counts."""
    warnings.simplefilter("ignore")
    files = sorted(asked.folder.rglob("*.docx"))
    said: Counter[str] = Counter()
    for path in files:
        said.update({m.kind for m in word.check(path.read_bytes(), path.name)} or {"nothing"})
    print(f"{len(files)} files; check: {dict(said.most_common())}", flush=True)
    for way in WAYS:
        report = Report()
        for path in files:
            if (flaws := run(path, way, report)) and asked.keep:
                print(f"  {path.name}: {sorted(flaws)}", flush=True)
                if path in report.results:
                    (asked.keep / f"{way} {path.name}").write_bytes(report.results[path])
        print(f"{way}: {dict(report.counts.most_common())}")
        print(f"  parts: {dict(report.parts.most_common())}")
        slow = sorted(report.seconds.items(), key=lambda each: -each[1])[:3]
        print(f"  slowest: {[(path.name, round(spent, 1)) for path, spent in slow]}", flush=True)
        if asked.office:
            print(f"  {compare_in_office(report, asked.office)}", flush=True)


if __name__ == "__main__":
    main(arguments())
