"""No byte of a letter comes from another case: ``--leak-cases 2000`` by hand."""

import re
from pathlib import Path

import yaml
from example_case import COMPLETE
from mailing import job_of, made

from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.executors import executor_for
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import FILES
from samarbejde_cli.case.round import Round
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.forms.fields import _EMAIL, _PHONE
from samarbejde_cli.forms.outline import bare, item_type, type_at
from samarbejde_cli.word import all_parts

KINDS = ("invitation", "agenda", "goals", "script", "consent", "network-map")


KEPT = {
    *("udsagn", "gruppe", "udelukket_fordi", "profil", "afdeling", "afdelinger", "lokale"),
    *("betaler", "hos"),
}
"""Words of the settings, and not of the case."""


SETTINGS = Path("samarbejde.yaml")


WORD = re.compile(rb"(?i)qz(\d{4})x\d+z")


NUMBER = re.compile(rb"\b(\d\d)\d\d10-?4(\d{3})\b")


PHONE = re.compile(rb"\b3(\d) ?(\d\d) ?(\d)\d ?\d\d\b")


TAG = re.compile(rb"<[^>]*>")


class Tokens:
    """Gives every text of a case a token of its own; the same text gets the same token."""

    def __init__(self, number):
        self.number = number
        self.given = {}

    def of(self, kind, text):
        if text not in self.given:
            self.given[text] = self._new(kind, text, len(self.given))
        return self.given[text]

    def _new(self, kind, text, count):
        if bare(kind) is Cpr:
            return cpr(self.number, count)
        if _EMAIL.fullmatch(text):
            return f"qz{self.number:04d}x{count}z@post.example"
        if _PHONE.fullmatch(text):
            digits = f"3{self.number:04d}{count:03d}"
            return " ".join(digits[at : at + 2] for at in range(0, 8, 2))
        return " ".join(f"Qz{self.number:04d}x{count}z" for _ in text.split()[:2])


def cpr(number, count):
    """A made-up number for a case and a person: its last three digits are the case's."""
    return f"{61 + number // 1000 * 12 + count % 12}{1 + count // 12:02d}10-4{number % 1000:03d}"


def replaced(tree, kind, tokens, key=""):
    """Return a tree with a token in the place of every text that somebody wrote."""
    if isinstance(tree, dict):
        return {
            name: replaced(value, type_at(kind, (name,)), tokens, name)
            for name, value in tree.items()
        }
    if isinstance(tree, list):
        return [replaced(each, item_type(kind) or kind, tokens, key) for each in tree]
    is_text = bare(kind) in (str, Cpr) and key not in KEPT
    same = tree in ("jeg", None) or re.fullmatch(r"\d{4}", str(tree))
    return tokens.of(kind, tree) if is_text and not same else tree


def workspace_of(folder, count):
    """Write so many cases whose every text is a token of that case alone."""
    mold = {
        path.relative_to(COMPLETE): path.read_text("utf-8") for path in COMPLETE.rglob("*.yaml")
    }
    (folder / "sager").mkdir(parents=True)
    (folder / "samarbejde.yaml").write_text(mold.pop(SETTINGS), "utf-8")
    trees = {path: yaml.load(text, yaml.BaseLoader) for path, text in mold.items()}  # noqa: S506 — makes text only
    for number in range(count):
        tokens = Tokens(number)
        for path, tree in trees.items():
            target = folder / "sager" / f"2026-{number:04d}" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            new = replaced(tree, FILES.get(path.stem, Round), tokens)
            target.write_text(yaml.safe_dump(new, allow_unicode=True, sort_keys=False), "utf-8")
    return Workspace(folder)


def cases_in(data):
    """Return the numbers of the cases whose tokens stand in some bytes, with and without tags."""
    found = set()
    for text in (data, TAG.sub(b"", data)):
        found |= {int(number) for number in WORD.findall(text)}
        found |= {int(rest) + (int(day) - 61) // 12 * 1000 for day, rest in NUMBER.findall(text)}
        found |= {int(b"".join(parts)) for parts in PHONE.findall(text)}
    return found


def test_no_byte_of_a_letter_comes_from_another_case(tmp_path, pytestconfig, capfd):
    count = pytestconfig.getoption("leak_cases")
    workspace = workspace_of(tmp_path / "workspace", count)
    output = tmp_path / "breve"
    ran = made(job_of(workspace, output, KINDS), workers=2)
    assert set(ran.counts) == {LetterState.DONE}, [*ran.plan.hindered][:1]
    assert ran.counts[LetterState.DONE] == 15 * count
    for letter in ran.plan.letters:
        own = int(letter.case.removeprefix("2026-"))
        data = (output / letter.file).read_bytes()
        assert cases_in(data) <= {own}, letter.file
        everything = b"\n".join(b"%s\n%s" % (name.encode(), part) for name, part in all_parts(data))
        assert cases_in(everything) == {own}, letter.file
    said = capfd.readouterr()
    for text in (said.out, said.err, *(path.name for path in output.iterdir())):
        assert cases_in(text.encode()) == set()
    for name in ("manifest.json", "manifest.csv"):
        assert cases_in((output / name).read_bytes()) == set()
    assert verify(workspace, output, lambda job: executor_for(job, 2)).found == ()


def test_the_search_finds_what_it_looks_for():
    tokens = Tokens(1042)
    email, phone = "silje@post.example", "20 00 00 01"
    for kind, text in ((str, "Silje Ravn"), (Cpr, "720810-4322"), (str, email), (str, phone)):
        assert cases_in(tokens.of(kind, text).encode()) == {1042}
    name = tokens.of(str, "Silje Ravn").encode()
    assert cases_in(name[:4] + b"</w:t><w:t>" + name[4:]) == {1042}
