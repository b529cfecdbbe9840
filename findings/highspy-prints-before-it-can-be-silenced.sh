#!/usr/bin/env bash
# highspy: making a Highs object prints two lines on standard output, before it can be told not to.
#
# silent() and the option output_flag belong to the object, and the object prints its banner while it
# is made: a program that writes JSON or a table on standard output has "Running HiGHS …" in front of
# it, once per process. The class below Highs, without the callbacks, prints nothing.
#
# Seen with highspy 1.16.0: Highs() prints two lines although nothing is solved; its base prints none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check highspy==1.16.0
printed=$("$folder/venv/bin/python" -c 'import highspy; highspy.Highs().silent()')
base=$("$folder/venv/bin/python" -c 'import highspy; highspy.Highs.__base__()')
echo "highspy 1.16.0: Highs().silent() prints $(printf '%s\n' "$printed" | wc -l) lines: $printed"
echo "highspy 1.16.0: its base class prints: '$base'"
case $printed in "Running HiGHS"*) ;; *) exit 1 ;; esac
test -z "$base"
