"""The files of a new case or round, with empty fields and comments that show how to fill them."""

from collections.abc import Sequence
from datetime import date, datetime
from importlib.resources import files
from string import Template

from samarbejde_cli.case.case import ROUNDS
from samarbejde_cli.case.history import timestamp
from samarbejde_cli.case.numbers import new_key
from samarbejde_cli.danish.text import listed
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.own_words import in_own_words
from samarbejde_cli.source.edit import quote
from samarbejde_cli.source.quoting import quote_in_flow


@frozen
class Referral:
    """What is known of a person when the case is made; ``profile`` when it is not the usual one."""

    name: str
    cpr: Cpr
    referred_by: str | None = None
    referred_on: date | None = None
    profile: str | None = None


def new_case(referral: Referral, profile: Profile, by: str, at: datetime) -> dict[str, str]:
    """Return the texts of a new case's files by their path inside the folder.

    The examples in them are right by the case's profile.
    """
    key = new_key()
    record = _filled(
        "sag",
        nøgle=key,
        navn=quote(referral.name),
        cpr=referral.cpr,
        henvist_af=quote(referral.referred_by) if referral.referred_by else "",
        henvist_dato=referral.referred_on.isoformat() if referral.referred_on else "",
        profil=f"profil: {referral.profile}\n" if referral.profile else "",
        **_examples(profile),
    )
    history = _filled("historik", tid=timestamp(at), hvem=quote_in_flow(by), nøgle=key)
    plain = {f"{stem}.yaml": _filled(stem, nøgle=key) for stem in ("team", "plan")}
    plain["samtykke.yaml"] = _filled("samtykke", nøgle=key, fagcentre=_centres(profile))
    first_round = {f"{ROUNDS}/1.yaml": new_round(1, key)}
    return {"sag.yaml": record, **plain, "historik.yaml": history, **first_round}


def _examples(profile: Profile) -> dict[str, str]:
    """Return the examples and comments of ``sag.yaml`` that depend on the profile."""
    departments = [each.name for each in profile.departments]
    groups = [each.key for each in profile.target.groups]
    exclusions = [each.key for each in profile.exclusions]
    return {
        "afdeling": quote(next(iter(departments), "Afdelingens navn")),
        "afdelinger": f"[{', '.join(map(quote_in_flow, departments[:2]))}]",
        "grupper": listed(groups, "eller") or "bruges ikke i denne profil",
        "udelukkelser": listed(exclusions, "eller") or "bruges ikke i denne profil",
        "udsagn": _statement([each.key for each in profile.checklist]),
    }


def _centres(profile: Profile) -> str:
    """Return the centres that the form proposes; none whose departments were renamed."""
    known = (
        each.name for each in profile.centres if all(map(profile.department, each.departments))
    )
    return "".join(f"\n  - navn: {quote(name)}" for name in known)


def _statement(keys: list[str]) -> str:
    if not keys:
        return "bruges ikke i denne profil"
    return (
        "de udsagn, der passer, for eksempel:\n"
        f"#    - udsagn: {quote(keys[0])}\n"
        "#      kommentar: Det, udsagnet bygger på"
    )


def new_round(
    number: int,
    key: str | None,
    pre_meeting: date | None = None,
    meeting: date | None = None,
    participants: Sequence[str] = (),
) -> str:
    """Return the text of a round's file, with what was agreed at the end of the last one."""
    people = "".join(f"\n    - person: {quote(name)}" for name in participants)
    return _filled(
        "runde",
        runde=str(number),
        nøgle=key or "",
        formøde=pre_meeting.isoformat() if pre_meeting else "",
        møde=meeting.isoformat() if meeting else "",
        deltagere=people,
    )


def settings(municipality: str, profile: str) -> str:
    """Return the text of a new ``samarbejde.yaml``."""
    return _filled("samarbejde", kommune=quote(municipality), profil=quote(profile))


def with_own_words(text: str, words: Words) -> str:
    """Return the text of a new file with comments that speak as the municipality does."""
    lines = (line.partition("#") for line in text.splitlines())
    return "".join(f"{kept}{sign}{in_own_words(said, words)}\n" for kept, sign, said in lines)


class _DanishTemplate(Template):
    idpattern = r"[a-zæøå_]+"


def _filled(stem: str, **values: str) -> str:
    shipped = files("samarbejde_cli.case").joinpath("skeletons", f"{stem}.yaml")
    text = shipped.read_text(encoding="utf-8")
    filled = _DanishTemplate(text).safe_substitute(values)
    return "\n".join(line.rstrip() for line in filled.splitlines()) + "\n"
