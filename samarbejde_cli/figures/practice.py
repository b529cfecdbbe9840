"""Chapter 6 of the source: whether the model is followed (ti kommuner 6)."""

from collections.abc import Iterator
from itertools import pairwise

from samarbejde_cli.case.meeting_checklist import MeetingChecklist
from samarbejde_cli.case.people import Role
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.figures import words
from samarbejde_cli.figures.facts import Held, Person
from samarbejde_cli.figures.figure import Chart, Figure, Observation, Observe, Sum, whole
from samarbejde_cli.figures.period import Period
from samarbejde_cli.figures.words import NO, YES

CHAPTER = "Modellen i praksis"
_ATTENDED = "youth_attended"
_ACTIVE, _QUIET, _WAS_THERE, _AWAY = (
    "Deltog aktivt", "Deltog, ikke aktivt", "Deltog", "Deltog ikke",
)  # fmt: skip
_ROLES = (
    words.YOUTH, words.CUSTODY, Role.ADULT.label,
    *(x.label for x in Role if x not in (Role.ADULT, Role.OTHER)), words.OTHER,
)  # fmt: skip
_GAPS = ("Under 2 måneder", "2-3 måneder", "3-4 måneder", "Over 4 måneder")
_TOOLS = (
    "Dialogskema", "Netværkskort", "Mål- og aftaleskema med mål", "Mødetjekliste",
    "De 3 huse",
)  # fmt: skip


def _question(name: str) -> str:
    return MeetingChecklist.model_fields[name].description or name


def _asked(*names: str) -> tuple[str, ...]:
    return tuple("Deltog den unge i mødet?" if x == _ATTENDED else _question(x) for x in names)


def _answers(*names: str) -> Observe:
    """Return what observes the answers to questions of the checklist in a period's meetings."""

    def observe(person: Person, period: Period) -> Iterator[Observation]:
        for each in _held_in(person, period):
            known = dict(each.answers)
            if each.youth_attended is not None:
                known[_ATTENDED] = each.youth_attended
            for name, asked in zip(names, _asked(*names), strict=True):
                if name in known:
                    yield Observation(asked, YES if known[name] else NO)

    return observe


def _held_in(person: Person, period: Period) -> Iterator[Held]:
    return (each for each in person.held if period.holds(each.day))


def _department(person: Person, _: Period) -> str | None:
    name = person.last.department
    return None if name == words.NOT_TOLD else name


def _coordinator(person: Person, _: Period) -> str | None:
    return person.groups.get("coordinator")


def _participants(person: Person, period: Period) -> Iterator[Observation]:
    """Yield for each meeting and role whether somebody in it was there; at best actively."""
    for each in _held_in(person, period):
        if each.youth_attended is not None:
            yield Observation(words.YOUTH, _WAS_THERE if each.youth_attended else _AWAY)
        known = [x for x in each.presences if x.attended is not None]
        for role in _ROLES[1:] if known else ():
            own = (_took_part(x.attended, x.active) for x in known if x.role == role)
            yield Observation(role, min(own, default=_NOBODY)[1])


_NOBODY = (3, _AWAY)


def _took_part(attended: bool | None, active: bool | None) -> tuple[int, str]:  # noqa: FBT001 — two answers of the file
    if not attended:
        return _NOBODY
    return {True: (0, _ACTIVE), None: (1, _WAS_THERE), False: (2, _QUIET)}[active]


def _private_network(person: Person, period: Period) -> str | None:
    held = [x for x in _held_in(person, period) if any(p.attended is not None for p in x.presences)]
    if not held:
        return None
    return YES if any(p.private and p.attended for x in held for p in x.presences) else NO


def _adult(person: Person, _: Period) -> str | None:
    return person.last.adult


def _consent(person: Person, _: Period) -> str | None:
    return person.last.consent


def _tools(person: Person, _: Period) -> Iterator[Observation]:
    used = [x.tools for x in person.cases if x.tools]
    for number, tool in enumerate(_TOOLS):
        if used:
            yield Observation(tool, YES if any(each[number] for each in used) else NO)


def _appointments(person: Person, period: Period) -> list[Observation]:
    found = (x for each in person.rounds for x in each.appointments)
    return [Observation("", what) for day, what in found if period.holds(day)]


def _gaps(person: Person, period: Period) -> Iterator[Observation]:
    for each in person.rounds:
        days = sorted(x.day for x in each.held)
        for before, day in pairwise(days):
            if period.holds(day):
                over = sum(day > add_months(before, months) for months in (2, 3, 4))
                yield Observation("", _GAPS[over])


def _others(person: Person, period: Period) -> list[Observation]:
    found = (x for each in person.cases for x in each.others)
    return [Observation("", kind) for day, kind in found if period.holds(day)]


_INVOLVED = (
    "without_youth", _ATTENDED, "heard", "contributed", "decided", "agreed", "informed",
    "prepared", "well_run", "all_points",
)  # fmt: skip
_AGREED = ("clear_goals", "responsible_named", "follow_up_agreed", "plan_usable")
_MAPPED = ("map_made", "map_used", "map_enough")


def _checklist_figure(
    key: str, source: str, title: str, names: tuple[str, ...], more: str = ""
) -> Figure:
    return Figure(
        key=key,
        chapter=CHAPTER,
        source=source,
        title=title,
        definition=f"Svarene i mødetjeklisterne fra periodens møder, hvert møde for sig.{more}",
        unit="møder",
        observe=_answers(*names),
        items=_asked(*names),
        answers=(YES, NO),
        reads=("rounds",),
        chart=Chart.STACKED,
    )


FIGURES = (
    Figure(
        key="koordinatorens-afdeling",
        chapter=CHAPTER,
        source="Tabel 6.1",
        title="Koordinatorernes afdelinger",
        definition="Unge efter den afdeling, som deres koordinator hører til.",
        unit="unge",
        observe=whole(_department),
        lasting=True,
    ),
    Figure(
        key="unge-pr-koordinator",
        chapter=CHAPTER,
        source="Tabel 6.1",
        title="Unge pr. koordinator",
        definition="Unge efter koordinator. Koordinatorer med få unge er lagt sammen inden for "
        "deres afdeling.",
        unit="unge",
        observe=whole(_coordinator),
        lasting=True,
        by_group=False,
        compared=False,
    ),
    Figure(
        key="deltagere",
        chapter=CHAPTER,
        source="Tabel 6.2",
        title="Deltagere på møderne",
        definition="Periodens møder, hvor det er noteret, hvem der var med: en rolle, som ingen "
        "havde, deltog ikke. Var flere i samme rolle, tæller den, der var mest aktiv. Om den unge "
        "bidrog, står i figur 6.2.",
        unit="møder",
        observe=_participants,
        items=_ROLES,
        answers=(_ACTIVE, _QUIET, _WAS_THERE, _AWAY),
        sums=(Sum("Deltog i alt", (_ACTIVE, _QUIET, _WAS_THERE)),),
        reads=("rounds",),
        chart=Chart.STACKED,
    ),
    _checklist_figure(
        "inddragelse",
        "Figur 6.2",
        "Inddragelse af den unge",
        _INVOLVED,
        " Om den unge deltog, kommer fra mødet selv.",
    ),
    _checklist_figure("mål-og-aftaler", "Figur 6.3", "Mål og aftaler", _AGREED),
    Figure(
        key="privat-netværk",
        chapter=CHAPTER,
        source="Tabel 6.3",
        title="Det private netværk",
        definition="Unge med mindst ét møde i perioden: var nogen fra det private netværk med "
        "(forældre, familie, venner, den unges private voksne)?",
        unit="unge",
        observe=whole(_private_network),
        answers=(YES, NO),
        reads=("rounds",),
    ),
    _checklist_figure("netværkskort", "Figur 6.4", "Brug af netværkskortet", _MAPPED),
    _checklist_figure("den-unges-voksne", "Figur 6.5", "Den unges voksne", ("has_adult",)),
    Figure(
        key="voksnes-netværk",
        chapter=CHAPTER,
        source="Figur 6.5",
        title="Hvor den unges voksne kommer fra",
        definition="Den voksne, som er valgt i sagen. Det er ikke noteret, hvornår.",
        unit="unge",
        observe=whole(_adult),
        answers=(words.PRIVATE_ADULT, words.PROFESSIONAL_ADULT, words.ADULT, words.NO_ADULT),
        reads=("adult",),
        lasting=True,
    ),
    Figure(
        key="redskaber",
        chapter=CHAPTER,
        source="Kapitel 6",
        title="Brug af redskaberne",
        definition="Unge, hvor redskabet er brugt mindst én gang i forløbet.",
        unit="unge",
        observe=_tools,
        items=_TOOLS,
        answers=(YES, NO),
        reads=("tools",),
        chart=Chart.STACKED,
        lasting=True,
    ),
    Figure(
        key="møder",
        chapter=CHAPTER,
        source="Kapitel 3.2 og 6",
        title="Holdte møder mod planlagte",
        definition="Møder, der var sat til en dag i perioden.",
        unit="møder",
        observe=_appointments,
        answers=(words.HELD, words.HELD_MOVED, words.CALLED_OFF, words.NOT_NOTED),
        sums=(Sum("Holdt i alt", (words.HELD, words.HELD_MOVED)),),
        reads=("rounds",),
    ),
    Figure(
        key="tid-imellem",
        chapter=CHAPTER,
        source="Kapitel 6",
        title="Tid mellem møderne",
        definition="Fra et holdt møde til det næste i samme forløb, når det næste lå i perioden.",
        unit="mellemrum",
        observe=_gaps,
        answers=_GAPS,
        reads=("rounds",),
    ),
    Figure(
        key="andre-møder",
        chapter=CHAPTER,
        source="Kapitel 3.2",
        title="Møder ud over de faste",
        definition="Periodens andre møder: akutte, ekstra, interne, ved skift i livet og "
        "enkelte opfølgninger.",
        unit="møder",
        observe=_others,
        answers=(),
    ),
    Figure(
        key="samtykke",
        chapter=CHAPTER,
        source="Kapitel 3.1",
        title="Samtykke",
        definition="Samtykket i den unges seneste forløb på periodens sidste dag.",
        unit="unge",
        observe=whole(_consent),
        answers=(words.IN_FORCE, words.UNSIGNED, words.NOT_GIVEN, words.TAKEN_BACK),
        reads=("consent",),
        lasting=True,
    ),
)
