"""What the program's patterns and functions are compiled to is kept for the next run."""

import ast
import marshal
import re
from pathlib import Path

import pytest

from samarbejde_cli import compiled

PACKAGE = Path(compiled.__file__).parent
PATTERNS = [
    ("a(b)+|[^\\W\\d]{2,}", 0),
    ("(?P<first>æ)\n  (?P<second>\\d)?  # a comment", re.VERBOSE),
    ("(?<=x)føl(?!g)", re.IGNORECASE | re.MULTILINE),
    (rb"^n\xc3\xb8gle:(.*)$", re.MULTILINE),
    ("()(?i:A)(?:b|cd)*?\\1?", re.DOTALL),
]


@pytest.fixture
def next_run(tmp_path, monkeypatch):
    """Begin as a run does that follows on another, which has kept what it compiled."""
    monkeypatch.setattr(compiled, "_path", lambda: str(tmp_path / "kept"))
    monkeypatch.setattr(compiled.sys, "dont_write_bytecode", False)

    def begin():
        compiled.keep()
        compiled._kept.cache_clear()
        monkeypatch.setattr(compiled, "_new", {})
        return tmp_path / "kept"

    monkeypatch.setattr(compiled, "_new", {})
    compiled._kept.cache_clear()
    yield begin
    compiled._kept.cache_clear()


def forbid(monkeypatch):
    monkeypatch.setattr(compiled, "_compile_at_once", None)


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_pattern(next_run, monkeypatch, text, flags):
    compiled.pattern(text, flags)
    next_run()
    forbid(monkeypatch)
    found, real = compiled.pattern(text, flags), re.compile(text, flags)
    assert found == real
    assert (found.flags, found.groups, found.groupindex) == (
        real.flags,
        real.groups,
        real.groupindex,
    )


def test_a_kept_pattern_finds_the_same(next_run, monkeypatch):
    text, flags = PATTERNS[1]
    compiled.pattern(text, flags)
    next_run()
    forbid(monkeypatch)
    assert compiled.pattern(text, flags).fullmatch("æ4").groupdict() == {
        "first": "æ",
        "second": "4",
    }


def test_a_kept_function_is_the_function(next_run):
    text = "def double(x):\n return 2 * x"
    compiled.function(text)
    next_run()
    names = {}
    exec(compiled.function(text), names)  # noqa: S102 — what it is for
    assert names["double"](4) == 8
    assert not compiled._new


def test_two_runs_keep_what_both_compiled(next_run, monkeypatch):
    compiled.pattern("a+")
    next_run()
    compiled.pattern("b+")
    next_run()
    forbid(monkeypatch)
    assert [compiled.pattern(text).pattern for text in ("a+", "b+")] == ["a+", "b+"]


@pytest.mark.parametrize(
    "damaged", [b"", b"\0", marshal.dumps(3), marshal.dumps((("3.0", 1), {("a+", 0): b""}))]
)
def test_what_another_python_wrote_or_is_damaged_is_made_again(next_run, damaged):
    next_run().write_bytes(damaged)
    assert compiled.pattern("a+").fullmatch("aaa")
    assert compiled.function("x = 1")


def test_nothing_is_written_where_python_writes_no_bytecode(next_run, monkeypatch):
    monkeypatch.setattr(compiled.sys, "dont_write_bytecode", True)
    compiled.pattern("a+")
    assert not next_run().exists()


def test_where_nothing_can_be_written_everything_goes_on(next_run, monkeypatch, tmp_path):
    monkeypatch.setattr(compiled, "_path", lambda: str(tmp_path / "missing" / "kept"))
    assert compiled.pattern("a+").fullmatch("a")
    assert not next_run().exists()


def test_only_texts_of_the_program_are_kept():
    """A pattern made inside a function may hold a name; what a module says by itself cannot."""
    for path in PACKAGE.rglob("*.py"):
        for each in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(each, ast.FunctionDef | ast.Lambda):
                inside = (part for part in ast.walk(each) if isinstance(part, ast.Call))
                names = [call.func.id for call in inside if isinstance(call.func, ast.Name)]
                assert "lazy_pattern" not in names, path
