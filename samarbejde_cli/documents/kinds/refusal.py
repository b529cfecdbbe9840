"""The letter that says that somebody is not offered the model (handbook § 2)."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, Nobody
from samarbejde_cli.documents.kinds.pre_meeting import ADDRESSEE_FIELDS, addressee, family
from samarbejde_cli.documents.last_letter import LAST_LETTER_FIELDS, is_news, last_letter
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import DAY, Known, Presence, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea


def refused(case: Case, profile: Profile, day: date) -> Sequence[Recipient]:
    """Return whom the letter goes to; nobody unless the case was rejected."""
    return family(case, profile, day) if case.step is Step.REJECTED else ()


def refusal(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return one letter's fields: what was decided, why, and whom to ask."""
    context = shared(case, profile, "Svar på henvisningen", day)
    shown = last_letter(case, profile, recipient, day, context["koordinator"])
    return context | shown | {
        "modtager": addressee(case, recipient) if recipient else None,
        "henvist": case.record.intake.referred_on,
    }  # fmt: skip


def _is_not_rejected(case: Case, profile: Profile) -> Nobody:
    """Return why there is no letter to make: nothing was refused."""
    del profile
    number = case.number
    return Nobody(
        f"Sagen {number} er ikke afvist, så der er intet afslag at skrive.",
        "Bliver der ikke sagt ja, så skriv `beslutning: afvises` i sag.yaml, og flyt sagen med "
        f"`samarbejde advance {number} --to afvist`.",
    )


REFUSAL = Kind(
    name="refusal",
    order=210,
    stem="afslag",
    title="Afslag",
    help="Lav brevet, der fortæller, at der ikke blev sagt ja til en henvisning.",
    about=(
        "Brevet er til den, sagen handler om, og til dem, der har forældremyndigheden, så længe "
        "den unge ikke er myndig. Det siger, hvad der blev besluttet, og grunden, som den står i "
        "sagen, hvem man kan spørge, og hvad man kan gøre, når man er uenig."
    ),
    steps=(Step.REJECTED,),
    template="afslag.docx",
    later_template=None,
    recipients=refused,
    context=refusal,
    fields=lambda: in_area(
        DataArea.CASE,
        ADDRESSEE_FIELDS,
        LAST_LETTER_FIELDS,
        Known("henvist", DAY, "Dagen, da henvisningen kom", Presence.SOMETIMES),
    ),
    needed=is_news,
    unaddressed=_is_not_rejected,
)
