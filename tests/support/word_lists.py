"""The numbers that Word writes before the paragraphs of a list, by ECMA-376 17.9."""

from itertools import takewhile
from pathlib import Path
from shutil import which
from subprocess import run

from word_files import W

_NAMES = {"decimal": str, "lowerLetter": lambda n: chr(ord("a") + n - 1), "bullet": lambda _: "•"}


def _value(parent, *path):
    found = None if parent is None else parent.find("/".join(f"{{{W}}}{name}" for name in path))
    return None if found is None else found.get(f"{{{W}}}val")


class Counters:
    """Counts the paragraphs of a document; lists of one kind share their numbers."""

    def __init__(self, numbering, styles=None):
        self.nums = {e.get(f"{{{W}}}numId"): e for e in numbering.iter(f"{{{W}}}num")}
        self.kinds = {
            e.get(f"{{{W}}}abstractNumId"): e for e in numbering.iter(f"{{{W}}}abstractNum")
        }
        found = () if styles is None else styles.iter(f"{{{W}}}style")
        self.styles = {e.get(f"{{{W}}}styleId"): e for e in found}
        self.counts, self.begun = {}, set()

    def label(self, paragraph):
        """The number of a paragraph without its point; empty for one in no list."""
        properties = paragraph.find(f"{{{W}}}pPr")
        number, level = _value(properties, "numPr", "numId"), _value(properties, "numPr", "ilvl")
        style = _value(properties, "pStyle")
        while number is None and style in self.styles:
            own = self.styles[style].find(f"{{{W}}}pPr")
            number, level = _value(own, "numPr", "numId"), level or _value(own, "numPr", "ilvl")
            style = _value(self.styles[style], "basedOn")
        return self._next(number, int(level or 0)) if number in self.nums else ""

    def _next(self, number, level):
        num = self.nums[number]
        kind = _value(num, "abstractNumId")
        levels = {int(e.get(f"{{{W}}}ilvl")): e for e in self.kinds[kind].iter(f"{{{W}}}lvl")}
        counts = self.counts.setdefault(kind, {})
        starts = {
            int(e.get(f"{{{W}}}ilvl")): _value(e, "startOverride")
            for e in num.iter(f"{{{W}}}lvlOverride")
        }
        if starts.get(level) and (number, level) not in self.begun:
            counts[level] = int(starts[level])
        else:
            counts[level] = counts.get(level, int(_value(levels[level], "start")) - 1) + 1
        self.begun.add((number, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return _NAMES[_value(levels[level], "numFmt")](counts[level])


def labels(trees, part="word/document.xml"):
    """Each paragraph of a part as "1 text", or "text" if it has no number."""
    counters = Counters(trees["word/numbering.xml"], trees.get("word/styles.xml"))
    found = []
    for paragraph in trees[part].iter(f"{{{W}}}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{{{W}}}t"))
        found.append(f"{counters.label(paragraph)} {text}".strip())
    return found


def printed_by_libreoffice(data, folder: Path):
    """The lines of the PDF that LibreOffice makes of a file; None where it is not installed."""
    office, reader = which("soffice"), which("pdftotext")
    if not (office and reader):
        return None
    (folder / "x.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    run([*convert, str(folder / "x.docx")], check=True, capture_output=True, timeout=120)
    text = run(
        [reader, "-layout", str(folder / "x.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    lines = (" ".join(line.split()) for line in takewhile(lambda x: x != "\f", text.split("\n")))
    return [line for line in lines if line]
