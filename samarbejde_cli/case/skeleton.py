"""The files of a new case or round, with empty fields and comments that show how to fill them."""

from collections.abc import Sequence
from datetime import date, datetime
from importlib.resources import files
from string import Template

from samarbejde_cli.case.case import ROUNDS
from samarbejde_cli.case.numbers import new_key
from samarbejde_cli.profile.model import Words
from samarbejde_cli.profile.own_words import in_own_words
from samarbejde_cli.source.edit import quote
from samarbejde_cli.source.quoting import quote_in_flow


def new_case(
    name: str, cpr: str, referred_by: str | None, referred_on: date | None, by: str, at: datetime
) -> dict[str, str]:
    """Return the texts of a new case's files by their path inside the folder."""
    key = new_key()
    record = _filled(
        "sag",
        nøgle=key,
        navn=quote(name),
        cpr=cpr,
        henvist_af=quote(referred_by) if referred_by else "",
        henvist_dato=referred_on.isoformat() if referred_on else "",
    )
    history = _filled("historik", tid=stamp(at), hvem=quote_in_flow(by), nøgle=key)
    plain = {f"{stem}.yaml": _filled(stem, nøgle=key) for stem in ("team", "samtykke", "plan")}
    first_round = {f"{ROUNDS}/1.yaml": new_round(1, key)}
    return {"sag.yaml": record, **plain, "historik.yaml": history, **first_round}


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


def stamp(at: datetime) -> str:
    """Return a moment as the history writes it: ``2026-03-03T10:30``."""
    return at.strftime("%Y-%m-%dT%H:%M")


class _DanishTemplate(Template):
    idpattern = r"[a-zæøå_]+"


def _filled(stem: str, **values: str) -> str:
    shipped = files("samarbejde_cli.case").joinpath("skeletons", f"{stem}.yaml")
    text = shipped.read_text(encoding="utf-8")
    filled = _DanishTemplate(text).safe_substitute(values)
    return "\n".join(line.rstrip() for line in filled.splitlines()) + "\n"
