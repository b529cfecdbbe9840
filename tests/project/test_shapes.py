"""Every shape of output lies in ``report/``: commands parse, call an action, print and exit."""

import ast
from pathlib import Path

CLI = Path(__file__).parents[2] / "samarbejde_cli/cli"
MODULES = sorted(CLI.rglob("*.py"))
COMMANDS = sorted((CLI / "commands").glob("*.py"))
SHAPING = {"csv", "json", "rich"}
PRINTING = {"err", "out", "problem"}


def imported(tree):
    """Yield the top names of what a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def keys(tree):
    """Yield the keys of every dictionary that is written out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield from (key.value for key in node.keys if isinstance(key, ast.Constant))


def printed_texts(tree):
    """Yield the lines on which a text is written out as an argument of a printing function."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "console"
            and node.func.attr in PRINTING
            and any(isinstance(each, ast.Constant | ast.JoinedStr) for each in node.args)
        ):
            yield node.lineno


def test_the_command_line_builds_no_json_csv_or_table():
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        assert not SHAPING & set(imported(tree)), path
        assert "version" not in keys(tree), path


def test_commands_print_no_words_of_their_own():
    for path in COMMANDS:
        assert not list(printed_texts(ast.parse(path.read_text("utf-8")))), path
