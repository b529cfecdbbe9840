"""The record of a mailing: complete, readable in Excel, and without the name of anybody."""

import csv
import json

import pytest
from mailing import DAY, LETTERS, case_file, edit, found_in, job_of, made, several

from samarbejde_cli.actions.batch import manifest
from samarbejde_cli.actions.batch.inspection import DiscrepancyKind
from samarbejde_cli.actions.batch.manifest import read
from samarbejde_cli.actions.batch.plan import MailingPlan
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.errors import SamarbejdeError

CASES = 5


@pytest.fixture
def workspace(five_cases):
    return five_cases


def test_the_table_opens_in_a_danish_excel(workspace, output):
    made(job_of(workspace, output))
    data = (output / "manifest.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsag;modtager;rolle;kanal;papir;fil;tilstand;")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert len(lines) == CASES * LETTERS + 2
    assert all(line.count(";") == lines[0].count(";") for line in lines[:-1])


def test_the_record_names_nobody(workspace, output):
    edit(case_file(workspace, 2, "samtykke.yaml"), "  - person: Karin Friisc\n", "")
    made(job_of(workspace, output))
    for name in ("manifest.json", "manifest.csv"):
        text = (output / name).read_text("utf-8-sig")
        assert "SAM407 sager/2026-002/samtykke.yaml" in text
        for token in ("Ravn", "Karin", "720810", "Kildevej", "post.example", "21 02"):
            assert token not in text


def test_a_case_that_cannot_be_read_stands_in_the_manifest(workspace, output):
    (workspace.root / "sager/2026-002/team.yaml").write_text("personer: [", "utf-8")
    made(job_of(workspace, output))
    assert list(read(output).head["without_letters"]) == ["2026-002"]


def test_papers_have_their_danish_names_in_the_record_and_english_ones_are_read(tmp_path):
    workspace, folder = several(tmp_path / "w", 2), tmp_path / "breve"
    made(job_of(workspace, folder, ("invitation", "goals")))
    path = folder / "manifest.json"
    record = json.loads(path.read_text("utf-8"))
    assert record["kinds"] == ["indkaldelse", "mål-og-aftaleskema"]
    assert {each["kind"] for each in record["letters"]} == set(record["kinds"])
    with (folder / "manifest.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {row["papir"] for row in rows} == set(record["kinds"])
    edit(
        workspace.root / "sager" / "2026-001" / "runder" / "1.yaml", "lokale: Egen", "lokale: Bøgen"
    )
    stale = found_in((workspace, folder))
    assert DiscrepancyKind.STALE in {trouble for _, trouble in stale}
    for name, around in (("manifest.json", '"{}"'), ("manifest.csv", ";{};")):
        text = (folder / name).read_bytes().decode()
        for new, old in (("mål-og-aftaleskema", "goals"), ("indkaldelse", "invitation")):
            text = text.replace(around.format(new), around.format(old))
        (folder / name).write_bytes(text.encode())
    assert json.loads(path.read_text("utf-8"))["kinds"] == ["invitation", "goals"]
    assert found_in((workspace, folder)) == stale


def test_a_record_that_another_program_laid_out_is_read_too_and_one_that_is_torn_is_not(
    mailing,
):
    path = mailing[1] / "manifest.json"
    text = path.read_text("utf-8")
    entries = list(read(mailing[1]).entries)
    path.write_text(json.dumps(json.loads(text)), "utf-8")
    assert list(read(mailing[1]).entries) == entries
    assert found_in(mailing) == []
    lines = text.splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith("  {"))
    for torn in (
        lines[:-1],
        lines[:-3],
        [*lines, "{}"],
        [*lines[:first], "  {},\n", *lines[first:]],
    ):
        path.write_text("".join(torn), "utf-8")
        with pytest.raises(SamarbejdeError, match="kan ikke læses som et manifest"):
            verify(*mailing)


def test_a_record_without_letters_is_read(tmp_path):
    manifest.write(tmp_path, MailingPlan(DAY, ("invitation",), "1", "", {}, ()), {})
    assert list(read(tmp_path).entries) == []
