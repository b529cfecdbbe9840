"""What Sorø's handbook asks for beside the national figures: money, deviations, workload."""

from collections.abc import Iterator

from samarbejde_cli.case.round import Reply
from samarbejde_cli.figures import words
from samarbejde_cli.figures.facts import Person
from samarbejde_cli.figures.figure import Chart, Figure, Observation, Shape
from samarbejde_cli.figures.period import Period
from samarbejde_cli.figures.words import NO, YES

CHAPTER = "Håndbogen og økonomien"
PAID, OTHERWISE = "Betalt", "Ville have kostet"
_QUESTIONS = ("Relation", "Mål og emner", "Tilgang og metode", "Generelt")
_NO_REPLY = "Intet svar noteret"
_FORCED, _IN_ORDER = "Gennemtvunget", "Alt var på plads"
MOVES = "Alle flytninger"
_FLOWS = (
    "Med i hele perioden", "Startet i perioden", "Afsluttet i perioden",
    "Startet og afsluttet i perioden",
)  # fmt: skip


def _flow(person: Person, period: Period) -> list[Observation]:
    is_new = person.started >= period.start
    ended = person.last.ended
    is_over = ended is not None and ended <= period.end
    return [Observation("", _FLOWS[is_new + 2 * is_over])]


def _costs(person: Person, period: Period) -> Iterator[Observation]:
    for each in (x for rounds in person.rounds for x in rounds.costs):
        if period.holds(each.day):
            yield Observation(f"{PAID} {each.day.year}", each.payer, each.amount)
            item = f"{OTHERWISE} {each.day.year}"
            yield Observation(item, each.otherwise_payer, each.otherwise)


def _experiences(person: Person, period: Period) -> Iterator[Observation]:
    for half in period.half_years:
        for day, told in (x for each in person.rounds for x in each.experiences):
            if half.holds(day):
                for question, is_told in zip(_QUESTIONS, told, strict=True):
                    yield Observation(f"{question}, {half.label}", YES if is_told else NO)


def _rules(person: Person, _: Period) -> Iterator[Observation]:
    broken = {code for each in person.cases for code in each.rules or ()}
    yield from (Observation(code, YES) for code in sorted(broken))


def _forced(person: Person, period: Period) -> Iterator[Observation]:
    for each in person.cases:
        forced = [x for x in each.forced or () if period.holds(x.day)]
        moves = sum(map(period.holds, each.moves or ()))
        yield from (Observation(MOVES, _FORCED) for _ in forced)
        yield from (Observation(MOVES, _IN_ORDER) for _ in range(moves - len(forced)))


def _passed(person: Person, period: Period) -> Iterator[Observation]:
    forced = (x for each in person.cases for x in each.forced or () if period.holds(x.day))
    yield from (Observation("", code) for each in forced for code in each.waived)


def _replies(person: Person, period: Period) -> Iterator[Observation]:
    for each in person.held:
        if period.holds(each.day):
            yield from (
                Observation("", f"{x.value}. {x.label}" if x else _NO_REPLY) for x in each.replies
            )


def _rooms(person: Person, period: Period) -> list[Observation]:
    return [
        Observation("", each.room or words.NOT_TOLD)
        for each in person.held
        if period.holds(each.day)
    ]


FIGURES = (
    Figure(
        key="unge-i-perioden",
        chapter=CHAPTER,
        source="Metodehåndbog 3.5",
        title="Unge i perioden",
        definition="Unge med et forløb på mindst én dag i perioden. Afsluttede tæller med.",
        unit="unge",
        observe=_flow,
        answers=_FLOWS,
        compared=False,
    ),
    Figure(
        key="økonomi",
        chapter=CHAPTER,
        source="Bilag 7",
        title="Samlet økonomiark",
        definition="Bevillinger fra periodens møder, der blev anderledes: hvem der betaler, og "
        "hvem der ellers havde betalt hvad. Året er mødets.",
        unit="bevillinger",
        observe=_costs,
        reads=("rounds",),
        shape=Shape.AMOUNT,
    ),
    Figure(
        key="oplevelse",
        chapter=CHAPTER,
        source="Bilag 10",
        title="De fire spørgsmål om møderne",
        definition="Formøder efter det første møde: er spørgsmålet besvaret? Svarene er den unges "
        "egne ord og står ikke her. De sidste fire halvår, også når perioden er kortere.",
        unit="formøder",
        observe=_experiences,
        answers=(YES, NO),
        reads=("rounds",),
        chart=Chart.LINE,
        by_group=False,
        compared=False,
    ),
    Figure(
        key="afvigelser",
        chapter=CHAPTER,
        source="Håndbogens regler",
        title="Afvigelser fra håndbogen",
        definition="Unge, hvor reglen ikke var overholdt på periodens sidste dag: fejl og "
        "advarsler, ikke det, der blot mangler endnu.",
        unit="unge",
        observe=_rules,
        answers=(YES, NO),
        reads=("rules",),
        chart=Chart.STACKED,
        by_group=False,
        compared=False,
        others_answer=NO,
    ),
    Figure(
        key="gennemtvungne",
        chapter=CHAPTER,
        source="Historikken",
        title="Gennemtvungne flytninger",
        definition="Periodens flytninger til et nyt trin, og hvor mange der blev gennemtvunget.",
        unit="flytninger",
        observe=_forced,
        items=(MOVES,),
        answers=(_FORCED, _IN_ORDER),
        reads=("forced",),
        chart=Chart.STACKED,
    ),
    Figure(
        key="tilsidesatte-regler",
        chapter=CHAPTER,
        source="Historikken",
        title="Regler, der blev gået forbi",
        definition="De regler, som periodens gennemtvungne flytninger gik forbi. En flytning kan "
        "gå forbi flere.",
        unit="tilsidesættelser",
        observe=_passed,
        reads=("forced",),
    ),
    Figure(
        key="svar",
        chapter=CHAPTER,
        source="Bilag 1 og 2",
        title="Svar på indkaldelserne",
        definition="Indkaldte til periodens holdte møder efter deres svar, 1 til 4.",
        unit="indkaldelser",
        observe=_replies,
        answers=(*(f"{x.value}. {x.label}" for x in Reply), _NO_REPLY),
        reads=("rounds",),
    ),
    Figure(
        key="lokaler",
        chapter=CHAPTER,
        source="Metodehåndbog 3.5",
        title="Møder pr. lokale",
        definition="Periodens holdte møder efter lokale.",
        unit="møder",
        observe=_rooms,
        reads=("rounds",),
    ),
)
