"""The fields of a case's files and their values in the words of a sentence."""

from datetime import datetime
from typing import Final

from samarbejde_cli.danish.dates import clock, long_date, parse_iso
from samarbejde_cli.danish.text import listed, shortened
from samarbejde_cli.files.find import ROUNDS_FOLDER
from samarbejde_cli.findings import Route
from samarbejde_cli.forms.cpr import masked
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.routes import value_at
from samarbejde_cli.source.line_load import Tree

FILES: Final = {
    "sag": "sagens oplysninger",
    "team": "teamet",
    "samtykke": "samtykket",
    "plan": "planen",
    "historik": "historikken",
    "breve": "listen over breve",
    "samarbejde": "indstillingerne",
}
"""What each file is called within a sentence."""
_OWNERS = {
    "ung": "den unges",
    "koordinator": "koordinatorens",
    "visitation": "visitationens",
    "formøde": "formødets",
    "møde": "mødets",
    "opfølgning": "opfølgningens",
    "afslutning": "afslutningens",
    "pause": "pausens",
    "den_unges_voksne": "den unges voksnes",
    "køreplan": "køreplanens",
    "jobcenter": "jobcentrets",
    "ungestøtte": "ungestøttens",
    "kommune": "kommunens",
}
_LISTS = {
    "forældre": "forældrene",
    "personer": "teamet",
    "netværk": "netværket",
    "indsatser": "indsatserne",
    "mål": "målene",
    "deltagere": "deltagerne",
    "modtagere": "modtagerne",
    "underskrifter": "underskrifterne",
    "ansvarlige": "de ansvarlige",
    "handlinger": "handlingerne",
    "delmål": "delmålene",
    "ønsker": "ønskerne",
    "oplysninger": "oplysningerne",
    "fagcentre": "fagcentrene",
    "organisationer": "organisationerne",
    "kopi_sendt": "dem, der har fået en kopi",
    "sendes_til": "dem, planen sendes til",
    "andre_møder": "de andre møder",
    "ændringer": "ændringerne",
    "økonomi": "enkeltsagsøkonomien",
    "tidligere": "de tidligere tider",
    "medarbejdere": "medarbejderne",
}
_TEXTS = frozenset((
    "handlinger", "delmål", "ønsker", "særlige_hensyn", "bekymringer", "det_der_virker", "håb",
    "de_andre", "næste_gang", "må_ikke_udveksles",
))  # fmt: skip
"""The lists whose items are what somebody said, not names."""
_NAMES = ("navn", "person", "mål", "støtte", "oplysning", "bevilling", "udsagn", "hvad", "dato")
_FEW_WORDS = 3
_ROUND = lazy_pattern(rf"{ROUNDS_FOLDER}/(\d+)")


def file_words(stem: str) -> str:
    """Return what a file is called: ``planen``, ``runde 2``; its name when it has no other."""
    found = _ROUND.fullmatch(stem)
    return f"runde {found[1]}" if found else FILES.get(stem, f"{stem}.yaml")


def round_words(stem: str) -> str:
    """Return in which round something is, to follow a sentence; empty for files of the case."""
    found = _ROUND.fullmatch(stem)
    return f" (runde {found[1]})" if found else ""


def field_words(route: Route, tree: Tree) -> str:
    """Return what a field is called: ``mødets dato``, ``telefon for Karin Friis``.

    ``tree`` is the data of the file, for the names of the items that the route leads through.
    """
    *above, last = route
    if isinstance(last, int):
        return item_words(value_at(tree, route), tuple(above))
    item = next((at for at in range(len(above), 0, -1) if isinstance(above[at - 1], int)), 0)
    owner = _owner(tuple(above[item:]))
    leaf = f"{owner} {_plain(last)}".strip()
    if not item:
        return leaf
    holder = value_at(tree, tuple(above[:item]))
    if last == _name_key(holder):
        return item_words(holder, tuple(above[: item - 1]))
    return f"{leaf} for {item_words(holder, tuple(above[: item - 1]))}"


def list_words(route: Route, tree: Tree) -> str:
    """Return what the list at a route is called: ``målene``, ``handlingerne for målet »…«``."""
    keys = [each for each in route if isinstance(each, str)]
    if not keys:
        return "linjerne"
    item = next((at for at in range(len(route), 0, -1) if isinstance(route[at - 1], int)), 0)
    if item:
        holder = item_words(value_at(tree, route[:item]), route[: item - 1])
        return f"{list_words(route[item:], tree)} for {holder}"
    owner = _owner(tuple(keys[:-1])) if isinstance(route[-1], str) else ""
    if owner and keys[-1] in ("deltagere", "underskrifter", "ønsker", "ændringer"):
        return f"{owner} {_plain(keys[-1])}"
    return _LISTS.get(keys[-1], f"listen »{_plain(keys[-1])}«")


def item_words(item: Tree, above: Route) -> str:
    """Return what an item of the list at a route is called: its name, a goal by its text."""
    key = _name_key(item)
    name = str(item[key]) if isinstance(item, dict) and key else value_words(item)
    last = next((each for each in reversed(above) if isinstance(each, str)), "")
    if last == "mål":
        return f"målet {_quoted(name)}"
    return _quoted(str(item)) if isinstance(item, str) and last in _TEXTS else name


def value_words(value: Tree) -> str:
    """Return a value as it is read in a sentence: days and times as Danes write them."""
    if isinstance(value, dict):
        parts = (f"{_plain(key)}: {value_words(each)}" for key, each in value.items() if each)
        return shortened("; ".join(parts), 120)
    if isinstance(value, list):
        return shortened(listed([item_words(each, ()) for each in value]), 120)
    return _scalar(value or "")


def _scalar(text: str) -> str:
    if day := parse_iso(text):
        return long_date(day)
    if text[4:5] == "-" and text[10:11] == "T" and (moment := _moment(text)):
        return f"{long_date(moment.date())} kl. {clock(moment.time())}"
    words = text.split()
    is_long = len(words) > _FEW_WORDS and any(map(str.isalpha, words))
    return masked(_quoted(text) if is_long else text)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _quoted(text: str) -> str:
    return f"»{shortened(text, 80).rstrip('.')}«"


def _owner(keys: Route) -> str:
    """Return the groups that a field is in, as its owner: ``mødets``; their names for others."""
    known = [str(each) for each in keys if each in _OWNERS]
    rest = [_plain(str(each)) for each in keys if each not in _OWNERS and isinstance(each, str)]
    return " ".join([*(_OWNERS[each] for each in known[-1:]), *rest])


def _name_key(item: Tree) -> str:
    if not isinstance(item, dict):
        return ""
    return next((key for key in _NAMES if item.get(key)), "")


def _plain(key: str) -> str:
    return key.replace("_", " ")
