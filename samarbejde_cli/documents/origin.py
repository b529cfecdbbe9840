"""From a field of a document back to the file and the route that its value comes from."""

from pathlib import Path

from samarbejde_cli.case.case import FILES, Case
from samarbejde_cli.case.round import Round
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.files.find import WORKSPACE_FILE
from samarbejde_cli.findings import Location, Route
from samarbejde_cli.forms.outline import field_at
from samarbejde_cli.profile.model import Profile

PROFILE = "samarbejde"
ROUND = "runde"

_ORIGINS: dict[Route, tuple[str, Route]] = {
    ("sag", "runde"): ("sag", ("runde",)),
    ("ung",): ("sag", ("ung",)),
    ("ung", "kaldenavn"): ("sag", ("ung", "navn")),
    ("forældre",): ("sag", ("forældre",)),
    ("koordinator",): ("sag", ("koordinator",)),
    ("tovholder",): (PROFILE, ("medarbejdere",)),
    ("kommune",): (PROFILE, ()),
    ("kommune", "logo"): (PROFILE, ("udseende", "logo")),
    ("kommune", "navn"): (PROFILE, ("kommune",)),
    ("kommune", "postadresse"): (PROFILE, ("adresse",)),
    ("ord",): (PROFILE, ("ord",)),
    ("rytme",): (PROFILE, ("rytme",)),
    ("møde",): (ROUND, ("møde",)),
    ("møde", "mødeleder"): ("sag", ("koordinator",)),
    ("møde", "adresse"): (PROFILE, ("adresse",)),
    ("formøde",): (ROUND, ("formøde",)),
    ("formøde", "adresse"): (PROFILE, ("adresse",)),
    ("tider",): (ROUND, ("møde", "slut")),
    ("ønsker",): (ROUND, ("formøde", "ønsker")),
    ("minutter",): (ROUND, ("møde", "slut")),
    ("mødes_før",): (ROUND, ("møde", "start")),
    ("oplevelse",): (ROUND, ("formøde", "oplevelse")),
    ("bevillinger",): (ROUND, ("opfølgning", "økonomi")),
    ("deltagere",): (ROUND, ("møde", "deltagere")),
    ("kommer_ikke",): (ROUND, ("møde", "deltagere")),
    ("visitation",): ("sag", ("visitation",)),
    ("svarfrist",): (ROUND, ("møde", "dato")),
    ("afbud",): (ROUND, ("møde", "deltagere")),
    ("mangler_svar",): (ROUND, ("møde", "deltagere")),
    ("samtykke",): ("samtykke", ()),
    ("plan",): ("plan", ()),
    ("mål",): ("plan", ("mål",)),
    ("køreplan",): ("plan", ("køreplan",)),
    ("undersøgelse",): ("plan", ("børnefaglig_undersøgelse",)),
    ("underskrifter",): ("plan", ("underskrifter",)),
    ("team",): ("team", ("personer",)),
    ("indsatser",): ("team", ("indsatser",)),
    ("den_unges_voksne",): ("team", ("den_unges_voksne",)),
    ("fagpersoner",): ("team", ("personer",)),
    ("private",): ("team", ("personer",)),
    ("familie",): ("sag", ("forældre",)),
    ("netværk",): ("team", ("netværk",)),
    ("kort",): ("team", ("netværk",)),
    ("svar",): (ROUND, ("dialogskema",)),
    ("udfyldt",): (ROUND, ("dialogskema",)),
    ("sidst_udfyldt",): (ROUND, ("dialogskema",)),
    ("spindelvæv",): (ROUND, ("dialogskema",)),
    ("huse",): (ROUND, ("formøde", "tre_huse")),
    ("lov",): (PROFILE, ("love",)),
    ("love",): (PROFILE, ("love",)),
}
"""Where each group of fields comes from; nested fields keep their own keys."""


def origin(field: str) -> tuple[str, Route] | None:
    """Return the file's stem and the route for a field such as ``møde.dato``.

    The stem is ``runde`` for the present round's file and ``samarbejde`` for the profile. A key
    that the file does not have is left off, so that the route ends at what holds it. None when
    the field comes from no file: it is misspelled in the template.
    """
    keys: Route = tuple(field.replace("[]", "").split("."))
    for length in range(len(keys), 0, -1):
        if found := _ORIGINS.get(keys[:length]):
            stem, route = found
            return stem, _known(stem, route, keys[length:])
    return None


def _known(stem: str, route: Route, rest: Route) -> Route:
    kinds = {PROFILE: Profile, ROUND: Round, **FILES}
    for key in rest:
        if field_at(kinds[stem], (*route, key)) is None:
            break
        route = (*route, key)
    return route


def spot_of(
    case: Case, workspace: Path, recipient: Recipient | None, field: str
) -> Location | None:
    """Return the location of a field in the user's files, or None when none has it."""
    if recipient is not None and field.split(".", maxsplit=1)[0] == "modtager":
        return recipient.location
    found = origin(field)
    if found is None:
        return None
    stem, route = found
    if stem == PROFILE:
        return Location(workspace / WORKSPACE_FILE, route)
    return case.location(case.round_key if stem == ROUND else stem, *route)
