#!/usr/bin/env bash
# Babel: parse_date raises IndexError for a Danish date that format_date wrote.
#
# Both functions take the name of a format. Three of the four that format_date knows have the month
# as a word in Danish, and parse_date finds numbers only: "3. april 2026" with format="long" ends in
# an IndexError from the inside, not in the ParseError of the same module. Who catches ParseError to
# ask the user again has a crash, and a date on a letter cannot be read back from the letter.
#
# Seen with Babel 2.19.0: full, long and medium: IndexError; short: the same day comes back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date

import babel
from babel.dates import format_date, parse_date

DAY = date(2026, 4, 3)
for form in ("full", "long", "medium", "short"):
    text = format_date(DAY, form, locale="da")
    try:
        back = parse_date(text, locale="da", format=form)
    except IndexError as error:
        back = type(error).__name__
    print(f"Babel {babel.__version__}: {form}: {text!r} comes back as {back}")
    assert back == (DAY if form == "short" else "IndexError")
PYTHON
