"""Whether a form is what its key says: what is printed on it must be of the same case."""

from collections import Counter
from collections.abc import Iterator

from samarbejde_cli.actions.output_folder import is_old_copy
from samarbejde_cli.actions.reading.found import FoundAnswers
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.documents.catalogue import KNOWN_BY
from samarbejde_cli.documents.form import Stamp
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.printed_identity import greeting, meeting_number, not_found
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word import AS_ITEM, FilledForm

_NUMBER = lazy_pattern(r"(?:^|\t)sag(?:snummer)?\s+(\d\S*?)(?:,|\s*$)|, sag (\d\S*?)(?:,|\t|$)")
_NOTHING = "Intet er skrevet."
_APART = (
    "Er to papirer sat sammen, eller er noget sat ind fra et andet papir, så læs hvert papir for "
    "sig. Ellers gør sådan:"
)
_FEW = 3
"""So many fields, or paragraphs, are more than somebody copies by accident."""


def require_of_case(
    form: FilledForm, found: FoundAnswers, stamp: Stamp, kind: Kind, case: Case, file: str
) -> None:
    """Raise ``SamarbejdeError`` for a form that shows another case, person or day than its key."""
    if not stamp.is_whole:
        raise SamarbejdeError(
            f"{file} kan ikke læses: nogen har ændret det i filens egenskaber, som siger, hvilken "
            f"sag skemaet er fra.",
            f"{_NOTHING} {how_to_make_again(kind, case, file)}",
        )
    apart = f"{_NOTHING} {_APART} {how_to_make_again(kind, case, file)}"
    if other := next(_other_numbers(form, case), ""):
        raise SamarbejdeError(
            f"{file} er lavet til sagen {case.number}, men der står sag {other} på papiret.", apart
        )
    if not_found(stamp.identity, _unfilled(form, found), _likely(case)):
        raise SamarbejdeError(
            f"{file} er lavet til sagen {case.number}, men på papiret står ikke mere det "
            "sagsnummer, det navn eller den mødedag, som det blev lavet med.",
            apart,
        )
    if _is_two(form, stamp) or _has_fields_of_another(form, kind):
        raise SamarbejdeError(f"Der er to papirer i {file}.", apart)


def how_to_make_again(kind: Kind, case: Case, file: str) -> str:
    """Return how a form is made again; the copy that it left is of no more use."""
    command = f"samarbejde render-{kind.name} {case.number} --overwrite"
    if is_old_copy(file):
        return f"Er svarene skrevet i et nyt skema, så slet {file}. Ellers lav det: {command}"
    return f"Lav skemaet igen, og skriv svarene i det: {command}"


def _other_numbers(form: FilledForm, case: Case) -> Iterator[str]:
    """Yield the numbers printed on a form that the case does not have, and never had."""
    own = {each.casefold() for each in (case.number, *case.former_numbers)}
    texts = (*form.loose, *(each.text for each in form.asides), *_in_cells(form))
    for text in filter(_has_number, map(str.casefold, texts)):
        for found in _NUMBER.finditer(text):
            number = found[1] or found[2]
            if number not in own:
                yield number


def _has_number(text: str) -> bool:
    """Whether a text may name a case; most do not, and need no more than a look."""
    return "sag" in text


def _unfilled(form: FilledForm, found: FoundAnswers) -> Iterator[str]:
    """Yield the text of the body that is in no field."""
    yield from (*form.loose, *_in_cells(form))
    yield from (text for _, text in found.questions)


def _in_cells(form: FilledForm) -> Iterator[str]:
    for table in form.tables:
        for row in table.rows:
            yield from (line for cell in row.cells for line in cell.loose)


def _likely(case: Case) -> Iterator[str]:
    """Yield what a form of a case is usually made of."""
    yield from (case.number, case.record.youth.name, case.record.youth.short_name)
    yield meeting_number(case.record.round)
    meeting = case.round.meeting
    if meeting.date:
        yield long_date(meeting.date)
    yield from (greeting(case.full_name(each.person)) for each in meeting.participants)


def _is_two(form: FilledForm, stamp: Stamp) -> bool:
    """Whether most paragraphs, or most fields that a paper has once, are there twice."""
    counts = Counter(form.loose)
    printed = [each for each in counts if stamp.times(each)]
    more = [each for each in printed if counts[each] > stamp.times(each)]
    if stamp.has_margins and len(more) >= _FEW and 2 * len(more) > len(printed):
        return True
    places = {(each.name, each.place) for each in form.all_fields() if _is_single(each.name)}
    names = Counter(name for name, _ in places)
    twice = [each for each, number in names.items() if number > 1]
    return len(twice) >= _FEW and 2 * len(twice) > len(names)


def _is_single(name: str) -> bool:
    return "[" not in name or AS_ITEM in name


def _has_fields_of_another(form: FilledForm, kind: Kind) -> bool:
    """Whether there are fields that only another paper has."""
    names = {each.name for each in form.all_fields()}
    lists = kind.form.items if kind.form else ()
    own = tuple(f"{each.route}[" for each in lists)
    others = (known_by for each, known_by in KNOWN_BY.items() if each != kind.name)
    known = tuple(each for each in others if not each.startswith(own or "["))
    return any(name.startswith(known) for name in names)
