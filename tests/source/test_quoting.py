"""A quoted text is read back unchanged, by this program and by other readers of YAML."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from samarbejde_cli.danish.text import INVISIBLE, nfc
from samarbejde_cli.source.quoting import EditError, quote

READERS = [yaml.SafeLoader, yaml.BaseLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def loaded(text, reader):
    return yaml.load(text, reader)  # noqa: S506 — all of READERS make plain data only


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Silje Ravn", "Silje Ravn"),
        ("Skovvej 12, 1. tv.", "Skovvej 12, 1. tv."),
        ("Børn & Unge", "Børn & Unge"),
        ("ja", "ja"),
        ("nej", "nej"),
        ("2026-03-03", "2026-03-03"),
        ("2026-03-03T09:00", "2026-03-03T09:00"),
        ("670310-4321", "670310-4321"),
        ("kl. 9:30", "kl. 9:30"),
        ("57 87 64 29", "57 87 64 29"),
        ("😀 god dag", "😀 god dag"),
        ("2026-02-30", '"2026-02-30"'),
        ("6703104321", '"6703104321"'),
        ("0102", '"0102"'),
        ("4180", '"4180"'),
        ("08", '"08"'),
        ("12e5", '"12e5"'),
        ("1_000", '"1_000"'),
        ("0o17", '"0o17"'),
        ("9.00", '"9.00"'),
        ("9:30", '"9:30"'),
        ("13:30:00", '"13:30:00"'),
        ("no", '"no"'),
        ("Yes", '"Yes"'),
        ("y", '"y"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        ("+4557876429", '"+4557876429"'),
        ("Team #2", '"Team #2"'),
        ("Silje: ja", '"Silje: ja"'),
        ("a:", '"a:"'),
        (" x", '" x"'),
        ("- a", '"- a"'),
        ("@birkeby", '"@birkeby"'),
        ('"citat"', "'\"citat\"'"),
        ("S:\\unge", "S:\\unge"),
        ("\\unge", "'\\unge'"),
        ('han sagde: "det\'s"', "'han sagde: \"det''s\"'"),
        ("a\nb", '"a\\nb"'),
        ("a\tb", '"a\\tb"'),
        ("A\u030a", "\u00c5"),
    ],
)
def test_text_is_written_plain_only_where_nobody_misreads_it(value, written):
    assert quote(value) == written


@given(
    st.text(st.characters(exclude_categories=["Cs"]).filter(lambda sign: not INVISIBLE.match(sign)))
    | st.from_regex(r"\A[0-9+.:eExo_,-]+\Z")
    | st.from_regex(r"\A[0-9a-zæøåÆTZ_. -]{5,12}\Z")
    | st.from_regex(r"\A(?:0b|1e|)[0-9a-f]{62,64}\Z")
)
@example("0066031234")
@example("0b" + "1a" * 31)
@example("1e" + "0" * 62)
@example("a" * 64)
@example("=")
@example("<<")
@example("2026-03-03 09:00:00")
def test_every_reader_gives_the_text_back(value):
    written = quote(value)
    assert "\n" not in written
    for reader in READERS:
        key, item = loaded(f"? {written}\n: [x]\n", reader).popitem()
        in_list = loaded(f"- {written}\n- x\n", reader)[0]
        assert str(key) == str(in_list) == nfc(value)
        assert item == ["x"]


def test_half_a_character_is_refused():
    with pytest.raises(EditError, match="ikke kan ses"):
        quote("a\ud83d")
