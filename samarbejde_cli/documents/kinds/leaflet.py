"""The leaflet for the youth: one folded sheet in plain language (national model)."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Appointment
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.readers import known_reader
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import DAY, TEXT, YES_NO, Known, Presence, in_area, of_model
from samarbejde_cli.documents.values import danish
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

LEAFLET_FIELDS = in_area(
    DataArea.CASE,
    in_area(
        DataArea.NEXT_MEETING,
        of_model(
            "næste_formøde",
            Appointment,
            "Formødet, når det ikke er holdt endnu",
            "start",
            "slut",
            "lokale",
            presence=Presence.SOMETIMES,
        ),
    ),
    Known("næste_formøde.dato", DAY, "Formødets dag", area=DataArea.NEXT_MEETING),
    Known("mødet_venter", YES_NO, "Er mødets dag aftalt og ikke forbi"),
    Known("mindreårig", YES_NO, "Skriver forældrene også under på samtykket"),
    Known("fornavn_koordinator", TEXT, "Koordinatorens fornavn", Presence.SOMETIMES),
)


def leaflet(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the leaflet's fields; it describes the model, and of the case gives only dates."""
    del recipient
    coordinator = case.record.coordinator
    return shared(case, profile, "Til dig om møderne", day) | {
        "næste_formøde": _to_come(case.round.pre_meeting, day),
        "mødet_venter": _to_come(case.round.meeting, day) is not None,
        "mindreårig": under_age(case, profile, day),
        "fornavn_koordinator": coordinator.name.split()[0] if coordinator else None,
    }


def _to_come(appointment: Appointment, day: date) -> Context | None:
    """Return when and where something is; None when it is past or not agreed."""
    if appointment.date is None or appointment.date < day:
        return None
    keys = Appointment.model_fields.values()
    said: Context = danish(appointment)
    return {str(key.alias): said[str(key.alias)] for key in keys}


def only_the_youth(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return the youth as the only reader."""
    return [known_reader(case, profile, case.record.youth.name, day)]


def is_new(case: Case, profile: Profile, day: date) -> bool:
    """Whether the youth has not met the model before."""
    del profile, day
    return case.record.round == 1


LEAFLET = Kind(
    name="leaflet",
    order=190,
    stem="pjece",
    title="Pjece",
    help="Lav pjecen til den unge: ét ark, der foldes.",
    about=(
        "Pjecen fortæller i korte sætninger, hvad der skal ske, og hvad den unge selv bestemmer. "
        "Print den på begge sider af et A4-ark, vend på den korte led, og fold på midten."
    ),
    steps=(Step.PRE_MEETING,),
    template="pjece.docx",
    later_template=None,
    recipients=only_the_youth,
    looks_ahead=True,
    context=leaflet,
    fields=lambda: LEAFLET_FIELDS,
    needed=is_new,
    stays_inside=True,
)
