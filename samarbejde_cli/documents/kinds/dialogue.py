"""The dialogue form: seven areas of life from 1 to 5, first filling against latest.

The wording of the national form is not public. The questions are our own, stand in the template
where a municipality can change them, and the paper says that they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from samarbejde_cli import word
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.round import Dialogue
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import counted
from samarbejde_cli.documents.context import Context, shared
from samarbejde_cli.documents.fingerprints import fingerprint
from samarbejde_cli.documents.form import (
    Answers,
    Form,
    Items,
    Line,
    asked,
    asked_fields,
    lines_of,
    named,
    of_round,
)
from samarbejde_cli.documents.kind import Kind, everybody
from samarbejde_cli.documents.recipients import Recipient
from samarbejde_cli.documents.schema import (
    BOX,
    DAY,
    GROUP,
    NUMBER,
    TEXT,
    Known,
    Presence,
    in_area,
)
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea
from samarbejde_cli.profile.vocabulary import LifeArea
from samarbejde_cli.word import AS_ITEM, Checkbox

AreaNames = Mapping[str, tuple[str, str]]
CHART_NAME = "Spindelvæv"
AREAS = {
    "education": ("Skole, uddannelse og beskæftigelse", "Skole og arbejde"),
    "household": ("Husholdning og økonomi", "Hjem og penge"),
    "network": ("Socialt netværk og sociale kompetencer", "Netværk"),
    "body": ("Fysisk helbred", "Fysisk helbred"),
    "mind": ("Psykisk helbred", "Psykisk helbred"),
    "crime": ("Kriminalitet", "Kriminalitet"),
    "drugs": ("Rusmidler", "Rusmidler"),
}
"""The seven areas by attribute: the full name, and a short one for the chart."""
_INDICATORS = "indikatorer"
FORWARD, SAME, BACK = "Fremgang", "Status quo", "Tilbagegang"
_SCORES = ("én", "to", "tre", "fire", "fem")


def dialogue(case: Case, profile: Profile, recipient: Recipient | None, day: date) -> Context:
    """Return the form's fields; with no filling yet it is empty and has no chart."""
    del recipient
    fillings = [filling for _, filling in _fillings(case)]
    present = [filling for number, filling in _fillings(case) if number == case.record.round]
    now = present[-1] if present else None
    before = fillings[: len(fillings) - 1] if now else fillings
    context = shared(case, profile, "Dialogskema", day)
    names = _area_names(profile.words)
    return context | {
        **_place(len(present)),
        "udfyldt": now.date if now else None,
        "sidst_udfyldt": before[-1].date if before else None,
        "svar": _answers(now, before[-1] if before else None, len(present)),
        "indikatorer": _indicators(profile, now, str(_place(len(present))["rute"])),
        "spindelvæv": _web(fillings, names),
    }


def _fillings(case: Case) -> list[tuple[int, Dialogue]]:
    """Return every filling with the number of its round, the oldest first."""
    found = [
        (number, filling)
        for number in range(1, case.record.round + 1)
        if f"{ROUNDS}/{number}" in case.files
        for filling in case.round_no(number).dialogue
    ]
    return sorted(found, key=lambda each: each[1].date)


def _place(filled: int) -> Context:
    """Return the place of a filling in the file: the last one, or a new one."""
    route = f"dialogskema[{filled or ''}]"
    return {"rute": route, "felt": word.bookmark_name(route)}


def _answers(now: Dialogue | None, before: Dialogue | None, filled: int) -> Context:
    """Return for each area the five boxes, and the score of the time before."""
    return {
        _key(area): {
            **{
                answer: Checkbox(checked=_score(now, area) == score)
                for score, answer in enumerate(_SCORES, 1)
            },
            "sidst": _score(before, area),
            **asked(f"{_place(filled)['rute']}.{_key(area)}"),
        }
        for area in AREAS
    }


def _indicators(profile: Profile, now: Dialogue | None, place: str) -> list[Context]:
    """Return the profile's indicators with their numbers, then others that were noted."""
    noted = {each.key: each for each in now.indicators} if now else {}
    wanted = {each.key: each for each in profile.monitoring.indicators}
    names = _area_names(profile.words)
    return [
        {
            "område": names[each.area.name.lower()][0],
            "navn": each.name,
            "tal": noted[key].score if key in noted else None,
            "nøgle": each.area.value,
            "sted": named(f"{place}.{_INDICATORS}{AS_ITEM}{_mark(key)}.tal"),
        }
        for key, each in (noted | wanted).items()
    ]


def _mark(key: tuple[LifeArea, str]) -> str:
    """Return what tells an indicator from others, wherever the filling is in the file."""
    area, name = key
    return fingerprint(_INDICATORS, (area.value, name))


def _key(area: str) -> str:
    return str(Dialogue.model_fields[area].alias)


def _score(filling: Dialogue | None, area: str) -> int | None:
    score: int | None = getattr(filling, area) if filling else None
    return score


def _area_names(words: Words) -> AreaNames:
    """Return the names of the areas; of two the words are the municipality's own."""
    return AREAS | {"education": (words.education_area, words.education_and_work)}


def _web(fillings: Sequence[Dialogue], names: AreaNames) -> Context | None:
    """Return the spider web: the first filling and the latest; None without any."""
    if not fillings:
        return None
    shown = fillings if len(fillings) == 1 else [fillings[0], fillings[-1]]
    changes = [_change(shown, area) for area in AREAS] if len(shown) > 1 else []
    return {
        "første": shown[0].date,
        "senest": shown[-1].date if len(shown) > 1 else None,
        "områder": [_shown(shown, area, names) for area in AREAS],
        "optælling": list(_counts(changes)),
        "beskrivelse": _described(shown, names),
    }


def _shown(shown: Sequence[Dialogue], area: str, names: AreaNames) -> Context:
    full, short = names[area]
    return {
        "navn": full,
        "kort_navn": short,
        "første": _score(shown[0], area),
        "senest": _score(shown[-1], area) if len(shown) > 1 else None,
        "forandring": _change(shown, area),
    }


def _change(shown: Sequence[Dialogue], area: str) -> str | None:
    """Return how an area has changed; None when it was not answered both times."""
    first, latest = _score(shown[0], area), _score(shown[-1], area)
    if len(shown) == 1 or first is None or latest is None:
        return None
    return SAME if first == latest else FORWARD if latest > first else BACK


def _counts(changes: Sequence[str | None]) -> Iterator[str]:
    """Yield how many areas went forward, stayed and went back, those that did."""
    for change in (FORWARD, SAME, BACK):
        if number := changes.count(change):
            yield f"{change.lower()} på {counted(number, 'område', 'områder')}"


def _described(shown: Sequence[Dialogue], names: AreaNames) -> str:
    """Return the words that are read aloud in the place of the chart."""
    times = [f"{name} ({_scores(filling, names)})" for name, filling in _named(shown)]
    return f"Spindelvæv med syv områder fra 1 til 5. {'. '.join(times)}."


def _scores(filling: Dialogue, names: AreaNames) -> str:
    known = ((short, _score(filling, area)) for area, (_, short) in names.items())
    return ", ".join(f"{short} {score}" for short, score in known if score is not None)


def _named(shown: Sequence[Dialogue]) -> list[tuple[str, Dialogue]]:
    names = ("Første gang", "Senest")
    return [
        (f"{name}, {long_date(filling.date)}", filling)
        for name, filling in zip(names, shown, strict=False)
    ]


def with_web(data: bytes, context: Context) -> bytes:
    """Return the paper with the numbers of the web in its chart, or without a chart."""
    web = context["spindelvæv"]
    if web is None:
        return word.remove_unused_charts(data)
    areas = web["områder"]
    times = (("Første gang", "første"), ("Senest", "senest"))
    series = [
        word.Series(f"{name}, {long_date(web[key])}", tuple(area[key] for area in areas))
        for name, key in times
        if web[key]
    ]
    categories = [each["kort_navn"] for each in areas]
    return word.fill_chart(data, CHART_NAME, categories, series, web["beskrivelse"])


_SOMETIMES = Presence.SOMETIMES


def _answer_fields() -> Iterator[Known]:
    for area, (name, _) in AREAS.items():
        path = f"svar.{_key(area)}"
        yield Known(path, GROUP, name)
        for score, answer in enumerate(_SCORES, 1):
            yield Known(f"{path}.{answer}", BOX, f"Svaret {score}")
        yield from asked_fields(path)
        yield Known(f"{path}.sidst", NUMBER, "Svaret gangen før", _SOMETIMES)


def answers(context: Context) -> Answers:
    """Return the day and the scores that are printed."""
    found = {f"{context['rute']}.dato": lines_of(context["udfyldt"])}
    for key, boxes in context["svar"].items():
        scores = (str(n) for n, box in enumerate(_SCORES, 1) if boxes[box].checked)
        found[f"{context['rute']}.{key}"] = tuple(scores)
    return found | {each["sted"]["rute"]: lines_of(each["tal"]) for each in context["indikatorer"]}


def lines(context: Context) -> Mapping[str, Line]:
    """Return the indicators that have a line, each with what the file calls it."""
    return {
        each["sted"]["rute"].rpartition(".")[0]: {"navn": each["navn"], "område": each["nøgle"]}
        for each in context["indikatorer"]
    }


DIALOGUE_FIELDS = in_area(
    DataArea.ANSWERS,
    Known("rute", TEXT, "Skemaets plads i rundens fil"),
    Known("felt", TEXT, "Den samme plads som navnet på et bogmærke"),
    Known("udfyldt", DAY, "Dagen, skemaet er udfyldt i denne runde", _SOMETIMES),
    Known("sidst_udfyldt", DAY, "Dagen, det blev udfyldt gangen før", _SOMETIMES),
    Known("svar", GROUP, "Svarene i denne runde, område for område"),
    *_answer_fields(),
    Known("indikatorer[]", GROUP, "Rundens tal under områderne, og dem, profilen spørger om"),
    Known("indikatorer[].område", TEXT, "Området, den hører under"),
    Known("indikatorer[].navn", TEXT, "Motivation, forberedelse, fremmøde …"),
    Known("indikatorer[].tal", NUMBER, "1 til 5; tom, til der er et tal", _SOMETIMES),
    Known("indikatorer[].nøgle", TEXT, "Området, som filen kalder det"),
    Known("indikatorer[].sted", GROUP, "Tallets plads i filen"),
    *asked_fields("indikatorer[].sted"),
    Known("spindelvæv", GROUP, "Første og seneste svar; mangler, når ingen er givet", _SOMETIMES),
    Known("spindelvæv.første", DAY, "Dagen for de første svar"),
    Known("spindelvæv.senest", DAY, "Dagen for de seneste, når der er flere", _SOMETIMES),
    Known("spindelvæv.områder[]", GROUP, "De syv områder"),
    Known("spindelvæv.områder[].navn", TEXT, "Områdets navn"),
    Known("spindelvæv.områder[].kort_navn", TEXT, "Områdets korte navn i diagrammet"),
    Known("spindelvæv.områder[].første", NUMBER, "Første svar", _SOMETIMES),
    Known("spindelvæv.områder[].senest", NUMBER, "Seneste svar", _SOMETIMES),
    Known("spindelvæv.områder[].forandring", TEXT, "Fremgang, Status quo, Tilbagegang", _SOMETIMES),
    Known("spindelvæv.optælling[]", TEXT, "Hvor mange områder der er gået frem, stået og tilbage"),
    Known("spindelvæv.beskrivelse", TEXT, "Det, der læses op i stedet for diagrammet"),
)

DIALOGUE = Kind(
    name="dialogue",
    order=140,
    stem="dialogskema",
    title="Dialogskema",
    help="Lav dialogskemaet med spindelvævet over de syv områder.",
    about=(
        "Skemaet viser rundens svar fra 1 til 5 og svarene gangen før. Spindelvævet sætter de "
        "første svar over for de seneste; det er et rigtigt diagram, som kan rettes i Word. Uden "
        "svar bliver det et tomt skema. Spørgsmålene er programmets egne, ikke "
        "den nationale models, og kan rettes i skabelonen."
    ),
    steps=(Step.PRE_MEETING,),
    template="dialogskema.docx",
    later_template=None,
    recipients=everybody,
    context=dialogue,
    fields=lambda: DIALOGUE_FIELDS,
    stays_inside=True,
    form=Form(
        of_round,
        answers,
        "dialogskema[",
        (Items("dialogskema", "dato", ("dato",), in_rows=False),),
        lines,
    ),
    finish=with_web,
)
