"""The open questions of a case, one by one on the screen or all of them as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.edit import Edited
from samarbejde_cli.actions.explain import source_of
from samarbejde_cli.actions.open_questions import Form, InTheWay, Question
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import full_date, parse_iso
from samarbejde_cli.danish.text import counted, listed, small
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.forms.outline import fields_of
from samarbejde_cli.report.folded import folded, joined
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.source.line_load import Tree

HELP = (
    "Enter: tag forslaget, eller spring over", "? forklaring", "< tilbage", "- spring over",
    ". færdig",
)  # fmt: skip
NEEDED = "Feltet skal udfyldes.", "Skriv < for at gå tilbage, eller . for at holde op."
"""That a field of an item cannot be passed over, and how to get out."""
_MOST_CHOICES = 40
_TYPES = {
    "dag": "en dag, som 3/3 eller næste tirsdag",
    "klokkeslæt": "et klokkeslæt, som 9.00",
    "ja_nej": "ja eller nej",
    "tal": "et tal",
    "valg": "et af ordene eller nummeret ud for det",
    "telefon": "et telefonnummer på otte cifre",
    "postnummer": "fire cifre",
    "email": "en mailadresse",
    "cpr": "et CPR-nummer, som 670310-4321",
} | dict.fromkeys(("medarbejder", "person", "ansvarlig"), "et navn, eller nummeret ud for det")
_TEXT = "med jeres egne ord"


def begin(number: int) -> str:
    """Return how many questions must be answered, and how to answer."""
    asked = counted(number, "ting mangler", "ting mangler")
    said = (
        f"{asked}, før sagen kan gå videre."
        if number
        else "Det, der skal svares på nu, er på plads. Resten kan vente."
    )
    return f"{folded(said)}\n{joined(HELP, ' · ')}\n"


def nothing_empty(parts: Sequence[str], case: Case) -> str:
    """Return that there is nothing to ask for in some parts, and how they are changed."""
    return folded(
        f"Der er ikke noget tomt i {listed(parts)}. `samarbejde add {case.number} …` føjer til, og "
        f"`samarbejde set {case.number} …` retter."
    )


def heading(question: Question, case: Case) -> Iterator[str]:
    """Yield what a question is about: why it is asked, and the words to choose from."""
    yield ""
    if question.asked_by:
        found, waits = question.asked_by[0], "" if question.is_required else "; kan vente"
        yield folded(f"{found.message} ({found.code}{waits})")
    yield from choices(question)
    if question.form is not Form.VALUE:
        more = "; - når der ikke er flere" if question.form is Form.ITEM else ""
        yield folded(f"{question.label} ({question.at.text(case)}{more}):")


def choices(question: Question) -> Iterator[str]:
    """Yield the words to choose from with their numbers; none where they are numbers themselves."""
    words = question.allowed.words
    if question.allowed.type == "ja_nej" or len(words) > _MOST_CHOICES:
        return
    for number, (word, about) in enumerate(words.items(), 1):
        more = f" – {small(about)}" if about and about.casefold() != word.casefold() else ""
        yield folded(f"  {word}{more}" if is_number(question) else f"  {number} {word}{more}")


def readings(found: Mapping[str, str]) -> Iterator[str]:
    """Yield what an answer can mean, with numbers to choose by."""
    for number, (word, about) in enumerate(found.items(), 1):
        shown = about if parse_iso(word) else f"{word} – {small(about)}" if about else word
        yield folded(f"  {number} {shown}")


def is_number(question: Question) -> bool:
    """Whether the words to choose from are numbers, so that they have no others."""
    words = question.allowed.words
    return bool(words) and all(word.isdigit() for word in words)


def prompt(
    question: Question,
    case: Case,
    proposed: str | None,
    everybody: Sequence[str] = (),
    *,
    takes_several: bool = False,
) -> str:
    """Return the line that an answer is written after; ``everybody`` is who »alle« means."""
    is_listed = question.allowed.is_list and question.allowed.words
    several = " – flere med komma" if is_listed or takes_several else ""
    one = " – én ad gangen" if question.allowed.is_list and not question.allowed.words else ""
    every = f" – alle: {listed(everybody)}" if everybody else ""
    shown = f" [{_shown(proposed)}]" if proposed else ""
    return f"{question.label} ({question.at.text(case)}){several}{one}{every}{shown}"


def taken_for(typed: str, value: Tree) -> str:
    """Return what a typed text was taken for; nothing when it says the same."""
    said = listed(list(map(str, value))) if isinstance(value, list) else _shown(str(value))
    return "" if said.casefold() == typed.strip().casefold() else folded(f"  = {said}")


def _shown(proposed: str) -> str:
    day = parse_iso(proposed)
    return full_date(day) if day else proposed


def explanation(question: Question, here: Path) -> Iterator[str]:
    """Yield what the handbook says, what may be written, and which rule asks."""
    yield folded(f"{question.label}: skriv {_TYPES.get(question.allowed.type, _TEXT)}.")
    if not question.is_required:
        yield folded("Enter eller - lader feltet stå, som det er.")
    if question.form is not Form.VALUE:
        yield folded("Felterne bliver spurgt ét ad gangen, og linjen skrives, når den er hel.")
    for each in question.asked_by[:1]:
        yield from _rule(each, here)


def _rule(diagnosis: Diagnosis, here: Path) -> Iterator[str]:
    from samarbejde_cli.actions.explain import rule_named  # noqa: PLC0415 — rarely needed
    from samarbejde_cli.report.explain import page  # noqa: PLC0415 — same

    rule = rule_named(diagnosis.code)
    yield from map(folded, page(rule, source_of(rule, here)).split("\n"))


def written(edited: Edited, question: Question) -> Iterator[str]:
    """Yield what an answer made wrong, in a line each; not what is only asked for in part."""
    asked_by = {each.code for each in question.asked_by}
    for each in edited.caused:
        if each.weight in ("fejl", "advarsel") and each.code not in asked_by:
            yield folded(f"  {each.code} {each.weight}  {each.message}")


def not_written(items: Sequence[Tree], missing: Sequence[Question]) -> str:
    """Return that items were given up before they were whole, by their first fields."""
    keys = listed([f"`{each.at.route[-1]}`" for each in missing])
    why = f", fordi {keys} mangler" if missing else ""
    return "\n" + folded(f"Ikke skrevet{why}: {listed(list(map(str, items)))}.")


def written_in_time(items: Sequence[Tree]) -> str:
    """Return that items were whole when everything was ended, by their first fields."""
    return "\n" + folded(f"Skrevet: {listed(list(map(str, items)))}.")


def in_the_way(left: Sequence[InTheWay], case: Case) -> Iterator[str]:
    """Yield what still keeps the case in its step when nothing more is asked for it."""
    yield ""
    passed_over = sum(each.is_asked for each in left)
    if passed_over:
        number = counted(passed_over, "ting", "ting")
        yield folded(f"{number}, som sagen mangler for at gå videre, er sprunget over.")
    others = [each for each in left if not each.is_asked]
    if others:
        also = "også " if passed_over else ""
        yield folded(f"Sagen kan ikke gå videre, før {also}dette er rettet:")
    for each in others:
        yield from _in_the_way(each, case)


def _in_the_way(each: InTheWay, case: Case) -> Iterator[str]:
    """Yield what is in the way, and where no question asks for it what to do."""
    found = each.diagnosis
    yield folded(f"  {found.code} {found.weight}  {found.message}")
    if each.is_asked:
        return
    yield folded(f"    {found.hint}")
    if each.at and "samarbejde " not in found.hint:
        name = each.at.text(case)
        is_group = fields_of(each.at.kind) and not isinstance(each.at.value(case), str)
        yield f"    Ret: samarbejde set {case.number} {name}{'.FELT' if is_group else ''}=…"
        if is_group:
            yield f"    Fjern: samarbejde remove {case.number} {name}"


def rest_question(number: int, step: str, *, is_free: bool) -> str:
    """Return the question whether to go on with what need not be filled in.

    ``is_free`` says that nothing keeps the case in its step.
    """
    fields = counted(number, "felt", "felter")
    ready = "Det nødvendige er på plads. " if is_free else ""
    return f"{ready}{fields} til {step} står tomme. Vil du udfylde dem?"


def done(answers: int, left: Sequence[InTheWay], case: Case) -> Iterator[str]:
    """Yield how much was written, what still keeps the case in its step, and what comes next."""
    yield f"\n{counted(answers, 'svar', 'svar')} skrevet i sagen {case.number}."
    for each in left:
        yield from _in_the_way(each, case)
    if case.step.is_end:
        yield f"Sagen er {case.step.value}, så den skal ikke videre."
    elif not left:
        yield f"Sagen kan gå videre: samarbejde advance {case.number}"


def as_json(case: Case, questions: Sequence[tuple[Question, str | None]]) -> dict[str, Any]:
    """Return the documented, versioned shape of ``fill --format json``."""
    return versioned(
        case=case.number,
        step=case.step.value,
        questions=[_entry(case, each, proposal) for each, proposal in questions],
    )


def _entry(case: Case, question: Question, proposal: str | None) -> dict[str, Any]:
    fields, words = fields_of(question.at.item or question.at.kind), question.allowed.words
    return {
        "field": question.at.text(case),
        "file": question.at.stem,
        "route": list(question.at.route),
        "form": question.form.value,
        "label": question.label,
        "type": question.allowed.type,
        "list": question.allowed.is_list,
        "choices": [{"word": word, "label": about} for word, about in words.items()],
        "closed": question.allowed.is_closed,
        "proposal": proposal,
        "required": question.is_required,
        "rules": [{"code": each.code, "message": each.message} for each in question.asked_by],
        "fields": [
            {"key": key, "label": each.description or "", "required": each.is_required()}
            for key, each in fields.items()
        ],
    }
