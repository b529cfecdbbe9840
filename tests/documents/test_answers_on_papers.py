"""Answers to the invitation on the next agenda, and the address that a window shows."""

from datetime import date

import pytest
from paper_case import made, texts

CASE = """\
# runder/1.yaml
møde:
  deltagere:
    - {person: Mette Ravn, indkaldt: 2026-02-12, svar: 1}
    - {person: Henrik Ravn, indkaldt: 2026-02-12, svar: 2, notat: Rejser den dag}
    - {person: Karin Friis, indkaldt: 2026-02-12, svar: 3}
    - {person: Jonas Berg, indkaldt: 2026-02-12, svar: 4}
    - {person: Maja Toft, indkaldt: 2026-02-12}
    - {person: Birgit Kær}
"""
HEADING = "Afbud og manglende svar"
AFTER, BEFORE = date(2026, 2, 27), date(2026, 2, 20)


def agenda(folder, example=CASE, day=AFTER):
    return texts(made(folder, example, ("agenda",), day))["runde-1-dagsorden.docx"]


def test_who_does_not_come_and_who_has_not_answered_stand_on_the_agenda_by_name_only(tmp_path):
    text = agenda(tmp_path)
    assert "Kommer ikke: Henrik Ravn, Karin Friis, Jonas Berg" in text
    assert "Har ikke svaret endnu: Maja Toft" in text
    assert "Rejser" not in text


def test_before_the_last_day_to_answer_nobody_is_late(tmp_path):
    text = agenda(tmp_path, day=BEFORE)
    assert "Kommer ikke: Henrik Ravn" in text
    assert "Har ikke svaret" not in text


def test_when_all_come_the_block_is_not_there(tmp_path):
    assert HEADING not in agenda(tmp_path, "")


PAPER = """\
# team.yaml
personer:
  - navn: Karin Friis
    rolle: skole
    titel: klasselærer
    intern: nej
    adresse: Skolegade 2
    postnummer: "4999"
    by: Birkeby
    fritaget_digital_post: {exempt}
# runder/1.yaml
møde:
  deltagere: [{{person: Karin Friis}}]
"""


@pytest.mark.parametrize("exempt", ["ja", "nej"])
def test_a_printed_letter_has_only_the_address_in_the_window(tmp_path, exempt):
    found = texts(made(tmp_path, PAPER.format(exempt=exempt), ("invitation",)))
    lines = found["runde-1-indkaldelse-skole.docx"].splitlines()
    window = next(line for line in lines if "Skolegade 2" in line)
    assert all(part in window for part in ("Karin Friis", "Klasselærer", "4999 Birkeby"))
    assert ("Sikker post" in window) == (exempt == "nej")
    assert ("Sagsnummer" in window) == (exempt == "nej")
