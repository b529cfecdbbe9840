#!/usr/bin/env bash
# phonenumbers: the date 2026-03-17 is a valid Danish telephone number, and so are two of three dates.
#
# To keep telephone numbers out of a text that is passed on, one has them found. Danish numbers have
# eight digits and no code of the area before them, and many begin with 20. The matcher passes over
# what evidently is something else, such as dates with slashes, but it takes a date of ISO 8601, if
# its digits are a number that could be in use. So a birthday in a file is found, the next one is not;
# and neither is the same day as 17-03-2026 or 17.03.2026, as Danes write it.
#
# Seen with phonenumbers 9.0.43: "2026-03-17" is found as +45 20 26 03 17; 17-03-2026, 17.03.2026,
# 17/03/2026 and 2026/03/17 are not; of 11,323 days from 2000 to 2030 7,670 are valid numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number

SEEN = {
    "Mødet er 2026-03-17": ["+45 20 26 03 17"],
    "Mødet er 2026.03.17 kl. 9": ["+45 20 26 03 17"],
    "Født 2010-03-07, flyttet 2024-11-30": ["+45 20 10 03 07", "+45 20 24 11 30"],
    "Mødet er 17-03-2026": [],
    "Mødet er 17.03.2026": [],
    "Mødet er 17/03/2026": [],
    "Mødet er 2026/03/17": [],
}
for text, seen in SEEN.items():
    found = [
        format_number(each.number, PhoneNumberFormat.INTERNATIONAL)
        for each in PhoneNumberMatcher(text, "DK")
    ]
    print(f"phonenumbers {phonenumbers.__version__}: {text!r}: {found}")
    assert found == seen
first, last = date(2000, 1, 1).toordinal(), date(2030, 12, 31).toordinal()
days = [date.fromordinal(each).isoformat() for each in range(first, last + 1)]
valid = sum(phonenumbers.is_valid_number(phonenumbers.parse(each, "DK")) for each in days)
print(f"{valid} of {len(days)} days from 2000 to 2030 are valid numbers")
assert (valid, len(days)) == (7670, 11323)
PYTHON
