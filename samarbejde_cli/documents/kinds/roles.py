"""One page for each role in the case: what you do before, at and after the meeting (Bilag 8)."""

from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import has_withdrawn, shown_parents, still_members, under_age
from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.roles_in_words import function
from samarbejde_cli.documents.schema import GROUP, TEXT, YES_NO, Known, Presence
from samarbejde_cli.documents.signatures import meeting_day
from samarbejde_cli.documents.values import opening
from samarbejde_cli.profile.model import Profile


def roles(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return who has which role; an unassigned role has no page."""
    del recipient
    context = shared(case, profile, "Roller og opgaver", day)
    meeting, adult = context["møde"], _adult(case, profile, day)
    members = still_members(case, profile, day)
    others = [each for each in members if each.name != (adult or {}).get("navn")]
    parents = shown_parents(case, profile, meeting_day(case, day))
    family = [{"navn": each.name, "funktion": opening(each.relation)} for each in parents]
    private = [each for each in others if not each.is_professional]
    return context | {
        "mindreårig": under_age(case, profile, meeting_day(case, day)),
        "leder_selv": _same(context["koordinator"], meeting["mødeleder"]),
        "skriver_selv": _same(context["tovholder"], meeting["referent"]),
        "den_unges_voksne": adult,
        "fagpersoner": [
            {"navn": each.name, "funktion": function(each, profile)}
            for each in others
            if each.is_professional
        ],
        "familie_og_netværk": family
        + [{"navn": each.name, "funktion": function(each, profile)} for each in private],
    }


def _same(person: Context | None, name: str | None) -> bool:
    return person is not None and person["navn"] == name


def _adult(case: Case, profile: Profile, day: date) -> Context | None:
    adult = case.team.adult
    if adult is None or adult.person is None or has_withdrawn(case, profile, adult.person, day):
        return None
    member = case.member(adult.person)
    return {
        "navn": member.name if member else adult.person,
        "relation": member.relation if member else None,
    }


ROLES_FIELDS = (
    Known("mindreårig", YES_NO, "Er den unge under 18 år på mødets dag"),
    Known("leder_selv", YES_NO, "Leder koordinatoren selv mødet"),
    Known("skriver_selv", YES_NO, "Skriver tovholderen selv referatet"),
    Known("den_unges_voksne", GROUP, "Den voksne, som den unge har valgt", Presence.SOMETIMES),
    Known("den_unges_voksne.navn", TEXT, "Navn"),
    Known("den_unges_voksne.relation", TEXT, "Moster, nabo, træner …", Presence.SOMETIMES),
    Known("fagpersoner[]", GROUP, "De andre fagpersoner i teamet"),
    Known("fagpersoner[].navn", TEXT, "Navn"),
    Known("fagpersoner[].funktion", TEXT, "Titel og arbejdssted"),
    Known("familie_og_netværk[]", GROUP, "Forældre og andre private i teamet"),
    Known("familie_og_netværk[].navn", TEXT, "Navn"),
    Known("familie_og_netværk[].funktion", TEXT, "Mor, moster, ven …"),
)

ROLES = Kind(
    name="roles",
    order=100,
    stem="roller",
    title="Roller og opgaver",
    help="Lav en side til hver rolle: før, på og efter mødet.",
    about=(
        "Der er en side til tovholderen, koordinatoren, den unges voksne, de andre fagpersoner og "
        "familien, når de er med i sagen. Giv hver deres egen side."
    ),
    steps=(Step.MEETING,),
    template="roller.docx",
    later_template=None,
    recipients=everybody,
    context=roles,
    fields=ROLES_FIELDS,
)
