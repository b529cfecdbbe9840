#!/usr/bin/env bash
# python-stdnum: a Danish replacement number is no valid CPR number.
#
# Somebody who has no CPR number yet, an unaccompanied refugee of sixteen for example, is given a
# replacement number: the date of birth with 60 added to the day. Danish public systems and papers
# carry them side by side with the others. The module for Denmark takes the first two digits as a
# day as they are, so all of them are refused as an impossible date.
#
# Seen with python-stdnum 2.2: is_valid("670310-4321") is False, with InvalidComponent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-stdnum==2.2
"$folder/venv/bin/python" - <<'PYTHON'
import stdnum
from stdnum.dk import cpr
from stdnum.exceptions import InvalidComponent

NUMBER = "670310-4321"  # a replacement number that nobody has: 7 March 2010, and 60
try:
    cpr.validate(NUMBER)
except InvalidComponent as error:
    said = str(error)
print(f"python-stdnum {stdnum.__version__}: {NUMBER} is valid: {cpr.is_valid(NUMBER)}; {said}")
assert not cpr.is_valid(NUMBER)
assert "birth date" in said
PYTHON
