"""What is made of a shipped template is kept on the disk, and is never an old one."""

import shutil
import sys

import pytest

from samarbejde_cli import word
from samarbejde_cli.documents.lookup import compiled
from samarbejde_cli.profile.appearance import Look
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word.template import compiling, kept

NAME = "pjece.docx"
DATA = (shipped("templates") / NAME).read_bytes()
OTHER = (shipped("templates") / "vitalisering.docx").read_bytes()
RED = Look(farve="C00000", skrift="Arial")


@pytest.fixture(name="folder")
def _folder(monkeypatch, tmp_path):
    """Where Python would keep the bytecode, with a copy of the engine's files beside it."""
    for part in kept._OWN:
        shutil.copytree(kept._PACKAGE / part, tmp_path / "engine" / part, dirs_exist_ok=True)
    monkeypatch.setattr(kept, "_PACKAGE", tmp_path / "engine")
    monkeypatch.setattr(kept.__spec__, "cached", str(tmp_path / "kept" / "kept.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept"


@pytest.fixture(name="compilations")
def _compilations(monkeypatch):
    """Return the list of what has been compiled."""
    done, real = [], word.compile_template

    def compile_template(data, name, theme=None):
        done.append(name)
        return real(data, name, theme)

    monkeypatch.setattr(compiling, "compile_template", compile_template)
    return done


def test_a_template_is_compiled_once_and_makes_the_same_document(folder, compilations):
    wanted = word.compile_template(DATA, NAME).render({}, draft=True)
    made = [word.kept_template(DATA, NAME).render({}, draft=True) for _ in range(2)]
    assert made == [wanted, wanted]
    assert compilations == [NAME]
    assert len(list(folder.iterdir())) == 1


def test_whatever_it_is_made_of_may_change(folder, compilations, monkeypatch):
    def new(data=DATA, name=NAME, theme=None):
        before = len(compilations)
        word.kept_template(data, name, theme)
        return len(compilations) > before

    assert new()
    assert not new()
    assert new(data=OTHER)
    assert new(name="anden.docx")
    assert new(theme=RED)
    assert new(theme=Look(farve="C00000", skrift="Calibri"))
    assert not new(theme=RED)
    with (kept._PACKAGE / "word/theme.py").open("a") as file:
        file.write("# changed")
    assert new(theme=RED)
    assert len(list(folder.glob("pjece.*"))) == 1  # those of the earlier engine are gone
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert new(theme=RED)


def test_a_damaged_file_is_made_again(folder, compilations):
    word.kept_template(DATA, NAME)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[:100] + b"x" + whole[101:]):
        file.write_bytes(damaged)
        word.kept_template(DATA, NAME)
        assert file.read_bytes()[:32] == kept.sha256(file.read_bytes()[32:]).digest()
    assert len(compilations) == 4


def test_nothing_is_kept_where_python_may_not_write(folder, compilations, monkeypatch):
    folder.rmdir()
    word.kept_template(DATA, NAME)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    folder.mkdir()
    word.kept_template(DATA, NAME)
    assert not list(folder.iterdir())
    assert len(compilations) == 2


def test_a_template_of_the_municipality_is_not_kept(folder, tmp_path):
    own = tmp_path / NAME
    own.write_bytes(DATA)
    compiled(own, DATA, RED)
    assert not list(folder.iterdir())
    compiled(shipped("templates") / NAME, DATA, RED)
    assert list(folder.iterdir())
