"""What the fields of the goal form hold as it is printed, by their routes in ``plan.yaml``."""

import re
from collections.abc import Iterator, Mapping

from samarbejde_cli.case.case import Case
from samarbejde_cli.documents.form import (
    Answers,
    Form,
    Items,
    Line,
    Lines,
    lines_of,
    names_in,
    ticked,
)
from samarbejde_cli.documents.schema import Context
from samarbejde_cli.lazy import lazy_pattern

_TEXTS = ("overordnet_mål", "sagsresumé", "formål_med_støtten", "overgang_til_voksenlivet",
          "støtte_til_forældre", "den_unges_holdning")  # fmt: skip
_STEP = lazy_pattern(r"(Start|nu|ønsket)\s*:?\s*([1-5]?)", re.IGNORECASE)
_STEPS = {"start": "progression.start", "nu": "nu", "ønsket": "progression.ønsket"}
_GOAL = {
    "område": "område",
    "mål": "mål",
    "delmål": "delmål",
    "mine_handlinger": "handlinger.mine",
    "andres_handlinger": "handlinger.andres",
    "ansvarlige": "ansvarlige",
    "frist": "frist",
    "årsag": "årsag",
}


_ONLY_PRINTED, _AFTERWARDS = "formål", "efter_tilbuddet"
"""What has no field while it is empty, of a measure and of the plan."""
_MEASURE = ("støtte", "formål", "paragraf", "start", "varighed", "tilbud")
CHOOSE = "Vælg område"
"""What stands in the place of the area of a line that holds no goal yet."""
NAME_IS_ELSEWHERE = (
    "Navnet står også i andre filer. Ret det i team.yaml og dér, hvor det bliver brugt."
)
"""Why a name is not changed by a form."""


def goal_answers(context: Context) -> Answers:
    """Return the lines of every field; those of a line for a new goal are empty."""
    plan, road_map, assessment = context["plan"], context["køreplan"], context["undersøgelse"]
    answers = {key: lines_of(plan.get(key)) for key in _TEXTS}
    if after := lines_of(plan.get(_AFTERWARDS)):
        answers[_AFTERWARDS] = after
    answers |= {
        "sendes_til": names_in(plan["sendes_til"]),
        "køreplan.ansvarlig": names_in(lines_of(road_map["ansvarlig"])),
        "køreplan.næste_gang": lines_of(road_map["næste_gang"]),
        "børnefaglig_undersøgelse.udarbejdet": ticked(assessment),
        "børnefaglig_undersøgelse.begrundelse": lines_of(assessment["begrundelse"]),
    }
    parts = (_signed(context), _goals(context), *_about_me(context))
    return answers | {route: lines for part in parts for route, lines in part}


def _signing(context: Context) -> Iterator[tuple[str, Context]]:
    """Yield those who sign, each with the name of the line."""
    for row in context["underskriftsrækker"]:
        for each in filter(None, row.values()):
            if each["sted"]:
                yield each["sted"]["rute"].removesuffix(".dato"), each


def _signed(context: Context) -> Iterator[tuple[str, Lines]]:
    for name, each in _signing(context):
        yield f"{name}.dato", lines_of(each["dato"])


def lines(context: Context) -> Mapping[str, Line]:
    """Return what the lines for signatures stand for."""
    found = _signing(context)
    return {name: {"navn": each["navn"], "som": each["nøgle"]} for name, each in found}


def _goals(context: Context) -> Iterator[tuple[str, Lines]]:
    for line in (line for part in context["mål"].values() for line in part if not line["tom"]):
        for key, name in _GOAL.items():
            if name == "årsag" and not (line["fra_runde"] or line["årsag"] or line["status"]):
                continue
            lines = lines_of(line[key])
            yield f"{line['rute']}.{name}", names_in(lines) if key == "ansvarlige" else lines
        yield f"{line['rute']}.nået", ticked(line)
        for name, number in scale_steps(line.get("skala") or "").items():
            yield f"{line['rute']}.{name}", number


def _about_me(context: Context) -> Iterator[Iterator[tuple[str, Lines]]]:
    """Yield the parts of the last page that a reader sees."""
    shown = context["vises"]
    if shown["situation"] and shown["indsatser"]:
        yield _measures(context)
    if shown["situation"] and shown["hold"]:
        yield _team(context)


def _measures(context: Context) -> Iterator[tuple[str, Lines]]:
    for each in context["indsatser"]:
        for key in _MEASURE:
            if each[key] or key != _ONLY_PRINTED:
                yield f"{each['sted']['rute']}.{key}", lines_of(each[key])


def _team(context: Context) -> Iterator[tuple[str, Lines]]:
    for each in context["team"]:
        for key in ("navn", "arbejdssted", *(["telefon"] if each["viser_telefon"] else [])):
            yield f"{each['sted']['rute']}.{key}", lines_of(each[key])
        yield each["funktion_sted"]["rute"], lines_of(each["funktion"])


def _stops(context: Context, route: str, after: Lines) -> str:
    """Return why what is said of somebody in the team is not changed by the form."""
    del context
    if not route.startswith("personer["):
        return ""
    if route.endswith(".navn"):
        return NAME_IS_ELSEWHERE
    is_function = route.endswith((".titel", ".relation"))
    return "Feltet er tomt i skemaet. Det står stadig i sagen." if is_function and not after else ""


def scale_steps(text: str) -> dict[str, Lines]:
    """Return the numbers of ``Start 2 · nu 3 · ønsket 5`` by their routes; ``nu`` is no field."""
    found = {word.casefold(): number for word, number in _STEP.findall(text)}
    return {
        route: (found[word],) if found.get(word) else ()
        for word, route in _STEPS.items()
        if word in found
    }


def _plan(case: Case) -> str:
    """Return the stem of the plan's file, which is one for all rounds."""
    del case
    return "plan"


GOAL_FORM = Form(
    _plan,
    goal_answers,
    "mål[",
    (
        Items("mål", "mål", ("område", "mål"), has_own_rows=False),
        Items("indsatser", "støtte", ("støtte",), can_go=True),
        Items("personer", "navn", ("navn", "rolle"), can_go=True, are_people=True),
    ),
    lines,
    _stops,
    (("indsatser", "team"), ("personer", "team")),
)
