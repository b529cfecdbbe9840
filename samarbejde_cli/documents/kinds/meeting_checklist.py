"""The meeting checklist, answered after each meeting (domain.md: monitoring)."""

from collections.abc import Iterable, Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.meeting_checklist import MeetingChecklist, Occupation, Placement
from samarbejde_cli.case.round import Evaluation
from samarbejde_cli.case.standing import Education, Employment, PublicSupport
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.attendance import guests
from samarbejde_cli.documents.boxes import choices, yes_no, yes_no_fields
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.form import (
    Answers,
    Form,
    Items,
    asked,
    asked_fields,
    lines_of,
    of_round,
    route_of_question,
    ticked,
)
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import BOX, GROUP, TEXT, Known, Presence, Schema, in_area
from samarbejde_cli.forms.model import LabelledChoice
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.own_words import in_own_words
from samarbejde_cli.profile.sight import DataArea

ATTENDED = "den_unge_deltog"
_PARTS = {
    "den_unge": ("heard", "contributed", "decided", "agreed", "informed"),
    "mødet": ("without_youth", "prepared", "well_run", "all_points"),
    "planen": ("clear_goals", "responsible_named", "follow_up_agreed", "plan_usable"),
    "netværket": ("map_made", "map_used", "map_enough", "has_adult"),
}
"""The parts of the paper with the questions of each, by the names of the model's fields."""


CHOSEN = {
    "uddannelse": "møde.status.uddannelse",
    "beskæftigelse": "møde.status.beskæftigelse",
    "forsørgelse": "møde.status.forsørgelse",
    "anbringelse": "møde.tjekliste.anbringelse",
}
"""The choices of one among several, by their names in the paper, and where they are written."""


def meeting_checklist(
    case: Case, profile: Profile, recipient: Recipient | None, day: date
) -> Context:
    """Return the questions with the answers that are given; the others have empty boxes."""
    del recipient
    meeting = case.round.meeting
    answers, standing = meeting.checklist, meeting.standing
    came = {
        "tekst": f"Var {profile.words.person} med?",
        **asked(f"møde.{ATTENDED}"),
        **yes_no(case.round.meeting.youth_attended),
    }
    parts = {key: list(_questions(case, profile.words, names)) for key, names in _PARTS.items()}
    parts["den_unge"].insert(0, came)
    return shared(case, profile, "Mødetjekliste", day) | {
        "spørgsmål": parts,
        "deltagere": [
            {
                **asked(f"møde.deltagere[{guest.number + 1}]"),
                "navn": guest.name,
                "funktion": guest.function,
                "deltog": yes_no(guest.asked.attended),
                "bidrog": yes_no(guest.asked.active),
            }
            for guest in guests(case, profile, day)
        ],
        "evaluering": _evaluation(case.round.meeting.evaluation),
        "uddannelse": _asked_of(Education, profile, standing and standing.education),
        "beskæftigelse": choices(Employment, standing and standing.employment),
        "forsørgelse": choices(PublicSupport, standing and standing.support),
        "uddannelse_og_job": _asked_of(Occupation, profile, answers.occupation),
        "anbringelse": _placements(profile, answers.placement),
    }


def _asked_of(of: Iterable[LabelledChoice], profile: Profile, chosen: object) -> list[Context]:
    """Return the answers that a profile asks about; what was chosen is always there."""
    return choices((each for each in of if each not in profile.not_asked or each is chosen), chosen)


def _placements(profile: Profile, chosen: Placement | None) -> list[Context]:
    """Return where a person can be placed; nothing where a profile asks nobody about it."""
    is_asked = chosen is not None or "anbringelse" not in profile.not_asked
    return choices(Placement, chosen) if is_asked else []


def _evaluation(said: Evaluation | None) -> Context:
    """Return what was said of the meeting at its end; empty lists before."""
    return {
        "den_unge": said and said.youth,
        "de_andre": said.others if said else [],
        "næste_gang": said.next_time if said else [],
    }


def _questions(case: Case, words: Words, names: tuple[str, ...]) -> Iterator[Context]:
    for name in names:
        field = MeetingChecklist.model_fields[name]
        names_ = asked(f"møde.tjekliste.{field.alias}")
        text = in_own_words(field.description or "", words)
        yield {**names_, "tekst": text, **yes_no(answer(case, name))}


def answer(case: Case, name: str) -> bool | None:
    """Return the answer to a question; what the case shows anyway need not be written again."""
    given: bool | None = getattr(case.round.meeting.checklist, name)
    if given is None and name == "map_made" and case.team.network:
        return True
    if given is None and name == "has_adult" and case.team.adult and case.team.adult.person:
        return True
    return given


def answers(context: Context) -> Answers:
    """Return the answers as they are ticked in the paper."""
    questions = (each for part in context["spørgsmål"].values() for each in part)
    found = {route_of_question(each): ticked(each) for each in questions}
    for name, route in CHOSEN.items():
        found[route] = tuple(each["tekst"] for each in context[name] if each["kryds"].checked)
    for each in context["deltagere"]:
        route = route_of_question(each)
        found[f"{route}.person"] = (each["navn"],)
        found |= {f"{route}.{key}": ticked(each[key]) for key in ("deltog", "bidrog")}
    said = context["evaluering"]
    return found | {f"møde.evaluering.{key}": lines_of(text) for key, text in said.items()}


def _fields() -> Schema:
    parts = (
        known
        for key in _PARTS
        for known in (
            Known(f"spørgsmål.{key}[].tekst", TEXT, "Spørgsmålet"),
            *asked_fields(f"spørgsmål.{key}[]"),
            *yes_no_fields(f"spørgsmål.{key}[]", "Et spørgsmål om delen"),
        )
    )
    lists = (
        known
        for key, about in (
            ("uddannelse", "En mulighed for uddannelse"),
            ("beskæftigelse", "En mulighed for beskæftigelse"),
            ("forsørgelse", "En mulighed for offentlig forsørgelse"),
            ("uddannelse_og_job", "En mulighed for, hvad den unge laver"),
            ("anbringelse", "En mulighed for, hvor den unge er anbragt"),
        )
        for known in (
            Known(f"{key}[]", GROUP, about),
            Known(f"{key}[].kryds", BOX, "Krydset"),
            Known(f"{key}[].tekst", TEXT, "Mulighedens navn"),
        )
    )
    return in_area(
        DataArea.ANSWERS,
        Known("spørgsmål", GROUP, "Spørgsmålene efter del"),
        tuple(parts),
        Known("evaluering", GROUP, "Det, I selv sagde om mødet, før det sluttede"),
        Known("evaluering.den_unge", TEXT, "Den unges ord", Presence.SOMETIMES),
        Known("evaluering.de_andre[]", TEXT, "De andres ord"),
        Known("evaluering.næste_gang[]", TEXT, "Det, I gør anderledes næste gang"),
        Known("deltagere[]", GROUP, "En linje til hver, der er indkaldt"),
        Known("deltagere[].navn", TEXT, "Navn"),
        asked_fields("deltagere[]"),
        Known("deltagere[].funktion", TEXT, "Titel og arbejdssted, relation eller rolle"),
        yes_no_fields("deltagere[].deltog", "Var med"),
        yes_no_fields("deltagere[].bidrog", "Tog aktivt del i mødet"),
        tuple(lists),
    )


MEETING_CHECKLIST = Kind(
    name="meeting-checklist",
    order=120,
    stem="mødetjekliste",
    title="Mødetjekliste",
    help="Lav mødetjeklisten, som koordinatoren udfylder efter mødet.",
    about=(
        "Svarene fra møde.tjekliste og møde.deltagere i rundens fil er krydset af; resten kan "
        "krydses af i Word og læses ind i sagen med `samarbejde read`."
    ),
    steps=(Step.MEETING, Step.FOLLOW_UP),
    template="mødetjekliste.docx",
    later_template=None,
    recipients=everybody,
    context=meeting_checklist,
    fields=_fields,
    stays_inside=True,
    form=Form(
        of_round,
        answers,
        "møde.tjekliste",
        (Items("møde.deltagere", "person", ("person",), ("deltog", "bidrog")),),
    ),
)
