"""Chapter 4 of the source: who the young people are when they start (ti kommuner 4)."""

from samarbejde_cli.case.meeting_checklist import Placement
from samarbejde_cli.case.standing import Education, Employment
from samarbejde_cli.danish.dates import age_on
from samarbejde_cli.figures.facts import Person
from samarbejde_cli.figures.figure import Chart, Figure, Observation, Shape, Sum, whole
from samarbejde_cli.figures.period import Period
from samarbejde_cli.profile.vocabulary import LifeArea

CHAPTER = "De unge, når de starter"
_OLDEST_ALONE, _BANDS = 20, ((24, "21-24 år"), (29, "25-29 år"))
_YOUNGEST, _YOUNGER, _OLDER = 14, "13 år eller yngre", "30 år eller mere"
_AGES = (
    _YOUNGER,
    *(f"{age} år" for age in range(_YOUNGEST, _OLDEST_ALONE + 1)),
    *(label for _, label in _BANDS),
    _OLDER,
)
_GROWN = ("21-24 år", "25-29 år", _OLDER)
_PLACED = tuple(
    each.label
    for each in Placement
    if each not in (Placement.FORMERLY, Placement.NOT_PLACED, Placement.OTHER)
)
AREAS = tuple(each.label for each in LifeArea)
IN_EDUCATION = tuple(each.label for each in Education if each is not Education.NONE)
_EDUCATIONS = tuple(each.label for each in Education)
EMPLOYMENTS = tuple(each.label for each in Employment)
EDUCATION_SUM = (Sum("I uddannelse i alt", IN_EDUCATION),)
JOBLESS = Sum(
    "Ledig i alt", (Employment.READY_FOR_EDUCATION.label, Employment.READY_FOR_ACTIVITY.label)
)
_WORK = ("deltidsjob", "fuldtidsjob", "virksomhedspraktik", "andet")
AT_WORK = Sum("I en form for arbejde i alt", tuple(x.label for x in Employment if x.value in _WORK))


def _age(person: Person, _: Period) -> str:
    age = age_on(person.first.born, person.started)
    if age < _YOUNGEST:
        return _YOUNGER
    if age <= _OLDEST_ALONE:
        return f"{age} år"
    return next((label for last, label in _BANDS if age <= last), _OLDER)


def _placement(person: Person, _: Period) -> str | None:
    return person.placement


def _placements(person: Person, period: Period) -> list[Observation]:
    return [
        Observation("", each.placement)
        for each in person.held
        if each.placement and period.holds(each.day)
    ]


def _education(person: Person, _: Period) -> str | None:
    return next((each.education for each in person.standings if each.education), None)


def _employment(person: Person, _: Period) -> str | None:
    return next((each.employment for each in person.standings if each.employment), None)


def first_scores(person: Person) -> dict[str, int]:
    """Return the first answer for each area of the dialogue form."""
    found: dict[str, int] = {}
    for _, scores in person.dialogues:
        for area, score in zip(AREAS, scores, strict=True):
            if score is not None:
                found.setdefault(area, score)
    return found


def _zero_point(person: Person, _: Period) -> list[Observation]:
    return [Observation(area, "", score) for area, score in first_scores(person).items()]


FIGURES = (
    Figure(
        key="alder-ved-start",
        chapter=CHAPTER,
        source="Tabel 4.1",
        title="Alder ved start",
        definition="Den unges alder den dag, det første forløb startede: dagen for første flytning "
        "til formøde, ellers dagen for den unges ja.",
        unit="unge",
        observe=whole(_age),
        answers=_AGES,
        sums=(Sum("21 år eller mere i alt", _GROWN),),
        lasting=True,
    ),
    Figure(
        key="anbragte",
        chapter=CHAPTER,
        source="Tabel 4.2",
        title="Anbragte, tidligere anbragte og andre",
        definition="Den unges anbringelse efter den seneste mødetjekliste, som siger noget om den.",
        unit="unge",
        observe=whole(_placement),
        answers=tuple(each.label for each in Placement),
        sums=(Sum("Anbragt i alt", _PLACED),),
        reads=("rounds",),
        lasting=True,
    ),
    Figure(
        key="foranstaltning",
        chapter=CHAPTER,
        source="Figur 4.1",
        title="Mødetjeklister efter anbringelse",
        definition="Svaret om anbringelse i hver mødetjekliste fra perioden. En ung med flere "
        "møder er med flere gange, som i kilden.",
        unit="mødetjeklister",
        observe=_placements,
        answers=tuple(each.label for each in Placement),
        reads=("rounds",),
    ),
    Figure(
        key="uddannelse-ved-start",
        chapter=CHAPTER,
        source="Figur 4.2",
        title="Uddannelse ved start",
        definition="Det første, der er noteret om den unges uddannelse: ved visitationen, ellers "
        "på det første møde.",
        unit="unge",
        observe=whole(_education),
        answers=_EDUCATIONS,
        sums=EDUCATION_SUM,
        reads=("rounds",),
        lasting=True,
    ),
    Figure(
        key="beskæftigelse-ved-start",
        chapter=CHAPTER,
        source="Figur 4.3",
        title="Beskæftigelse ved start",
        definition="Det første, der er noteret om den unges beskæftigelse. Ikke relevant er dem, "
        "der er i uddannelse.",
        unit="unge",
        observe=whole(_employment),
        answers=EMPLOYMENTS,
        sums=(JOBLESS, AT_WORK),
        reads=("rounds",),
        lasting=True,
    ),
    Figure(
        key="livsområder-ved-start",
        chapter=CHAPTER,
        source="Figur 4.4",
        title="De syv livsområder ved start",
        definition="Gennemsnit af det første svar på hvert område i dialogskemaet: 1 er mange "
        "udfordringer, 5 klarer sig godt.",
        unit="unge",
        observe=_zero_point,
        items=AREAS,
        answers=("",),
        reads=("rounds",),
        shape=Shape.MEAN,
        chart=Chart.RADAR,
        lasting=True,
    ),
)
