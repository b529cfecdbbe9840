from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.forms.cpr import Cpr, masked, written_numbers


@pytest.mark.parametrize(
    ("number", "born"),
    [
        # digit 7 is 0–3: always 1900–1999
        ("670310-0321", date(1910, 3, 7)),
        ("670399-3321", date(1999, 3, 7)),
        # 4 or 9: 00–36 is 2000–2036, else 1937–1999
        ("670310-4321", date(2010, 3, 7)),
        ("670336-9321", date(2036, 3, 7)),
        ("670337-4321", date(1937, 3, 7)),
        ("670399-9321", date(1999, 3, 7)),
        # 5–8: 00–57 is 2000–2057, else 1858–1899
        ("670310-5321", date(2010, 3, 7)),
        ("670357-8321", date(2057, 3, 7)),
        ("670358-5321", date(1858, 3, 7)),
        ("910112-4322", date(2012, 1, 31)),
        ("890200-4321", date(2000, 2, 29)),
    ],
)
def test_the_century_follows_digit_seven(number, born):
    assert Cpr.parse(number).born == born


@pytest.mark.parametrize("text", ["670310-4321", "6703104321", " 670310-4321 "])
def test_the_dash_and_spaces_around_do_not_matter(text):
    assert Cpr.parse(text) == "670310-4321"


@pytest.mark.parametrize(
    "text", ["", "670310", "670310-432", "670310-43210", "67-0310-4321", "abc"]
)
def test_another_form_is_refused(text):
    with pytest.raises(ValueError, match="form"):
        Cpr.parse(text)


@pytest.mark.parametrize("text", ["671310-4321", "920110-4321", "600110-4321", "900211-4321"])
def test_a_date_that_does_not_exist_is_refused(text):
    with pytest.raises(ValueError, match=r"day|month"):
        Cpr.parse(text)


def test_the_masked_number_keeps_its_length_and_hides_its_end():
    assert Cpr.parse("670310-4321").masked == "670310-xxxx"


@pytest.mark.parametrize(
    "text",
    ["670310-4321", "6703104321", "670310 4321", "67.03.10-4321", "67-03-10-4321",
     "67 03 10 - 4321", "67/03/1910-4321", "67031910–4321", "cpr670310-4321",
     "notat_6703104321.docx", "670310\N{NON-BREAKING HYPHEN}4321", "670310\N{MINUS SIGN}4321",
     "６７0310-4321"],
)  # fmt: skip
def test_a_number_is_known_in_every_spelling_and_hidden(text):
    assert len(list(written_numbers(text))) == 1
    assert "4321" not in masked(text)
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    ["2026-02-24 0900", "24.02.2026 1300", "45 57 00 00 31", "0042-670310-4321", "a6703104321f",
     "991310-4321", "2026-014"],
)  # fmt: skip
def test_other_numbers_are_none(text):
    assert not list(written_numbers(text))


@given(
    st.lists(
        st.sampled_from(
            ("67", "6", "03", "10", "19", "4321", *" .-/x\t\xa0\u2013\u2007å０٣\ud800")
        ),
        max_size=12,
    )
)
def test_a_number_is_found_whatever_is_around_it(parts):
    text = "".join(parts)
    assert [each.span() for each in written_numbers(text)] == [
        tuple(end - 1 for end in each.span()) for each in written_numbers(f"\u2013{text}")
    ]
