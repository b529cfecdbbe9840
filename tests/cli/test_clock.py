from datetime import date

import pytest

from samarbejde_cli.cli.clock import today
from samarbejde_cli.errors import WrongUseError


def test_today_can_be_set(monkeypatch):
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-03")
    assert today() == date(2026, 3, 3)


@pytest.mark.parametrize("empty", [None, ""])
def test_today_is_the_day_of_the_computer(monkeypatch, empty):
    if empty is None:
        monkeypatch.delenv("SAMARBEJDE_DAG", raising=False)
    else:
        monkeypatch.setenv("SAMARBEJDE_DAG", empty)
    before = date.today()  # noqa: DTZ011, TID251 — compared with the real clock on purpose
    assert before <= today() <= date.today()  # noqa: DTZ011, TID251 — same


@pytest.mark.parametrize("wrong", ["i dag", "3.3.2026", "2026-02-30"])
def test_a_day_that_is_none_is_wrong_use(run, monkeypatch, wrong):
    monkeypatch.setenv("SAMARBEJDE_DAG", wrong)
    with pytest.raises(WrongUseError, match=wrong):
        today()
    code, _, err = run("trial", "today", SAMARBEJDE_DAG=wrong)
    assert code == 2
    assert "hjælp: Skriv datoen som 2026-03-03" in err
