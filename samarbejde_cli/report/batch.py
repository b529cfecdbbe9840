"""Bulk letters as text: the plan, the samples, what was made, what a check found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from samarbejde_cli.actions.batch.inspection import DiscrepancyKind
from samarbejde_cli.actions.batch.manifest import (
    CSV_NAME,
    JSON_NAME,
    LetterState,
)
from samarbejde_cli.actions.batch.plan import MailingPlan, Obstacle, PlannedCase, PlannedLetter
from samarbejde_cli.actions.batch.present import Present, letters_in, of_unreadable_cases
from samarbejde_cli.actions.batch.running import RunResult
from samarbejde_cli.actions.batch.send_ready import CALENDARS
from samarbejde_cli.actions.batch.verify import Verified
from samarbejde_cli.danish.text import counted, grouped, listed
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.recipients import Channel
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.batch_folder import already_there, outdated
from samarbejde_cli.report.batch_words import HELP, SHOWN, fill, number_of, of_letters
from samarbejde_cli.report.findings import FIRST, MANY, more_alike
from samarbejde_cli.report.folded import folded

_MB = 1_000_000
_EVERYBODY, _OWN = "ens for alle", "til sagen"
"""How papers without a recipient go: along with everybody's letter, or to nobody."""
_CHANNELS: dict[str, str] = {channel.value: channel.label for channel in Channel}


def planned(plan: MailingPlan, present: Present | None, folder: Path, *, overwrite: bool) -> str:
    """Return the plan as text: counts, recipients, obstacles, and what is in the folder already."""
    ready = list(plan.ready)
    lines = [
        f"Plan: {number_of(len(plan.cases), 'sag', 'sager')}, {of_letters(len(ready))} kan laves."
    ]
    lines += [f"  {line}" for line in _by_kind(ready)]
    lines += [*_recipients(plan), *_in_the_way(plan)]
    if present:
        lines += already_there(present, folder, overwrite=overwrite)
    return "\n".join(lines)


def sampled(plan: MailingPlan, samples: Sequence[Path], kept: int, folder: Path) -> str:
    """Return where the samples are and how to approve them.

    ``kept`` is how many bytes of letters are kept in ``folder`` until they are approved.
    """
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
            *_kept(kept, folder),
        ]
    )


def _kept(size: int, folder: Path) -> Iterator[str]:
    if size:
        yield fill(
            f"Brevene ligger klar i {shown_path(folder)} ({grouped(-(-size // _MB))} MB). Mappen "
            "forsvinder, når brevene er lavet, og ellers med den første kommando på en anden dag. "
            "Skal de ikke laves, så slet den."
        )


def made(ran: RunResult, folder: Path) -> str:
    """Return the result of a run as text."""
    where = shown_path(folder)
    lines = [_done(ran.counts[LetterState.DONE], ran.new, where)]
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


def sent_along(files: Sequence[Path], calendars: int, folder: Path) -> Iterator[str]:
    """Yield what was made from the letters: each file, or only the number when there are many."""
    if calendars:
        number = counted(calendars, "kalenderfil", "kalenderfiler")
        yield f"{number} til kollegerne ligger i {shown_path(folder / CALENDARS)}."
    if len(files) > SHOWN:
        yield f"{len(files)} samlede filer ligger i {shown_path(files[0].parent)}."
    else:
        yield from (f"samlet: {shown_path(file)}" for file in files)


def without_calendar(numbers: Sequence[str]) -> tuple[str, str]:
    """Return for which cases no calendar file could be made, and how to find out why."""
    return (
        f"Der kunne ikke laves en kalenderfil til {listed(numbers)}.",
        "Lav den for sig med `samarbejde calendar`; så vises det, hvad der er galt.",
    )


NO_CASES = (
    "Ingen sager passer på det, du valgte.",
    (
        "`samarbejde status` viser alle sager og deres trin. Afsluttede sager og sager på pause er "
        "kun med, når du vælger deres trin eller nummer."
    ),
)


INTERRUPTED = (
    "De breve, der er lavet, er hele. Kør den samme kommando igen, så fortsætter den, hvor "
    "den slap."
)
NOTHING_MADE = "Der er ikke lavet breve. Kør den samme kommando igen, når du er klar."


def interrupted(said: str) -> str:
    """Return what is left after Ctrl-C and how to go on, on lines of the screen's width."""
    return f"\n{fill(said)}"


def not_approved(code: str, changed: Sequence[str]) -> tuple[str, str]:
    """Return that a code is not that of the letters, what changed, and what to do."""
    what = f" Siden prøverne er ændret: {listed(changed)}." if changed else ""
    return (
        f"Koden {code} passer ikke til de breve, der nu ville blive lavet.{what}",
        "Intet er lavet. Kør igen uden --approve, se på de nye prøver, og brug den nye kode.",
    )


def verified(found: Verified) -> str:
    """Return what a check found."""
    lines = [f"{each.file}: {each.kind}. {each.detail}".rstrip(" ") for each in found.found]
    mixed = sum(each.kind is DiscrepancyKind.FOREIGN for each in found.found)
    if not lines:
        return folded(
            f"{number_of(found.files, 'fil', 'filer')} kontrolleret: alle er, som de blev skrevet, "
            "passer med sagerne, og ingen rummer oplysninger fra en anden sag."
        )
    summary = (
        f"{number_of(found.files, 'fil', 'filer')} kontrolleret: {grouped(len(lines))} ting galt"
    )
    told = f", heraf {grouped(mixed)} med oplysninger fra en anden sag" if mixed else ""
    return "\n".join([*lines, f"{summary}{told}. Send ikke brevene, før det er afklaret."])


def _by_kind(ready: Iterable[PlannedLetter]) -> Iterator[str]:
    letters = list(ready)
    apart = _apart(letters)
    counts = Counter((each.kind, _way(each, apart)) for each in letters)
    for (kind, way), number in sorted(counts.items()):
        yield f"{KINDS[kind].title}, {way}: {grouped(number)}"


def _recipients(plan: MailingPlan) -> Iterator[str]:
    """Yield who gets what in each case, by role: a plan knows no names."""
    cases = [case for case in plan.cases if case.ready]
    if cases:
        yield "Hvem får hvad:"
    for case in cases[:SHOWN]:
        lead = f"  {case.number}  "
        for line in _by_paper(case.ready):
            yield fill(line, lead, " " * (len(lead) + 2))
            lead = " " * len(lead)
    if len(cases) > SHOWN:
        yield _more(len(cases))


def _by_paper(letters: Sequence[PlannedLetter]) -> Iterator[str]:
    apart = _apart(letters)
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for each in letters:
        found[each.kind, _way(each, apart)][each.role or ""] += 1
    for (kind, way), roles in found.items():
        named = {role.replace("-", " "): n for role, n in roles.items() if role}
        told = [f"{role} ({n})" if n > 1 else role for role, n in named.items()]
        yield f"{KINDS[kind].title}, {way}{': ' if told else ''}{listed(told)}"


def _way(letter: PlannedLetter, apart: set[tuple[str, str]]) -> str:
    if letter.channel is not None:
        return _CHANNELS[letter.channel].lower()
    is_shared = KINDS[letter.kind].enclosed and (letter.case, letter.kind) not in apart
    return _EVERYBODY if is_shared else _OWN


def _apart(letters: Iterable[PlannedLetter]) -> set[tuple[str, str]]:
    """Return the cases and papers of which there are copies for some."""
    return {(each.case, each.kind) for each in letters if each.channel is not None}


def _more(number: int) -> str:
    return f"  … og {grouped(number - SHOWN)} sager mere. --format json viser alle."


def _in_the_way(plan: MailingPlan) -> Iterator[str]:
    hindered = list(plan.hindered)
    if not hindered:
        return
    blocked = sum(each.is_blocked for each in plan.letters)
    cases = number_of(len(hindered), "sag", "sager")
    yield f"{of_letters(blocked)} er spærret i {cases}:" if blocked else f"Ingen breve i {cases}:"
    for case in hindered[:SHOWN]:
        yield f"  {case.number}"
        yield from dict.fromkeys(_in_few_lines(dict.fromkeys(_obstacles(case))))
    if len(hindered) > SHOWN:
        yield _more(len(hindered))


def _obstacles(case: PlannedCase) -> Iterator[Obstacle]:
    yield from case.obstacles
    for letter in case.letters:
        yield from letter.obstacles


def _in_few_lines(obstacles: Collection[Obstacle]) -> Iterator[str]:
    """Yield what is in the way; of very many alike in one file only the first."""
    alike, seen = Counter(map(_sort, obstacles)), Counter[tuple[str, str]]()
    for each in obstacles:
        sort = _sort(each)
        seen[sort] += 1
        if alike[sort] <= MANY or seen[sort] <= FIRST:
            yield from _helpful(each)
        if alike[sort] > MANY and seen[sort] == FIRST:
            yield f"    … {more_alike(alike[sort] - FIRST, each.code, Path(each.file).name)}"


def _sort(obstacle: Obstacle) -> tuple[str, str]:
    return obstacle.file, obstacle.code


def _helpful(obstacle: Obstacle) -> Iterator[str]:
    yield f"    {_said(obstacle)}"
    if obstacle.hint:
        yield fill(obstacle.hint, HELP, " " * len(HELP))


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
        LetterState.FAILED: "kunne ikke laves:",
        LetterState.PENDING: "mangler; kørslen blev afbrudt.",
    }
    counts = ran.counts
    yield from (
        f"{of_letters(counts[state])} {text}" for state, text in words.items() if counts[state]
    )
    failed = (each for each in ran.outcomes.values() if each.state is LetterState.FAILED)
    yield from dict.fromkeys(
        line for each in failed for why in each.obstacles for line in _helpful(why)
    )


def _left_behind(ran: RunResult, folder: Path) -> Iterator[str]:
    """Yield the letters of an earlier run that must no longer be sent."""
    left = (
        each.file
        for each in ran.plan.letters
        if ran.state_of(each) not in (LetterState.DONE, LetterState.KEPT)
        and (folder / each.file).exists()
    )
    yield from outdated([*left, *sorted(of_unreadable_cases(letters_in(folder), ran.plan))])


def _without_letters(plan: MailingPlan) -> Iterator[str]:
    """Yield the cases of which not even a letter could be planned."""
    numbers = [case.number for case in plan.cases if case.obstacles and not case.letters]
    if numbers:
        which = listed(numbers[:SHOWN])
        yield f"Ingen breve i {which}: sagen kan ikke læses. Planen viser hvorfor."


def _done(done: int, new: int, where: str) -> str:
    if not done:
        return f"Der er ikke lavet breve i {where}."
    ready = "færdigt" if done == 1 else "færdige"
    now = f"{grouped(new)} er lavet nu." if new else "Intet er lavet nu; det lå der i forvejen."
    return f"{of_letters(done)} ligger {ready} i {where}. {now}"
