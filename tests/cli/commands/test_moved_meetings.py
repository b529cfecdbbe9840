"""A meeting that is moved or called off, with the real command line on the examples."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from samarbejde_cli.shipped import shipped

pytestmark = pytest.mark.usefixtures("here")

CASE = Path("sager/2026-001")
ROUND = CASE / "runder" / "1.yaml"
EVERYBODY = (
    "Line Rosenkjær", "Thomas Holm", "Rune Askelund", "Pia Søndervang", "Sofie Wulff Brandt",
    "Emil Vangsted", "Louise Kjeldahl", "Karsten Bøgh", "Villads Rosenkjær Holm",
)  # fmt: skip


@pytest.fixture
def here(tmp_path, monkeypatch):
    copytree(shipped("examples"), tmp_path / "ex", ignore=lambda *_: ["dokumenter", "breve.yaml"])
    monkeypatch.chdir(tmp_path / "ex")
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    monkeypatch.setenv("SAMARBEJDE_BRUGER", "Birgit Aagesen")
    return tmp_path / "ex"


def flat(text):
    """Text without the line ends of the screen."""
    return " ".join(text.split())


def said(run, *words, code=0):
    found = run(*words)
    assert found.code == code, found
    return flat(found.out + found.err)


def letter(run, role="skole", paper="indkaldelse"):
    return flat(run("text", str(CASE / "dokumenter" / f"runde-1-{paper}-{role}.docx")).out)


def edit(old, new):
    text = ROUND.read_text("utf-8")
    assert old in text
    ROUND.write_text(text.replace(old, new), "utf-8")


MOVED = "Mødet er flyttet fra tirsdag den 3. marts 2026 kl. 9.00-10.30 til tirsdag den 24. marts"


def by_command(run):
    return said(run, "move-meeting", "2026-001", "--date", "2026-03-24")


def by_hand(run):
    said(run, "render-invitation", "2026-001")
    edit("  dato: 2026-03-03", "  dato: 2026-03-24")
    return ""


@pytest.mark.parametrize("moved", [by_command, by_hand])
class TestMoved:
    def test_todo_names_everybody_who_must_know(self, run, moved):
        moved(run)
        told = said(run, "todo", "--week", "9")
        assert "om, at mødet er flyttet fra den 3. marts 2026 til den 24. marts 2026" in told
        assert all(name in told for name in EVERYBODY)

    def test_the_letter_says_what_was_moved_and_asks_again(self, run, moved):
        moved(run)
        said(run, "render-invitation", "2026-001")
        text = letter(run)
        assert MOVED in text
        assert "gælder svaret ikke den nye" in text
        again = letter(run, "forælder-2")
        assert MOVED in again

    def test_old_replies_do_not_count(self, run, moved, monkeypatch):
        moved(run)
        monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-18")
        told = said(run, "validate", "2026-001")
        assert "Line Rosenkjær har ikke svaret på indkaldelsen" in told
        said(run, "render-agenda", "2026-001")
        agenda = flat(run("text", str(CASE / "dokumenter" / "runde-1-dagsorden.docx")).out)
        assert "Kommer ikke" not in agenda
        assert "Har ikke svaret endnu: Line Rosenkjær, Thomas Holm" in agenda

    def test_a_reply_on_the_very_day_counts(self, run, moved):
        moved(run)
        said(run, "reply", "2026-001", "Line", "1")
        assert "      svar_gælder: 2026-03-24\n" in ROUND.read_text("utf-8")
        told = said(run, "todo", "--until", "2026-03-17")
        assert "Få svar fra Thomas Holm" in told

    def test_told_ends_it_and_no_line_is_typed_again(self, run, moved):
        moved(run)
        before = ROUND.read_text("utf-8").count("indkaldt: 2026-02-11")
        said(run, "render-invitation", "2026-001")
        told = said(run, "told", "2026-001")
        assert told.startswith("Noteret: Line Rosenkjær, ")
        assert "SAM633" not in said(run, "validate", "2026-001")
        assert "Giv besked" not in said(run, "todo")
        assert ROUND.read_text("utf-8").count("indkaldt: 2026-02-11") == before
        assert said(run, "render-invitation", "2026-001").count("uændret") == 6
        assert "ingen, som mangler besked" in said(run, "told", "2026-001", code=2)

    def test_the_invited_again_need_no_other_letter(self, run, moved):
        moved(run)
        said(run, "render-invitation", "2026-001")
        text = ROUND.read_text("utf-8")
        at = text.index("indkaldt: 2026-02-11")
        ROUND.write_text(text[:at] + text[at:].replace("2026-02-11", "2026-02-24", 1), "utf-8")
        told = said(run, "todo", "--week", "9")
        assert "Giv besked til Thomas Holm, Rune Askelund" in told


def test_papers_of_the_old_day_are_told_as_stale_until_they_are_made_again(run):
    said(run, "render-agenda", "2026-001")
    said(run, "calendar", "2026-001")
    assert "SAM634" not in said(run, "validate", "2026-001")
    by_command(run)
    told = said(run, "validate", "2026-001")
    assert "runde-1-dagsorden.docx siger den 3. marts 2026 kl. 9.00 i Lindesalen" in told
    assert "Lav nye papirer: dagsorden og kalenderfil" in said(run, "todo")
    said(run, "render-agenda", "2026-001")
    assert said(run, "calendar", "2026-001").startswith("udgave 2: ")
    assert "SAM634" not in said(run, "validate", "2026-001")
    assert "Lav nye papirer" not in said(run, "todo")


def test_a_change_that_is_in_no_paper_makes_none_stale(run):
    said(run, "render-agenda", "2026-001")
    edit("Har andre aftaler den dag.", "Har travlt.")
    assert "SAM634" not in said(run, "validate", "2026-001")


def test_another_room_changes_no_reply(run):
    told = said(run, "move-meeting", "2026-001", "--room", "pejsestuen")
    assert "holdes i Pejsestuen og ikke i Lindesalen" in told
    said(run, "render-invitation", "2026-001")
    assert "i Pejsestuen og ikke i Lindesalen. Tiden er den samme." in letter(run)
    assert "Få svar fra Karsten Bøgh " in said(run, "todo")


def test_another_hour_keeps_the_length_and_asks_again(run):
    told = said(run, "move-meeting", "2026-001", "--start", "13")
    assert "mødet er nu tirsdag den 3. marts 2026 kl. 13.00-14.30 i Lindesalen" in told
    assert "er flyttet fra kl. 9.00-10.30 til kl. 13.00-14.30" in told
    assert "Få svar fra Line Rosenkjær, Thomas Holm og 6 andre" in said(run, "todo")


def test_a_meeting_in_a_pause_is_called_off_for_everybody(run):
    said(run, "calendar", "2026-001")
    told = said(run, "pause", "2026-001", "--reason", "Ophold", "--until", "2026-08-10")
    assert "går i gang igen den 10. august 2026" in told
    assert "om, at mødet den 3. marts 2026 er aflyst: Line Rosenkjær, " in told
    assert said(run, "calendar", "2026-001").startswith("aflysning: ")
    assert "om, at mødet den 3. marts 2026 er aflyst" in said(run, "todo")
    assert "indkaldelse" not in said(run, "render", "2026-001")
    text = letter(run, paper="aflysning")
    assert "Samarbejdsmøde tirsdag den 3. marts 2026 kl. 9.00-10.30 i Lindesalen" in text
    assert "720910" not in text
    refused = said(run, "render-invitation", "2026-001", code=1)
    assert "SAM635 fejl" in refused
    assert not list((CASE / "dokumenter").glob("*indkaldelse*"))
    said(run, "told", "2026-001")
    assert "aflyst" not in said(run, "todo")
    said(run, "resume", "2026-001")
    assert "Aftal mødet" in said(run, "todo", "--until", "2026-06-01")


def test_a_new_day_after_a_cancellation_is_news_again(run):
    said(run, "call-off", "2026-001", "--reason", "Henrik er syg")
    said(run, "told", "2026-001")
    assert "aflysning_fortalt: 2026-02-24" in ROUND.read_text("utf-8")
    told = said(run, "move-meeting", "2026-001", "--date", "2026-03-24", "--start", "9.00")
    assert "er flyttet fra den 3. marts 2026 til den 24. marts 2026" in told
    said(run, "told", "2026-001")
    assert "Giv besked" not in said(run, "todo")


def test_who_was_invited_on_the_day_of_the_change_is_told(run):
    said(run, "set", "2026-001", "møde.deltagere[*].indkaldt=i dag")
    told = said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    assert "til den 24. marts 2026: Line Rosenkjær, " in told
    assert "Giv besked til Line Rosenkjær" in said(run, "todo")
    assert "Line Rosenkjær" in said(run, "told", "2026-001")
    assert "Giv besked" not in said(run, "todo")
    assert "er aflyst: Line Rosenkjær, " in said(run, "call-off", "2026-001")
    said(run, "told", "2026-001")
    assert "Giv besked" not in said(run, "todo")


def test_invited_after_the_change_on_its_day_is_invited_to_what_holds(run):
    for each in ("indkaldt", "svar", "svaret"):
        said(run, "set", "2026-001", f"møde.deltagere[*].{each}=")
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    said(run, "set", "2026-001", "møde.deltagere[*].indkaldt=i dag")
    assert "Giv besked" not in said(run, "todo")


def test_who_replied_is_told_also_where_no_invitation_is_written(run):
    said(run, "set", "2026-001", "møde.deltagere[*].indkaldt=")
    said(run, "reply", "2026-001", "Rune Askelund", "1")
    assert "Rune Askelund" in said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    said(run, "reply", "2026-001", "Rune Askelund", "1")
    assert "Rune" not in said(run, "todo").partition("Giv besked")[2].partition("om, at")[0]


def test_a_new_day_without_a_year_lies_ahead(run):
    said(run, "move-meeting", "2026-001", "--date", "1/9")
    assert "dato: 2026-09-01" in ROUND.read_text("utf-8")


def test_a_case_that_is_closed_before_its_meeting(run):
    said(run, "calendar", "2026-001")
    force = ("--force", "--reason", "Flyttet til en anden kommune")
    told = said(run, "advance", "2026-001", "--to", "closed", *force)
    assert "om, at mødet den 3. marts 2026 er aflyst: Line Rosenkjær, " in told
    assert "Giv besked til Line Rosenkjær" in said(run, "todo")
    assert said(run, "calendar", "2026-001").startswith("aflysning: ")
    assert said(run, "render", "2026-001").count("aflysning") == 6
    said(run, "told", "2026-001")
    assert "2026-001" not in said(run, "todo")


def test_a_pre_meeting_is_moved_for_the_youth(run):
    told = said(run, "move-meeting", "2026-002", "--pre-meeting", "--date", "2026-03-05")
    assert "formødet er flyttet fra den 26. februar 2026 til den 5. marts 2026" in told
    said(run, "render-pre-meeting", "2026-002")
    file = next(Path("sager/2026-002/dokumenter").glob("runde-1-formøde-*.docx"))
    assert "Formødet er flyttet fra torsdag den 26. februar 2026" in flat(
        run("text", str(file)).out
    )
    told = said(run, "call-off", "2026-002", "--pre-meeting")
    assert "formødet den 26. februar 2026 er aflyst" in told


def test_what_cannot_be_done_is_said(run):
    assert "intet at aflyse" in said(run, "call-off", "2026-004", code=2)
    assert "Skriv det nye efter --date" in said(run, "move-meeting", "2026-001", code=2)
    past = said(run, "move-meeting", "2026-001", "--date", "2026-02-01", code=2)
    assert "den dag er gået" in past
    room = said(run, "move-meeting", "2026-001", "--room", "Pejsesteuen", code=2)
    assert "Mente du `Pejsestuen`?" in room
    end = said(run, "move-meeting", "2026-001", "--end", "8", code=2)
    assert "ville slutte kl. 8.00 og begynde kl. 9.00" in end
    closed = said(run, "move-meeting", "2025-003", "--date", "2026-05-05", code=2)
    assert "er afsluttet" in closed
    assert "ikke aflyst noget" in said(run, "render-cancellation", "2026-001", code=1)


def test_nobody_to_invite_is_said(run):
    text = ROUND.read_text("utf-8")
    start, end = text.index("  deltagere:"), text.index("opfølgning:")
    ROUND.write_text(text[:start] + "  deltagere: []\n\n" + text[end:], "utf-8")
    for command in ("render", "render-invitation"):
        told = said(run, command, "2026-001", code=1)
        assert "Mødet i sagen 2026-001 har ingen deltagere, så der er ingen at indkalde." in told
    plan = said(run, "batch", "invitation", "--cases", cases(), "--plan", code=1)
    assert "har ingen deltagere" in plan


def test_only_colleagues_get_no_letters_and_that_is_right(run):
    text = ROUND.read_text("utf-8")
    start, end = text.index("  deltagere:"), text.index("opfølgning:")
    people = "  deltagere:\n    - person: Karsten Bøgh\n\n"
    ROUND.write_text(text[:start] + people + text[end:], "utf-8")
    told = said(run, "render-invitation", "2026-001")
    assert "alle deltagere på mødet arbejder i kommunen" in told
    assert "samarbejde calendar 2026-001" in told


def cases():
    Path("liste.txt").write_text("2026-001\n", "utf-8")
    return "liste.txt"


def test_verify_tells_letters_of_a_moved_meeting(here, run):
    words = ("batch", "invitation,agenda", "--date", "2026-03-03", "--output", "b", "--jobs", "1")
    first = run(*words)
    approve = next(x for x in first.out.split() if len(x) == 16 and x.isalnum())
    assert run(*words, "--approve", approve).code == 0
    edit("Har andre aftaler den dag.", "Har travlt den dag.")
    said(run, "batch", "verify", "b", "--jobs", "1")
    edit("  dato: 2026-03-03", "  dato: 2026-03-24")
    told = said(run, "batch", "verify", "b", "--jobs", "1", code=1)
    assert told.count("er ældre end sagen, som nu siger noget andet") == 7
    settings = here / "samarbejde.yaml"
    settings.write_text(settings.read_text("utf-8").replace("70 10 00 02", "70 10 00 03"), "utf-8")
    told = said(run, "batch", "verify", "b", "--jobs", "1", code=1)
    assert told.count("er ældre end sagen, som nu siger noget andet") == 7


def test_the_calendar_of_deadlines_takes_out_what_was_moved(run):
    words = ("todo", "--until", "2026-06-30", "--format", "ics", "-o", "frister.ics")
    said(run, *words)
    assert "Frist i sag 2026-001" in Path("frister.ics").read_text("utf-8")
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    said(run, *words)
    text = Path("frister.ics").read_text("utf-8")
    assert "SUMMARY:Ikke en frist mere: sag 2026-001" in text
    assert text.count("STATUS:CANCELLED") >= 1
    said(run, "todo", "--week", "9", "--format", "ics", "-o", "frister.ics")
    assert Path("frister.ics").read_text("utf-8").count("STATUS:CANCELLED") == text.count(
        "STATUS:CANCELLED"
    )


def test_after_a_hand_over_the_old_entry_is_cancelled_by_the_one_who_made_it(run):
    said(run, "calendar", "2026-001")
    said(run, "hand-over", "2026-001", "--to", "Mette Lindegaard")
    told = said(run, "calendar", "2026-001")
    assert told.startswith("aflysning fra den tidligere indkalder: ")
    off, new = (
        (CASE / "dokumenter" / f"runde-1-møde{end}.ics").read_text("utf-8")
        for end in ("-tidligere-indkalder", "")
    )
    assert "METHOD:CANCEL" in off
    assert "SEQUENCE:1" in off
    assert "mailto:henrik.munk@norlund.example" in off
    assert "METHOD:PUBLISH" in new
    assert "SEQUENCE:0" in new
    assert "mailto:mette.lindegaard@norlund.example" in new
    uids = [next(x for x in text.splitlines() if x[:3] == "UID") for text in (off, new)]
    assert len(set(uids)) == 2
    again = run("calendar", "2026-001")
    assert again.out.count("\n") == 1
    assert again.out.startswith("udgave 1: ")
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    assert said(run, "calendar", "2026-001").startswith("udgave 2: ")
    made = said(run, "rerender", "2026-001", "-o", "igen")
    assert "tidligere-indkalder" in made


def test_the_page_of_the_week_says_where_it_goes(run):
    told = said(run, "render-week", "--help")
    assert "Uden tilvalget: mappen dokumenter i arbejdsmappen." in told
    for command in ("render-week", "calendar", "render-agenda", "rerender"):
        case = () if command == "render-week" else ("2026-001",)
        told = said(run, command, *case, "-o", "side.docx", code=2)
        assert "ligner navnet på en fil" in told
        assert not Path("side.docx").exists()


def test_the_end_of_a_pause_is_one_day(run):
    told = said(run, "pause", "2026-001", "--reason", "Ophold", "--until", "2026-08-10")
    assert "går i gang igen den 10. august 2026" in told
    text = said(run, "pause", "--help")
    assert "Den dag, du skriver efter --until, går sagen i gang igen af sig selv" in text
    assert "efter --until går" not in text.replace("Den dag, du skriver efter --until, går", "")


def test_status_shows_what_nobody_was_told(run):
    said(run, "render-agenda", "2026-001")
    assert "besked om" not in said(run, "status")
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    assert "besked om" in said(run, "status")
    found = json.loads(run("status", "--format", "json").out)["cases"]
    (case,) = (each for each in found if each["number"] == "2026-001")
    assert (case["untold"], case["stale_papers"]) == (True, True)


def test_what_is_called_off_asks_for_no_invitation_and_no_calendar_that_was_never_sent(run):
    told = said(run, "call-off", "2026-001")
    assert "samarbejde render-cancellation 2026-001" in told
    assert "samarbejde calendar" not in told
    assert "er aflyst, og det er ikke sat i nogens kalender" in said(
        run, "calendar", "2026-001", code=1
    )
    assert "indkaldelse" not in said(run, "render", "2026-001")


def test_who_may_get_no_letter_is_told_by_telephone_and_nothing_more(run):
    consent = CASE / "samtykke.yaml"
    text = consent.read_text("utf-8")
    consent.write_text(text.replace("  - person: Pia Søndervang\n", ""), "utf-8")
    said(run, "call-off", "2026-001")
    told = said(run, "render-cancellation", "2026-001", code=1)
    assert "Ring, og sig kun, at mødet den 3. marts 2026 ikke bliver holdt." in told
    assert not (CASE / "dokumenter" / "runde-1-aflysning-skole.docx").exists()


def test_somebody_new_gets_an_ordinary_letter(run):
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    edit(
        "    - person: Pia Søndervang\n      indkaldt: 2026-02-11\n      svar: 1\n"
        "      svaret: 2026-02-13\n",
        "    - person: Pia Søndervang\n",
    )
    said(run, "render-invitation", "2026-001")
    assert "flyttet" not in letter(run)
    assert MOVED in letter(run, "mentor")


def test_a_move_that_is_taken_back_before_anybody_was_told_changes_no_reply(run):
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    said(run, "move-meeting", "2026-001", "--date", "2026-03-03")
    told = said(run, "todo", "--week", "9")
    assert "Giv besked" not in told
    assert "Få svar fra Karsten Bøgh " in told


def test_a_move_back_that_people_were_told_of_asks_again(run):
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24")
    said(run, "told", "2026-001")
    said(run, "move-meeting", "2026-001", "--date", "2026-03-03")
    told = said(run, "todo", "--week", "9")
    assert "er flyttet fra den 24. marts 2026 til den 3. marts 2026" in told
    assert "Få svar fra Line Rosenkjær, " in told


def test_calendars_are_not_named_for_a_pre_meeting(run):
    said(run, "move-meeting", "2026-002", "--pre-meeting", "--date", "2026-03-05")
    told = said(run, "validate", "2026-002")
    assert "Lav brevene med `samarbejde render-pre-meeting 2026-002`. Når alle" in told


def test_nobody_answers_to_what_is_called_off(run):
    said(run, "call-off", "2026-001")
    told = said(run, "reply", "2026-001", "Line", "1", code=2)
    assert "Mødet i sagen 2026-001 er aflyst" in told
    said(run, "move-meeting", "2026-001", "--date", "2026-03-24", "--start", "9.00")
    said(run, "reply", "2026-001", "Line", "1")
