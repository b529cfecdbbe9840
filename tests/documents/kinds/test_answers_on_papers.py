"""Answers to the invitation on the next agenda, and the address that a window shows."""

from datetime import date

import pytest
from paper_case import SECOND_ROUND, made, texts

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
    text = found["runde-1-indkaldelse-skole.docx"]
    window = next(
        line for line in text.splitlines() if "4999 Birkeby" in line and "Rådh" not in line
    )
    has_table = all(part in window for part in ("Karin Friis", "Klasselærer", "Skolegade 2"))
    assert has_table == (exempt == "ja")
    assert "Sagsnummer" not in window
    assert ("Sikker post" in text) == (exempt == "nej")


def test_a_letter_says_only_what_is_true_of_its_reader(tmp_path):
    """Who was not there last time and got no copy is not told of either."""

    def letter(name, first):
        example = SECOND_ROUND + first + "# plan.yaml\nsendes_til: [Mette Ravn]\n"
        produced = made(tmp_path / name.split()[0], example, ["invitation"], reader=name)
        (text,) = texts(produced).values()
        return text

    absent = letter("Karin Friis", FIRST)
    assert "Vi mødtes sidst" not in absent
    assert "Tag gerne dit eksemplar" not in absent
    assert "du får en kopi" not in absent
    there = letter("Mette Ravn", FIRST)
    assert "Vi mødtes sidst den 3. marts 2026" in there
    assert "Tag gerne dit eksemplar" in there
    assert "du får en kopi" in there


FIRST = """\
# runder/1.yaml
møde:
  deltagere:
    - {person: Mette Ravn, deltog: ja}
    - {person: Karin Friis, deltog: nej}
opfølgning:
  kopi_sendt: [{person: Mette Ravn, dato: 2026-03-05}]
"""


@pytest.mark.parametrize("kind", ["invitation", "agenda", "script"])
def test_a_time_that_nobody_wrote_is_asked_for_and_never_proposed_on_paper(tmp_path, kind):
    nothing = '# runder/1.yaml\nmøde: {start: "", slut: ""}\n'
    produced = made(tmp_path / "hel", nothing, [kind])
    assert not produced.paths
    asked = {each.route for each in produced.diagnoses}
    assert {("møde", "start"), ("møde", "slut")} == asked
    drafts = texts(made(tmp_path / "kladde", nothing, [kind], draft=True))
    for text in drafts.values():
        assert "9.00" not in text
        assert "10.30" not in text
