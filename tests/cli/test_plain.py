import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.cli import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Blåbærgrød på Ærø", "Blaabaergroed paa Aeroe"),
        ("✓ ✗ → …", "OK x -> ..."),
        ("┌─┬─┐│┼║═", "+-+-+|+|-"),
        ("»citat« og ’hale’", "\"citat\" og 'hale'"),
        ("é ü Š", "e u S"),
        ("kl.\u00a09.00", "kl. 9.00"),
        ("日\udc80", "??"),
    ],
)
def test_glyphs_are_spelled_with_plain_letters(text, shown):
    plain.register()
    assert text.encode("ascii", plain.HANDLER).decode("ascii") == shown


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["ascii", "cp1252", "cp850"]))
def test_no_text_is_refused(text, encoding):
    plain.register()
    text.encode(encoding, plain.HANDLER).decode(encoding)


def test_decoding_is_not_changed():
    plain.register()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", plain.HANDLER)
