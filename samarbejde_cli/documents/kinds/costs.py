"""The enkeltsagsøkonomiark: grants that differ as the case was seen as a whole (Bilag 7)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import CostEntry
from samarbejde_cli.case.sharing import department_of
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.form import (
    NEW_ROWS,
    Answers,
    Form,
    Items,
    lines_of,
    of_round,
    place_fields,
    places,
)
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import DAY, GROUP, TEXT, Known, Presence, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole

_ROUTE = "opfølgning.økonomi"
_KEYS = ("bevilling", "betaler", "beløb", "ville_have_kostet", "hos", "sendt")
_AMOUNTS = frozenset({"beløb", "ville_have_kostet"})
_MINUS = "\N{MINUS SIGN}"


def costs(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the sheet's fields; amounts are texts. Only the case number identifies the person.

    A department gets the grants that it pays or would have paid; whoever runs the case, all.
    """
    found = list(_entries(case, profile, recipient))
    own = case.round.follow_up.costs
    entries = [each for _, each in found]
    paid = sum(each.amount for each in entries)
    otherwise = sum(each.otherwise for each in entries)
    return shared(case, profile, "Enkeltsagsøkonomiark", day) | {
        "bevillinger": [_entry(each, met) | {"sted": _place(each, own)} for met, each in found],
        "nye": [
            {"sted": places(f"{_ROUTE}[{number}]", _KEYS)} for number in NEW_ROWS[len(found) :]
        ],
        "i_alt": {
            "beløb": kroner(paid),
            "ville_have_kostet": kroner(otherwise),
            "forskel": kroner(paid - otherwise),
        },
    }


def _entries(
    case: Case, profile: Profile, recipient: Recipient | None
) -> Iterator[tuple[date | None, CostEntry]]:
    """Yield the grants of all rounds with the day of the meeting: the sheet is the case's."""
    reader = _department(case, profile, recipient.name) if recipient else ""
    for each in case.rounds.values():
        for entry in each.follow_up.costs:
            if not reader or reader in _departments(entry):
                yield each.meeting.date, entry


def _departments(entry: CostEntry) -> tuple[str, str]:
    return entry.payer.casefold(), entry.otherwise_payer.casefold()


def _department(case: Case, profile: Profile, name: str) -> str:
    """Return a reader's department in lower case; nothing for those who get the whole sheet."""
    if case.is_coordinator(name) or name.casefold() in profile.administrators:
        return ""
    return (department_of(case, profile, name) or name).casefold()


def concerns(case: Case, profile: Profile, name: str) -> bool:
    """Whether somebody runs the case or works where a grant is or would have been paid."""
    own = _department(case, profile, name)
    entries = (entry for each in case.rounds.values() for entry in each.follow_up.costs)
    return not own or any(own in _departments(entry) for entry in entries)


def _entry(entry: CostEntry, met: date | None) -> Context:
    return {
        "møde": met,
        "bevilling": entry.description,
        "betaler": entry.payer,
        "beløb": kroner(entry.amount),
        "ville_have_kostet": kroner(entry.otherwise),
        "hos": entry.otherwise_payer,
        "forskel": kroner(entry.amount - entry.otherwise),
        "sendt": entry.sent,
    }


def kroner(amount: int) -> str:
    """Return whole kroner as Danes write them: ``31.200``."""
    return f"{_MINUS if amount < 0 else ''}{abs(amount):,}".replace(",", ".")


def _place(entry: CostEntry, own: list[CostEntry]) -> Context | None:
    """Return the places of the fields of a grant of this round; None for one before it."""
    return places(f"{_ROUTE}[{own.index(entry) + 1}]", _KEYS) if entry in own else None


def answers(context: Context) -> Answers:
    """Return the grants of the round as they are printed, amounts without dots."""
    return {
        place["rute"]: lines_of(each[key].replace(".", "") if key in _AMOUNTS else each[key])
        for each in context["bevillinger"]
        if each["sted"]
        for key, place in each["sted"].items()
    }


def has_entries(case: Case, profile: Profile, day: date) -> bool:
    """Whether a grant of this round became another than it would have been."""
    del profile, day
    return bool(case.round.follow_up.costs)


ECONOMY_FIELDS = in_area(
    DataArea.MONEY,
    Known("bevillinger[]", GROUP, "En linje til hver bevilling, der blev en anden"),
    *place_fields("bevillinger[].sted", _KEYS),
    Known("nye[]", GROUP, "En linje at skrive en ny bevilling på"),
    *place_fields("nye[].sted", _KEYS, Presence.ALWAYS),
    Known("bevillinger[].møde", DAY, "Mødet, hvor det blev besluttet", Presence.SOMETIMES),
    Known("bevillinger[].bevilling", TEXT, "Hvad der blev bevilget"),
    Known("bevillinger[].betaler", TEXT, "Afdelingen, der betaler"),
    Known("bevillinger[].beløb", TEXT, "Hele kroner, skrevet som 31.200"),
    Known("bevillinger[].ville_have_kostet", TEXT, "Hele kroner uden modellen"),
    Known("bevillinger[].hos", TEXT, "Afdelingen, som ellers havde betalt"),
    Known("bevillinger[].forskel", TEXT, "Beløb minus det, det ville have kostet"),
    Known("bevillinger[].sendt", DAY, "Sendt til Økonomi og Personale", Presence.SOMETIMES),
    Known("i_alt", GROUP, "Summen af alle bevillinger"),
    Known("i_alt.beløb", TEXT, "Hele kroner"),
    Known("i_alt.ville_have_kostet", TEXT, "Hele kroner"),
    Known("i_alt.forskel", TEXT, "Hele kroner"),
)

COSTS = Kind(
    name="economy",
    order=130,
    stem="enkeltsagsøkonomiark",
    title="Enkeltsagsøkonomiark",
    help="Lav enkeltsagsøkonomiarket over ændrede bevillinger.",
    about=(
        "Arket tager det med, der står under opfølgning.økonomi i alle rundernes filer. Står der "
        "intet, bliver det et tomt ark til at skrive på. Arket er til Økonomi og Personale og til "
        "de afdelinger, der betaler eller ellers skulle have betalt; ingen andre."
    ),
    steps=(Step.FOLLOW_UP,),
    template="enkeltsagsøkonomiark.docx",
    later_template=None,
    recipients=everybody,
    context=costs,
    fields=lambda: ECONOMY_FIELDS,
    needed=has_entries,
    form=Form(
        of_round,
        answers,
        f"{_ROUTE}[",
        (Items(_ROUTE, "bevilling", _KEYS[:-1]),),
    ),
    readers=frozenset({ReaderRole.RUNS_IT, ReaderRole.DEPARTMENT}),
    concerns=concerns,
)
