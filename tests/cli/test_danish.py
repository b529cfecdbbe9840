import ast
import gettext
import io
import os
import re
from pathlib import Path
from string import Formatter

import click
import pytest
import typer
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from samarbejde_cli.cli.danish import CATALOGUE, danish

SOURCES = [
    file
    for package in (click, typer)
    for file in sorted(Path(package.__file__).parent.glob("*.py"))
]


def looked_up():
    """Yield the message ids (one, or singular and plural) that click and typer ask gettext for."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
                ids = [word.value for word in node.args[:count] if isinstance(word, ast.Constant)]
                if ids:
                    yield tuple(ids)


def source():
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        return read_po(file, locale="da")


def messages(compiled):
    return {key: text for key, text in compiled._catalog.items() if key}


def placeholders(text):
    braces = sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    return braces, sorted(re.findall(r"%\(\w+\)\w", text))


def test_source_is_searched_at_all():
    assert len(set(looked_up())) > 50


@pytest.mark.parametrize("ids", sorted(set(looked_up())), ids=lambda ids: ids[0][:40])
def test_every_text_of_click_and_typer_is_danish(ids):
    message = source().get(ids[0])
    assert message, "missing from messages.po"
    translated = [message.string] if len(ids) == 1 else list(message.string)
    assert len(translated) == len(ids)
    for original, text in zip(ids, translated, strict=True):
        assert text
        assert placeholders(text) == placeholders(original)


def test_compiled_catalogue_says_what_its_source_says():
    compiled = io.BytesIO()
    write_mo(compiled, source())
    compiled.seek(0)
    with CATALOGUE.open("rb") as shipped:
        assert messages(gettext.GNUTranslations(shipped)) == messages(
            gettext.GNUTranslations(compiled)
        )


@pytest.mark.parametrize("language", ["", "C", "en_US.UTF-8", "de"])
def test_danish_is_spoken_whatever_the_computer_is_set_to(whole, language):
    done = whole("trial", LANG=language, LANGUAGE=language, LC_ALL="C.UTF-8")
    assert "Der mangler et argument" in done.stderr.decode()


def test_danish_ends_with_the_block_and_leaves_the_environment_alone(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    with danish():
        assert gettext.gettext("Usage:") == "Brug:"
        assert (
            gettext.ngettext("{value!r} is not {choice}.", "", 1)
            == "`{value}` skulle være {choice}."
        )
        assert gettext.gettext("never seen") == "never seen"
        assert "LANGUAGE" not in os.environ
    assert gettext.gettext("Usage:") == "Usage:"
