"""Letters per second: this engine, docxtpl, docxtemplater and the limit, on the same letters.

Run by hand: ``python tests/benchmarks/word.py``. docxtemplater takes part when Node finds it
(``npm install docxtemplater pizzip`` in the folder that NODE_PATH names).
"""

import gc
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment

from samarbejde_cli import word
from samarbejde_cli.word.opc.zip_files import LEVEL, _entry_before, write
from samarbejde_cli.word.template.dialect import Dialect
from samarbejde_cli.word.template.state import RenderState, current

ROOT = Path(__file__).parents[2]

SECONDS, ROUNDS = 2.0, 15
WORDS = "Vi vil gerne se dig til et møde om skole, fritid og job. "
NODE = """
const fs = require("fs"), PizZip = require("pizzip"), Docxtemplater = require("docxtemplater");
const [file, data, seconds] = process.argv.slice(2);
const content = fs.readFileSync(file), context = JSON.parse(fs.readFileSync(data, "utf8"));
const render = () => {
  const doc = new Docxtemplater(new PizZip(content), {
    delimiters: {start: "{{", end: "}}"}, paragraphLoop: true, linebreaks: true,
    parser: (tag) => ({get: (scope) => tag.trim().split(".").reduce((o, k) => o && o[k], scope)}),
  });
  doc.render(context);
  return doc.getZip().generate({type: "nodebuffer", compression: "DEFLATE"});
};
for (let i = 0; i < 5; i++) render();
let count = 0; const start = process.hrtime.bigint();
while (Number(process.hrtime.bigint() - start) < seconds * 1e9) { render(); count++; }
console.log(count / (Number(process.hrtime.bigint() - start) / 1e9));
"""


def letter(*, node: bool = False) -> bytes:
    """An invitation: heading, 12 paragraphs of 4 fields, a table of 9 rows."""
    document = Document()
    document.add_heading("Invitation til {{ navn }}", 1)
    for number in range(12):
        fields = f"{{{{ navn }}}} {{{{ dag }}}} {{{{ by }}}} {{{{ tekst{number} }}}}"
        document.add_paragraph(f"Kære {fields}. {WORDS}")
    add_rows(document, ["{{ nr }}", "{{ navn }}", "{{ svar }}"], "deltagere", node=node)
    return saved(document)


def form(*, node: bool = False) -> bytes:
    """A Mål- og aftaleskema: a heading, two fields and a row of five cells for each goal."""
    document = Document()
    document.add_heading("Mål- og aftaleskema", 1)
    document.add_paragraph("Navn: {{ navn }}. Dato: {{ dag }}.")
    cells = [f"{{{{ {name} }}}}" for name in ("nr", "navn", "svar", "frist", "ansvarlig")]
    add_rows(document, cells, "deltagere", node=node)
    return saved(document)


def add_rows(document: Document, cells: list[str], items: str, *, node: bool) -> None:
    """Add a table that repeats a row; docxtemplater has its own marks for the loop."""
    table = document.add_table(1 if node else 3, len(cells))
    if node:
        cells = [f"{{{{#{items}}}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{{{/{items}}}}}"]
    else:
        table.cell(0, 0).text = f"{{%tr for d in {items} %}}"
        table.cell(2, 0).text = "{%tr endfor %}"
        cells = [cell.replace("{{ ", "{{ d.") for cell in cells]
    for column, text in enumerate(cells):
        table.cell(0 if node else 1, column).text = text


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def context_of(rows: int) -> dict[str, object]:
    people = [
        {"nr": i, "navn": f"Åse Bæk {i}", "svar": "Kommer & glæder sig", "frist": "3. marts 2026",
         "ansvarlig": "Koordinator"} for i in range(rows)
    ]  # fmt: skip
    texts = {f"tekst{i}": f"linje {i} <{i}>" for i in range(12)}
    return {"navn": "Åse Bæk", "dag": "3. marts 2026", "by": "Sorø", "deltagere": people, **texts}


def rates(*renders: Callable[[], object]) -> list[float]:
    """Calls a second of processor time, of each of some functions: medians of rounds in turn."""
    rounds: list[list[float]] = [[] for _ in renders]
    for render in renders:
        render()
    for _ in range(ROUNDS):
        for render, found in zip(renders, rounds, strict=True):
            found.append(_once(render))
    return [median(found) for found in rounds]


def _once(render: Callable[[], object]) -> float:
    gc.collect()  # each pays for its own garbage
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS / ROUNDS:
        render()
        count += 1
    return count / spent


def docxtpl_as_documented(data: bytes, context: dict[str, object]) -> Callable[[], bytes]:
    def render() -> bytes:
        template = DocxTemplate(io.BytesIO(data))
        template.render(context, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    return render


def docxtpl_tuned(data: bytes, context: dict[str, object]) -> Callable[[], bytes]:
    """Jinja compiled once on the patched XML; parts zipped again without python-docx."""
    template = DocxTemplate(io.BytesIO(data))
    template.init_docx()
    body = template.patch_xml(template.xml_to_string(template.docx._element))
    compiled = Environment(autoescape=True).from_string(body)
    with ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}

    def render() -> bytes:
        xml = template.resolve_listing(compiled.render(context))
        buffer = io.BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, xml.encode() if name == "word/document.xml" else content)
        return buffer.getvalue()

    return render


def limit(template: word.Template, context: dict[str, object], level: int) -> Callable[[], bytes]:
    """Deflate the changed part and write the bytes: what no engine can be faster than."""
    document = template.render(context, draft=True)
    with ZipFile(io.BytesIO(document)) as archive:
        changed = {
            info.filename: archive.read(info)
            for info in archive.infolist()[template.base.count :]
        }  # fmt: skip

    def render() -> bytes:
        _entry_before.cache_clear()
        return write(template.base, changed.items(), level)

    return render


def docxtemplater(data: bytes, context: dict[str, object]) -> float | None:
    if shutil.which("node") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("x.js", "x.docx", "x.json")]
        for path, content in zip(
            paths, (NODE.encode(), data, json.dumps(context).encode()), strict=True
        ):
            path.write_bytes(content)
        command = ["node", *map(str, paths), str(SECONDS)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    return float(done.stdout) if done.returncode == 0 else None


def compare(name: str, make: Callable[..., bytes], rows: int) -> None:
    data, context = make(), context_of(rows)
    template = word.compile_template(data, name)
    names = ("this engine", "docxtpl, as documented", "docxtpl, tuned")
    names += ("the limit, zlib level 6", f"the limit, our level {LEVEL}")
    found = rates(
        lambda: template.render(context),
        docxtpl_as_documented(data, context),
        docxtpl_tuned(data, context),
        *(limit(template, context, level) for level in (6, LEVEL)),
    )
    speeds = dict(zip(names, found, strict=True))
    speeds["docxtemplater"] = docxtemplater(make(node=True), context)
    ours = found[0]
    print(f"\n{name}: {len(template.render(context)):,} bytes")
    for engine, each in speeds.items():
        shown = f"{each:10,.0f}/s   this engine is {ours / each:8.2f} x" if each else "not here"
        print(f"  {engine:26}{shown}")


def shipped() -> None:
    """The templates that ship, with the complete example case, against docxtpl and the limit."""
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    from paper_case import DAY, loaded  # noqa: PLC0415 — found by the line above

    from samarbejde_cli.documents.catalogue import KINDS  # noqa: PLC0415 — only here

    with tempfile.TemporaryDirectory() as folder:
        _, case, profile = loaded(Path(folder))
    for kind in KINDS.values():
        recipient = next(iter(kind.recipients(case, profile, DAY)), None)
        name = kind.template_for(case)
        data = (ROOT / "templates" / name).read_bytes()
        measure(name, data, kind.context(case, profile, recipient, DAY))


def measure(name: str, data: bytes, context: Mapping[str, object]) -> None:
    template = word.compile_template(data, name)
    environment = Environment(autoescape=True)
    environment.filters.update(Dialect().filters)
    state = RenderState(name, context, {}, {}, {})

    def theirs() -> None:
        current.set(state)
        document = DocxTemplate(io.BytesIO(data))
        document.render(dict(context), environment)
        document.save(io.BytesIO())

    limits = [limit(template, context, level) for level in (6, LEVEL)]
    ours, other, *bounds = rates(lambda: template.render(context, draft=True), theirs, *limits)
    times = [bound / ours for bound in bounds]
    print(
        f"  {name:28}{ours:8,.0f}/s  {ours / other:5.0f} x docxtpl;"
        f"  {times[0]:.2f} x the limit at level 6, {times[1]:.2f} x at level {LEVEL}"
    )


def compile_time() -> None:
    data, context = letter(), context_of(9)
    ours, theirs = rates(
        lambda: word.compile_template(data, "x.docx"), docxtpl_as_documented(data, context)
    )
    print(f"\ncompile: {1000 / ours:.1f} ms; docxtpl renders once in {1000 / theirs:.1f} ms")
    print(f"  {theirs / ours:.2f} of it")


def linearity() -> None:
    template = word.compile_template(form(), "x.docx")
    print("\nrows    ms a letter    µs a row")
    for rows in (10, 100, 1000):
        context = context_of(rows)
        [speed] = rates(lambda context=context: template.render(context))
        seconds = 1 / speed
        print(f"{rows:5} {seconds * 1000:12.3f} {seconds * 1e6 / rows:12.1f}")


def memory() -> None:
    template, context = word.compile_template(letter(), "x.docx"), context_of(9)
    print("\nrenders   peak memory")
    for step in (1_000, 24_000, 25_000):
        for _ in range(step):
            template.render(context)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{step:+7}   {peak / 1024:.1f} MiB")


def parts_of_a_letter() -> None:
    template, context = word.compile_template(letter(), "x.docx"), context_of(9)
    with ZipFile(io.BytesIO(template.render(context))) as archive:
        body = archive.read("word/document.xml")
    print(f"\n{len(body):,} bytes of XML")
    for level in (1, 2, 4, 6, 9):
        size = len(zlib.compress(body, level, wbits=-15))
        [speed] = rates(lambda level=level: zlib.compress(body, level, wbits=-15))
        print(
            f"  zlib level {level}: {1e6 / speed:6.0f} µs, {size:,} bytes{' *' * (level == LEVEL)}"
        )


if __name__ == "__main__":
    compare("invitation", letter, 9)
    compare("mål- og aftaleskema", form, 10)
    shipped()
    compile_time()
    linearity()
    parts_of_a_letter()
    memory()
