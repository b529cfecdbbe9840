"""Putting together what git could not, with conflicts as the real git writes them."""

import shutil
import subprocess

import pytest

from samarbejde_cli.actions.merge_records import joined
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.history import HistoryEntry
from samarbejde_cli.source.conflicts import without_markers
from samarbejde_cli.source.fast_load import load_plain
from samarbejde_cli.source.read import from_text, read
from samarbejde_cli.source.records import with_records

MADE = {"tid": "2026-01-06T09:00", "hvem": "Anne Holm", "til": "visitation", "runde": "1"}
OLD = """\
# skrives af programmet
- tid: 2026-01-06T09:00
  hvem: Anne Holm
  til: visitation
  runde: 1
"""


def block(clock, who, step):
    return (
        f"- tid: 2026-02-01T{clock}\n  hvem: {who}\n  fra: visitation\n  til: {step}\n  runde: 1\n"
    )


def line(clock, who, step):
    return f"- {{tid: 2026-02-01T{clock}, hvem: {who}, fra: visitation, til: {step}, runde: 1}}\n"


@pytest.fixture
def merged(tmp_path):
    """Return the file as git leaves it when both sides changed the same base."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")

    def merged(base, ours, theirs, *options):
        for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
            (tmp_path / name).write_text(text, "utf-8", newline="")
        words = ["git", "merge-file", "-p", *options, "ours", "base", "theirs"]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode > 0, "there is no conflict"
        path = tmp_path / "historik.yaml"
        path.write_bytes(done.stdout)
        return read(path)

    return merged


def moves_in(text, path):
    return [(each["tid"], each["hvem"], each["til"]) for each in from_text(path, text).data]


@pytest.mark.parametrize("options", [[], ["--diff3"], ["--zdiff3"]])
@pytest.mark.parametrize("record", [line, block])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_record_of_both_is_there_once_and_whole(merged, options, record, ending):
    ours = OLD + record("10:00", "Anne Holm", "formøde")
    theirs = OLD + record("10:05", "Bo Kjær", "formøde") + record("10:07", "Bo Kjær", "møde")
    texts = (each.replace("\n", ending) for each in (OLD, ours, theirs))
    source = merged(*texts, *options)
    text = joined(source, list[HistoryEntry])
    assert sorted(moves_in(text, source.path)) == [
        ("2026-01-06T09:00", "Anne Holm", "visitation"),
        ("2026-02-01T10:00", "Anne Holm", "formøde"),
        ("2026-02-01T10:05", "Bo Kjær", "formøde"),
        ("2026-02-01T10:07", "Bo Kjær", "møde"),
    ]
    assert text.startswith("# skrives af programmet")


def test_a_last_line_without_line_break_is_not_doubled(merged):
    base = OLD.rstrip("\n")
    ours, theirs = (
        with_records(from_text("x", base), [{**MADE, "hvem": who}]) for who in ("Bo Kjær", "Eva")
    )
    source = merged(base, ours, theirs)
    names = [who for _, who, _ in moves_in(joined(source, list[HistoryEntry]), source.path)]
    assert sorted(names) == ["Anne Holm", "Bo Kjær", "Eva"]


@pytest.mark.parametrize(("clock", "code"), [("10:05", "SAM102"), ("10:00", "SAM019")])
def test_records_that_somebody_wove_into_one_are_not_to_be_deleted(merged, tmp_path, clock, code):
    """Taking the markers away is not enough where records have several lines."""
    ours = OLD + block("10:00", "Anne", "formøde")
    source = merged(OLD, ours, OLD + block(clock, "Bo", "formøde"))
    source.path.write_text(without_markers(source.text), "utf-8")
    found = [each for each in load_case(tmp_path).findings if each.location.file == source.path]
    assert {each.code for each in found} == {code}
    assert all("slet ingen af dem" in each.facts["hjælp"] for each in found)


def test_comments_of_both_stay(merged):
    ours = OLD + line("10:00", "Anne Holm", "formøde") + "# sendt med bud\n"
    source = merged(OLD, ours, OLD + "# ringet\n" + line("10:05", "Bo Kjær", "formøde"))
    text = joined(source, list[HistoryEntry])
    assert "# sendt med bud" in text
    assert "# ringet" in text


def test_nothing_is_put_together_when_one_version_is_broken(merged):
    theirs = OLD + "- {tid: i går, hvem: Bo Kjær, til: formøde, runde: 1}\n"
    source = merged(OLD, OLD + line("10:00", "Anne Holm", "formøde"), theirs)
    assert joined(source, list[HistoryEntry]) is None


@pytest.mark.parametrize(
    "who", ["Holm, Anne", "Bo: {den nye}", "[x]", "7208", "nej", 'Åse "Å" Kær', "O'Hara # to", "-"]
)
def test_any_text_reads_back_from_its_one_line(tmp_path, who):
    source = from_text(tmp_path / "historik.yaml", OLD)
    text = with_records(source, [{**MADE, "hvem": who}])
    assert text.startswith(OLD)
    assert text.count("\n") == OLD.count("\n") + 1
    assert from_text(source.path, text).data[-1]["hvem"] == who


@pytest.mark.parametrize("reason", ["Ferie", "Hun sagde: ja, det passer. " * 100, "[x] {y}, z: æ"])
def test_one_line_is_read_the_fast_way(tmp_path, reason):
    source = from_text(tmp_path / "historik.yaml", OLD)
    text = with_records(source, [{**MADE, "begrundelse": reason, "mangler": ["SAM303", "SAM701"]}])
    assert load_plain(text)[-1] == {
        **MADE, "begrundelse": reason, "mangler": ["SAM303", "SAM701"]
    }  # fmt: skip
