"""Calendar files for colleagues: when, where, and nothing of anybody; moved and called off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from example_case import case_folder
from icalendar import Calendar
from paper_case import loaded

from samarbejde_cli.actions.calendar import NoMeetingError, calendar
from samarbejde_cli.actions.invite import Invite, as_calendar
from samarbejde_cli.actions.rerender import rerender
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError

DAY = date(2026, 2, 12)
IN_MEETING = "# sag.yaml\ntrin: møde\n"
PARTS = {
    "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "CLASS", "LOCATION", "ORGANIZER",
    "STATUS", "TRANSP",
}  # fmt: skip


def on(day):
    return f"{IN_MEETING}# runder/1.yaml\nmøde:\n  dato: {day}\n"


def made(folder, example=IN_MEETING, day=DAY, output=None):
    """Write the calendar file of the complete case with an example laid over, as it is then."""
    kept = case_folder(folder) / "breve.yaml"
    filed = kept.read_bytes() if kept.exists() else None
    workspace, _, _ = loaded(folder, example)
    if filed is not None:
        kept.write_bytes(filed)
    return calendar(workspace, load_case(case_folder(folder)), day, output)[-1].path


def event(path):
    whole = Calendar.from_ical(path.read_bytes())
    (found,) = whole.walk("VEVENT")
    return whole, found


def test_it_is_private_and_tells_only_the_case_number(tmp_path):
    path = made(tmp_path)
    whole, found = event(path)
    assert path == case_folder(tmp_path) / "dokumenter" / "runde-1-møde.ics"
    assert set(found) == PARTS
    assert (whole["METHOD"], found["CLASS"]) == ("PUBLISH", "PRIVATE")
    assert found["SUMMARY"] == "Møde i sag 2026-001"
    assert found["LOCATION"] == "Egen, Rådhuspladsen 1, 4999 Birkeby"
    case = load_case(case_folder(tmp_path))
    text = path.read_text("utf-8").casefold()
    people = [each.name for each in case.everybody if each.kind != "koordinator"]
    for word in (*" ".join(people).split(), case.record.youth.cpr, case.record.youth.cpr[:6]):
        assert word.casefold() not in text


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2026-03-27", 1),  # the Friday before summer time
        ("2026-03-28", 1),
        ("2026-03-29", 2),  # the night in which it begins
        ("2026-03-30", 2),
        ("2026-10-24", 2),
        ("2026-10-25", 1),  # the night in which it ends
        ("2026-10-26", 1),
        ("2027-03-27", 1),
        ("2027-03-28", 2),
    ],
)
def test_the_clock_is_right_in_the_weeks_when_it_changes(tmp_path, day, hours):
    whole, found = event(made(tmp_path, on(day)))
    begins = found.decoded("DTSTART")
    assert (begins.date().isoformat(), begins.hour) == (day, 9)
    assert begins.utcoffset() == timedelta(hours=hours)
    (zone,) = whole.walk("VTIMEZONE")
    own = zone.to_tz()  # what a program knows that trusts the file alone
    plain = begins.replace(tzinfo=None)
    assert plain.replace(tzinfo=own).utcoffset() == timedelta(hours=hours)
    assert found.decoded("DTEND") - begins == timedelta(minutes=90)


def test_the_same_meeting_gives_the_same_bytes_on_another_day(tmp_path):
    before = made(tmp_path).read_bytes()
    assert made(tmp_path, day=date(2026, 2, 20)).read_bytes() == before
    assert len(load_case(case_folder(tmp_path)).paper_records) == 1


def test_a_meeting_that_moves_keeps_its_name_and_counts_up(tmp_path):
    seen = []
    for day in ("2026-03-03", "2026-03-10", "2026-03-17", "2026-03-17", "2026-03-03"):
        _, found = event(made(tmp_path, on(day)))
        seen.append((found["UID"], found["SEQUENCE"], found.decoded("DTSTART").date().isoformat()))
    assert len({uid for uid, _, _ in seen}) == 1
    assert [number for _, number, _ in seen] == [0, 1, 2, 2, 3]
    assert seen[-1][2] == "2026-03-03"


def test_another_room_is_a_new_edition(tmp_path):
    made(tmp_path)
    room = f"{IN_MEETING}# runder/1.yaml\nmøde:\n  lokale: Bøgen\n"
    _, found = event(made(tmp_path, room))
    assert (found["SEQUENCE"], found["LOCATION"][:5]) == (1, "Bøgen")


@pytest.mark.parametrize(
    "off",
    [
        f'{IN_MEETING}# runder/1.yaml\nmøde:\n  dato: ""\n',
        "# sag.yaml\ntrin: afsluttet\n",
    ],
)
def test_a_meeting_that_is_called_off_is_cancelled_by_the_next_file(tmp_path, off):
    _, before = event(made(tmp_path))
    whole, found = event(made(tmp_path, off))
    assert (whole["METHOD"], found["STATUS"], found["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert found["UID"] == before["UID"]
    assert found.decoded("DTSTART") == before.decoded("DTSTART")
    again, _ = event(made(tmp_path, off))
    assert again["METHOD"] == "CANCEL"
    whole, found = event(made(tmp_path))
    assert (whole["METHOD"], found["SEQUENCE"]) == ("PUBLISH", 2)


def test_a_meeting_that_is_held_stays_when_the_case_is_closed(tmp_path):
    made(tmp_path)
    path = made(tmp_path, "# sag.yaml\ntrin: afsluttet\n", date(2026, 4, 1))
    assert event(path)[0]["METHOD"] == "PUBLISH"


@pytest.mark.parametrize(
    ("example", "words"),
    [
        (f'{IN_MEETING}# runder/1.yaml\nmøde:\n  dato: ""\n', "ingen dato"),
        (
            f"{IN_MEETING}# runder/1.yaml\nmøde:\n  deltagere: [{{person: Karin Friis}}]\n",
            "arbejder i kommunen",
        ),
        ("# sag.yaml\ntrin: afsluttet\n", "bliver ikke holdt"),
        (f'{IN_MEETING}# runder/1.yaml\nmøde:\n  start: ""\n', "intet klokkeslæt"),
    ],
)
def test_without_a_meeting_for_colleagues_nothing_is_written(tmp_path, example, words):
    with pytest.raises(NoMeetingError, match=words):
        made(tmp_path, example)
    assert not (case_folder(tmp_path) / "dokumenter").exists()
    assert not (case_folder(tmp_path) / "breve.yaml").exists()


def test_a_place_that_the_settings_do_not_know_stays_out(tmp_path):
    path = made(tmp_path, f"{IN_MEETING}# runder/1.yaml\nmøde:\n  lokale: Hjemme hos Silje\n")
    assert "LOCATION" not in event(path)[1]


def test_two_municipalities_do_not_share_names_of_meetings(tmp_path):
    other = f"{IN_MEETING}# samarbejde.yaml\nkommune: Ellekær Kommune\n"
    uids = [event(made(tmp_path / name, text))[1]["UID"]
            for name, text in (("a", IN_MEETING), ("b", other))]  # fmt: skip
    assert uids[0] != uids[1]


def test_every_edition_can_be_made_again(tmp_path):
    first = made(tmp_path).read_bytes()
    made(tmp_path, on("2026-03-10"), date(2026, 2, 20))
    case = load_case(case_folder(tmp_path))
    (again,) = rerender(Workspace(tmp_path), case, DAY, tmp_path / "igen")
    assert again.path.read_bytes() == first


SETTINGS = "# samarbejde.yaml\nkalender: {dagsorden: ja, deltagere: ja}\n"
OTHER = """\
# sag.yaml
trin: møde
andre_møder:
  - {slags: akut, dato: 2026-02-19, start: 10.00, slut: 11.00, lokale: Egen,
     personer: [Anne Holm, Silje Ravn], formål: En plan for morgenerne}
  - {slags: ekstra, dato: 2026-01-19, start: 10.00, slut: 11.00, personer: [Anne Holm]}
"""


def test_a_municipality_lets_it_name_the_agenda_and_functions_but_nobody(tmp_path):
    path = made(tmp_path, IN_MEETING + SETTINGS)
    _, found = event(path)
    bilag, people = found["DESCRIPTION"].split("\n")
    assert bilag == "Bilag: runde-1-dagsorden.docx"
    assert people.startswith("Med til mødet: ")
    assert "klasselærer" in people
    case = load_case(case_folder(tmp_path))
    names = {word for each in case.everybody for word in each.name.split()}
    assert not {word for word in names if word in people}
    workspace = Workspace(tmp_path)
    made_again = rerender(workspace, case, None, tmp_path / "igen")
    assert [each.path.read_bytes() for each in made_again if each.path] == [path.read_bytes()]


def test_a_coming_meeting_outside_the_rounds_has_a_file_of_its_own(tmp_path):
    made(tmp_path, OTHER)
    folder = case_folder(tmp_path) / "dokumenter"
    assert {each.name for each in folder.glob("*.ics")} == {"andet-møde-1.ics", "runde-1-møde.ics"}
    first = event(folder / "andet-møde-1.ics")
    assert str(first[1]["DTSTART"].dt)[:16] == "2026-02-19 10:00"
    assert "morgenerne" not in (folder / "andet-møde-1.ics").read_text("utf-8")
    made(tmp_path, OTHER.replace("2026-02-19", "2026-02-20"))
    moved = event(folder / "andet-møde-1.ics")[1]
    assert (moved["UID"], moved["SEQUENCE"]) == (first[1]["UID"], 1)
    made(tmp_path, OTHER.replace("dato: 2026-02-19, ", ""))
    assert event(folder / "andet-møde-1.ics")[0]["METHOD"] == "CANCEL"


def test_lines_are_ended_as_the_format_wants():
    invite = Invite(
        "2026-001", "x@samarbejde", datetime(2026, 3, 3, 9), datetime(2026, 3, 3, 10), None, 0, DAY
    )
    data = as_calendar(invite)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    (found,) = Calendar.from_ical(data).walk("VEVENT")
    assert found.decoded("DTSTAMP") == datetime(2026, 2, 12, tzinfo=UTC)


def test_a_broken_line_of_the_record_is_told(tmp_path):
    made(tmp_path)
    path = case_folder(tmp_path) / "breve.yaml"
    text = path.read_text("utf-8").replace("begynder: 2026-03-03T09:00, ", "")
    path.write_text(text, "utf-8")
    case = load_case(case_folder(tmp_path))
    with pytest.raises(SamarbejdeError, match="begynder"):
        calendar(Workspace(tmp_path), case, DAY)
