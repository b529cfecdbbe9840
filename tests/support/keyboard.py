"""A case worker at the keyboard for a year: every command is counted, and what it saved by hand.

By hand means: the same command where there was one, and otherwise the same change of the same YAML
file in an editor; then the characters that come into the file are typed, and a file is opened.
"""

import re
import sys
from difflib import SequenceMatcher
from pathlib import Path

from filled import Filled

_FIELD = re.compile(r"\(([^()]*?)\)(?: – [^\[\n]*)?(?: \[([^\]]*)\])?: $")
_SAVE = 1
_KEPT = ("historik.yaml", "breve.yaml")
_OF_THE_PROGRAM = re.compile(r"(?m)^ +omfatter: .*\n")
_NEW = frozenset((
    "fill", "set", "add", "remove", "read", "present", "sign", "copies", "withdraw",
))  # fmt: skip


class Answers:
    """Standard input that answers a prompt by the field that it asks for.

    An answer is a text, or several in turn; what has none is accepted as proposed, or passed over.
    """

    def __init__(self, read_screen, answers):
        self._read_screen, self.keys = read_screen, 0
        self._answers = {
            key: [*([each] if isinstance(each, str) else each)] for key, each in answers.items()
        }

    def isatty(self):
        return True

    def readline(self):
        answer = self._answer(self._read_screen())
        self.keys += len(answer) + 1
        return f"{answer}\n"

    def _answer(self, screen):
        found = _FIELD.search(screen)
        if found is None:
            return ""  # a question of yes or no
        field = re.sub(r"\[\d+\]", "[]", found[1])
        if left := self._answers.get(field):
            return left.pop(0)
        if found[2]:
            return "" if field not in self._answers else "-"
        return "-" if "[]." in field else ""


class Worker:
    """Runs commands on one case and counts."""

    def __init__(self, run, capsys, monkeypatch):
        self._run, self._capsys, self._monkeypatch = run, capsys, monkeypatch
        self.day, self.case = "", "2026-001"
        self.commands = self.keys = self.steps_by_hand = self.keys_by_hand = 0
        self.keys_in_word = 0

    def says(self, *words, code=0, answers=None):
        """Run a command on the day; return what it says."""
        before = self._texts()
        stdin = Answers(lambda: self._capsys.readouterr().err, answers or {})
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            screen = self._run(*words, SAMARBEJDE_DAG=self.day, COLUMNS="400")
        said = screen.out + screen.err
        assert screen.code == code, (words, said)
        keys = len(" ".join(("samarbejde", *map(_typed, words)))) + 1
        self.commands += 1
        self.keys += keys + stdin.keys
        if words[0] in _NEW:
            self._by_hand(before)
        else:
            self.steps_by_hand += 1
            self.keys_by_hand += keys
        return said

    def on(self, command, *words, code=0, answers=None):
        """Run a command on the case."""
        return self.says(command, self.case, *words, code=code, answers=answers)

    def fills_in(self, stem, answers):
        """Fill in a form of the case in Word, where its profile has one; the keys count apart.

        An answer is text, or the number of the box to tick in the row; a name that ends in ``=``
        stands for all printed lines that begin so.
        """
        made = sorted(Path("sager").glob(f"{self.case}-*/dokumenter/runde-?-{stem}.docx"))
        if not made:
            return
        self._fills_in(made[-1], answers)

    def fills_in_letters(self, stem, answers):
        """Fill in the letters of the present round that come back, each by its own reader."""
        made = sorted(Path("sager").glob(f"{self.case}-*/dokumenter/runde-?-{stem}-*.docx"))
        last = max(path.name.split("-")[1] for path in made)
        for path in (path for path in made if path.name.split("-")[1] == last):
            self._fills_in(path, answers)

    def _fills_in(self, path, answers):
        form = Filled(path.read_bytes())
        for name, answer in answers.items():
            lines = [tag for tag in dict.fromkeys(form.tags()) if tag.startswith(name)]
            for tag in lines if name.endswith("=") else [name]:
                if isinstance(answer, int):
                    form.tick_one(tag, answer)
                else:
                    form.type(tag, answer)
                self.keys_in_word += 1 + (len(answer) if isinstance(answer, str) else 0)
        path.write_bytes(form.data)

    def _by_hand(self, before):
        after = self._texts()
        for path in after:
            if after[path] != before.get(path, ""):
                self.steps_by_hand += 1
                self.keys_by_hand += len(f"notepad {path}\n") + _SAVE
                self.keys_by_hand += typed_characters(before.get(path, ""), after[path])

    def _texts(self):
        """Return the files that people write in, without what only the program knows."""
        files = (each for each in Path("sager").rglob("*.yaml") if each.name not in _KEPT)
        return {path: _OF_THE_PROGRAM.sub("", path.read_text("utf-8")) for path in files}


def typed_characters(before, after):
    """How many keys somebody presses in an editor to make one text of another, a click a place."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    typed = 0
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            was, now = "".join(old[i:j]), "".join(new[k:m])
            inner = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
            typed += 1 + sum(e - s for kind, _, _, s, e in inner if kind in ("insert", "replace"))
    return typed


def _typed(word):
    return f'"{word}"' if re.search(r"[ *;]", word) else word
