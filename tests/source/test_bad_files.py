"""Every broken file gives exactly the findings that ``bad/expected.txt`` shows for it."""

from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from samarbejde_cli.codes import (
    CONFLICT_COPY,
    PAPER_IN_GIT,
    PERSON_IN_GIT_NAME,
    PERSON_OUTSIDE_CASE,
)
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.source import parser
from samarbejde_cli.source.facts import FACTS
from samarbejde_cli.source.read import Source, from_text, read

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yaml"), key=lambda path: path.stem)
PARSERS = {"pure": yaml.BaseLoader} | (
    {"libyaml": yaml.CBaseLoader} if yaml.__with_libyaml__ else {}
)


class Reworded:
    """A parser whose every sentence is one that nobody has seen before."""

    def __init__(self, text: str) -> None:
        self._get = next(reversed(PARSERS.values()))(text).get_event

    def get_event(self):
        try:
            return self._get()
        except yaml.MarkedYAMLError as problem:
            problem.context = problem.problem = "gave up"
            raise


RULES = {code: rule for code, rule in all_rules().items() if code.startswith("SAM0")}


def shown(source: Source) -> list[str]:
    """Return each finding as place, code and message, with its related places."""
    lines = []
    for finding in source.findings:
        place = source.locate(finding.location)
        message = RULES[finding.code].message.format(**finding.facts)
        at = f"{place.line}:{place.column}+{place.length}"
        lines.append(f"{source.path.name}:{at} {finding.code} {message}")
        for words, location in finding.related:
            there = source.locate(location)
            lines.append(f"{source.path.name}:{there.line}:{there.column} … {words}")
    return lines


def expected(path: Path) -> list[str]:
    golden = (BAD / "expected.txt").read_text("utf-8").splitlines()
    return [line for line in golden if line.startswith(f"{path.name}:")]


@pytest.mark.parametrize("used", PARSERS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_has_exactly_the_expected_findings(path, used, monkeypatch):
    monkeypatch.setattr(parser, "_PARSER", PARSERS[used])
    assert expected(path)
    assert shown(read(path)) == expected(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_of_a_newer_library_change_no_finding(path, monkeypatch):
    monkeypatch.setattr(parser, "_PARSER", Reworded)
    assert shown(read(path)) == expected(path)


def test_a_text_that_only_a_newer_library_refuses_has_a_general_finding_on_a_line(monkeypatch):
    def refuse(_: str) -> None:
        raise yaml.MarkedYAMLError("", None, "gave up", yaml.Mark("", 9, 2, 0, None, None))

    monkeypatch.setattr(
        parser, "_PARSER", lambda text: SimpleNamespace(get_event=partial(refuse, text))
    )
    source = from_text(Path("plan.yaml"), '"a": b\nc: d\n\n')
    assert shown(source) == ["plan.yaml:2:1+4 SAM010 Linjen kan ikke læses som YAML."]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_line_breaks_of_windows_and_a_bom_change_no_place(path, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert shown(read(copy)) == expected(path)


def test_each_code_has_a_rule_that_its_facts_fill():
    found_elsewhere = {CONFLICT_COPY, PERSON_IN_GIT_NAME, PERSON_OUTSIDE_CASE, PAPER_IN_GIT}
    assert set(RULES) == set(FACTS) | found_elsewhere
    for code, facts in FACTS.items():
        filled = dict.fromkeys(facts, "x")
        assert RULES[code].message.format(**filled)
        assert RULES[code].hint.format(**filled)


def test_the_facts_are_those_of_the_table():
    for path in FILES:
        for finding in read(path).findings:
            assert set(FACTS[finding.code]) <= set(finding.facts), finding
