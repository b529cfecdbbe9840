import io

import pytest

from samarbejde_cli.cli import rate as module
from samarbejde_cli.cli.rate import Rate
from samarbejde_cli.danish.text import grouped


class Screen(io.StringIO):
    def __init__(self, *, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.fixture
def clock(monkeypatch):
    moments = iter(range(0, 1000, 5))
    monkeypatch.setattr(module, "monotonic", lambda: next(moments))


@pytest.mark.usefixtures("clock")
def test_elsewhere_than_on_a_terminal_plain_lines_come_now_and_then(monkeypatch):
    screen = Screen(terminal=False)
    monkeypatch.setattr("sys.stderr", screen)
    rate = Rate("Laver brev", 10_000)
    for done in (1_000, 2_000, 3_000, 4_000):
        rate(done)
    rate.clear()
    assert screen.getvalue() == (
        "Laver brev: 2.000 af 10.000, 200 i sekundet, 40 sekunder tilbage\n"
        "Laver brev: 4.000 af 10.000, 200 i sekundet, 30 sekunder tilbage\n"
    )


@pytest.mark.usefixtures("clock")
def test_on_a_terminal_one_line_changes_and_goes_away(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    screen = Screen(terminal=True)
    monkeypatch.setattr("sys.stderr", screen)
    rate = Rate("Laver brev", 100_000)
    rate(1_000)
    rate.clear()
    line = "□□□□□□□□□□ Laver brev: 1.000 af 100.000, 200 i sekundet, 8 minutter tilbage"
    assert screen.getvalue() == f"{line}\r{' ' * len(line)}\r"


@pytest.mark.parametrize(
    ("columns", "bar"), [("80", "■■■■■□□□□□ "), ("60", ""), ("68", "■■□□ "), ("200", "■■■■■□□□□□ ")]
)
@pytest.mark.usefixtures("clock")
def test_a_bar_shows_how_much_is_done_where_there_is_room(monkeypatch, columns, bar):
    screen = Screen(terminal=True)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", columns)
    Rate("Laver brev", 2_000)(1_000)
    line = "Laver brev: 1.000 af 2.000, 200 i sekundet, 5 sekunder tilbage"
    assert screen.getvalue() == f"{bar}{line}\r"


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "999"), (1234567, "1.234.567")])
def test_numbers_are_grouped_as_danes_do(number, text):
    assert grouped(number) == text
