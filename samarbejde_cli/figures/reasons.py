"""The reasons for forced moves, without what tells of whom they are."""

import re

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import words_of
from samarbejde_cli.lazy import lazy_pattern

GAP = "[…]"
_WORD = lazy_pattern(r"[^\W_]+(?:-[^\W_]+)*")
_COMMON = (
    "aftale aftalen alle alt at begge både da de den der derfor det dette disse efter en et "
    "endnu familien faren flere for formødet forældrene før fordi har han hele hun hvis i "
    "ikke indkaldelsen indtil ingen jeg jobcentret kommunen koordinatoren kun man med mens men "
    "moren mødet møde mødelederen nu når og om også planen på samtykke samtykket skolen som "
    "systemet så teamet tiden til to tovholderen unge ungen ved vi vil være vores"
)
_STARTS = frozenset(_COMMON.split())
"""Words that may begin a sentence; any other one with a capital letter may be a name."""
_SENTENCE = lazy_pattern(r"(?:^|[.!?:]\s+)$")


def without_names(text: str, case: Case) -> str:
    """Return a reason with a gap for each name, number and word that may be one."""
    known = {word for name in _names(case) for word in words_of(name)}

    def replaced(found: re.Match[str]) -> str:
        word = found[0]
        small = word.casefold()
        if re.search(r"\d", word) or {small, small.removesuffix("s")} & known:
            return GAP
        if not word[0].isupper():
            return word
        begins = _SENTENCE.search(text[: found.start()])
        return word if begins and small in _STARTS else GAP

    shown = " ".join(_WORD.sub(replaced, text).split())
    return re.sub(r"\[…\](?:[\s.@/-]*\[…\])+", GAP, shown)


def _names(case: Case) -> list[str]:
    record = unless_broken(lambda: case.record, None)
    team = unless_broken(lambda: case.team, None)
    found = [case.number]
    if record:
        youth = record.youth
        found += [youth.name, youth.called or "", *(x.name for x in record.parents)]
        for each in (youth, *record.parents):
            found += [each.address or "", each.town or "", each.email or ""]
        found += [record.coordinator.name] if record.coordinator else []
    if team:
        found += [x.name for x in team.members] + [x.address or "" for x in team.members]
        found += [x.name for x in team.network]
    return found
