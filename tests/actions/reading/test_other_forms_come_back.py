"""The forms that are not the goal form, filled in and read."""

from datetime import datetime

import pytest
from docx.oxml.ns import qn
from example_case import case_folder
from filled import W14, Filled
from paper_case import ANSWERED, DAY, SECOND_ROUND, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.source.read import from_text


def form(folder, kind, example=""):
    papers = files(made(folder, example, [kind]))
    return Filled(papers[min(papers, key=len)])


def read(folder, filled):
    path = folder / "skema.docx"
    path.write_bytes(filled.data)
    using = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT)
    found = using.read(path)
    assert found.problem is None, found.problem.message
    if found.outcome is Outcome.PROPOSED:
        found = using.write(found, "Dorte Lundgaard", datetime(2026, 3, 4, 9))
    return found


def tree(folder, stem):
    path = case_folder(folder) / f"{stem}.yaml"
    return from_text(path, path.read_text("utf-8")).data


def round_(folder, number=1):
    return tree(folder, f"runder/{number}")


def tick(filled, tag, box, state="1"):
    """Tick one of the boxes in the row of a question."""
    row = next(filled.controls(tag)[0].iterancestors(qn("w:tr")))
    checked = list(row.iter(f"{W14}checked"))[box]
    checked.set(f"{W14}val", state)
    return filled


@pytest.mark.parametrize(
    ("kind", "name"),
    [("screening", "visitation.besluttet_af"), ("meeting-checklist", "møde.deltagere[].person")],
)
def test_i_in_what_a_colleague_writes_is_told(tmp_path, kind, name):
    filled = form(tmp_path, kind).type(name, "mig")
    done = read(tmp_path, filled)
    assert done.outcome is Outcome.UNCHANGED
    (left,) = done.comparison.leftovers
    assert left.why == "`mig` kan være den, der har udfyldt skemaet. Skriv navnet."


@pytest.mark.parametrize("kind", ["meeting-checklist", "consent"])
def test_two_people_on_a_line_for_one_are_told(tmp_path, kind):
    filled = form(tmp_path, kind, "# samtykke.yaml\nunderskrifter: []\n")
    name = next(tag for tag in filled.tags() if tag.endswith("[].person"))
    filled.type(name, "mor og Per Nord")
    for box in next(filled.controls(name)[0].iterancestors(qn("w:tr"))).iter(f"{W14}checked"):
        box.set(f"{W14}val", "1")
    done = read(tmp_path, filled)
    assert done.outcome is Outcome.UNCHANGED
    assert any("flere navne" in each.why for each in done.comparison.leftovers)


@pytest.mark.parametrize(("box", "answer"), [(0, "ja"), (1, "nej")])
def test_a_question_of_the_checklist(tmp_path, box, answer):
    before = form(tmp_path, "meeting-checklist")
    was = round_(tmp_path)
    tick(before, "møde.tjekliste.godt_ledet?", box)
    assert read(tmp_path, before).outcome is Outcome.WRITTEN
    now = round_(tmp_path)
    assert now["møde"].setdefault("tjekliste", {}).pop("godt_ledet") == answer
    was["møde"].setdefault("tjekliste", {}).pop("godt_ledet", None)
    assert {k: v for k, v in now["møde"].items() if v} == {
        k: v for k, v in was["møde"].items() if v
    }


def test_who_came_and_who_took_part(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    tick(tick(filled, "møde.deltagere[2]?", 0), "møde.deltagere[2]?", 3)
    read(tmp_path, filled)
    person = round_(tmp_path)["møde"]["deltagere"][1]
    assert (person["deltog"], person["bidrog"]) == ("ja", "nej")


def test_somebody_who_came_unasked_is_a_new_participant(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    filled.type("møde.deltagere[].person", "Per Nord")
    read(tmp_path, filled)
    assert round_(tmp_path)["møde"]["deltagere"][-1]["person"] == "Per Nord"


def test_one_of_several_ways(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    control = filled.controls("møde.status.uddannelse")[0]
    for number, checked in enumerate(control.iter(f"{W14}checked")):
        checked.set(f"{W14}val", str(int(number == 3)))
    read(tmp_path, filled)
    assert round_(tmp_path)["møde"]["status"]["uddannelse"] == "produktionsskole"


def test_two_ways_are_told(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    for checked in filled.controls("møde.tjekliste.anbringelse")[0].iter(f"{W14}checked"):
        checked.set(f"{W14}val", "1")
    done = read(tmp_path, filled)
    assert "flere kryds" in done.comparison.leftovers[0].why


def test_a_new_filling_of_the_dialogue(tmp_path):
    filled = form(tmp_path, "dialogue", "# runder/1.yaml\ndialogskema: []\n")
    filled.type("dialogskema[].dato", "12. februar 2026")
    tick(filled, "dialogskema[].kriminalitet?", 4)
    tick(filled, "dialogskema[].rusmidler?", 1)
    assert read(tmp_path, filled).outcome is Outcome.WRITTEN
    assert round_(tmp_path)["dialogskema"] == [
        {"dato": "2026-02-12", "kriminalitet": "5", "rusmidler": "2"}
    ]


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        ("dialogue", "dialogskema[1].dato", "13. februar 2026"),
        ("economy", "opfølgning.økonomi[1].bevilling", "Kørsel med taxa"),
        ("network-overview", "indsatser[1].støtte", "Mentor fire timer om ugen"),
    ],
)
def test_a_row_that_the_form_itself_changed_is_known_when_it_is_read_again(
    tmp_path, kind, field, text
):
    filled = form(tmp_path, kind, ANSWERED).type(field, text)
    assert read(tmp_path, filled).outcome is Outcome.WRITTEN
    again = read(tmp_path, filled)
    assert again.outcome is Outcome.UNCHANGED
    assert again.is_settled


def test_a_dialogue_without_a_day_is_told(tmp_path):
    filled = form(tmp_path, "dialogue", "# runder/1.yaml\ndialogskema: []\n")
    done = read(tmp_path, tick(filled, "dialogskema[].kriminalitet?", 4))
    assert "dato" in done.comparison.leftovers[0].why


def test_the_experience(tmp_path):
    filled = form(tmp_path, "experience", SECOND_ROUND)
    read(tmp_path, filled.type("formøde.oplevelse.generelt", "Det gav mening", "for mig"))
    found = round_(tmp_path, 2)["formøde"]["oplevelse"]
    assert found == {"generelt": "Det gav mening\nfor mig"}


def test_what_is_written_where_the_file_has_no_field_is_told(tmp_path):
    filled = form(tmp_path, "dialogue", "# runder/1.yaml\ndialogskema: []\n")
    done = read(tmp_path, filled.type("plads_til_mere", "Vi taler om søvn"))
    assert [each.text for each in done.comparison.leftovers] == ["Vi taler om søvn"]


def test_the_screening(tmp_path):
    filled = form(tmp_path, "screening", "# sag.yaml\nvisitation: {tjekliste: []}\n")
    names = [tag for tag in filled.tags() if tag.startswith("visitation.tjekliste=")]
    was = tree(tmp_path, "sag")["visitation"]
    tick(filled, names[0], 0)
    filled.type(names[0].replace("?", ".kommentar"), "62 % fravær")
    filled.type(names[3], "Kun en kommentar")
    tick(filled, next(tag for tag in filled.tags() if tag.startswith("visitation.udelukket")), 0)
    filled.tick("visitation.helbred", True, False).type("visitation.den_unges_ja", "3. april 2026")
    done = read(tmp_path, filled)
    assert [each.text for each in done.comparison.leftovers] == ["Kun en kommentar"]
    now = tree(tmp_path, "sag")["visitation"]
    (statement,) = now.pop("tjekliste")
    assert statement["kommentar"] == "62 % fravær"
    assert len(now.pop("udelukket_fordi")) == 1
    assert (now["helbred"], now["den_unges_ja"]) == ("lav", "2026-04-03")
    assert {**was, "helbred": "lav", "den_unges_ja": "2026-04-03", "tjekliste": None} == {
        **now, "tjekliste": None
    }  # fmt: skip


def test_a_statement_that_does_not_fit_any_more_is_taken_out(tmp_path):
    filled = form(tmp_path, "screening")
    before = tree(tmp_path, "sag")["visitation"]["tjekliste"]
    for tag in (tag for tag in filled.tags() if tag.startswith("visitation.tjekliste=")):
        if tag.endswith("?"):
            tick(filled, tag, 0, "0")
    assert len(before) > 1
    read(tmp_path, filled)
    assert "tjekliste" not in tree(tmp_path, "sag")["visitation"]


def test_grants(tmp_path):
    filled = form(tmp_path, "economy", ANSWERED)
    filled.type("opfølgning.økonomi[1].sendt", "4. marts 2026")
    row = {"bevilling": "Kørsel", "betaler": "Job og Uddannelse", "beløb": "12.500 kr.",
           "ville_have_kostet": "30.000", "hos": "Børn og Familier"}  # fmt: skip
    for key, text in row.items():
        filled.type(f"opfølgning.økonomi[].{key}", text)
    was = round_(tmp_path)["opfølgning"]["økonomi"]
    read(tmp_path, filled)
    row |= {"beløb": "12500", "ville_have_kostet": "30000"}
    assert round_(tmp_path)["opfølgning"]["økonomi"] == [
        {**was[0], "sendt": "2026-03-04"}, was[1], row
    ]  # fmt: skip


def test_two_new_grants_of_which_one_lacks_something(tmp_path):
    filled = form(tmp_path, "economy")
    filled.type("opfølgning.økonomi[].bevilling", "Kørsel")
    filled.type("opfølgning.økonomi[].betaler", "Job og Uddannelse", at=1)
    done = read(tmp_path, filled)
    assert [each.text for each in done.comparison.leftovers] == ["Kørsel", "Job og Uddannelse"]
    assert all("mangler" in each.why for each in done.comparison.leftovers)


def test_the_overview(tmp_path):
    filled = form(tmp_path, "network-overview", "# team.yaml\nindsatser: []\n")
    was = tree(tmp_path, "team")
    filled.type("personer[3].telefon", "70 10 00 99").type("personer[2].navn", "En anden")
    filled.type("indsatser[].støtte", "Mentor").type("indsatser[].start", "3. april 2026")
    done = read(tmp_path, filled)
    assert [each.text for each in done.comparison.leftovers] == ["En anden"]
    now = tree(tmp_path, "team")
    assert now.pop("indsatser") == [{"støtte": "Mentor", "start": "2026-04-03"}]
    was["personer"][2]["telefon"] = "70 10 00 99"
    assert now["personer"] == was["personer"]


def test_somebody_who_moved_in_the_team_keeps_what_is_typed(tmp_path):
    filled = form(tmp_path, "network-overview").type("personer[1].opgave", "Kører")
    path = case_folder(tmp_path) / "team.yaml"
    name = tree(tmp_path, "team")["personer"][0]["navn"]
    new = "personer:\n- {navn: Per Nord, rolle: anden}\n"
    path.write_text(path.read_text("utf-8").replace("personer:\n", new, 1), "utf-8")
    read(tmp_path, filled)
    first, second = tree(tmp_path, "team")["personer"][:2]
    assert (first["navn"], first.get("opgave")) == ("Per Nord", None)
    assert (second["navn"], second["opgave"]) == (name, "Kører")


def test_houses_and_wishes(tmp_path):
    filled = form(tmp_path, "three-houses")
    filled.type("formøde.tre_huse.håb", "At jeg får et job", "At mor er glad")
    filled.type("formøde.ønsker", "Hvad sker der efter sommer?")
    read(tmp_path, filled)
    talk = round_(tmp_path)["formøde"]
    assert talk["tre_huse"] == {"håb": ["At jeg får et job", "At mor er glad"]}
    assert talk["ønsker"] == ["Hvad sker der efter sommer?"]


UNSIGNED = """\
# samtykke.yaml
fælles_skema: ''
udveksling: ''
oplysninger:
  - {oplysning: Mit fravær i skolen, siden: 2026-02-01}
modtagere: []
underskrifter: []
"""


def people_in(filled):
    """The lines of the consent for the people in the team, in their order."""
    return [tag for tag in filled.tags() if tag.startswith("modtagere=")]


def days_in(filled):
    return [tag for tag in filled.tags() if tag.startswith("underskrifter=")]


def test_the_consent(tmp_path):
    filled = form(tmp_path, "consent", UNSIGNED)
    tick(filled, "fælles_skema?", 0)
    tick(filled, "udveksling?", 0)
    filled.tick(people_in(filled)[0], True)
    filled.type("oplysninger", "Mit fravær i skolen", "Min søvn")
    filled.type("må_ikke_udveksles", "Det om min far")
    filled.type(days_in(filled)[0], "12. februar 2026")
    assert read(tmp_path, filled).outcome is Outcome.WRITTEN
    now = tree(tmp_path, "samtykke")
    assert (now["fælles_skema"], now["udveksling"]) == ("ja", "ja")
    assert now["oplysninger"] == [
        {"oplysning": "Mit fravær i skolen", "siden": "2026-02-01"}, "Min søvn"
    ]  # fmt: skip
    (receiver,), (signature,) = now["modtagere"], now["underskrifter"]
    assert receiver == {"person": tree(tmp_path, "team")["personer"][0]["navn"]}
    assert (signature["som"], signature["dato"]) == ("ung", "2026-02-12")
    consent = load_case(case_folder(tmp_path)).consent
    assert set(signature["omfatter"]) == {each.fingerprint for each in consent.items}


def test_a_name_beside_a_role_counts_with_its_tick(tmp_path):
    filled = form(tmp_path, "consent", UNSIGNED)
    rows = filled.controls("modtagere[].person")
    filled.type("modtagere[].person", "Maja Toft").type("modtagere[].person", "Per Nord", at=1)
    row = next(rows[0].iterancestors(qn("w:tr")))
    next(row.iter(f"{W14}checked")).set(f"{W14}val", "1")
    next(rows[2].iterancestors(qn("w:tr"))).findall(f".//{W14}checked")[0].set(f"{W14}val", "1")
    filled.type(days_in(filled)[0], "12. februar 2026")
    done = read(tmp_path, filled)
    now = tree(tmp_path, "samtykke")
    assert now["modtagere"] == [{"person": "Maja Toft"}]
    assert now["underskrifter"] == []
    told = [each.why for each in done.comparison.leftovers]
    for words in ("ikke sat kryds", "ikke skrevet noget navn", "underskrift"):
        assert any(words in each for each in told), words


def test_a_consent_that_was_signed_is_not_changed(tmp_path):
    filled = form(tmp_path, "consent")
    before = tree(tmp_path, "samtykke")
    filled.tick(people_in(filled)[0], False).type("oplysninger", "Alt")
    filled.tick("seddel.helt", True)
    done = read(tmp_path, filled)
    assert done.outcome is Outcome.UNCHANGED
    assert ["withdraw" in each.why for each in done.comparison.leftovers] == [True, True, True]
    assert tree(tmp_path, "samtykke") == before


def test_the_day_of_a_signature_on_the_plan(tmp_path):
    filled = form(tmp_path, "goals", "# plan.yaml\nunderskrifter: []\n")
    names = days_in(filled)
    filled.type(names[0], "3. marts 2026").type(names[1], "3/3")
    assert read(tmp_path, filled).outcome is Outcome.WRITTEN
    first, second = tree(tmp_path, "plan")["underskrifter"]
    assert (first["som"], first["dato"], second["dato"]) == ("ung", "2026-03-03", "2026-03-03")


def test_an_old_signature_stays_beside_the_new_one(tmp_path):
    old = "# plan.yaml\nunderskrifter: [{navn: Silje Ravn, som: ung, dato: 2025-01-05}]\n"
    filled = form(tmp_path, "goals", old)
    read(tmp_path, filled.type(days_in(filled)[0], "3. marts 2026"))
    found = tree(tmp_path, "plan")["underskrifter"]
    assert [each["dato"] for each in found] == ["2025-01-05", "2026-03-03"]


def test_what_was_said_of_the_meeting(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    filled.type("møde.evaluering.den_unge", "Det var fint")
    read(tmp_path, filled.type("møde.evaluering.næste_gang", "Færre folk", "En pause"))
    said = round_(tmp_path)["møde"]["evaluering"]
    assert said == {"den_unge": "Det var fint", "næste_gang": ["Færre folk", "En pause"]}


def typed_behind(filled, tag, number, text):
    """Type something behind one of the boxes of a control."""
    paragraph = filled.controls(tag)[0].findall(f".//{qn('w:p')}")[number]
    run = paragraph.makeelement(qn("w:r"), {})
    run.append(run.makeelement(qn("w:t"), {}))
    run[0].text = text
    paragraph.append(run)
    return filled


def test_a_sign_behind_a_box_ticks_it_and_words_are_told(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    typed_behind(filled, "møde.status.uddannelse", 3, " X")
    typed_behind(filled, "møde.status.beskæftigelse", 1, "på prøve")
    done = read(tmp_path, filled)
    assert round_(tmp_path)["møde"]["status"] == {"uddannelse": "produktionsskole"}
    assert [each.text for each in done.comparison.leftovers] == ["på prøve"]


FOLLOWED = """\
# samarbejde.yaml
måling:
  indikatorer:
    - {område: skole_uddannelse_og_beskæftigelse, navn: Fremmøde}
    - {område: rusmidler, navn: Motivation}
    - {område: skole_uddannelse_og_beskæftigelse, navn: Motivation}
"""


SCHOOL = "skole_uddannelse_og_beskæftigelse"
NOTED = """\
# runder/1.yaml
dialogskema:
  - dato: 2026-02-10
    indikatorer:
      - {område: rusmidler, navn: Motivation, tal: 2}
"""


def numbers(filled):
    """The controls of the numbers of indicators, in the order of the form."""
    return [tag for tag in filled.tags() if tag.startswith("dialogskema[") and "=" in tag]


def test_numbers_of_indicators_in_a_new_filling(tmp_path):
    filled = form(tmp_path, "dialogue", FOLLOWED + "# runder/1.yaml\ndialogskema: []\n")
    for tag, text in zip(numbers(filled), ("4 ud af 5", "", "to"), strict=True):
        filled.type(tag, text)
    data = filled.type("dialogskema[].dato", "12. februar 2026").data
    assert read(tmp_path, filled).outcome is Outcome.WRITTEN
    filling = {
        "dato": "2026-02-12",
        "indikatorer": [
            {"område": SCHOOL, "navn": "Fremmøde", "tal": "4"},
            {"område": SCHOOL, "navn": "Motivation", "tal": "2"},
        ],
    }
    assert round_(tmp_path)["dialogskema"] == [filling]
    assert read(tmp_path, Filled(data)).outcome is Outcome.UNCHANGED
    done = read(tmp_path, Filled(data).type(numbers(filled)[0], "5"))
    assert done.comparison.conflicts == []
    assert [(each.before, each.after) for each in done.comparison.changes] == [(("4",), ("5",))]


def test_numbers_of_indicators_in_a_filling_that_is_there(tmp_path):
    filled = form(tmp_path, "dialogue", FOLLOWED + NOTED)
    noted, other, _ = numbers(filled)
    filled.type(noted, "3").type(other, "1/5")
    path = case_folder(tmp_path) / "runder/1.yaml"
    text = path.read_text("utf-8")
    earlier = "dialogskema:\n- dato: 2026-02-01\n"
    path.write_text(text.replace("dialogskema:\n", earlier, 1), "utf-8")
    read(tmp_path, filled)
    first, filling = round_(tmp_path)["dialogskema"]
    assert first == {"dato": "2026-02-01"}
    assert [each["tal"] for each in filling["indikatorer"]] == ["3", "1"]


@pytest.mark.parametrize("text", ["7", "0", "62 %", "4/10", "-1", "3,5", "3 eller 4"])
def test_a_number_out_of_bounds_is_told(tmp_path, text):
    filled = form(tmp_path, "dialogue", FOLLOWED + "# runder/1.yaml\ndialogskema: []\n")
    filled.type(numbers(filled)[0], text).type("dialogskema[].dato", "12. februar 2026")
    done = read(tmp_path, filled)
    (left,) = done.comparison.leftovers
    assert (left.text, left.why) == (text, "Skriv et helt tal fra 1 til 5.")
    assert round_(tmp_path)["dialogskema"] == [{"dato": "2026-02-12"}]


def test_a_number_without_a_day_is_told(tmp_path):
    filled = form(tmp_path, "dialogue", FOLLOWED + "# runder/1.yaml\ndialogskema: []\n")
    done = read(tmp_path, filled.type(numbers(filled)[0], "4"))
    assert [(each.text, "dato" in each.why) for each in done.comparison.leftovers] == [("4", True)]
