"""Families 5 to 9 at their edges: what is found in a case that differs a little."""

import re
from datetime import date

import pytest
from example_case import TODAY, build, case_folder, found_in

from samarbejde_cli.case.case import load_case
from samarbejde_cli.findings import Weight
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.rules.engine.judge import judge


def section(name, text):
    return f"# {name}.yaml\n{text}\n"


NO_AGREEMENT = "uden_aftale: [Jonas Berg, Maja Toft, Karin Friis]"


def goal(*lines):
    rest = "".join(f"    {line}\n" for line in lines)
    goals = f"mål:\n  - område: fagligt\n{rest}    handlinger: [Jeg ringer]"
    return section("plan", f"{goals}\n{NO_AGREEMENT}")


def meeting(*lines):
    return section("runder/1", "møde:\n" + "".join(f"  {line}\n" for line in lines))


def pre_meeting(*lines):
    return section("runder/1", "formøde:\n" + "".join(f"  {line}\n" for line in lines))


def follow_up(*lines):
    return section("runder/1", "opfølgning:\n" + "".join(f"  {line}\n" for line in lines))


def history(*lines):
    return section("historik", "\n".join(f"- {{{line}}}" for line in lines))


def at(step, number=1):
    moved = f"tid: 2026-03-01T09:00, hvem: Anne Holm, til: {step}, runde: {number}"
    return section("sag", f"trin: {step}\nrunde: {number}") + history(moved)


JEG = "mål: Jeg skal i skole"
CLOSED = history("tid: 2026-03-01T09:00, hvem: Anne Holm, til: afsluttet, runde: 1") + section(
    "sag", "trin: afsluttet\nafslutning: {dato: 2026-03-01, årsag: I job}"
)
ADULT = section("sag", "ung:\n  cpr: 620301-4322")

CASES = {
    "the complete case": ("", set()),
    "date and start missing": (pre_meeting("dato:", "start:"), {"SAM501"}),
    "a wish without words": (pre_meeting('ønsker: ["  "]'), {"SAM503"}),
    "a pre-meeting today": (pre_meeting("dato: 2026-03-17"), {"SAM603"}),
    "both on one day, in order": (
        pre_meeting("dato: 2026-03-03", "start: 8.00", "slut: 8.45"),
        {"SAM911"},
    ),
    "both on one day, turned round": (
        pre_meeting("dato: 2026-03-03", "start: 13.00", "slut: 14.00"),
        {"SAM603"},
    ),
    "a pre-meeting that ends when it begins": (
        pre_meeting("start: 9.00", "slut: 9.00"),
        {"SAM608"},
    ),
    "a meeting to come": (meeting("dato: 2026-03-24", "den_unge_deltog:"), {"SAM604"}),
    "a meeting to come on a Saturday": (meeting("dato: 2026-03-28"), {"SAM604", "SAM607"}),
    "a meeting held on a Wednesday": (meeting("dato: 2026-03-04"), {"SAM801"}),
    "a room in other case": (meeting("lokale: egen"), set()),
    "a room elsewhere": (meeting("lokale: Hjemme hos Silje"), {"SAM609"}),
    "no rooms in the settings": (
        section("samarbejde", "lokaler: []") + meeting("lokale: Stuen"),
        set(),
    ),
    "the youth did not come and nobody knows why": (meeting("den_unge_deltog: nej"), {"SAM606"}),
    "the leader comes too": (
        meeting("deltagere: [{person: Peter Skovmand, deltog: nej}]"),
        set(),
    ),
    "somebody who sent a note": (meeting('deltagere: [{person: Karin Friis, svar: "2"}]'), set()),
    "somebody who was to come": (
        meeting('deltagere: [{person: Karin Friis, svar: "3"}]'),
        {"SAM610"},
    ),
    "no answer, before the deadline": (
        meeting("dato: 2026-03-24", "deltagere: [{person: Karin Friis, indkaldt: 2026-03-01}]"),
        {"SAM604"},
    ),
    "no answer, the day after the deadline": (
        meeting("dato: 2026-03-23", "deltagere: [{person: Karin Friis, indkaldt: 2026-03-01}]"),
        {"SAM604", "SAM607", "SAM612"},
    ),
    "not asked yet": (
        meeting("dato: 2026-03-23", "deltagere: [{person: Karin Friis}]"),
        {"SAM604", "SAM607"},
    ),
    "the youth by short name": (
        goal(JEG, "ansvarlige: [mig selv, Silje, silje ravn, JEG]"),
        set(),
    ),
    "responsible by relation": (goal(JEG, "ansvarlige: [min mor]"), {"SAM705"}),
    "an unknown follow-up": (
        section("plan", "køreplan:\n  ansvarlig: Bodil Trane"),
        {"SAM705"},
    ),
    "a coordinator who is not chosen yet": (section("sag", "koordinator:"), set()),
    "a smaller goal in third person": (
        goal(JEG, "delmål: [Jeg ringer, Silje ringer]", "ansvarlige: [jeg]"),
        {"SAM701"},
    ),
    "an old deadline of a reached goal": (
        goal(JEG, "ansvarlige: [jeg]", "frist: 2025-01-01", "nået: ja"),
        set(),
    ),
    "no without a reason": (
        goal(JEG, "ansvarlige: [jeg]", "nået: nej"),
        {"SAM709"},
    ),
    "a blank action": (
        section(
            "plan",
            f"mål: [{{område: fagligt, {JEG}, handlinger: [' '], ansvarlige: [jeg]}}]\n"
            f"{NO_AGREEMENT}",
        ),
        {"SAM703"},
    ),
    "no road map": (section("plan", "køreplan:"), {"SAM710"}),
    "signatures from before the meeting": (
        section(
            "plan",
            "underskrifter:\n"
            "  - {navn: Silje Ravn, som: ung, dato: 2026-03-02}\n"
            "  - {navn: Mette Ravn, som: forældremyndighed, dato: 2026-03-03}\n"
            "  - {navn: Henrik Ravn, som: forældremyndighed, dato: 2026-03-03}",
        ),
        {"SAM801"},
    ),
    "not signed: the copies wait": (follow_up("plan_underskrevet:", "kopi_sendt:"), {"SAM801"}),
    "an adult signs alone and the parents came": (
        ADULT + section("plan", "underskrifter: [{navn: Silje Ravn, som: ung, dato: 2026-03-03}]"),
        {"SAM811"},
    ),
    "an adult whose parents were not there": (
        ADULT
        + meeting("deltagere: [{person: Karin Friis, deltog: ja}]")
        + section(
            "runder/1",
            "opfølgning:\n  kopi_sendt:\n"
            "    - {person: silje, dato: 2026-03-04}\n"
            "    - {person: Karin Friis, dato: 2026-03-04}",
        ).replace("# runder/1.yaml\n", ""),
        set(),
    ),
    "no copies": (follow_up("kopi_sendt:"), {"SAM802"}),
    "a meeting filed as a child talk": (
        follow_up("journalført: {dato: 2026-03-04, som: børnesamtale}"),
        {"SAM804"},
    ),
    "nothing agreed": (follow_up("næste_formøde:", "næste_møde:"), {"SAM805"}),
    "nothing agreed because the case ends": (
        follow_up("næste_formøde:", "næste_møde:")
        + section("sag", "afslutning: {dato: 2026-03-17, årsag: I job}"),
        {"SAM815"},
    ),
    "the next pre-meeting before this meeting": (
        follow_up("næste_formøde: 2026-02-24"),
        {"SAM805"},
    ),
    "the next meeting on the last day": (
        follow_up("næste_møde: 2026-06-30") + section("plan", "køreplan: {næste_gang: 2026-06-30}"),
        set(),
    ),
    "another next meeting than in the plan": (follow_up("næste_møde: 2026-06-23"), {"SAM814"}),
    "the next meeting on the last day but a Friday": (
        follow_up("næste_møde: 2026-07-03"),
        {"SAM808"},
    ),
    "an empty history": (section("historik", "[]"), {"SAM903"}),
    "the history turned round": (
        history(
            "tid: 2026-03-03T11:20, hvem: Dorte, til: møde, runde: 1",
            "tid: 2026-03-03T11:19, hvem: Anne, til: opfølgning, runde: 1",
        ),
        {"SAM903"},
    ),
    "lines of two people in the order in which git put them": (
        history(
            "tid: 2026-03-03T11:20, hvem: Dorte, til: opfølgning, runde: 1",
            "tid: 2026-03-03T11:19, hvem: Anne, til: møde, runde: 1",
        ),
        set(),
    ),
    "a pause that somebody else began just after the move": (
        history(
            "tid: 2026-03-03T11:20, hvem: Dorte, til: opfølgning, runde: 1",
            "tid: 2026-03-03T11:21, hvem: Anne, hændelse: pause, til: møde, runde: 1",
        ),
        set(),
    ),
    "one line with a time zone": (
        history(
            "tid: 2026-03-03T11:20+01:00, hvem: Dorte, til: møde, runde: 1",
            "tid: 2026-03-03T11:21, hvem: Anne, til: opfølgning, runde: 1",
        ),
        set(),
    ),
    "in the first step little is missing": (
        at("visitation")
        + section("runder/1", "formøde:\nmøde:\nopfølgning:")
        + section("plan", "mål: []\nsagsresumé:\nkøreplan:\nunderskrifter:"),
        set(),
    ),
    "a closed case is left in peace": (
        CLOSED
        + goal("mål: Silje skal i skole", "ansvarlige: [Ukendt]", "nået: nej")
        + meeting("dato: 2026-01-01", "slut: 8.00", "deltagere: [{person: Ukendt}]"),
        set(),
    ),
}


@pytest.mark.parametrize(("example", "expected"), CASES.values(), ids=CASES.keys())
def test_a_case_has_these_findings(example, expected, tmp_path):
    codes = {each.rule.code for each in found_in(tmp_path, merged(example))}
    assert {code for code in codes if re.match("SAM[5-9]", code)} == expected


def merged(example):
    """Join the parts of an example that are about the same file."""
    parts = re.split(r"^# (\S+\.yaml)\n", example, flags=re.MULTILINE)[1:]
    texts = {}
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        texts[name] = texts.get(name, "") + text
    return "".join(f"# {name}\n{text}" for name, text in texts.items())


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("visitation", {}),
        ("formøde", {"SAM501": Weight.MISSING, "SAM706": Weight.MISSING}),
        ("møde", {"SAM501": Weight.ERROR, "SAM601": Weight.MISSING, "SAM706": Weight.ERROR}),
    ],
)
def test_what_is_missing_becomes_an_error_after_its_step(step, expected, tmp_path):
    example = at(step) + pre_meeting("dato:") + "møde:\n  lokale:\n"
    found = found_in(tmp_path, example + section("plan", "sagsresumé:"))
    weights = {each.rule.code: each.weight for each in found}
    assert {code: weight for code, weight in weights.items() if code[:4] > "SAM4"} == expected


MESSAGES = {
    pre_meeting("dato:", "start:"): "Formødet mangler `dato` og `start`.",
    meeting("den_unge_deltog:"): "Det er ikke noteret, om Silje var med til mødet.",
    meeting("dato: 2026-03-28"): "Mødet ligger på en lørdag; I holder ellers møder om tirsdagen.",
    meeting("slut: 8.30"): "Mødet slutter kl. 8.30, men begynder kl. 9.00.",
    goal("mål: Silje skal passe sin skole", "ansvarlige: [jeg]"): (
        "Målet er ikke i jeg-form: den unge er nævnt ved navn."
    ),
    follow_up("kopi_sendt: [{person: Silje Ravn, dato: 2026-03-04}]")
    + "møde:\n  deltagere: [{person: Karin Friis, deltog: ja}]\n": (
        "Planen er ikke sendt til Mette Ravn, Henrik Ravn og Karin Friis."
    ),
    follow_up("næste_møde: 2026-08-05"): (
        "Det næste møde den 5. august 2026 "
        "ligger mere end 4 måneder efter det forrige og er en onsdag."
    ),
    at("møde"): "",
}


@pytest.mark.parametrize(("example", "message"), MESSAGES.items(), ids=range(len(MESSAGES)))
def test_a_message_names_people_days_and_what_is_missing(example, message, tmp_path):
    found = found_in(tmp_path, example)
    messages = [each.rule.message.format_map(each.finding.facts) for each in found]
    assert message in messages or (not message and not messages)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Karin", "Karin Friis"), ("min mor", "Mette Ravn"), ("Jonas Bjerg", "Jonas Berg"),
     ("moster", "Birgit Kær"), ("Ravn", None), ("Bodil Trane", None)],
)  # fmt: skip
def test_an_unknown_name_is_compared_with_those_in_the_case(name, meant, tmp_path):
    found = found_in(tmp_path, goal(JEG, f"ansvarlige: [{name}]"))
    [unknown] = [each.finding for each in found if each.rule.code == "SAM705"]
    expected = f"Mente du `{meant}`?" if meant else None
    assert unknown.facts.get("hjælp") == expected


def test_the_help_of_a_goal_in_third_person_is_the_goal_in_the_first(tmp_path):
    found = found_in(tmp_path, goal("mål: Silje skal passe sin skole", "ansvarlige: [jeg]"))
    assert [each.finding.facts["hjælp"] for each in found] == [
        "Skriv for eksempel: Jeg skal passe min skole."
    ]


def judged_with(workspace, name, text):
    build(workspace)
    path = case_folder(workspace) / name
    path.write_bytes(path.read_bytes() + text)
    return judged(workspace, case_folder(workspace))


def judged(workspace, folder):
    profile = load_profile(workspace).profile
    assert profile is not None
    return judge(load_case(folder), profile, TODAY)


@pytest.mark.parametrize(
    "line",
    [
        "# ring til 670310-4321 i morgen",
        "# cpr: 670310-4321",
        "note: Mor er 6703104321",
        "note: (670310 4321)",
    ],
)
def test_a_cpr_number_is_found_anywhere_and_not_repeated(line, tmp_path):
    number = re.search(r"\d{6}[- ]?\d{4}", line)
    found = [
        each.finding
        for each in judged_with(tmp_path, "plan.yaml", f"{line}\r\n".encode())
        if each.rule.code == "SAM901"
    ]
    [finding] = found
    assert finding.location.place.column == number.start() + 1
    assert finding.location.place.length == len(number[0])
    assert finding.facts == {}


@pytest.mark.parametrize(
    "line",
    [
        "# telefon 20 00 00 01, sagsnummer 999999-1234",
        "# 12345678901234567890 og 670310-43211",
        "# mor: {navn: Mette, cpr-fri}",
    ],
)
def test_other_numbers_are_no_cpr_number(line, tmp_path):
    codes = [each.rule.code for each in judged_with(tmp_path, "plan.yaml", f"{line}\n".encode())]
    assert "SAM901" not in codes


def test_the_fields_for_cpr_numbers_may_hold_them_in_any_style(tmp_path):
    folder = build(tmp_path)
    text = (folder / "sag.yaml").read_text("utf-8")
    text = text.replace("cpr: 720810-4322", 'cpr: "7208104322"')
    (folder / "sag.yaml").write_text(text, "utf-8")
    assert judged(tmp_path, folder) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2026-014", False),
        ("S-26-7", False),
        ("2026-silje", True),
        ("SiljeRavn", True),
        ("2026 Mette", True),
        ("720810", True),
        ("72-08-10-4322", True),
        ("ravnen-2026", True),
    ],
)
def test_the_folder_name_tells_nothing_about_the_person(name, found, tmp_path):
    folder = build(tmp_path).rename(tmp_path / "sager" / name)
    codes = {each.rule.code for each in judged(tmp_path, folder)}
    assert ("SAM902" in codes) is found


def test_a_meeting_too_long_after_the_last_is_counted_from_the_round_before(tmp_path):
    second = "# runder/2.yaml\nmøde:\n  dato: 2026-07-04\n"
    found = found_in(tmp_path, at("formøde", 2) + second, date(2026, 3, 20))
    assert "SAM611" in {each.rule.code for each in found}


@pytest.mark.parametrize(
    ("pause", "day", "is_told"),
    [
        ("", "2026-06-30", False),
        ("", "2026-07-07", True),
        ("pause: {fra: 2026-04-01, til: 2026-08-11, årsag: rejse}", "2026-11-10", False),
        ("pause: {fra: 2026-04-01, til: 2026-08-11, årsag: rejse}", "2026-11-17", True),
        ("pause: {fra: 2026-07-02, til: 2026-08-11, årsag: rejse}", "2026-09-29", False),
        ("pause: {fra: 2025-01-02, til: 2025-08-11, årsag: rejse}", "2026-07-07", True),
    ],
)
def test_the_time_of_a_pause_does_not_count_between_two_meetings(tmp_path, pause, day, is_told):
    """The last meeting was on 3 March; after a pause there is time for a pre-meeting first."""
    text = f"# sag.yaml\nrunde: '2'\ntrin: formøde\n{pause}\n"
    found = found_in(tmp_path, f"{text}# runder/2.yaml\nmøde: {{dato: {day}}}\n")
    assert ("SAM611" in {each.rule.code for each in found}) == is_told
