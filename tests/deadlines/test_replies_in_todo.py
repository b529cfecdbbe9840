"""What the answers to an invitation leave to be done."""

from datetime import date

import pytest
from paper_case import loaded

from samarbejde_cli.deadlines.table import tasks

DAY = date(2026, 2, 25)
CASE = """\
# sag.yaml
trin: møde
# runder/1.yaml
møde:
  dato: 2026-03-03
  deltagere:
    - {{person: Mette Ravn, indkaldt: 2026-02-12, svar: 1}}
    - {{person: Karin Friis, indkaldt: 2026-02-12{answer} }}
"""


def names(folder, answer, day=DAY):
    _, case, profile = loaded(folder, CASE.format(answer=answer))
    wanted = ("svar", "afbud")
    return [(each.name, each.what, each.day) for each in tasks(case, profile, day)
            if each.name in wanted]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "name", "what", "last"),
    [
        ("", "svar", "Få svar fra Karin Friis", date(2026, 2, 24)),
        (", svar: 2", "afbud", "Få notatet fra Karin Friis", date(2026, 3, 2)),
        (", svar: 3", "afbud", "Flyt mødet, eller få et notat fra Karin Friis", date(2026, 3, 2)),
        (", svar: 4", "afbud", "Tal med Karin Friis", date(2026, 3, 2)),
    ],
)
def test_a_decline_or_a_missing_answer_is_a_task(tmp_path, answer, name, what, last):
    ((found, said, day),) = names(tmp_path, answer)
    assert (found, day) == (name, last)
    assert said.startswith(what)


@pytest.mark.parametrize("answer", [", svar: 1", *(f", svar: {n}, notat: Ok" for n in (2, 3, 4))])
def test_who_comes_or_has_sent_a_note_leaves_nothing_to_do(tmp_path, answer):
    assert names(tmp_path, answer) == []


def test_after_the_meeting_nobody_is_asked(tmp_path):
    assert names(tmp_path, ", svar: 2", date(2026, 3, 4)) == []
