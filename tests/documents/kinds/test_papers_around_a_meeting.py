"""Roles, script, checklist, experience, economy and screening: what each of them promises."""

import re

import pytest
from paper_case import (
    ANSWERED,
    DAY,
    OF_AGE,
    OTHER_WORDS,
    SECOND_ROUND,
    complete,
    files,
    loaded,
    made,
    texts,
)

from samarbejde_cli.case.meeting_checklist import MeetingChecklist
from samarbejde_cli.documents.catalogue import KINDS, due
from samarbejde_cli.documents.kinds.costs import kroner
from samarbejde_cli.documents.kinds.meeting_checklist import meeting_checklist
from samarbejde_cli.documents.kinds.script import script
from samarbejde_cli.forms.outline import fields_of


def paper(tmp_path, kind, example=""):
    papers = texts(made(tmp_path, example, [kind]))
    return papers[min(papers, key=len)]


def context(build, tmp_path, example=""):
    _, case, profile = loaded(tmp_path, example)
    return build(case, profile, None, DAY)


INSIDE = ("screening", "experience", "script", "meeting-checklist")


@pytest.mark.parametrize("name", [*INSIDE, "economy", "roles"])
def test_no_cpr_number_is_in_it(tmp_path, name):
    assert "720810" not in paper(tmp_path, name)


@pytest.mark.parametrize("name", INSIDE)
def test_it_stays_with_those_who_run_the_case(name):
    assert KINDS[name].stays_inside


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("reader", ["Karin Friis", "Mette Ravn"])
def test_nobody_else_gets_it_when_asked_for_by_name(tmp_path, name, reader):
    produced = made(tmp_path, "", [name], reader=reader)
    assert not files(produced)
    assert reader in produced.errors[0].message


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("reader", ["Silje Ravn", "Anne Holm"])
def test_the_youth_and_the_coordinator_get_it(tmp_path, name, reader):
    assert len(files(made(tmp_path, "", [name], reader=reader))) == 1


# --- roles -------------------------------------------------------------------------------------


def headings(text):
    return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]


def cards(tmp_path, example="", reader=None):
    """The cards on the paper, each as text, by the name that stands on it."""
    papers = texts(made(tmp_path, example, ["roles"], reader=reader))
    text = papers[min(papers, key=len)]  # the shortest name: the copy with all cards
    found = [line for line in text.splitlines() if line.startswith("| ## ")]
    return {re.search(r"\[Tabeltekst\] ([^,/|]+?)(?:,| /)", line)[1]: line for line in found}


def test_each_person_of_the_case_has_a_card(tmp_path):
    assert list(cards(tmp_path)) == [
        "Anne Holm", "Dorte Lundgaard", "Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis",
        "Mette Ravn", "Henrik Ravn",
    ]  # fmt: skip


def test_a_role_that_nobody_has_has_no_card(tmp_path):
    alone = "# team.yaml\nden_unges_voksne: ''\npersoner: []\n"
    grown = OF_AGE + "# runder/1.yaml\nmøde: {dato: 2026-09-01}\n"
    assert list(cards(tmp_path, grown + alone)) == ["Anne Holm", "Dorte Lundgaard"]


def test_who_leads_writes_or_interviews_has_it_on_the_card(tmp_path):
    other = (
        "# runder/1.yaml\n"
        "møde: {mødeleder: Peter Skovmand, referent: Jonas Berg, interviewer: Maja Toft}\n"
    )
    found = cards(tmp_path, other)
    assert "## Mødeleder · Leder mødet" in found["Peter Skovmand"]
    assert "Skriver referatet" in found["Jonas Berg"]
    assert "Interviewer" in found["Maja Toft"]


def test_a_reader_gets_only_their_own_card(tmp_path):
    assert list(cards(tmp_path / "a", reader="Karin Friis")) == ["Karin Friis"]
    assert list(cards(tmp_path / "b", reader="Mette Ravn")) == ["Mette Ravn"]
    assert len(cards(tmp_path / "c", reader="Anne Holm")) == 8


def test_the_interpreter_has_a_card_when_there_is_one(tmp_path):
    language = "# sag.yaml\nung: {sprog: somali}\n"
    assert "Sprog: somali" in cards(tmp_path / "a", language)["____________________"]
    named = language + "# runder/1.yaml\nmøde: {tolk: Tolkene i Birkeby}\n"
    assert "Sprog: somali" in cards(tmp_path / "b", named)["Tolkene i Birkeby"]


def test_a_card_has_the_meeting_and_the_case(tmp_path):
    for card in cards(tmp_path).values():
        assert "tirsdag den 3. marts 2026 kl. 9.00, Egen. Sag 2026-001" in card


def test_roles_have_the_municipality_s_own_words(tmp_path):
    text = paper(tmp_path, "roles", OTHER_WORDS)
    for title in ("Tværgående koordinator", "Mødetovholder", "Støttepersonen"):
        assert f"| ## {title}" in text
    assert "den unge" not in text.casefold()


# --- script ------------------------------------------------------------------------------------


def test_every_minute_belongs_to_a_point(tmp_path):
    for example in ("", SECOND_ROUND):
        found = context(script, tmp_path, example)
        assert sum(found["minutter"].values()) == 90
        assert list(found["minutter"]) == list(found["tider"])


def test_a_meeting_that_ends_before_it_begins_has_no_minutes(tmp_path):
    found = context(script, tmp_path, "# runder/1.yaml\nmøde: {start: '10.00', slut: '9.00'}\n")
    assert set(found["minutter"].values()) == {0}


def test_the_floor_is_given_to_those_who_come(tmp_path):
    found = context(script, tmp_path, ANSWERED)
    assert found["fagpersoner"] == ["Karin Friis"]
    assert found["familie_og_netværk"] == ["Mette Ravn"]
    assert found["kommer_ikke"] == [{"navn": "Jonas Berg", "notat": "Vi ses næste gang"}]


def test_the_first_script_has_no_goals_and_the_later_ones_those_not_reached(tmp_path):
    assert "Mål, der ikke er nået" not in paper(tmp_path / "1", "script")
    reached = """\
# plan.yaml
mål:
  - {område: fagligt, mål: Jeg skal i skole, nået: ja}
  - {område: sundhed, mål: Jeg vil sove, ansvarlige: [jeg], nået: nej}
  - {område: bolig, mål: Jeg vil flytte}
"""
    text = paper(tmp_path / "2", "script", SECOND_ROUND + reached)
    assert "Jeg vil sove | [Tabeltekst] Silje Ravn" in text
    assert "Jeg vil flytte" in text
    assert "Jeg skal i skole" not in text


def test_the_script_ends_with_what_must_be_written_and_who_signs(tmp_path):
    text = paper(tmp_path, "script").partition("# Det skal være skrevet")[2]
    assert "Underskrift fra Silje Ravn, Mette Ravn, Henrik Ravn, Peter Skovmand" in text
    assert text.count("☐") == 8


def test_wishes_that_are_not_known_are_demanded(tmp_path):
    produced = made(tmp_path, "# runder/1.yaml\nformøde: {ønsker: []}\n", ["script"])
    assert [each.route for each in produced.diagnoses] == [("formøde", "ønsker")]


# --- meeting checklist ---------------------------------------------------------------------------


def answers(found):
    return {
        question["tekst"]: (question["ja"].checked, question["nej"].checked)
        for part in found["spørgsmål"].values()
        for question in part
    }


def test_answers_are_ticked_and_the_others_are_open(tmp_path):
    found = answers(context(meeting_checklist, tmp_path, ANSWERED))
    assert found["Lyttede vi til det, den unge sagde?"] == (True, False)
    assert found["Nåede vi alle punkter på dagsordenen?"] == (False, True)
    assert found["Var mødet godt forberedt?"] == (False, False)


def test_what_the_case_shows_anyway_is_ticked(tmp_path):
    found = answers(context(meeting_checklist, tmp_path))
    for question in ("Er der tegnet et netværkskort?", "Er den unges voksne valgt?",
                     "Var den unge med?"):  # fmt: skip
        assert found[question] == (True, False)
    bare = "# team.yaml\nden_unges_voksne: ''\nnetværk: []\n"
    found = answers(context(meeting_checklist, tmp_path, bare))
    assert found["Er der tegnet et netværkskort?"] == (False, False)


def test_an_answer_that_is_given_counts_more_than_what_the_case_shows(tmp_path):
    own = "# runder/1.yaml\nmøde: {tjekliste: {har_en_voksen: nej}}\n"
    found = answers(context(meeting_checklist, tmp_path, own))
    assert found["Er den unges voksne valgt?"] == (False, True)


def test_every_key_of_the_model_is_on_the_paper(tmp_path):
    asked = context(meeting_checklist, tmp_path)
    questions = answers(asked)
    for key, field in fields_of(MeetingChecklist).items():
        assert field.description in questions or key in asked, key


def test_participants_have_boxes_for_coming_and_for_taking_part(tmp_path):
    found = {
        line["navn"]: (line["deltog"]["ja"].checked, line["bidrog"]["ja"].checked)
        for line in context(meeting_checklist, tmp_path, ANSWERED)["deltagere"]
    }
    assert found == {
        "Mette Ravn": (True, True),
        "Karin Friis": (True, False),
        "Jonas Berg": (False, False),
    }


def test_the_checklist_asks_in_the_municipality_s_own_words(tmp_path):
    text = paper(tmp_path, "meeting-checklist", OTHER_WORDS)
    assert "Er støttepersonen valgt?" in text
    assert "den unge" not in text.casefold()


# --- experience ----------------------------------------------------------------------------------


def test_answers_stand_under_their_questions(tmp_path):
    told = "# runder/1.yaml\nformøde: {oplevelse: {relation: De lyttede, generelt: Det hjalp}}\n"
    text = paper(tmp_path, "experience", told)
    first, last = text.partition("# 2.")[0], text.partition("# 4.")[2]
    assert "De lyttede" in first
    assert "Det hjalp" in last


def test_the_youth_is_asked_from_the_second_round_on(tmp_path):
    for runde, expected in ((1, False), (2, True)):
        example = (
            f"# sag.yaml\ntrin: formøde\nrunde: {runde}\n# runder/{runde}.yaml\nformøde: {{}}\n"
        )
        _, case, profile = loaded(tmp_path / str(runde), example)
        assert (KINDS["experience"] in due(case, profile, DAY)) is expected


# --- economy -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0"), (999, "999"), (31200, "31.200"), (-182800, "\N{MINUS SIGN}182.800")],
)
def test_kroner(amount, text):
    assert kroner(amount) == text


def test_the_sum_and_the_difference_are_reckoned(tmp_path):
    text = paper(tmp_path, "economy", ANSWERED)
    total = next(line for line in text.splitlines() if "I alt" in line)
    for amount in ("25.500", "190.000", "\N{MINUS SIGN}164.500"):
        assert amount in total


def test_the_sheet_tells_nobody_s_name(tmp_path):
    text = paper(tmp_path, "economy", ANSWERED)
    assert not any(name in text for name in ("Silje", "Ravn", "Anne Holm"))


def test_a_case_needs_the_sheet_only_when_a_grant_changed(tmp_path):
    for example, expected in (("", False), (ANSWERED, True)):
        _, case, profile = loaded(tmp_path / str(expected), example)
        assert (KINDS["economy"] in due(case, profile, DAY)) is expected


# --- screening -----------------------------------------------------------------------------------


def test_statements_are_the_municipality_s_with_the_case_s_ticks_and_comments(tmp_path):
    lines = paper(tmp_path, "screening").splitlines()
    absent = next(line for line in lines if "Stort fravær fra skolen" in line)
    assert "☒" in absent
    assert "Væk fra skolen to ud af fem dage siden efteråret" in absent
    assert "☐" in next(line for line in lines if "En krise" in line)


def test_a_case_that_is_not_screened_yet_gives_an_empty_form(tmp_path):
    produced = made(tmp_path, "# sag.yaml\nkoordinator: ''\nvisitation: ''\n", ["screening"])
    assert produced.succeeded
    (text,) = texts(produced).values()
    assert "☒" not in text


def test_the_low_and_the_high_side_are_ticked(tmp_path):
    text = paper(tmp_path, "screening")
    assert "Lav ☒     Høj ☐" in text
    assert "Lav ☐     Høj ☒" in text


def test_an_age_outside_the_target_group_is_said(tmp_path):
    old = "# sag.yaml\nung: {cpr: 720890-4321}\n"
    assert "uden for målgruppen" in paper(tmp_path / "gammel", "screening", old)
    assert "uden for målgruppen" not in paper(tmp_path / "ung", "screening")


def test_papers_are_made_for_a_case_that_has_just_been_opened(tmp_path):
    bare = "# team.yaml\npersoner: []\nden_unges_voksne: ''\n# plan.yaml\nmål: []\n"
    produced = made(tmp_path, bare, ["screening", "consent", "roles", "meeting-checklist"])
    assert produced.succeeded
    assert len(files(complete(produced))) == 4


TALKING = """\
# sag.yaml
ung: {sprog: arabisk}
# runder/1.yaml
møde: {interviewer: Rikke Dam, tolk: Birkeby Tolke}
"""


@pytest.mark.parametrize("kind", ["agenda", "script", "invitation"])
def test_interviewer_and_interpreter_stand_in_the_papers_of_the_meeting(tmp_path, kind):
    found = texts(made(tmp_path, TALKING, [kind])).values()
    assert all("Rikke Dam" in text and "olk" in text for text in found)
    assert any("arabisk" in text for text in found), "for those who may know of the language"


def test_the_agenda_says_who_is_invited_and_not_who_stays_away(tmp_path):
    away = TALKING.replace("tolk: Birkeby Tolke", "deltagere: [{person: Mette Ravn, svar: '2'},"
                           " {person: Karin Friis}]")  # fmt: skip
    for text in texts(made(tmp_path, away, ["agenda"])).values():
        invited = next(line for line in text.splitlines() if "Inviteret" in line)
        assert "Karin Friis" in invited
        assert "Mette Ravn" not in invited
