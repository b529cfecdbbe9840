"""The two sheets for inspiration: the three houses, and vitalisation.

Both are there to be written on together. Middelfart names the sheets but does not show them: the
questions are our own, and so are the four headings of the vitalisation sheet, since no source at
hand tells those of the model. A municipality that has them writes them into the template.
"""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import ThreeHouses
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.form import Answers, Form, lines_of, of_round
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import TEXT, Known, in_area, of_model
from samarbejde_cli.documents.values import danish
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

_EMPTY = ThreeHouses.model_validate({})


def three_houses(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the fields of the three houses: what was said, above the room to write more."""
    del recipient
    met = case.round.pre_meeting
    own = {"huse": danish(met.houses or _EMPTY), "ønsker": met.wishes}
    return shared(case, profile, "De 3 huse", day) | own


def answers(context: Context) -> Answers:
    """Return what is printed in the houses, and the wishes for the meeting."""
    houses = {f"formøde.tre_huse.{key}": lines_of(v) for key, v in context["huse"].items()}
    return houses | {"formøde.ønsker": lines_of(context["ønsker"])}


def vitalisation(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the fields of the vitalisation sheet: those that all papers have."""
    del recipient
    return shared(case, profile, "Vitaliseringsmodel", day)


def _houses_are_used(case: Case, profile: Profile, day: date) -> bool:
    del profile, day
    houses = case.round.pre_meeting.houses
    return houses is not None and not houses.is_empty


def _on_request(case: Case, profile: Profile, day: date) -> bool:
    """Return that no case needs the sheet: it is for those who like it."""
    del case, profile, day
    return False


THREE_HOUSES = Kind(
    name="three-houses",
    order=170,
    stem="de-3-huse",
    title="De 3 huse",
    help="Lav inspirationsarket De 3 huse.",
    about=(
        "Tre huse med det, der bekymrer, det, der virker, og det, den unge håber på. Det, der står "
        "under tre_huse i rundens fil, er skrevet ind, og der er plads til mere, også til det, den "
        "unge vil have talt om på mødet. Spørgsmålene er vores egne."
    ),
    steps=(Step.PRE_MEETING,),
    template="de-3-huse.docx",
    later_template=None,
    recipients=everybody,
    context=three_houses,
    fields=lambda: in_area(
        DataArea.ANSWERS,
        of_model("huse", ThreeHouses, "Det, der er skrevet i husene"),
        Known("ønsker[]", TEXT, "Det, den unge vil have talt om", area=DataArea.WISHES),
    ),
    needed=_houses_are_used,
    stays_inside=True,
    form=Form(of_round, answers, "formøde.tre_huse."),
)

VITALISATION = Kind(
    name="vitalisation",
    order=180,
    stem="vitalisering",
    title="Vitaliseringsmodel",
    help="Lav inspirationsarket til vitaliseringsmodellen.",
    about=(
        "Fire felter at skrive i sammen. Overskrifterne og spørgsmålene er vores egne; ret dem i "
        "skabelonen, hvis I bruger andre. Arket bliver kun lavet, når du beder om det."
    ),
    steps=(Step.PRE_MEETING,),
    template="vitalisering.docx",
    later_template=None,
    recipients=everybody,
    context=vitalisation,
    fields=lambda: (),
    needed=_on_request,
    stays_inside=True,
)
