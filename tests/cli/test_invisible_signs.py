"""Characters that steer the screen or turn text round never reach it, nor a paper, nor a file."""

import json
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-02-24"
CODES = [
    "\\e[31m",
    "\\u202e",
    "\\u200b",
    "\\a",
    "\\x9b",
    "\\u2066",
    "\\u061c",
    "\\uFEFF",
    "\\U000E0041",
]
STEERING = ["\x1b", "\u202e", "\u200b", "\x07", "\x9b", "\u2066", "\u061c", "\ufeff"]


@pytest.fixture
def case(tmp_path, monkeypatch):
    """Return a case whose youth's name begins with a code, once the test has said which."""
    shutil.copytree(EXAMPLES, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return Path("sager/2026-001/sag.yaml")


def spoil(path: Path, code: str) -> None:
    text = path.read_text("utf-8")
    start = text.index("navn: ") + len("navn: ")
    end = text.index("\n", start)
    path.write_text(f'{text[:start]}"{code}{text[start:end]}"{text[end:]}', "utf-8")


@pytest.mark.parametrize("code", CODES)
def test_a_code_in_a_name_is_a_finding_and_no_command_shows_or_prints_it(code, case, run):
    spoil(case, code)
    for command in ("validate", "status", "todo", "history 2026-001", "render-agenda 2026-001"):
        screen = run(*command.split(), SAMARBEJDE_DAG=DAY)
        assert screen.code in (0, 1, 2), command
        assert not [sign for sign in STEERING if sign in screen.out + screen.err], command
    assert "SAM034" in run("validate", SAMARBEJDE_DAG=DAY).out
    assert not list(Path("sager/2026-001").rglob("*.docx"))


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\u200b"])
def test_a_raw_character_is_shown_as_a_sign_with_the_caret_under_it(sign, case, run):
    text = case.read_text("utf-8").replace("navn: ", f"navn: {sign}", 1)
    case.write_text(text, "utf-8")
    out = run("validate", "2026-001", SAMARBEJDE_DAG=DAY).out
    assert sign not in out
    lines = out.splitlines()
    number = next(number for number, line in enumerate(lines) if "‹U+" in line)
    line, caret = lines[number : number + 2]
    assert caret.index("^") == line.index("‹")
    assert caret.count("^") == line.index("›") - line.index("‹") + 1


@pytest.mark.usefixtures("case")
def test_json_holds_it_escaped(run):
    Path("sager/2026-001/plan.yaml").write_text('"\\u202ex": 1\n', "utf-8")
    screen = run("validate", "--format", "json", SAMARBEJDE_DAG=DAY)
    assert "\u202e" not in screen.out
    assert json.loads(screen.out)["version"] == 1


def test_an_argument_with_such_a_character_is_refused(case, run):
    before = case.read_bytes()
    screen = run("reply", "2026-001", "Bo\u202eKjær", "1", SAMARBEJDE_DAG=DAY)
    assert screen.code == 2
    assert "Bo‹U+202E›Kjær indeholder et tegn, der ikke kan ses: U+202E." in screen.err
    assert case.read_bytes() == before
