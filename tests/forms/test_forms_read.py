"""Every way in which a value can be wrong, as codes and routes, all at once."""

from datetime import date, time
from pathlib import Path

import pytest

from samarbejde_cli.case.plan import Plan
from samarbejde_cli.case.record import Record
from samarbejde_cli.case.round import Round
from samarbejde_cli.forms.read import load, route_text
from samarbejde_cli.source.read import from_text

RECORD = """\
trin: visitation
runde: 1
ung: {navn: Silje Ravn, cpr: 670310-4321}
"""


def findings(kind, text):
    value, found = load(kind, from_text(Path("sag.yaml"), text))
    assert (value is None) == bool(found)
    return [(each.code, each.location.route, each.facts) for each in found]


def only(kind, text):
    ((code, route, facts),) = findings(kind, text)
    return code, route, facts


@pytest.mark.parametrize(
    ("text", "code", "route", "fact"),
    [
        ("møde: {dato: 3.3.2026}", "SAM105", ("møde", "dato"), "2026-03-03"),
        ("møde: {dato: 3/3-26}", "SAM105", ("møde", "dato"), "2026-03-03"),
        ("møde: {dato: 3. marts 2026}", "SAM105", ("møde", "dato"), "2026-03-03"),
        ("møde: {dato: 2026-02-30}", "SAM105", ("møde", "dato"), ""),
        ("møde: {dato: i morgen}", "SAM105", ("møde", "dato"), ""),
    ],
)
def test_a_date_in_another_form_is_answered_with_the_iso_date(text, code, route, fact):
    found = only(Round, text)
    assert found[:2] == (code, route)
    assert found[2]["forslag"] == fact


@pytest.mark.parametrize(
    ("text", "code", "route"),
    [
        ("møde: {start: kl. 9}", "SAM106", ("møde", "start")),
        ("møde: {start: 25.00}", "SAM106", ("møde", "start")),
        ("møde: {den_unge_deltog: måske}", "SAM107", ("møde", "den_unge_deltog")),
        ("møde: {den_unge_deltog: yes}", "SAM107", ("møde", "den_unge_deltog")),
        ("møde: lokale 2", "SAM103", ("møde",)),
        ("formøde: {ønsker: skolen}", "SAM103", ("formøde", "ønsker")),
        ("formøde: {noter: [a, b]}", "SAM103", ("formøde", "noter")),
        (
            "møde: {deltagere: [{person: Bo Friis, svar: 5}]}",
            "SAM104",
            ("møde", "deltagere", 0, "svar"),
        ),
        (
            "dialogskema: [{dato: 2026-03-03, rusmidler: 6}]",
            "SAM114",
            ("dialogskema", 0, "rusmidler"),
        ),
        (
            "dialogskema: [{dato: 2026-03-03, rusmidler: to}]",
            "SAM110",
            ("dialogskema", 0, "rusmidler"),
        ),
        ("møde: {deltagere: [{svar: 1}]}", "SAM102", ("møde", "deltagere", 0, "person")),
        ("møde: {deltagere: [{person: }]}", "SAM102", ("møde", "deltagere", 0, "person")),
        ("formøde: {ønsker: [skolen, ]}\n", None, ()),
        ("[]", "SAM103", ()),
        ("bare tekst", "SAM103", ()),
    ],
)
def test_a_wrong_value_has_its_code_and_its_route(text, code, route):
    found = findings(Round, text)
    assert [each[:2] for each in found] == ([(code, route)] if code else [])


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("cpr: 12", "SAM108"),
        ("cpr: 990210-4321", "SAM109"),
        ("telefon: 1234", "SAM111"),
        ("email: silje(at)post.example", "SAM112"),
        ("postnummer: 41800", "SAM113"),
    ],
)
def test_a_contact_value_has_its_own_code(field, code):
    base = {"navn": "navn: Silje Ravn", "cpr": "cpr: 670310-4321"} | {field.split(":")[0]: field}
    text = f"trin: møde\nrunde: 1\nung: {{{', '.join(base.values())}}}"
    assert only(Record, text)[:2] == (code, ("ung", field.split(":")[0]))


def test_an_unknown_key_is_answered_with_the_nearest_key():
    code, route, facts = only(Record, RECORD + "visitation: {henvist_aff: skolen}")
    assert (code, route) == ("SAM101", ("visitation", "henvist_aff"))
    assert facts["hjælp"] == "Mente du `henvist_af`?"


def test_an_unknown_key_that_is_like_no_other_lists_the_known_ones():
    _, _, facts = only(Plan, "mål: [{område: bolig, mål: Jeg vil bo, xyz: 1}]")
    assert "handlinger" in facts["hjælp"]


def test_an_unknown_word_is_answered_with_the_nearest_word():
    code, route, facts = only(Plan, "mål: [{område: økonimi, mål: Jeg vil spare op}]")
    assert (code, route) == ("SAM104", ("mål", 0, "område"))
    assert facts["hjælp"] == "Mente du `økonomi`?"


@pytest.mark.parametrize("word", ["Udvikling", "UDVIKLING", "udvikling"])
def test_a_word_may_be_written_in_any_case(word):
    value, _ = load(Plan, from_text(Path("plan.yaml"), f"mål: [{{område: {word}, mål: Jeg vil}}]"))
    assert value.goals[0].area == "udvikling"


def test_all_mistakes_come_at_once_in_the_order_of_the_model():
    text = "trin: hvile\nung: {navn: Silje Ravn, cpr: x, telefn: 1}"
    codes = [code for code, _, _ in findings(Record, text)]
    assert sorted(codes) == ["SAM101", "SAM102", "SAM104", "SAM108"]


def test_good_values_become_danish_types():
    text = "møde: {dato: 2026-03-03, start: 9.00, slut: '10:30', den_unge_deltog: Ja}"
    value, found = load(Round, from_text(Path("1.yaml"), text))
    assert found == []
    meeting = value.meeting
    assert (meeting.date, meeting.start, meeting.end) == (date(2026, 3, 3), time(9), time(10, 30))
    assert meeting.youth_attended is True


def test_an_empty_field_is_a_field_that_is_not_filled_in():
    value, found = load(Round, from_text(Path("1.yaml"), "møde:\n  dato:\n  deltagere:\n"))
    assert found == []
    assert value.meeting.date is None
    assert value.meeting.participants == []


def test_a_route_is_told_with_numbers_from_one():
    assert route_text(("mål", 2, "ansvarlige", 0)) == "mål[3].ansvarlige[1]"
