#!/usr/bin/env bash
# git: a merge driver that cannot be started leaves one's own version, without markers.
#
# A driver that is not configured at all makes git merge the lines itself, with markers around what
# clashes. One that is configured and is gone (a program that was moved, another computer) counts as
# a driver that found a conflict: the file on the disk stays as one's own side has it, nothing in it
# says so, "git diff --check" is content, and "git commit -a" makes a merge without the other side's
# change. Who looks for markers to see what is not settled yet finds nothing.
#
# Seen with git 2.39: no driver: 1 marker · driver is gone: 0 markers, check says 0, own version kept
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git --version

merged() { # merge two changes of one value; the arguments configure git
  local repo=$folder/repo
  rm -rf "$repo" && git init --quiet --initial-branch main "$repo" && cd "$repo"
  git config user.name x && git config user.email x@example.org
  git config "$@"
  echo '*.yaml merge=own' >.gitattributes
  echo 'date: 1' >a.yaml && git add . && git commit --quiet -m base && git branch other
  echo 'date: 2' >a.yaml && git commit --quiet -am mine
  git checkout --quiet other && echo 'date: 3' >a.yaml && git commit --quiet -am theirs
  git checkout --quiet main
  if git merge --quiet other >/dev/null 2>&1; then exit 1; fi
}

markers() { grep -c '^<<<<<<<' a.yaml || true; }

merged merge.other.driver true
without=$(markers)
merged merge.own.driver 'no-such-program %O %A %B'
gone=$(markers)
check=0 && git diff --check >/dev/null || check=$?
git commit --quiet -am merge
parents=$(git log -1 --format=%P | wc -w)
echo "no driver: $without marker; driver is gone: $gone markers, check says $check, the merge of" \
  "$parents commits has '$(cat a.yaml)'"
test "$without" = 1 && test "$gone" = 0 && test "$check" = 0 && test "$(cat a.yaml)" = 'date: 2'
