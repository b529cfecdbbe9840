"""The four questions to the youth about the meetings, and the answers (Bilag 10)."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Experience
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.form import Answers, Form, lines_of, of_round
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import Schema, in_area, of_model
from samarbejde_cli.documents.values import danish
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def experience(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the questions' fields; a question without an answer has room to write."""
    del recipient
    answers = case.round.pre_meeting.experience or Experience.model_validate({})
    return shared(case, profile, "Hvad synes du om møderne?", day) | {"oplevelse": danish(answers)}


def comes_after_a_meeting(case: Case, profile: Profile, day: date) -> bool:
    """Whether there was a meeting to ask about."""
    del profile, day
    return case.record.round > 1


def answers(context: Context) -> Answers:
    """Return the answers that are printed."""
    said = context["oplevelse"]
    return {f"formøde.oplevelse.{key}": lines_of(text) for key, text in said.items()}


EXPERIENCE_FIELDS: Schema = in_area(
    DataArea.ANSWERS, of_model("oplevelse", Experience, "Den unges svar på formødet")
)

EXPERIENCE = Kind(
    name="experience",
    order=50,
    stem="oplevelse",
    title="Den unges oplevelse",
    help="Lav de fire spørgsmål om, hvordan den unge oplever møderne.",
    about=(
        "Koordinatoren spørger på formødet fra og med anden runde. Der er plads til at skrive, og "
        "svar, som står i rundens fil, er skrevet ind."
    ),
    steps=(Step.PRE_MEETING,),
    template="oplevelse.docx",
    later_template=None,
    recipients=everybody,
    context=experience,
    fields=lambda: EXPERIENCE_FIELDS,
    needed=comes_after_a_meeting,
    stays_inside=True,
    form=Form(of_round, answers, "formøde.oplevelse."),
)
