"""The screening: the checklist of statements, and how complex the case is (§ 2, Bilag 9)."""

from collections.abc import Mapping
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.record import Complexity, Decision, Intake
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.boxes import ticked
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.form import (
    TICKED,
    Answers,
    Form,
    Line,
    asked,
    asked_fields,
    line_name,
    lines_of,
    named,
    route_of_question,
)
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import (
    BOX,
    DAY,
    GROUP,
    NUMBER,
    TEXT,
    YES_NO,
    Known,
    Presence,
    in_area,
)
from samarbejde_cli.forms.model import folded
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.profile.target_group import KeyText, TargetGroup


def screening(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the checklist's fields; what is not screened yet has an empty box or line."""
    del recipient
    intake, target = case.record.intake, profile.target
    age = case.age(intake.screened_on(day))
    excluded = {folded(key) for key in intake.exclusions}
    return shared(case, profile, "Screening", day) | {
        "visitation": _intake(intake),
        "alder": age,
        "i_målgruppen": target.youngest <= age <= target.oldest,
        "målgruppe": _ages(target),
        "afdelinger_mindst": target.departments if age >= target.departments_from else 1,
        "udsagn": [
            _statement(intake, each)
            for each in profile.checklist
            if each.is_for(age) or _is_ticked(intake, each)
        ],
        "antal": sum(profile.statement(each.key) is not None for each in intake.checklist),
        "udsagn_mindst": target.statements,
        "udelukket": [
            {
                **asked(line_name(_EXCLUSIONS, each.key)),
                "nøgle": each.key,
                "kryds": ticked(folded(each.key) in excluded),
                "tekst": each.text,
            }
            for each in profile.exclusions
        ],
        "helbred": _level(intake.health),
        "omgivelser": _level(intake.surroundings),
        "beslutning": {
            "tilbydes": ticked(intake.decision is Decision.OFFER),
            "afvises": ticked(intake.decision is Decision.REFUSE),
        },
    }


def _ages(target: TargetGroup) -> str:
    if target.oldest >= _NO_LAST_AGE:
        return f"{target.youngest} år og derover"
    return f"{target.youngest}-{target.oldest} år"


def _intake(intake: Intake) -> Context:
    return {
        "henvist_af": intake.referred_by,
        "henvist_dato": intake.referred_on,
        "afdelinger": intake.departments,
        "begrundelse": intake.reason,
        "besluttet_dato": intake.decided_on,
        "besluttet_af": intake.decided_by,
        "den_unges_ja": intake.accepted_on,
    }


def _is_ticked(intake: Intake, statement: KeyText) -> bool:
    return any(folded(each.key) == folded(statement.key) for each in intake.checklist)


def _statement(intake: Intake, statement: KeyText) -> Context:
    said = [each for each in intake.checklist if folded(each.key) == folded(statement.key)]
    comments = [each.comment for each in said if each.comment]
    name = line_name(_CHECKLIST, statement.key)
    return {
        **asked(name),
        "linje": named(f"{name}.kommentar"),
        "nøgle": statement.key,
        "kryds": ticked(bool(said)),
        "tekst": statement.text,
        "kommentar": comments[0] if comments else None,
    }


def _level(level: Complexity | None) -> Context:
    return {"lav": ticked(level is Complexity.LOW), "høj": ticked(level is Complexity.HIGH)}


_TEXTS = ("henvist_af", "henvist_dato", "afdelinger", "begrundelse", "besluttet_dato",
          "besluttet_af", "den_unges_ja")  # fmt: skip
_CHOICES = {
    "helbred": ("lav", "høj"),
    "omgivelser": ("lav", "høj"),
    "beslutning": ("tilbydes", "afvises"),
}


def answers(context: Context) -> Answers:
    """Return what is written and ticked."""
    found = {f"visitation.{key}": lines_of(context["visitation"][key]) for key in _TEXTS}
    for key, words in _CHOICES.items():
        boxes = context[key]
        found[f"visitation.{key}"] = tuple(word for word in words if boxes[word].checked)
    for each in (*context["udsagn"], *context["udelukket"]):
        name = route_of_question(each)
        found[name] = TICKED if each["kryds"].checked else ()
        if "kommentar" in each:
            found[f"{name}.kommentar"] = lines_of(each["kommentar"])
    return found


def lines(context: Context) -> Mapping[str, Line]:
    """Return what the statements and the reasons stand for."""
    found: dict[str, Line] = {
        route_of_question(each): {"udsagn": each["nøgle"]} for each in context["udsagn"]
    }
    for each in context["udelukket"]:
        found[route_of_question(each)] = {"": each["nøgle"]}
    return found


def of_record(case: Case) -> str:
    """Return the stem of the file about the person and the intake."""
    del case
    return "sag"


_SOMETIMES = Presence.SOMETIMES
_CHECKLIST, _EXCLUSIONS = "visitation.tjekliste", "visitation.udelukket_fordi"
_NO_LAST_AGE = 100
"""A last age from here on is none."""
SCREENING_FIELDS = in_area(
    DataArea.SITUATION,
    Known("visitation", GROUP, "Henvisning og beslutning fra sag.yaml"),
    Known("visitation.henvist_af", TEXT, "Hvem der henviste", _SOMETIMES),
    Known("visitation.henvist_dato", DAY, "Henvist den", _SOMETIMES),
    Known("visitation.afdelinger[]", TEXT, "Afdelinger, hvor der er en sag"),
    Known("visitation.begrundelse", TEXT, "Hvorfor det blev besluttet", _SOMETIMES),
    Known("visitation.besluttet_dato", DAY, "Besluttet den", _SOMETIMES),
    Known("visitation.besluttet_af[]", TEXT, "Hvem der besluttede"),
    Known("visitation.den_unges_ja", DAY, "Den unge sagde ja til tilbuddet", _SOMETIMES),
    Known("alder", NUMBER, "Alder på beslutningens dag, ellers henvisningens"),
    Known("i_målgruppen", YES_NO, "Er alderen inden for målgruppen"),
    Known("målgruppe", TEXT, "Målgruppens alder, som 14-29 år, eller 30 år og derover"),
    Known("afdelinger_mindst", NUMBER, "Så mange afdelinger kræves der en sag i"),
    Known("udsagn[]", GROUP, "Et udsagn i tjeklisten"),
    Known("udsagn[].kryds", BOX, "Udsagnet passer"),
    *asked_fields("udsagn[]"),
    Known("udsagn[].nøgle", TEXT, "Udsagnets navn i samarbejde.yaml"),
    Known("udsagn[].linje", GROUP, "Kommentarens plads"),
    *asked_fields("udsagn[].linje"),
    Known("udsagn[].tekst", TEXT, "Udsagnet, som det står i samarbejde.yaml"),
    Known("udsagn[].kommentar", TEXT, "Hvad det bygger på", _SOMETIMES),
    Known("antal", NUMBER, "Så mange udsagn passer"),
    Known("udsagn_mindst", NUMBER, "Så mange udsagn taler for et tilbud"),
    Known("udelukket[]", GROUP, "En grund til ikke at være omfattet"),
    Known("udelukket[].kryds", BOX, "Grunden gælder i sagen"),
    *asked_fields("udelukket[]"),
    Known("udelukket[].nøgle", TEXT, "Grundens navn i samarbejde.yaml"),
    Known("udelukket[].tekst", TEXT, "Grunden, som den står i samarbejde.yaml"),
    Known("helbred", GROUP, "Kompleksitet af helbred og funktionsevne"),
    Known("helbred.lav", BOX, "Lav"),
    Known("helbred.høj", BOX, "Høj"),
    Known("omgivelser", GROUP, "Kompleksitet af omgivelser og person"),
    Known("omgivelser.lav", BOX, "Lav"),
    Known("omgivelser.høj", BOX, "Høj"),
    Known("beslutning", GROUP, "Det, der blev besluttet"),
    Known("beslutning.tilbydes", BOX, "Modellen tilbydes"),
    Known("beslutning.afvises", BOX, "Modellen tilbydes ikke"),
)

SCREENING = Kind(
    name="screening",
    order=10,
    stem="screening",
    title="Screening",
    help="Lav screeningen med tjeklisten og beslutningen.",
    about=(
        "Der er et kryds ved de udsagn, som står i sag.yaml, og plads til at krydse flere af. "
        "Udsagnene er kommunens egne fra samarbejde.yaml."
    ),
    steps=(Step.INTAKE,),
    template="screening.docx",
    later_template=None,
    recipients=everybody,
    context=screening,
    fields=lambda: SCREENING_FIELDS,
    stays_inside=True,
    form=Form(of_record, answers, "visitation.", lines=lines),
)
