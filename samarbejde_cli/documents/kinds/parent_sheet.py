"""What the parents of a youth under age are told of the model (national model 3.2)."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, Nobody
from samarbejde_cli.documents.kinds.leaflet import is_new
from samarbejde_cli.documents.readers import known_reader
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import TEXT, Known, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea, ReaderRole


def parent_sheet(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the sheet's fields; it describes the model, and nothing of the case but names."""
    return shared(case, profile, "Til jer, der er forældre", day) | {
        "modtager_navn": recipient.name if recipient else "",
        "myndig_år": str(profile.consent.adult),
    }


def custody_holders(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return all who have custody while the youth is under age."""
    holders = case.record.custody_holders if under_age(case, profile, day) else []
    return [known_reader(case, profile, each.name, day) for each in holders]


def nobody_has_custody(case: Case, profile: Profile) -> Nobody:
    """Return that there are no parents to tell: of age, or nobody is written with custody."""
    return Nobody(
        f"{case.number}: arket er til dem, der har forældremyndighed over en ung under "
        f"{profile.consent.adult} år, og her er ingen.",
        "Hvem der har den, står under `forældre` i sag.yaml.",
        is_wrong=False,
    )


PARENT_SHEET = Kind(
    name="parent-sheet",
    order=195,
    stem="forældreark",
    title="Til forældre",
    help="Lav arket til forældrene: hvad møderne er, og hvad I bestemmer.",
    about=(
        "Arket går til hver, der har forældremyndighed, så længe den unge ikke er myndig. Der står "
        "intet om den unge ud over navnet."
    ),
    steps=(Step.PRE_MEETING,),
    template="forældreark.docx",
    later_template=None,
    recipients=custody_holders,
    looks_ahead=True,
    context=parent_sheet,
    fields=lambda: in_area(
        DataArea.CASE,
        Known("modtager_navn", TEXT, "Den, arket er til"),
        Known("myndig_år", TEXT, "Alderen, hvor den unge bestemmer alene"),
    ),
    needed=is_new,
    readers=frozenset({ReaderRole.CUSTODY, ReaderRole.RUNS_IT}),
    unaddressed=nobody_has_custody,
)
