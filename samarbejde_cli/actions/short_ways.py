"""What happens in every round, in one step: who was there, who signed, who got a copy, who left."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from samarbejde_cli.actions.edit import CaseEdit
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.case_route import CaseRoute, parse
from samarbejde_cli.case.consent import Consent
from samarbejde_cli.case.field_value import understood
from samarbejde_cli.case.history import Event, HistoryEntry, timestamp
from samarbejde_cli.case.item_words import completed
from samarbejde_cli.case.meant_people import nearest_name
from samarbejde_cli.case.name_proposals import names_to_come, signer_of
from samarbejde_cli.case.plan import PlanSigner
from samarbejde_cli.case.round import Participant, Reply
from samarbejde_cli.case.sharing import still_invited
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.line_load import Tree

_KEPT_AWAY = (Reply.SENDS_NOTE, Reply.NOT_RELEVANT)


def present(editing: CaseEdit, absent: Sequence[str], reason: str | None) -> None:
    """Note that everybody was at the meeting but some.

    Who answered that they send a note, or that it is not relevant, counts as absent anyway and is
    left as it is. Raises ``WrongUseError`` when there was no meeting yet, a name is not known, or
    the youth was absent without a reason.
    """
    case = editing.case
    _require_held(case, editing.today, "Skriv, hvem der var med, når det er holdt.")
    names = {_name(editing, each) for each in absent}
    invited = [
        (number, each)
        for number, each in still_invited(
            case, editing.profile, case.round.meeting.date or editing.today
        )
        if each.reply not in _KEPT_AWAY or each.person in names
    ]
    _require_known(case, names, [each for _, each in invited])
    at = CaseRoute(case.round_key, ("møde",))
    for number, each in invited:
        answer = "nej" if case.full_name(each.person) in names else "ja"
        editing.put(at.below("deltagere", number, "deltog"), answer)
    _note_youth(editing, at, reason, is_absent=case.record.youth.name in names)


def _note_youth(editing: CaseEdit, at: CaseRoute, reason: str | None, *, is_absent: bool) -> None:
    if is_absent and not reason:
        raise WrongUseError(
            f"{editing.case.record.youth.short_name} var ikke med til mødet.",
            'Skriv hvorfor: --reason "…".',
        )
    editing.put(at.below("den_unge_deltog"), "nej" if is_absent else "ja")
    if is_absent and reason:
        editing.put(at.below("fravær_fordi"), reason)


def _require_held(case: Case, today: date, hint: str) -> None:
    day = case.round.meeting.date
    if day is None or day > today:
        when = f"er først den {long_date(day)}" if day else "har ingen dato"
        raise WrongUseError(f"Mødet i sagen {case.number} {when}.", hint)


def _name(editing: CaseEdit, word: str) -> str:
    """Return the full name of somebody in the case whom a word means."""
    at = CaseRoute(editing.case.round_key, ("møde", "deltagere", 0, "person"))
    return str(understood(editing.case, editing.profile, at, word, editing.today))


def _require_known(case: Case, names: Iterable[str], invited: Sequence[Participant]) -> None:
    known = {case.full_name(each.person) for each in invited} | {case.record.youth.name}
    if strangers := [name for name in names if name not in known]:
        meant = did_you_mean(nearest_name(known, strangers[0]))
        raise WrongUseError(
            f"{listed(strangers)} er ikke indkaldt til mødet.",
            f"{meant} Indkaldt er {listed(sorted(known))}.".lstrip(),
        )


def copies(editing: CaseEdit, day: date) -> None:
    """Note that all who shall have the plan and did not get it were sent it on a day.

    Raises ``WrongUseError`` when nobody lacks it, or the day or the meeting is to come.
    """
    _require_past(day, editing.today)
    _require_held(editing.case, editing.today, "Kopierne er af den plan, der bliver lagt på det.")
    at = CaseRoute(editing.case.round_key, ("opfølgning", "kopi_sendt"))
    names = names_to_come(editing.case, editing.profile, at, editing.today)
    if not names:
        raise WrongUseError(
            f"Alle, der skal have planen i sagen {editing.case.number}, har fået den.",
            "Intet er ændret.",
        )
    for name in names:
        editing.append(at, {"person": name, "dato": day.isoformat()})


@frozen
class Signed:
    """Who signed, by name or in which capacity, what, and when; without a paper: the step's own."""

    names: tuple[str, ...]
    signer: str | None
    day: date
    paper: str | None = None


def sign(editing: CaseEdit, signed: Signed) -> None:
    """Note signatures on the consent, until the pre-meeting is over, or on the plan.

    Without names everybody signs who must and has not, or of them those in one capacity. The plan
    is noted as signed once the youth's signature is there. Raises ``WrongUseError`` when nobody is
    left to sign or somebody's capacity cannot be told.
    """
    _require_past(signed.day, editing.today)
    case = editing.case
    is_consent = case.step in (Step.INTAKE, Step.PRE_MEETING)
    stem = signed.paper or ("samtykke" if is_consent else "plan")
    if stem == "samtykke":
        _require_filled_in(case)
    at = CaseRoute(stem, ("underskrifter",))
    rows = [*_signatures(editing, at, signed)]
    if not rows:
        raise WrongUseError(
            f"Der mangler ingen underskrift på {'samtykket' if stem == 'samtykke' else 'planen'}.",
            "Skriv navnet på den, der har skrevet under.",
        )
    for row in rows:
        editing.append(at, row)
    plan_signed = CaseRoute(case.round_key, ("opfølgning", "plan_underskrevet"))
    by_youth = any(row["som"] == "ung" for row in rows) or _is_signed_by_youth(case)
    if stem == "plan" and by_youth and not plan_signed.value(case):
        editing.put(plan_signed, signed.day.isoformat())


def _is_signed_by_youth(case: Case) -> bool:
    held = case.round.meeting.date
    signed = [each.date for each in case.plan.signatures if each.signer is PlanSigner.YOUTH]
    return any(held is None or day >= held for day in signed)


def _require_filled_in(case: Case) -> None:
    """Refuse signatures on a consent that says nothing: they would cover nothing."""
    consent = case.consent
    if consent.withdrawal:
        raise WrongUseError(
            f"Samtykket er trukket tilbage den {long_date(consent.withdrawal.date)}.",
            "Er der givet et nyt, så slet `tilbagekaldt` i samtykke.yaml først.",
        )
    if not consent.says_something:
        raise WrongUseError(
            "Samtykket er ikke udfyldt, så der er intet at skrive under på.",
            "Skriv først i samtykke.yaml, hvad der er sagt ja til: `fælles_skema`, `udveksling`, "
            "`oplysninger` og `modtagere`.",
        )


def _signatures(editing: CaseEdit, at: CaseRoute, signed: Signed) -> Iterator[dict[str, Tree]]:
    case, profile, day = editing.case, editing.profile, signed.day
    place = at.below(0, "navn")
    names = [str(understood(case, profile, place, name, day)) for name in signed.names]
    _require_in_case(case, profile, names)
    for name in names or names_to_come(case, profile, at, day):
        capacity = signer_of(case, profile, at, name, day)
        if signed.names:
            capacity = signed.signer or capacity
        elif signed.signer and signed.signer != capacity:
            continue
        if capacity is None:
            raise WrongUseError(
                f"{name} skriver ikke under på samtykket.", "Skriv --as, hvis det passer."
            )
        row: dict[str, Tree] = {"navn": name, "som": capacity, "dato": day.isoformat()}
        yield completed(case, profile, at, row, day)


def _require_in_case(case: Case, profile: Profile, names: Sequence[str]) -> None:
    """Refuse a signature of somebody whom neither the case nor the settings know."""
    for name in (each for each in names if not (case.person(each) or profile.employee(each))):
        known = [each.name for each in case.everybody]
        raise WrongUseError(
            f"{name} er ikke en af personerne i sagen {case.number}.",
            did_you_mean(nearest_name(known, name))
            or f"I sagen er {listed(known)}. Er det en ny, så føj personen til først: "
            f'samarbejde add {case.number} person "{name}" ROLLE',
        )


@frozen
class Withdrawn:
    """For whom the consent is taken back (nobody: as a whole), by whom, when, and who notes it."""

    people: tuple[str, ...]
    by: str | None
    day: date
    user: str
    at: datetime


def withdraw(editing: CaseEdit, withdrawn: Withdrawn) -> None:
    """Note that the consent is taken back, in the consent and in the history.

    Raises ``WrongUseError`` when it is so already, nobody has said yes to anything, or the consent
    does not name somebody.
    """
    _require_past(withdrawn.day, editing.today)
    case = editing.case
    _require_given(case.consent)
    if withdrawn.people:
        found = [
            at for each in withdrawn.people for at in parse(case, f"samtykke.modtagere[{each}]")
        ]
        names = [str(at.below("person").value(case)) for at in found]
        for at in found:
            _require_valid(at.below("trukket_tilbage"), case)
            editing.put(at.below("trukket_tilbage"), withdrawn.day.isoformat())
    else:
        at, names = CaseRoute("samtykke", ("tilbagekaldt",)), []
        _require_valid(at, case)
        by = withdrawn.by or case.record.youth.name
        person = str(understood(case, editing.profile, at.below("af"), by, withdrawn.day))
        editing.put(at, {"dato": withdrawn.day.isoformat(), "af": person})
    editing.note(_line(case, withdrawn, listed(names) or None))


def _require_valid(at: CaseRoute, case: Case) -> None:
    if at.value(case):
        raise WrongUseError("Samtykket er allerede trukket tilbage der.", "Intet er ændret.")


def _require_given(consent: Consent) -> None:
    if not (consent.shared_form or consent.exchange or consent.signatures):
        raise WrongUseError(
            "Der er ikke sagt ja til noget i samtykket, så der er intet at trække tilbage.",
            "Er der givet et samtykke, så skriv svarene og underskrifterne i samtykke.yaml først.",
        )


def _line(case: Case, withdrawn: Withdrawn, people: str | None) -> HistoryEntry:
    return HistoryEntry.model_validate(
        {
            "tid": timestamp(withdrawn.at),
            "hvem": withdrawn.user,
            "hændelse": Event.WITHDRAWN.value,
            "fra": case.step.value,
            "til": case.step.value,
            "runde": str(case.record.round),
            "person": people,
        }
    )


def _require_past(day: date, today: date) -> None:
    if day > today:
        raise WrongUseError(
            f"Den {long_date(day)} er ikke kommet endnu.",
            "Skriv dagen, da det skete, efter --date.",
        )
