"""A file becomes plain data whose scalars are the raw text, and every part has its place."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from samarbejde_cli.files.write import digest_of
from samarbejde_cli.findings import Location, Place
from samarbejde_cli.source import parser
from samarbejde_cli.source.careful import careful
from samarbejde_cli.source.fast_load import NotPlainError, load_plain
from samarbejde_cli.source.read import LARGEST, from_text, read

FILE = Path("sag.yaml")

TEXT = """\
# om den unge
trin: møde
tom:
ung:
  navn: "Silje Ravn"   # kaldes Silje
  note: |
    Første linje
    anden linje
  😀: æøå 😀 slut
mål:
- mål: Jeg skal i skole
  handlinger: [Jeg står op, 'Jeg cykler']
-
"""


BASE_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


def base_loaded(text):
    return yaml.load(text, BASE_LOADER)  # noqa: S506 — it makes plain data only


def codes(source):
    return [finding.code for finding in source.findings]


def place(text, *route, on_key=False):
    found = from_text(FILE, text).locate(Location(FILE, route, on_key=on_key))
    return (found.line, found.column, found.length)


class TestData:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("0066031234", "0066031234"),
            ("13:30", "13:30"),
            ("no", "no"),
            ("~", None),
            ("null", None),
            ("Null", None),
            ("NULL", None),
            ("nULL", "nULL"),
            ("null # tom", None),
            ('"null"', "null"),
            ("'~'", "~"),
            ("|-\n  null", "null"),
            ("~ja", "~ja"),
            ("null og nix", "null og nix"),
            ("2017-02-30", "2017-02-30"),
            ("", None),
            ('""', ""),
            ("''", ""),
            ("Børn & Unge!", "Børn & Unge!"),
            ("Jeg vil! * og & er tegn", "Jeg vil! * og & er tegn"),
            ("a#b", "a#b"),
            ("a # b", "a"),
            ("'a #b'", "a #b"),
            ("'it''s'", "it's"),
            ('"a\\tb\\u00e6"', "a\tbæ"),
            ("|\n  to\n  linjer\n", "to\nlinjer\n"),
            (">-\n  to\n  linjer\n\n  afsnit\n", "to linjer\nafsnit"),
            ("en\n  to\n\n  tre", "en to\ntre"),
            ("<<", "<<"),
            ("A\u030arhus", "\u00c5rhus"),
            ('"A\\u030arhus"', "\u00c5rhus"),
            ("hårdt\u00a0mellemrum", "hårdt\u00a0mellemrum"),
        ],
    )
    def test_a_scalar_is_its_raw_text(self, written, value):
        source = from_text(FILE, f"felt: {written}")
        assert (source.data, source.findings) == ({"felt": value}, ())

    @pytest.mark.parametrize(
        "text", ["- a\n- b: c", "tekst", "{a: [b, {c: d}]}", "--- \na: b\n..."]
    )
    def test_any_top_level_is_given_as_it_is(self, text):
        assert from_text(FILE, text).data == base_loaded(text)

    def test_keys_are_composed_too(self):
        assert from_text(FILE, "a\u030ar: 1").data == {"år": "1"}

    def test_a_cut_value_and_a_second_key_leave_the_rest_usable(self):
        source = from_text(FILE, "a: x #1\na: 2\nb: 3\n")
        assert codes(source) == ["SAM023", "SAM019"]
        assert source.data == {"a": "x", "b": "3"}

    @pytest.mark.parametrize("null", ["null", "Null", "NULL", "~"])
    def test_a_file_that_holds_only_null_is_empty_and_null_is_no_key(self, null):
        assert codes(from_text(FILE, f"{null}\n")) == ["SAM007"]
        assert codes(from_text(FILE, f"--- {null} # intet\n")) == ["SAM007"]
        assert codes(from_text(FILE, f"{null}: x\n")) == ["SAM024"]
        assert from_text(FILE, f"a: [{null}, b]\n").data == {"a": [None, "b"]}
        assert from_text(FILE, f"a: {{b: {null}}}\n").data == {"a": {"b": None}}

    def test_aliases_that_would_grow_without_end_are_never_followed(self):
        bomb = "a: &a [x, x]\n" + "".join(
            f"{name}: &{name} [*{before}, *{before}]\n"
            for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True)
        )
        source = from_text(FILE, bomb)
        assert source.data is None
        assert set(codes(source)) == {"SAM020"}

    @pytest.mark.parametrize("text", ["[" * 900_000, "- " * 400_000, "{a: " * 200_000, "? " * 9000])
    def test_endless_nesting_is_a_finding_and_quick(self, text):
        assert codes(from_text(FILE, text)) == ["SAM025"]

    @given(
        st.text(st.sampled_from("ab:-#'\"[]{},|>&*!?%@ \n\t\r\\<=…\u0085\ufeff\u030a"), max_size=60)
    )
    @example("a: \ud800")
    @example("!%")
    def test_no_text_ever_raises_and_a_file_without_data_says_why(self, text):
        source = from_text(FILE, text)
        assert source.data is not None or source.findings
        for finding in source.findings:
            assert source.locate(finding.location).line >= 1

    @given(st.text(st.sampled_from("ab:-#'\"[]{},|>&*!? \n"), max_size=60))
    @example("- !")
    def test_the_fast_way_and_the_careful_way_agree(self, text):
        try:
            data = load_plain(text)
        except NotPlainError:
            return
        assert careful(FILE, text) == (data, ())

    @given(st.text(st.sampled_from("ab:-#'\"[]{},|>&*!? \n"), max_size=60))
    def test_data_without_findings_is_what_pyyaml_reads(self, text):
        source = from_text(FILE, text)
        if not source.findings:
            assert without_none(source.data) == base_loaded(text)

    def test_works_the_same_without_libyaml(self, monkeypatch):
        monkeypatch.setattr(parser, "_PARSER", yaml.BaseLoader)
        source = from_text(FILE, TEXT)
        assert source.data["ung"]["😀"] == "æøå 😀 slut"
        assert source.locate(Location(FILE, ("ung", "😀"))) == Place(9, 6, 10)


def without_none(tree):
    """Return a tree as PyYAML's base loader gives it: empty values as empty text."""
    if isinstance(tree, dict):
        return {key: without_none(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [without_none(item) for item in tree]
    return tree or ""


class TestPlaces:
    @pytest.mark.parametrize(
        ("route", "on_key", "expected"),
        [
            (("trin",), False, (2, 7, 4)),
            (("trin",), True, (2, 1, 4)),
            (("tom",), False, (3, 1, 3)),
            (("ung",), False, (4, 1, 3)),
            (("ung", "navn"), False, (5, 9, 12)),
            (("ung", "note"), False, (7, 5, 12)),
            (("ung", "note"), True, (6, 3, 4)),
            (("ung", "😀"), False, (9, 6, 10)),
            (("mål",), False, (10, 1, 3)),
            (("mål", 0), False, (11, 3, 21)),
            (("mål", 0, "mål"), False, (11, 8, 16)),
            (("mål", 0, "handlinger"), False, (12, 3, 10)),
            (("mål", 0, "handlinger", 1), False, (12, 29, 12)),
            (("mål", 1), False, (13, 2, 1)),
            (("a\u030a",), False, (2, 1, 10)),
        ],
    )
    @pytest.mark.parametrize("windows", [False, True])
    @pytest.mark.parametrize("bom", ["", "\ufeff"])
    def test_a_route_leads_to_its_place(self, route, on_key, expected, windows, bom):
        text = bom + (TEXT.replace("\n", "\r\n") if windows else TEXT)
        assert place(text, *route, on_key=on_key) == expected

    @pytest.mark.parametrize(
        ("route", "expected"),
        [
            (("ung", "cpr"), (4, 1, 3)),
            (("ung", "cpr", 3, "x"), (4, 1, 3)),
            (("tom", "navn"), (3, 1, 3)),
            (("mål", 7), (10, 1, 3)),
            (("mål", 0, "frist"), (11, 3, 21)),
            (("mål", "navn"), (10, 1, 3)),
            (("trin", "x"), (2, 7, 4)),
            (("findes ikke",), (2, 1, 10)),
            ((), (2, 1, 10)),
        ],
    )
    def test_a_route_to_something_missing_leads_to_the_nearest_part(self, route, expected):
        assert place(TEXT, *route) == expected
        assert place(TEXT, *route, on_key=True) == expected or route == ("trin", "x")

    def test_a_composed_route_finds_a_decomposed_key(self):
        assert place("a\u030ar: 1", "år") == (1, 6, 1)

    def test_a_given_place_is_kept(self):
        location = Location(FILE, ("trin",), place=Place(7, 8, 9))
        assert from_text(FILE, TEXT).locate(location) == Place(7, 8, 9)

    def test_a_broken_file_has_its_first_place(self):
        assert place("a: [", "a") == (1, 1, 1)

    def test_a_line_is_shown_without_its_break(self):
        source = from_text(FILE, "\ufeffa: 1\r\nb: 2\rc: 3")
        assert [source.line(number) for number in range(5)] == ["", "a: 1", "b: 2", "c: 3", ""]


class TestFiles:
    def test_a_file_is_read_with_its_digest_and_every_character(self, tmp_path):
        path = tmp_path / "mappe med mellemrum" / "sag.yaml"
        path.parent.mkdir()
        raw = "\ufeffnavn: Søren\r\n".encode()
        path.write_bytes(raw)
        source = read(path)
        assert (source.data, source.findings) == ({"navn": "Søren"}, ())
        assert source.text.encode() == raw
        assert source.digest == digest_of(raw)

    def test_a_missing_file_is_a_finding(self, tmp_path):
        source = read(tmp_path / "sag.yaml")
        assert (codes(source), source.data, source.digest) == (["SAM001"], None, "")
        assert source.findings[0].facts == {"fil": "sag.yaml"}

    @pytest.mark.parametrize("name", ["fil/under/fil.yaml", "nul\0tegn.yaml"])
    def test_a_path_that_cannot_be_is_a_missing_file(self, tmp_path, name):
        (tmp_path / "fil").touch()
        assert codes(read(tmp_path / name)) == ["SAM001"]

    def test_a_folder_in_a_files_place_is_a_finding(self, tmp_path):
        (tmp_path / "sag.yaml").mkdir()
        assert codes(read(tmp_path / "sag.yaml")) == ["SAM002"]

    @pytest.mark.skipif(not hasattr(os, "setuid"), reason="a mode keeps nobody out on Windows")
    def test_a_file_without_permission_is_a_finding(self, open_folder):
        path = open_folder / "sag.yaml"
        path.write_text("navn: Silje\n")
        path.chmod(0)
        script = (
            "import os, sys; from pathlib import Path\n"
            "from samarbejde_cli.source.read import read\n"
            "if os.getuid() == 0: os.setuid(65534)\n"
            "print([(f.code, dict(f.facts)) for f in read(Path(sys.argv[1])).findings])"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, path], capture_output=True, text=True, check=True
        )
        assert "SAM003" in done.stdout
        assert "du har ikke adgang til den" in done.stdout

    def test_a_file_larger_than_the_limit_is_not_read(self, tmp_path):
        path = tmp_path / "sag.yaml"
        path.write_bytes(b"#" * (LARGEST + 1))
        assert codes(read(path)) == ["SAM004"]
        path.write_bytes(b"a: " + b"x" * (LARGEST - 3))
        assert codes(read(path)) == []

    @pytest.mark.parametrize(
        ("raw", "looks", "at"),
        [
            ("a: 1\nnavn: Søren\n".encode("cp1252"), "Windows-1252", Place(2, 8, 1)),
            ("æ: 1\nnavn: Søren\n".encode() + b"by: S\xf8by", "flere tegnsæt", Place(3, 6, 1)),
            ("sagsresumé: Går".encode("mac_roman"), "ikke kender", Place(1, 10, 1)),
            (b"\xef\xbb\xbfnavn: S\xf8ren", "blanding", Place(1, 8, 1)),
            ("navn: Søren\n".encode("utf-16"), "UTF-16", Place(1, 1)),
            ("navn: Søren\n".encode("utf-16-le"), "UTF-16", Place(1, 1)),
            ("navn: Silje\n".encode("utf-16-be"), "UTF-16", Place(1, 1)),
            (b"PK\x03\x04\x00\x00\x9d\x81\x00", "ikke er tekst", Place(1, 1)),
            (bytes(range(256)) * 4, "ikke er tekst", Place(1, 1)),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "ikke er tekst", Place(1, 1)),
        ],
    )
    def test_a_file_in_another_encoding_says_which_it_looks_like(self, tmp_path, raw, looks, at):
        path = tmp_path / "sag.yaml"
        path.write_bytes(raw)
        source = read(path)
        assert codes(source) == ["SAM005"]
        assert looks in source.findings[0].facts["ligner"]
        assert source.locate(source.findings[0].location) == at
        assert source.data is None

    def test_the_line_of_a_wrong_byte_can_be_shown(self, tmp_path):
        path = tmp_path / "sag.yaml"
        path.write_bytes("navn: Søren".encode("cp1252"))
        assert read(path).line(1) == "navn: S�ren"

    def test_an_empty_file_is_a_finding(self, tmp_path):
        path = tmp_path / "sag.yaml"
        path.write_bytes(b"")
        assert codes(read(path)) == ["SAM007"]

    @given(st.binary(max_size=200))
    def test_no_bytes_ever_raise(self, tmp_path_factory, raw):
        path = tmp_path_factory.getbasetemp() / "junk.yaml"
        path.write_bytes(raw)
        source = read(path)
        assert source.data is not None or source.findings
        assert all(source.locate(finding.location).line for finding in source.findings)
