#!/usr/bin/env bash
# humanize: with Danish chosen, a date keeps the English order and month, and an ordinal is Swedish.
#
# The words for spans of time are translated ("3 dage siden"), so one takes the rest to be so. The
# names of months come from the C library's locale and not from the catalogue, in an order that is
# written in the program; and the Danish catalogue ends ordinals as Swedish does.
#
# Seen with humanize 4.17.0 and da_DK: naturaldate of 3 March 2030 is "Mar 03 2030" (Danish:
# "3. marts 2030"), ordinal(3) is "3:e" (Danish: "3.").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check humanize==4.17.0
LC_ALL=C "$folder/venv/bin/python" - <<'PYTHON'
from datetime import date, timedelta

import humanize

humanize.i18n.activate("da_DK")
ago = humanize.naturaltime(timedelta(days=3))
day = humanize.naturaldate(date(2030, 3, 3))
third = humanize.ordinal(3)
print(f"humanize {humanize.__version__}: {ago!r} {day!r} {third!r}")
assert ago == "3 dage siden"
assert day == "Mar 03 2030"
assert third == "3:e"
PYTHON
