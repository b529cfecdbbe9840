"""What ``samarbejde batch`` says: the plan, the samples, what was made, what a check found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import Any

from samarbejde_cli.actions.batch.inspection import DiscrepancyKind
from samarbejde_cli.actions.batch.manifest import (
    CSV_NAME,
    JSON_NAME,
    LetterState,
    Outcome,
)
from samarbejde_cli.actions.batch.plan import MailingPlan, Obstacle, PlannedCase, PlannedLetter
from samarbejde_cli.actions.batch.running import RunResult
from samarbejde_cli.actions.batch.verify import Verified
from samarbejde_cli.danish.text import grouped, listed
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.recipients import Channel
from samarbejde_cli.files.paths import shown_path

JSON_VERSION = 1
_SHOWN = 20
"""Cases that the screen shows of a list; JSON has all of them."""
_HELP = "      hjælp: "
_EVERYBODY, _OWN = "ens for alle", "til sagen"
"""How papers without a recipient go: along with everybody's letter, or to nobody."""
_CHANNELS: dict[str, str] = {channel.value: channel.label for channel in Channel}


def planned(plan: MailingPlan) -> str:
    """Return the plan as text: counts, recipients and obstacles."""
    ready = list(plan.ready)
    lines = [f"Plan: {_number(len(plan.cases), 'sag', 'sager')}, {_letters(len(ready))} kan laves."]
    lines += [f"  {line}" for line in _by_kind(ready)]
    return "\n".join([*lines, *_recipients(plan), *_in_the_way(plan)])


def sampled(plan: MailingPlan, samples: Sequence[Path]) -> str:
    """Return where the samples are and how to approve them."""
    paths = [f"  {shown_path(path)}" for path in samples]
    return "\n".join(
        [
            "",
            "Åbn prøverne, og læs dem:",
            *paths,
            "",
            "Er de rigtige, så kør den samme kommando med",
            f"  --approve {plan.hash}",
            "Koden gælder i dag, så længe sager, skabeloner og indstillinger er, som de var.",
        ]
    )


def made(ran: RunResult, folder: Path) -> str:
    """Return the result of a run as text."""
    where = shown_path(folder)
    done = ran.counts[LetterState.DONE]
    ready = "færdigt" if done == 1 else "færdige"
    lines = [f"{_letters(done)} ligger {ready} i {where}. {_new(ran.new)}"]
    lines += _not_made(ran)
    lines += _without_letters(ran.plan)
    lines += _left_behind(ran, folder)
    if ran.replaced:
        lines.append(
            f"{listed(ran.replaced)} blev ændret, mens der blev kørt. Brevene er lavet af det, der "
            "blev godkendt."
        )
    lines.append(f"{where}/{JSON_NAME} og {CSV_NAME} viser, hvad der blev af hvert brev.")
    return "\n".join(lines)


def verified(found: Verified) -> str:
    """Return what a check found."""
    lines = [f"{each.file}: {each.kind}. {each.detail}".rstrip(" ") for each in found.found]
    mixed = sum(each.kind is DiscrepancyKind.FOREIGN for each in found.found)
    if not lines:
        return (
            f"{_number(found.files, 'fil', 'filer')} kontrolleret: alle er, som de blev skrevet, "
            "passer med sagerne, og ingen rummer oplysninger fra en anden sag."
        )
    summary = (
        f"{_number(found.files, 'fil', 'filer')} kontrolleret: {grouped(len(lines))} ting galt"
    )
    told = f", heraf {grouped(mixed)} med oplysninger fra en anden sag" if mixed else ""
    return "\n".join([*lines, f"{summary}{told}. Send ikke brevene, før det er afklaret."])


def as_json(
    plan: MailingPlan, samples: Sequence[Path] | None, ran: RunResult | None, folder: Path
) -> dict[str, Any]:
    """Return the documented, versioned shape of ``--format json``."""
    letters = list(plan.letters)
    return {
        "version": JSON_VERSION,
        "day": plan.day.isoformat(),
        "kinds": [KINDS[name].stem for name in plan.kinds],
        "cases": len(plan.cases),
        "ready": sum(not each.is_blocked for each in letters),
        "blocked": sum(each.is_blocked for each in letters),
        "letters": [_letter(each) for each in letters],
        "hindered": [_case(each) for each in plan.hindered],
        "samples": None if samples is None else [shown_path(each) for each in samples],
        "approve": None if samples is None else plan.hash,
        "run": None if ran is None else _run(ran, folder),
    }


def verified_as_json(found: Verified) -> dict[str, Any]:
    """Return what a check found for other programs."""
    entries = [
        {"file": each.file, "trouble": each.kind.name.lower(), "detail": each.detail}
        for each in found.found
    ]
    return {"version": JSON_VERSION, "files": found.files, "found": entries}


def _by_kind(ready: Iterable[PlannedLetter]) -> Iterator[str]:
    counts = Counter((each.kind, each.channel) for each in ready)
    for (kind, channel), number in sorted(counts.items(), key=str):
        yield f"{KINDS[kind].title}, {_way(kind, channel)}: {grouped(number)}"


def _recipients(plan: MailingPlan) -> Iterator[str]:
    """Yield who gets what in each case, by role: a plan knows no names."""
    cases = [case for case in plan.cases if case.ready]
    if cases:
        yield "Hvem får hvad:"
    for case in cases[:_SHOWN]:
        lead = f"  {case.number}  "
        for line in _by_paper(case.ready):
            yield fill(line, _width(), initial_indent=lead, subsequent_indent=" " * (len(lead) + 2))
            lead = " " * len(lead)
    if len(cases) > _SHOWN:
        yield _more(len(cases))


def _by_paper(letters: Iterable[PlannedLetter]) -> Iterator[str]:
    found: defaultdict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for each in letters:
        found[each.kind, each.channel][each.role or ""] += 1
    for (kind, channel), roles in found.items():
        named = {role.replace("-", " "): n for role, n in roles.items() if role}
        told = [f"{role} ({n})" if n > 1 else role for role, n in named.items()]
        way = _way(kind, channel)
        yield f"{KINDS[kind].title}, {way}{': ' if told else ''}{listed(told)}"


def _way(kind: str, channel: str | None) -> str:
    if channel is None:
        return _EVERYBODY if KINDS[kind].enclosed else _OWN
    return _CHANNELS[channel].lower()


def _width() -> int:
    return max(get_terminal_size().columns - 1, 40)


def _more(number: int) -> str:
    return f"  … og {grouped(number - _SHOWN)} sager mere. --format json viser alle."


def _in_the_way(plan: MailingPlan) -> Iterator[str]:
    hindered = list(plan.hindered)
    if not hindered:
        return
    blocked = sum(each.is_blocked for each in plan.letters)
    cases = _number(len(hindered), "sag", "sager")
    yield f"{_letters(blocked)} er spærret i {cases}:" if blocked else f"Ingen breve i {cases}:"
    for case in hindered[:_SHOWN]:
        yield f"  {case.number}"
        yield from dict.fromkeys(line for each in _obstacles(case) for line in _helpful(each))
    if len(hindered) > _SHOWN:
        yield _more(len(hindered))


def _obstacles(case: PlannedCase) -> Iterator[Obstacle]:
    yield from case.obstacles
    for letter in case.letters:
        yield from letter.obstacles


def _helpful(obstacle: Obstacle) -> Iterator[str]:
    yield f"    {_said(obstacle)}"
    if obstacle.hint:
        yield fill(
            obstacle.hint, _width(), initial_indent=_HELP, subsequent_indent=" " * len(_HELP)
        )


def _said(obstacle: Obstacle) -> str:
    parts = (obstacle.place and f"{obstacle.place}:", obstacle.code, obstacle.weight)
    return f"{' '.join(part for part in parts if part)}  {obstacle.message}"


def _not_made(ran: RunResult) -> Iterator[str]:
    words = {
        LetterState.BLOCKED: "er spærret; planen viser hvorfor.",
        LetterState.CHANGED: "er ikke lavet, for sagen er ændret, siden brevet blev godkendt. "
        "Kør igen uden --approve, og se på nye prøver.",
        LetterState.KEPT: "er ikke lavet, for der ligger en anden udgave i mappen: rettet i Word, "
        "eller fra en tidligere kørsel. Brug --overwrite, hvis den skal skrives igen; "
        "den anden bliver gemt som en kopi.",
        LetterState.FAILED: "er ikke lavet, for programmet kunne ikke arbejde med sagen:",
        LetterState.PENDING: "mangler; kørslen blev afbrudt.",
    }
    counts = ran.counts
    yield from (
        f"{_letters(counts[state])} {text}" for state, text in words.items() if counts[state]
    )
    failed = (each for each in ran.outcomes.values() if each.state is LetterState.FAILED)
    yield from dict.fromkeys(f"  {line}" for each in failed for line in _why(each))


def _left_behind(ran: RunResult, folder: Path) -> Iterator[str]:
    """Yield the letters of an earlier run that must no longer be sent."""
    found = [
        each.file
        for each in ran.plan.letters
        if ran.state_of(each) not in (LetterState.DONE, LetterState.KEPT)
        and (folder / each.file).exists()
    ]
    if found:
        yield f"{_letters(len(found))} fra før ligger der endnu. Slet dem, før I sender de andre:"
        yield from (f"  {file}" for file in found[:_SHOWN])
    if len(found) > _SHOWN:
        yield f"  … og {grouped(len(found) - _SHOWN)} mere, som ikke er færdig i manifestet."


def _without_letters(plan: MailingPlan) -> Iterator[str]:
    """Yield the cases of which not even a letter could be planned."""
    numbers = [case.number for case in plan.cases if case.obstacles and not case.letters]
    if numbers:
        which = listed(numbers[:_SHOWN])
        yield f"Ingen breve i {which}: sagen kan ikke læses. Planen viser hvorfor."


def _why(outcome: Outcome) -> Iterator[str]:
    yield from (_said(each) for each in outcome.obstacles)


def _letter(letter: PlannedLetter) -> dict[str, Any]:
    return {
        "case": letter.case,
        "kind": KINDS[letter.kind].stem,
        "role": letter.role,
        "recipient": letter.recipient,
        "channel": letter.channel,
        "file": letter.file,
        "sha256": letter.sha256 or None,
    }


def _case(case: PlannedCase) -> dict[str, Any]:
    return {
        "case": case.number,
        "obstacles": [_obstacle(each) for each in case.obstacles],
        "letters": [
            {"file": each.file, "obstacles": [_obstacle(found) for found in each.obstacles]}
            for each in case.letters
            if each.is_blocked
        ],
    }


def _obstacle(obstacle: Obstacle) -> dict[str, Any]:
    return {
        "code": obstacle.code,
        "weight": obstacle.weight,
        "file": obstacle.file,
        "line": obstacle.line,
        "column": obstacle.column,
        "message": obstacle.message,
        "hint": obstacle.hint,
    }


def _run(ran: RunResult, folder: Path) -> dict[str, Any]:
    return {
        "counts": {state.name.lower(): number for state, number in sorted(ran.counts.items())},
        "new": ran.new,
        "replaced": ran.replaced,
        "manifest": shown_path(folder / JSON_NAME),
    }


def _new(number: int) -> str:
    return (
        f"{grouped(number)} er lavet nu." if number else "Intet er lavet nu; det lå der i forvejen."
    )


def _letters(number: int) -> str:
    return _number(number, "brev", "breve")


def _number(number: int, one: str, many: str) -> str:
    return f"{grouped(number)} {one if number == 1 else many}"
