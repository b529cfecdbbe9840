"""Every Danish sentence that a user can meet, in one file that can be read and compared.

``SAMARBEJDE_GOLDEN=1 pytest tests/language`` writes ``sentences.txt`` again.
"""

import ast
import os
import re
from pathlib import Path

from babel.messages.pofile import read_po

from samarbejde_cli.word import dump

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "samarbejde_cli"
GOLDEN = Path(__file__).with_name("sentences.txt")
_DANISH = re.compile(
    r"[æøåÆØÅ]|\b(alle|af|den|der|det|eller|en|er|et|for|fra|har|hvor|hvad|ikke|ingen|med|og|om|"
    r"sag|sagen|skal|skriv|som|til|var|ved|vis|vælg)\b"
)


def written(node):
    """Return a text of the code as it is written, with {…} for what is put into it."""
    if isinstance(node, ast.JoinedStr):
        return "".join(
            each.value if isinstance(each, ast.Constant) else "{…}" for each in node.values
        )
    return node.value


def docstrings(tree):
    """Return what stands for itself in a module: English, but the help of a public command."""
    stated = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    helps = [
        node.body[0].value
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
        if re.search("[æøåÆØÅ]", ast.get_docstring(node) or "")
    ]
    return {id(each) for each in stated} - {id(each) for each in helps}


def texts(tree):
    """Yield the texts of a module, without the parts of a larger one and English docstrings."""
    left_out = docstrings(tree) | {
        id(each)
        for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
        for each in ast.walk(node) if each is not node
    }  # fmt: skip
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if (is_text or isinstance(node, ast.JoinedStr)) and id(node) not in left_out:
            yield node.lineno, written(node)


def sentences():
    """Yield each file with its Danish texts: those of the program and of the Word templates."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [" ".join(text.split()) for _, text in sorted(texts(tree))]
        yield path, [text for text in found if " " in text and _DANISH.search(text)]
    for path in sorted((ROOT / "templates").glob("*.docx")):
        yield path, [line for line in dump(path.read_bytes()).splitlines() if line.strip()]


def test_every_danish_sentence_is_listed():
    listed = "\n".join(
        "\n".join([f"# {path.relative_to(ROOT).as_posix()}", *dict.fromkeys(found), ""])
        for path, found in sentences()
        if found
    )
    if os.environ.get("SAMARBEJDE_GOLDEN"):
        GOLDEN.write_text(listed, encoding="utf-8", newline="\n")
    assert GOLDEN.read_text(encoding="utf-8") == listed


_CODE = re.compile(r"```.*?```|`[^`]*`|\{[{%].*?[%}]\}|\"[^\"]*\"", re.DOTALL)
_CITED = re.compile(r"»[^«»]*«")
_OTHER_MARKS = re.compile(r"[«»“”„‘‚‹›]|(?<!\w)'[^'\s][^']*'(?!\w)")


def other_marks(text):
    """Return the quotation marks of a text that are neither »…« nor around something typed."""
    return _OTHER_MARKS.findall(_CITED.sub("", _CODE.sub("", text)))


def test_there_is_one_kind_of_quotation_marks():
    """»…« stands around what is cited, `…` around what is typed; no other marks are used."""
    for path, found in sentences():
        for text in found:
            is_prose = "``" not in text and "(?" not in text and not text.startswith("# ")
            is_danish = is_prose and _DANISH.search(text)
            assert not (is_danish and other_marks(text)), (path.name, text)


def test_the_catalogue_of_click_has_the_same_quotation_marks():
    catalogue = PACKAGE / "locale" / "da" / "LC_MESSAGES" / "messages.po"
    with catalogue.open("rb") as file:
        translated = [each.string for each in read_po(file, locale="da") if each.id]
    for text in (one for each in translated for one in ([each] if isinstance(each, str) else each)):
        assert not other_marks(text), text


def test_the_pages_have_the_same_quotation_marks():
    for path in sorted((ROOT / "docs").glob("*.md")):
        if path.name not in ("architecture.md", "regler.md"):  # English; written from the code
            assert not other_marks(path.read_text("utf-8")), path.name
