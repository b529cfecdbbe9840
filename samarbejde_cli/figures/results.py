"""Chapter 5 of the source: how the young people fare (ti kommuner 5)."""

from samarbejde_cli.case.standing import Education, Outcome
from samarbejde_cli.figures.facts import Person
from samarbejde_cli.figures.figure import Chart, Figure, Observation, Shape, whole
from samarbejde_cli.figures.period import Period
from samarbejde_cli.figures.start import (
    AREAS,
    AT_WORK,
    EDUCATION_SUM,
    EMPLOYMENTS,
    JOBLESS,
    first_scores,
)
from samarbejde_cli.figures.words import NO, YES

CHAPTER = "Sådan går det de unge"
BACK, SAME, FORWARD = "Tilbagegang", "Status quo", "Fremgang"


def _education(person: Person, _: Period) -> str | None:
    return next((x.education for x in reversed(person.standings) if x.education), None)


def _employment(person: Person, _: Period) -> str | None:
    return next((x.employment for x in reversed(person.standings) if x.employment), None)


def _scores(person: Person) -> dict[str, tuple[int, int]]:
    """Return the first and the last answer for each area that was answered at least twice."""
    found: dict[str, list[int]] = {}
    for _, scores in person.dialogues:
        for area, score in zip(AREAS, scores, strict=True):
            if score is not None:
                found.setdefault(area, []).append(score)
    return {area: (each[0], each[-1]) for area, each in found.items() if len(each) > 1}


def _changes(person: Person, _: Period) -> list[Observation]:
    found = _scores(person).items()
    return [Observation(area, _change(first, last)) for area, (first, last) in found]


def _change(first: int, last: int) -> str:
    return SAME if first == last else FORWARD if last > first else BACK


def _any_forward(person: Person, _: Period) -> str | None:
    changes = [first < last for first, last in _scores(person).values()]
    return (YES if any(changes) else NO) if changes else None


def _latest(person: Person, _: Period) -> list[Observation]:
    found = first_scores(person) | {area: last for area, (_, last) in _scores(person).items()}
    return [Observation(area, "", score) for area, score in found.items()]


def _outcome(person: Person, period: Period) -> str | None:
    last = person.last
    return last.outcome if period.holds(last.ended) else None


FIGURES = (
    Figure(
        key="uddannelse-nu",
        chapter=CHAPTER,
        source="Figur 5.1",
        title="Uddannelse, senest noteret",
        definition="Det seneste, der er noteret om den unges uddannelse: på et møde eller ved "
        "afslutningen.",
        unit="unge",
        observe=whole(_education),
        answers=tuple(each.label for each in Education),
        sums=EDUCATION_SUM,
        reads=("rounds",),
        lasting=True,
    ),
    Figure(
        key="beskæftigelse-nu",
        chapter=CHAPTER,
        source="Figur 5.2",
        title="Beskæftigelse, senest noteret",
        definition="Det seneste, der er noteret om den unges beskæftigelse.",
        unit="unge",
        observe=whole(_employment),
        answers=EMPLOYMENTS,
        sums=(JOBLESS, AT_WORK),
        reads=("rounds",),
        lasting=True,
    ),
    Figure(
        key="livsområder-nu",
        chapter=CHAPTER,
        source="Figur 4.4, seneste",
        title="De syv livsområder, seneste svar",
        definition="Gennemsnit af det seneste svar på hvert område i dialogskemaet.",
        unit="unge",
        observe=_latest,
        items=AREAS,
        answers=("",),
        reads=("rounds",),
        shape=Shape.MEAN,
        chart=Chart.RADAR,
        lasting=True,
    ),
    Figure(
        key="udvikling",
        chapter=CHAPTER,
        source="Figur 5.3-5.9",
        title="Udvikling i de syv livsområder",
        definition="Det første svar på området mod det seneste, for unge med mindst to svar. "
        "Fremgang er et højere tal.",
        unit="unge",
        observe=_changes,
        items=AREAS,
        answers=(BACK, SAME, FORWARD),
        reads=("rounds",),
        chart=Chart.STACKED,
        lasting=True,
    ),
    Figure(
        key="fremgang",
        chapter=CHAPTER,
        source="Figur 5.3-5.9",
        title="Fremgang i mindst ét område",
        definition="Unge med mindst to svar på mindst ét område: er et af dem blevet højere?",
        unit="unge",
        observe=whole(_any_forward),
        answers=(YES, NO),
        reads=("rounds",),
        lasting=True,
    ),
    Figure(
        key="udfald",
        chapter=CHAPTER,
        source="Afslutningen",
        title="Sådan sluttede forløbene",
        definition="Udfaldet for unge, hvis seneste forløb blev afsluttet i perioden.",
        unit="unge",
        observe=whole(_outcome),
        answers=tuple(each.label for each in Outcome),
    ),
)
