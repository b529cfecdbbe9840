"""Record signatures on the consent, with fingerprints of what each of them stands under."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samarbejde_cli.actions.file_changes import file_change, with_item
from samarbejde_cli.actions.readable import require_readable
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.consent import ConsentSignature, Item, ItemKind, Signer
from samarbejde_cli.case.signed import needed_signers
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import closest_value, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import write_all
from samarbejde_cli.source.edit import add_key
from samarbejde_cli.source.quoting import quote

_STEM, _SIGNATURES = "samtykke", "underskrifter"


@dataclass(frozen=True)
class Signed:
    """Result of ``sign_consent``: who signed on which day, and what it covers."""

    people: tuple[str, ...]
    day: date
    items: tuple[Item, ...]


def sign_consent(
    workspace: Workspace, case: Case, names: Sequence[str], day: date, today: date
) -> Signed:
    """Record that people signed the consent as it is now; without names, all who must sign.

    Raises ``WrongUseError`` when somebody need not sign, the consent is not filled in or was
    taken back, or the day is not over, ``UnreadableCaseError`` when the files are broken,
    ``ConflictError`` when somebody else writes at the same time.
    """
    with locked(case.folder):
        present = load_case(case.folder)
        require_readable(workspace, present, today)
        _require_possible(present, day, today)
        people = _people(present, needed_signers(present, workspace.profile_of(present)[0], day),
                         names)  # fmt: skip
        shown = [each for each in present.consent.items if each.since is None or each.since <= day]
        text = present.files[_STEM].source.text
        for signer, name in people:
            text = with_item(text, (_SIGNATURES,), _lines(signer, name, day, shown))
        write_all([file_change(present, _STEM, text)])
    return Signed(tuple(name for _, name in people), day, tuple(shown))


def sealed(case: Case) -> str | None:
    """Return the consent's text with fingerprints in the signatures that have none.

    They are of what each covers by its day. None when nothing is to be written.
    """
    text = case.files[_STEM].source.text
    if not case.consent.is_given:
        return None
    open_ones = [
        (number, each) for number, each in enumerate(case.consent.signatures) if not each.shown
    ]
    for number, each in open_ones:
        if covered := _covered(case, each):
            text = add_key(text, (_SIGNATURES, number), "omfatter", _list(covered))
    return text if open_ones and text != case.files[_STEM].source.text else None


def _covered(case: Case, signature: ConsentSignature) -> list[Item]:
    return [each for each in case.consent.items if signature.covers(each)]


def _lines(signer: Signer, name: str, day: date, shown: Sequence[Item]) -> list[str]:
    return [
        f"navn: {quote(name)}",
        f"som: {signer.value}",
        f"dato: {day.isoformat()}",
        f"omfatter: {_list(shown)}",
    ]


def _list(items: Sequence[Item]) -> str:
    return f"[{', '.join(each.fingerprint for each in items)}]"


def _require_possible(case: Case, day: date, today: date) -> None:
    consent = case.consent
    if case.step.is_end:
        raise WrongUseError(
            f"Sagen {case.number} er {case.step.value}, så der er intet samtykke at skrive under "
            "på.",
            "Genåbn sagen, hvis der skal arbejdes videre i den.",
        )
    if consent.withdrawal:
        raise WrongUseError(
            f"Samtykket er trukket tilbage den {long_date(consent.withdrawal.date)}.",
            "Er der givet et nyt, så slet `tilbagekaldt` i samtykke.yaml først.",
        )
    if not consent.is_given or not any(each.kind is ItemKind.INFORMATION for each in consent.items):
        raise WrongUseError(
            "Samtykket er ikke udfyldt, så der er intet at skrive under på.",
            "Skriv først i samtykke.yaml, hvad der er sagt ja til: `fælles_skema`, `udveksling`, "
            "`oplysninger` og `modtagere`.",
        )
    if day > today:
        raise WrongUseError(
            f"Der kan ikke være skrevet under den {long_date(day)}: den dag er ikke kommet.",
            "Skriv dagen på papiret efter --date.",
        )


def _people(
    case: Case, needed: Sequence[tuple[Signer, str]], names: Sequence[str]
) -> list[tuple[Signer, str]]:
    """Return those of the needed signers who are named; all of them without names."""
    return [_signer(case, needed, name) for name in names] or list(needed)


def _signer(case: Case, needed: Sequence[tuple[Signer, str]], name: str) -> tuple[Signer, str]:
    wanted = case.full_name(name).casefold()
    found = [
        each
        for each in needed
        if each[1].casefold() == wanted or wanted in each[1].casefold().split()
    ]
    if len(found) == 1:
        return found[0]
    people = [each for _, each in needed]
    raise WrongUseError(
        f"{name} skal ikke skrive under på samtykket.",
        did_you_mean(closest_value(name, people)) or f"Det skal {listed(people)}.",
    )
