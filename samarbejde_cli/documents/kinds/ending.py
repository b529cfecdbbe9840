"""The letter that says that the meetings have come to an end, and what was reached."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Measure
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, Nobody
from samarbejde_cli.documents.kinds.pre_meeting import ADDRESSEE_FIELDS, addressee, family
from samarbejde_cli.documents.last_letter import LAST_LETTER_FIELDS, is_news, last_letter
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import TEXT, YES_NO, Known, in_area, of_model
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def told(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return whom the letter goes to; nobody unless the case was closed."""
    return family(case, profile, day) if case.step is Step.CLOSED else ()


def ending(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one letter's fields: what was reached, what goes on, and whom to ask."""
    context = shared(case, profile, "Afslutning", day)
    goals = case.plan.goals
    shown = last_letter(case, profile, recipient, day, context["koordinator"])
    return context | shown | {
        "modtager": addressee(case, recipient) if recipient else None,
        "nået": [_goal(each) | {"årsag": each.reason} for each in goals if each.reached],
        "ikke_nået": [_goal(each) for each in goals if not each.reached],
        "indsatser": [
            {"støtte": each.support, "varighed": each.length} for each in case.team.measures
        ],
        "har_samtykke": bool(case.consent.signatures) and case.consent.withdrawal is None,
        "bliver_gemt": profile.privacy_notice.kept,
    }  # fmt: skip


def _goal(goal: Goal) -> Context:
    return {"område": goal.area.label, "mål": goal.goal}


def _is_not_closed(case: Case, profile: Profile) -> Nobody:
    """Return why there is no letter to make: the meetings go on."""
    del profile
    number = case.number
    return Nobody(
        f"Sagen {number} er ikke afsluttet, så der er ingen afslutning at skrive om.",
        "Skal sagen slutte, så skriv dato og årsag under `afslutning` i sag.yaml, og flyt den med "
        f"`samarbejde advance {number} --to afsluttet`.",
    )


ENDING = Kind(
    name="ending",
    order=220,
    stem="afslutning",
    title="Afslutning",
    help="Lav brevet, der fortæller, at møderne slutter, og hvad der er nået.",
    about=(
        "Brevet er til den, sagen handler om, og til dem, der har forældremyndigheden, så længe "
        "den unge ikke er myndig. Det siger, hvad der er lykkedes, med ordene fra planen, hvad "
        "der går videre, hvem man kan spørge, og hvad der sker med samtykket."
    ),
    steps=(Step.CLOSED,),
    template="afslutning.docx",
    later_template=None,
    recipients=told,
    context=ending,
    fields=lambda: in_area(
        DataArea.CASE,
        ADDRESSEE_FIELDS,
        LAST_LETTER_FIELDS,
        in_area(
            DataArea.PLAN,
            of_model("nået[]", Goal, "Mål, der er nået", "område", "mål", "årsag"),
            of_model("ikke_nået[]", Goal, "Mål, der ikke er nået", "område", "mål"),
        ),
        in_area(
            DataArea.MEASURES,
            of_model("indsatser[]", Measure, "Støtte, der står som i gang", "støtte", "varighed"),
        ),
        Known("har_samtykke", YES_NO, "Er der et samtykke, som ikke er trukket tilbage"),
        Known("bliver_gemt", TEXT, "Hvor længe oplysningerne bliver gemt"),
    ),
    needed=is_news,
    unaddressed=_is_not_closed,
)
