"""The consent: who may exchange what about the person, to be signed and to be taken back (Bilag 6).

The paper is written by the team of the case. What ``samtykke.yaml`` says is ticked; the lines of
the form that nobody in the team stands for can be ticked by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import Item, ItemKind, Signer
from samarbejde_cli.case.people import Parent
from samarbejde_cli.case.sharing import covers, needs_no_consent, under_age
from samarbejde_cli.case.signed import newer_items
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.boxes import ticked, yes_no, yes_no_fields
from samarbejde_cli.documents.consent_signers import must_renew, signers, signing_day
from samarbejde_cli.documents.context import Context, references, shared, with_number
from samarbejde_cli.documents.form import (
    TICKED,
    Answers,
    Form,
    Items,
    Line,
    Lines,
    asked_fields,
    line_name,
    lines_of,
)
from samarbejde_cli.documents.form import named as place_of
from samarbejde_cli.documents.form import ticked as answer
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.readers import copies_for
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.roles_in_words import function, named
from samarbejde_cli.documents.schema import (
    BOX,
    DAY,
    GROUP,
    TEXT,
    YES_NO,
    Known,
    Presence,
    in_area,
    of_model,
)
from samarbejde_cli.documents.signed_items import gathered, signatures_for, to_sign
from samarbejde_cli.documents.values import danish, opening, postal
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.profile.appearance import PrivacyNotice
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole
from samarbejde_cli.profile.staff import StaffRole

_USE = "samtykke"
_SIGNED = "underskrifter"


def signing_readers(case: Case, profile: Profile, day: date) -> Sequence[Recipient | None]:
    """Return the complete copy, and one for each with custody: with their own number only."""
    custody = case.record.custody_holders if under_age(case, profile, day) else []
    return copies_for(case, profile, (each.name for each in custody), day)


def consent(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the form's fields. It asks for the CPR numbers of those who give the consent."""
    del recipient
    context = shared(case, profile, "Samtykke", day)
    context["ung"] = with_number(context["ung"], case.record.youth.cpr)
    minor = under_age(case, profile, signing_day(case, day))
    signing = signers(case, profile, day)
    is_signed = any(line["dato"] for line in signing)
    newer = newer_items(case, profile, signing_day(case, day)) if is_signed else []
    later = {each.text.casefold() for each in newer}
    team = list(_team(case, profile, day))
    return context | {
        "myndig": not minor,
        "egen_post": case.age(signing_day(case, day)) >= profile.consent.own_post,
        "myndig_år": str(profile.consent.adult),
        "egen_post_år": str(profile.consent.own_post),
        "bliver_myndig": case.turns(profile.consent.adult),
        "skal_fornyes": must_renew(case, profile, day),
        "afdelinger": gathered(case, profile, newer, day),
        "samtykke": _answers(case, profile, newer, day),
        "altid_med": list(_running_it(case, profile)),
        "underskrevet": is_signed,
        "team": [each for each in team if each["kryds"].checked or not is_signed],
        "organisationer": [
            each.name
            for each in case.consent.organisations
            if each.name.casefold() not in later and not each.withdrawn
        ],
        "ikke_med": [
            each["navn"]
            for each in team
            if is_signed and not each["kryds"].checked and each["navn"].casefold() not in later
        ],
        "mangler_underskrift": to_sign(case, profile, newer),
        "nye_underskrifter": [
            each | {"sted": _signature(each["navn"], "det nye")}
            for each in (signatures_for(case, newer, signing, day) if newer else ())
        ],
        "trukket_tilbage": _taken_back(case, day),
        "andre": [] if is_signed else _other_lines(case, profile),
        "oplysningspligt": _notice(profile),
        "tom_boks": ticked(False),
        "underskrifter": [
            line | {"cpr": _number(case, line["navn"]), "sted": _signature(line["navn"])}
            for line in signing
        ],
        "love": references(case, profile, _USE, day),
    }


def _signature(name: str, what: str = "") -> Context | None:
    """Return the place of the day on which somebody signs; None for somebody without a name."""
    return place_of(f"{line_name(_SIGNED, f'{name}{what}')}.dato") if name else None


def answers(context: Context) -> Answers:
    """Return what is ticked, listed and signed."""
    given = context["samtykke"]
    found: dict[str, Lines] = {key: answer(given[key]) for key in ("fælles_skema", "udveksling")}
    found |= {key: lines_of(given[key]) for key in ("oplysninger", "må_ikke_udveksles")}
    for each in context["team"]:
        found[each["rute"]] = TICKED if each["kryds"].checked else ()
    for each in _signed(context):
        found[each["sted"]["rute"]] = lines_of(each["dato"])
    return found


def _signed(context: Context) -> Iterator[Context]:
    for each in (*context["underskrifter"], *context["nye_underskrifter"]):
        if each["sted"]:
            yield each


def lines(context: Context) -> Mapping[str, Line]:
    """Return what the people and the signatures stand for."""
    found: dict[str, Line] = {each["rute"]: {"person": each["navn"]} for each in context["team"]}
    youth = context["ung"]["navn"]
    for each in _signed(context):
        signer = Signer.YOUTH if each["navn"] == youth else Signer.CUSTODY
        name = each["sted"]["rute"].removesuffix(".dato")
        found[name] = {"navn": each["navn"], "som": str(signer.value)}
    return found


def stops(context: Context, route: str, after: Lines) -> str:
    """Return why a consent that was signed is not changed; signatures may be added."""
    del after
    if context["skal_fornyes"]:
        return (
            "Samtykket skal gives igen. Ret først samtykke.yaml, så det svarer til krydsene, og "
            "skriv så, hvem der har skrevet under, med `samarbejde sign`."
        )
    if context["underskrevet"] and not route.startswith(f"{_SIGNED}["):
        return (
            "Der er allerede skrevet under på samtykket. Er noget trukket tilbage, så brug "
            "`samarbejde withdraw`; skal noget med, så brug `samarbejde add`."
        )
    return ""


def of_consent(case: Case) -> str:
    """Return the stem of the file of the consent."""
    del case
    return "samtykke"


def _notice(profile: Profile) -> Context:
    """Return what is said of how the data are used; the municipality answers for them."""
    notice = profile.privacy_notice
    place = postal(profile.address, profile.post_code, profile.town)
    responsible = ", ".join(part for part in (profile.municipality, place) if part)
    said: Context = danish(notice)
    return said | {"dataansvarlig": notice.responsible or responsible}


def _number(case: Case, name: str) -> Cpr | None:
    youth = case.record.youth
    parents = {each.name: each.cpr for each in case.record.parents}
    return youth.cpr if name == youth.name else parents.get(name)


def _answers(case: Case, profile: Profile, newer: list[Item], day: date) -> Context:
    """Return what the consent says; its yes/no answers are blank when it must be renewed."""
    given = case.consent
    is_old = must_renew(case, profile, day)
    return {
        "fælles_skema": yes_no(None if is_old else given.shared_form),
        "udveksling": yes_no(None if is_old else given.exchange),
        "oplysninger": [
            each.text
            for each in given.items
            if each.kind is ItemKind.INFORMATION and each not in newer
        ],
        "må_ikke_udveksles": given.forbidden,
        "tilbagekaldt": given.withdrawal.date if given.withdrawal else None,
    }


def _running_it(case: Case, profile: Profile) -> Iterator[str]:
    """Yield those who work with the whole case anyway."""
    coordinator, administrator = (
        case.record.coordinator,
        profile.first_with(StaffRole.ADMINISTRATOR),
    )
    if coordinator:
        yield f"{coordinator.name} ({profile.words.coordinator})"
    if administrator:
        yield f"{administrator.name} ({profile.words.administrator})"


def _team(case: Case, profile: Profile, day: date) -> Iterator[Context]:
    """Yield a line for each in the team, and for others whom the consent names."""
    members = case.team.members
    lines = {each.name.casefold(): (each.name, function(each, profile)) for each in members}
    parents = {each.name.casefold(): each for each in case.record.parents}
    for each in case.consent.recipients:
        key = each.person.casefold()
        lines.setdefault(key, (each.person, _parent(parents.get(key))))
    is_old = must_renew(case, profile, day)
    gone = {each["navn"].casefold() for each in _taken_back(case, day)}
    for key, (name, what) in lines.items():
        if key not in gone and not needs_no_consent(case, profile, name, signing_day(case, day)):
            yield {
                **place_of(line_name("modtagere", name)),
                "navn": name,
                "funktion": what,
                "kryds": ticked(covers(case, profile, name, day) and not is_old),
            }


def _taken_back(case: Case, day: date) -> list[Context]:
    """Return for whom the consent was taken back by a day: they have no box to tick."""
    days = {each.person: case.consent.withdrawn_on(each.person) for each in case.consent.recipients}
    return [{"navn": name, "dato": since} for name, since in days.items() if since and since <= day]


def _parent(parent: Parent | None) -> str:
    return opening(parent.relation) if parent else ""


def _other_lines(case: Case, profile: Profile) -> list[Context]:
    """Return the form's lines that nobody in the team represents, two by two, with empty boxes.

    What is left over of the last two is a line to write on.
    """
    taken = {each.role for each in case.team.members}
    texts = [named(role, profile) for role in profile.consent.roles if role not in taken]
    lines = [{"kryds": ticked(False), "tekst": text} for text in (*texts, "")]
    return [
        {"venstre": left, "højre": right}
        for left, right in zip(lines[::2], lines[1::2], strict=False)
    ]


def is_needed(case: Case, profile: Profile, day: date) -> bool:
    """Whether the consent is new, lacks an answer or a signature, or fell away at 18."""
    given = case.consent.is_given and not must_renew(case, profile, day)
    is_newer = bool(newer_items(case, profile, signing_day(case, day)))
    return case.record.round == 1 or not given or is_newer


_SIGNATURES = (
    Known("underskrifter[]", GROUP, "En linje til hver, der skal skrive under"),
    Known("underskrifter[].navn", TEXT, "Navn; tomt, når ingen er nævnt"),
    Known(
        "underskrifter[].cpr",
        TEXT,
        "CPR-nummer",
        Presence.SOMETIMES,
        area=DataArea.PARENT_NUMBER,
    ),
    Known("underskrifter[].som", TEXT, "Som hvem"),
    Known("underskrifter[].dato", DAY, "Underskrevet den", Presence.SOMETIMES),
    Known("underskrifter[].sted", GROUP, "Datoens plads i samtykke.yaml", Presence.SOMETIMES),
    *asked_fields("underskrifter[].sted"),
)
_LINES = (
    Known("altid_med[]", TEXT, "De medarbejdere, der kender hele sagen"),
    Known("team[]", GROUP, "En linje til hver i teamet"),
    Known("team[].navn", TEXT, "Navn"),
    Known("team[].funktion", TEXT, "Titel og arbejdssted, relation eller rolle"),
    *asked_fields("team[]"),
    Known("team[].kryds", BOX, "Samtykket gælder for personen"),
    Known("ikke_med[]", TEXT, "Dem i teamet, som der er skrevet under på ikke er med"),
    Known("organisationer[]", TEXT, "Steder, hvis folk på holdet alle er med"),
    Known("mangler_underskrift[]", TEXT, "Det, der kom med, efter at der blev skrevet under"),
    Known("nye_underskrifter[]", GROUP, "En linje til hver, der skal skrive under på det"),
    Known("nye_underskrifter[].navn", TEXT, "Navn; tomt, når ingen er nævnt"),
    Known("nye_underskrifter[].som", TEXT, "Som hvem"),
    Known("nye_underskrifter[].dato", DAY, "Underskrevet den", Presence.SOMETIMES),
    Known("nye_underskrifter[].sted", GROUP, "Datoens plads i samtykke.yaml", Presence.SOMETIMES),
    *asked_fields("nye_underskrifter[].sted"),
    Known("trukket_tilbage[]", GROUP, "En linje til hver, samtykket er trukket tilbage for"),
    Known("trukket_tilbage[].navn", TEXT, "Navn"),
    Known("trukket_tilbage[].dato", DAY, "Trukket tilbage den"),
    Known("andre[]", GROUP, "Skemaets linjer, som ingen i teamet står for, to og to"),
    *(
        known
        for side in ("venstre", "højre")
        for known in (
            Known(f"andre[].{side}", GROUP, "En linje"),
            Known(f"andre[].{side}.kryds", BOX, "Til at krydse af i"),
            Known(f"andre[].{side}.tekst", TEXT, "Rollen, med afdelingens navn; tom på den sidste"),
        )
    ),
    Known("tom_boks", BOX, "Til at krydse af i"),
)

CONSENT_FIELDS = in_area(
    DataArea.CONSENT,
    Known("ung.cpr", TEXT, "CPR-nummer", area=DataArea.YOUTH_NUMBER),
    Known("myndig", YES_NO, "Skriver personen alene under"),
    Known("egen_post", YES_NO, "Får personen selv sine breve"),
    Known("myndig_år", TEXT, "Alderen, hvor personen skriver alene under"),
    Known("egen_post_år", TEXT, "Alderen, hvor breve går til personen selv"),
    Known("bliver_myndig", DAY, "Dagen, hvor den unge bliver myndig"),
    Known("underskrevet", YES_NO, "Har nogen skrevet under; så er krydsene sat"),
    of_model(
        "oplysningspligt",
        PrivacyNotice,
        "Om behandlingen af oplysninger",
        "formål",
        "rådgiver",
        "opbevaring",
        "rettigheder",
        "klage",
    ),
    Known("oplysningspligt.dataansvarlig", TEXT, "Ellers kommunens navn og adresse"),
    Known("skal_fornyes", YES_NO, "Er den unge blevet myndig, siden samtykket blev givet"),
    Known("afdelinger[]", TEXT, "De fagcentre eller afdelinger, hvis sager samles"),
    Known("samtykke", GROUP, "Det, der er svaret i samtykke.yaml"),
    yes_no_fields("samtykke.fælles_skema", "Må sagerne samles i et fælles skema"),
    yes_no_fields("samtykke.udveksling", "Må der udveksles oplysninger"),
    Known("samtykke.oplysninger[]", TEXT, "Det, der må udveksles"),
    Known("samtykke.må_ikke_udveksles[]", TEXT, "Det, der ikke må udveksles"),
    Known("samtykke.tilbagekaldt", DAY, "Hele samtykket trukket tilbage den", Presence.SOMETIMES),
    _LINES,
    _SIGNATURES,
    Known("love[]", TEXT, "Lovhenvisninger på dokumentets dag", area=DataArea.LAW),
)

CONSENT = Kind(
    name="consent",
    order=40,
    stem="samtykke",
    title="Samtykke",
    help="Lav samtykket, som den unge og forældrene skriver under på.",
    about=(
        "Der er et kryds ved det, som samtykke.yaml siger ja til; resten krydses af på formødet. "
        "Alderen afgør teksten, og hvem der skal skrive under. Sidst er der en seddel til at "
        "trække samtykket tilbage med."
    ),
    steps=(Step.PRE_MEETING,),
    template="samtykke.docx",
    later_template=None,
    recipients=signing_readers,
    looks_ahead=True,
    context=consent,
    fields=lambda: CONSENT_FIELDS,
    needed=is_needed,
    asks_for_cpr=True,
    form=Form(
        of_consent,
        answers,
        "fælles_skema",
        (Items("modtagere", "person", ("person",), is_ticked=True),),
        lines,
        stops,
    ),
    readers=frozenset({ReaderRole.YOUTH, ReaderRole.CUSTODY, ReaderRole.RUNS_IT}),
)
