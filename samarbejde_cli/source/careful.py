"""Careful reading: what is wrong with an unusual text, and what of it can be trusted."""

from pathlib import Path

import yaml

from samarbejde_cli import codes
from samarbejde_cli.findings import Finding
from samarbejde_cli.source.checks import Checks
from samarbejde_cli.source.compose import TooDeepError, compose
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.node_tree import Alias, Node, to_data, walk
from samarbejde_cli.source.parser import DEEPEST
from samarbejde_cli.source.syntax import explain

_NO_DATA = {
    codes.TEXT_AFTER_BLOCK_SIGN,
    codes.EMPTY_FILE,
    codes.INVISIBLE_CHARACTER,
    codes.INVISIBLE_CHARACTER_AS_CODE,
    codes.SEVERAL_DOCUMENTS,
    codes.KEY_NOT_TEXT,
}


def careful(path: Path, text: str) -> tuple[Tree, tuple[Finding, ...]]:
    """Return the data of a text as far as it can be trusted, and what is wrong with it."""
    lines = Lines(text)
    checks = Checks(path, text, lines)
    if findings := checks.before_parsing():
        return None, findings
    try:
        document = compose(text)
    except yaml.YAMLError as problem:
        return None, (explain(text, lines, checks, problem),)
    except TooDeepError as problem:
        offset = problem.offset
        return None, (checks.finding(codes.TOO_MANY_LEVELS, offset, offset, grænse=str(DEEPEST)),)
    findings = checks.of_document(document)
    root = document.root
    if root is None or _unreliable(root, findings):
        return None, findings
    return to_data(root), findings


def _unreliable(root: Node, findings: tuple[Finding, ...]) -> bool:
    found = {finding.code for finding in findings}
    has_alias = codes.ANCHOR in found and any(isinstance(node, Alias) for node in walk(root))
    return has_alias or not found.isdisjoint(_NO_DATA)
