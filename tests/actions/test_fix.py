"""What ``fix`` mends, and that it leaves everything else as it was."""

from pathlib import Path

import pytest
from example_case import TODAY, build, case_folder

from samarbejde_cli.actions.fix import mend, write
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import ConflictError
from samarbejde_cli.report.fix import diff

UNTIDY = """\
# Silje er flyttet   til mosteren
trin: opfølgning
runde: 1   \n\
ung:
    navn:   Silje Ravn      # som i CPR
    cpr: 7208104322
    adrese: 'Kildevej 8'
    telefon: "20 00 00 01"
koordinator: {navn: Anne Holm, afdeling: Børn og Familier}
visitation:
  henvist_dato: 6. januar 2026
  besluttet_dato:  13/1-2026
  beslutning: tilbyde
  jobcenter: {sendt: 14.1.26}
"""
TIDY = """\
# Silje er flyttet   til mosteren
trin: opfølgning
runde: 1
ung:
    navn:   Silje Ravn      # som i CPR
    cpr: "7208104322"
    adresse: 'Kildevej 8'
    telefon: "20 00 00 01"
koordinator: {navn: Anne Holm, afdeling: Børn og Familier}
visitation:
  henvist_dato: 2026-01-06
  besluttet_dato:  2026-01-13
  beslutning: tilbydes
  jobcenter: {sendt: 14.1.26}
"""


def untidy(folder: Path, name: str = "sag.yaml", text: str = UNTIDY) -> Workspace:
    build(folder)
    (case_folder(folder) / name).write_bytes(text.encode())
    return Workspace(folder)


def mended(workspace: Workspace) -> dict[str, str]:
    return {each.source.path.name: each.text for each in mend(workspace, workspace.folders()).files}


def after(folder: Path, text: str, name: str = "plan.yaml") -> str:
    return mended(untidy(folder, name, text)).get(name, text)


def test_mends_dates_words_keys_quotes_and_line_ends_and_nothing_else(tmp_path):
    assert mended(untidy(tmp_path)) == {"sag.yaml": TIDY}


def test_there_are_fewer_findings_afterwards_and_the_rest_of_the_files_is_as_before(tmp_path):
    workspace = untidy(tmp_path)
    before = check_workspace(workspace, TODAY).diagnoses
    others = {p: p.read_bytes() for p in tmp_path.rglob("*.yaml") if p.name != "sag.yaml"}
    write(mend(workspace, workspace.folders()).files)
    remaining = check_workspace(Workspace(tmp_path), TODAY).diagnoses
    assert (case_folder(tmp_path) / "sag.yaml").read_text("utf-8") == TIDY
    assert {each.code for each in before} >= {"SAM101", "SAM104", "SAM105"}
    assert [each.code for each in remaining if each.code < "SAM2"] == ["SAM105"]
    assert {p: p.read_bytes() for p in others} == others


def test_once_mended_there_is_nothing_left_to_mend(tmp_path):
    workspace = untidy(tmp_path)
    write(mend(workspace, workspace.folders()).files)
    assert mended(Workspace(tmp_path)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "mål: []\nkøreplan: {næste_gang: 3.3}\n",
        "mål: []\nkøreplan: {næste_gang: 3.3.26}\n",
        "mål: []\nkøreplan: {næste_gang: 31. februar 2026}\n",
        "mål: []\nkøreplan: {noget: andet}\n",
        "mål: [{område: sund, mål: Jeg}]\nmålet: x\n",
        "sagsresumé: |\n  To linjer   \n  med mellemrum   \n",
        'sagsresumé: "to   \n  linjer"\n',
        "mål: [\n",
        "",
        "ingen_mål: []\n",
        "mål_ikke: []\nikke_sagsresumé: x\n",
        "mål: [{område: dagligt, mål: Jeg}]\n",
        "mål: [{område: ikke sundhed, mål: Jeg}]\n",
        "mål: []\nkøreplan: {næste_gang: 3. marmelade 2026}\n",
        "mål: []\nkøreplan: {næste_gang: 3. janur 2026}\n",
        "mål: []\nkøreplan: {næste_gang: 3.3.0026}\n",
        "mål: []\nkøreplan: {ikke_ansvarlig: Anne Holm}\n",
    ],
)
def test_what_is_not_certain_stays(text, tmp_path):
    assert after(tmp_path, text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sagsresumé: nej\n", "sagsresumé: nej\n"),
        ("sagsresumé: no\n", 'sagsresumé: "no"\n'),
        ("sagsresumé: 0123\n", 'sagsresumé: "0123"\n'),
        ("sagsresumé: 13:30\n", 'sagsresumé: "13:30"\n'),
        ("sagsresumé: 4180\n", "sagsresumé: 4180\n"),
        ("sagsresumé: 2026-03-03\n", "sagsresumé: 2026-03-03\n"),
        ("sendes_til: [Null, jeg]\n", "sendes_til: [Null, jeg]\n"),
        ("sagsresumé: null\nmål: ~\nfrist: NULL\n", "sagsresumé: null\nmål: ~\nfrist: NULL\n"),
        ('sagsresumé: "null"\n', 'sagsresumé: "null"\n'),
        ("mål:\n- område: Sundhet\n  mål: Jeg\n", "mål:\n- område: sundhed\n  mål: Jeg\n"),
        ("sagsresume: a   \r\nmål: []\r\n", "sagsresumé: a\r\nmål: []\r\n"),
        ("\ufeffmål: []\t\n", "\ufeffmål: []\n"),
        ("mål: []\n\n   \n# slut  ", "mål: []\n\n\n# slut"),
        (
            "køreplanen:\n  næste: 3.3.2026\n  ansvarlige: Anne Holm\n",
            "køreplan:\n  næste: 3.3.2026\n  ansvarlig: Anne Holm\n",
        ),
        ("køreplanen: {næste_gang: 3. marts 2026}\n", "køreplan: {næste_gang: 2026-03-03}\n"),
    ],
)
def test_what_is_certain_is_mended_to_the_character(text, expected, tmp_path):
    assert after(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trin: opfølgning", "trin: opfølgnin"),
        ("trin: opfølgning", "trin: formode"),
        ("beslutning: tilbyde", "beslutning: tilbydes ikke"),
        ("beslutning: tilbyde", "beslutning: utilbydes"),
        ("beslutning: tilbyde", "ikke_beslutning: tilbydes"),
        ("jobcenter: {sendt: 14.1.26}", "jobcenter: {ikke_sendt: 2026-01-14}"),
    ],
)
def test_a_negation_and_a_step_stay_as_they_are_and_no_message_turns_them_round(old, new, tmp_path):
    workspace = untidy(tmp_path, text=TIDY.replace("tilbydes", "tilbyde").replace(old, new))
    assert "sag.yaml" not in mended(workspace) or new in mended(workspace)["sag.yaml"]
    hints = [d.hint for d in check_workspace(workspace, TODAY).diagnoses if new in d.line]
    assert hints
    assert not [hint for hint in hints if "Mente du" in hint and not new.startswith("trin")]


def test_days_of_the_year_in_the_settings_are_not_taken_for_dates(tmp_path):
    untidy(tmp_path, text=TIDY)
    settings = tmp_path / "samarbejde.yaml"
    text = settings.read_text("utf-8") + "rytme: {fridage: [24.12.2026]}\n"
    settings.write_text(text, "utf-8")
    assert mended(Workspace(tmp_path)) == {}


def test_the_settings_are_mended_too(tmp_path):
    workspace = untidy(tmp_path, text=TIDY)
    settings = tmp_path / "samarbejde.yaml"
    settings.write_text(settings.read_text("utf-8") + "rytme: {ugedagen: onsdag}\n", "utf-8")
    assert "rytme: {ugedag: onsdag}" in mended(workspace)["samarbejde.yaml"]


def test_the_history_is_never_mended(tmp_path):
    workspace = untidy(tmp_path, "historik.yaml", "- {tid: 3. marts 2026, hvem: A}   \n")
    assert mended(workspace) == {}


DANISH = """\
# Rettet af Bjørn – «på besøg»
sagsresumé: Silje går på hold ½, siger “Åse” og vil læse ø-fag · § 12
mål: []
"""
OLD_FORMS = ["cp1252", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("form", OLD_FORMS)
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_a_file_in_an_older_encoding_becomes_utf8_and_says_the_same(form, breaks, tmp_path):
    text = DANISH.replace("\n", breaks)
    workspace = untidy(tmp_path, "plan.yaml", "")
    plan = case_folder(tmp_path) / "plan.yaml"
    plan.write_bytes(text.encode(form))
    mending = mend(workspace, workspace.folders())
    assert not mending.left
    assert "plan.yaml gemmes som UTF-8 i stedet for" in diff(mending.files[-1])
    write(mending.files)
    assert plan.read_bytes() == text.encode()
    assert not mend(workspace, workspace.folders()).files


@pytest.mark.parametrize(
    "raw",
    [
        DANISH.encode() + "# går".encode("cp1252"),
        DANISH.encode().replace("ø".encode(), b"\xff", 1),
        DANISH.encode()[:-9] + "ø".encode()[:1],
        b"sagsresum\x8e: Silje g\x8cr\n",
        "sagsresume: Silje går, lærer\n".encode("cp850"),
        "sagsresume: Silje går, lærer\n".encode("mac-roman"),
        "sagsresume: Kovač laver\n".encode("cp1250"),
        DANISH.encode() + "# mere".encode("utf-16"),
        "mål: []\n# mere\n".encode("utf-16") + b"\xef\xbb\xbfnoget andet her\n",
        "mål: 你好\n".encode("gb18030"),
        b"PK\x03\x04\x00\x00\xff\xfe",
        DANISH.encode("utf-16")[:-1],
    ],
)
def test_what_cannot_be_read_for_certain_is_left_alone_byte_for_byte(raw, tmp_path):
    workspace = untidy(tmp_path, "plan.yaml", TIDY)
    folder = case_folder(tmp_path)
    (folder / "plan.yaml").write_bytes(raw)
    mending = mend(workspace, workspace.folders())
    write(mending.files)
    assert (folder / "plan.yaml").read_bytes() == raw
    assert [each.code for each in mending.left] == ["SAM005"]


def test_the_advice_about_a_mixed_file_works(tmp_path):
    workspace = untidy(tmp_path, "plan.yaml", TIDY)
    plan = case_folder(tmp_path) / "plan.yaml"
    plan.write_bytes(DANISH.encode() + "# går\n".encode("cp1252"))
    [diagnosis] = [d for d in check_workspace(workspace, TODAY).diagnoses if d.code == "SAM005"]
    assert "skriv de rigtige bogstaver der, hvor der står �" in diagnosis.hint
    plan.write_bytes(plan.read_bytes().decode("utf-8", "replace").replace("�", "å").encode())
    after = check_workspace(workspace, TODAY).diagnoses
    assert not [each for each in after if each.code == "SAM005"]


def test_the_settings_in_an_older_encoding_become_utf8(tmp_path):
    workspace = untidy(tmp_path, text=TIDY)
    settings = tmp_path / "samarbejde.yaml"
    text = settings.read_text("utf-8") + "# Sorø på plads\n"
    settings.write_bytes(text.encode("cp1252"))
    workspace = Workspace(tmp_path)
    write(mend(workspace, workspace.folders()).files)
    assert settings.read_text("utf-8") == text


def test_append_only_files_in_an_older_encoding_become_utf8_too(tmp_path):
    workspace = untidy(tmp_path, text=TIDY)
    history = case_folder(tmp_path) / "historik.yaml"
    text = history.read_text("utf-8") + "# Sorø   \n"
    history.write_bytes(text.encode("cp1252"))
    write(mend(workspace, workspace.folders()).files)
    assert history.read_text("utf-8") == text


def test_a_diff_shows_no_cpr_number(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    workspace = untidy(tmp_path)
    [change] = mend(workspace, workspace.folders()).files
    shown = diff(change)
    assert '+    cpr: "720810xxxx"' in shown
    assert "4322" not in shown
    assert shown.startswith("--- sager/2026-001/sag.yaml\n+++ sager/2026-001/sag.yaml\n@@")


def test_a_file_that_changed_meanwhile_is_left_alone_and_so_are_the_others_of_its_case(tmp_path):
    workspace = untidy(tmp_path)
    team = case_folder(tmp_path) / "team.yaml"
    team.write_text(team.read_text("utf-8") + "  \n", "utf-8")
    found = mend(workspace, workspace.folders()).files
    assert len(found) == 2
    team.write_text("personer: []\n", "utf-8")
    with pytest.raises(ConflictError):
        write(found)
    assert (case_folder(tmp_path) / "sag.yaml").read_text("utf-8") == UNTIDY
