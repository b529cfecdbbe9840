#!/usr/bin/env bash
# git, merge=union: two records that two people append to a YAML list become one with doubled keys.
#
# The attribute is recommended for files that are only added to. It keeps both sides line by line and
# leaves a line out that both sides have in common, wherever it belongs. Records of several lines that
# share a line (the same day, the same person) are woven together, without a conflict and with exit
# code 0; YAML readers then keep the last of the doubled keys. With one record a line both survive.
#
# Seen with git 2.39: several lines: 2 records went in, 1 came out · one line each: 2 came out
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyYAML==6.0.4
git --version

records_after() { # the text that each of two people appends
  local repo=$folder/repo
  rm -rf "$repo" && git init --quiet "$repo" && cd "$repo"
  git config user.name x && git config user.email x@example.org
  echo '*.yaml merge=union' >.gitattributes
  echo '# records' >log.yaml
  git add . && git commit --quiet -m base && git branch other
  printf '%b' "$1" >>log.yaml && git commit --quiet -am one
  git checkout --quiet other
  printf '%b' "$2" >>log.yaml && git commit --quiet -am two
  git merge --quiet -m merge - >/dev/null
  "$folder/venv/bin/python" -c 'import yaml; print(len(yaml.safe_load(open("log.yaml"))))'
}

several=$(records_after '- day: 2026-03-03\n  who: Anne\n  what: letter\n' \
  '- day: 2026-03-03\n  who: Bo\n  what: letter\n')
single=$(records_after '- {day: 2026-03-03, who: Anne, what: letter}\n' \
  '- {day: 2026-03-03, who: Bo, what: letter}\n')
echo "several lines a record: 2 went in, $several came out; one line a record: $single came out"
test "$several" = 1 && test "$single" = 2
