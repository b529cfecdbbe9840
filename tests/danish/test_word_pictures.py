"""Days and numbers by the pictures that people know from Word and Excel."""

from datetime import date, datetime, time

import pytest

from samarbejde_cli.danish.pictures import dated, numbered

DAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("value", "picture", "expected"),
    [
        (DAY, "dd-MM-yyyy", "03-03-2026"),
        (DAY, "d. MMMM yyyy", "3. marts 2026"),
        (DAY, "dddd 'den' d. MMMM yyyy", "tirsdag den 3. marts 2026"),
        (DAY, "dddd den d. MMMM", "tirsdag den 3. marts"),
        (DAY, "DD.MM.YY", "03.03.26"),
        (DAY, "ddMMyyyy", "03032026"),
        (DAY, "MMMM", "marts"),
        (time(9, 5), "HH:mm", "09:05"),
        (time(9, 5), "'kl.' H.mm", "kl. 9.05"),
        (datetime(2026, 3, 3, 13, 5), "d/M HH.mm", "3/3 13.05"),
    ],
)
def test_dates(value, picture, expected):
    assert dated(value, picture) == expected


@pytest.mark.parametrize(
    ("value", "picture", "expected"),
    [
        (1234.5, "#.##0,00", "1.234,50"),
        (1234.5, "#,##0.00", "1.234,50"),
        (1234567, "#.##0", "1.234.567"),
        (1234, "#,##0", "1.234"),
        (1234, "0", "1234"),
        (3, "000", "003"),
        (0.5, "0,00 kr.", "0,50 kr."),
        (1234.5, "kr. #.##0,00", "kr. 1.234,50"),
        ("31.200", "#.##0,00", "31.200,00"),
        (5, "0,##", "5"),
        (5.255, "0,00", "5,26"),
        (-3, "0", "-3"),
        ("ukendt", "0", None),
        (float("nan"), "0", None),
        (3, "kr.", None),
    ],
)
def test_numbers(value, picture, expected):
    assert numbered(value, picture) == expected
