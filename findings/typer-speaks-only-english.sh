#!/usr/bin/env bash
# typer 0.26 and later: a translated command line falls back to English where users go wrong.
#
# Up to 0.25 typer stands on click, whose sentences on wrong use go through gettext, so that a program
# can have a catalogue of its own language. From 0.26 on typer carries a copy of click in which those
# calls are gone; only some words of the help pages are still looked up.
#
# Seen: typer 0.25.1 asks gettext for "Missing argument" and "No such option";
#       typer 0.29.2 prints both without asking.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/try.py" <<'PYTHON'
import contextlib
import gettext
import io
import sys
from importlib.metadata import version

asked = []
gettext.dgettext = lambda domain, message: asked.append(message) or f"<{message}>"
gettext.dngettext = lambda domain, one, many, n: asked.append(one) or f"<{one if n == 1 else many}>"

import typer  # noqa: E402


def command(name: str) -> None:
    """Do something."""


app = typer.Typer(add_completion=False, rich_markup_mode=None)
app.command()(command)
shown = io.StringIO()
for line in ([], ["a", "--wrong"]):
    with contextlib.redirect_stderr(shown), contextlib.suppress(SystemExit):
        app(line, prog_name="try")
wanted = {"Missing argument", "No such option"}
found = {each for each in wanted if any(text.startswith(each) for text in asked)}
print(f"typer {version('typer')}: asked for {sorted(found) or 'neither sentence'}")
assert all(each in shown.getvalue() for each in wanted), shown.getvalue()
assert found == (wanted if sys.argv[1] == "translated" else set()), found
PYTHON
for case in "0.25.1 translated click==8.3.3" "0.29.2 english"; do
  read -r number kind click <<<"$case"
  python3 -m venv --clear "$folder/venv"
  "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "typer==$number" $click
  "$folder/venv/bin/python" "$folder/try.py" "$kind"
done
