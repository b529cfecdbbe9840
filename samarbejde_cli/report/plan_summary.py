"""A plan of a year in sentences: what was placed, how good it is, and what is missing."""

from collections.abc import Iterator, Sequence

from samarbejde_cli.actions.plan import YearPlan
from samarbejde_cli.actions.plan_relief import Relief
from samarbejde_cli.danish.dates import clock, long_date
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.planning.shortage import Shortage
from samarbejde_cli.planning.values import ADMINISTRATORS, PERSON, ROOMS, Cause, Proof
from samarbejde_cli.profile.limits import age_text
from samarbejde_cli.report.plan_reasons import against

_HOUR = 60
_FEW = 3
_SHOWN = 10
"""Cases that are named of many."""


def summary(year: YearPlan, most: Cause | None = None) -> Iterator[str]:
    """Yield in sentences what was planned, how good it is, and what is not in it."""
    new = [row for row in year.rows if row.is_new]
    meetings = sum(row.is_meeting for row in new)
    if not new and not year.plan.unplaced:
        yield "Der er ingen møder at lægge: alt er aftalt, eller ingen sager er i gang."
    elif new and not year.order.move:
        both = (
            counted(meetings, "møde", "møder") if meetings else "",
            counted(len(new) - meetings, "formøde", "formøder") if len(new) > meetings else "",
        )
        yield (
            f"{listed([each for each in both if each])} er lagt fra den "
            f"{long_date(year.order.first)} til den {long_date(year.order.last)}."
        )
        yield from proof(year)
    yield from _wishes(year, most)
    yield from _rhythm(year)
    yield from _unplaced(year)
    if year.moved:
        numbers = listed(sorted({each.case for each in year.moved})[:_SHOWN])
        yield f"{counted(len(year.moved), 'aftale', 'aftaler')} er flyttet: {numbers}."
    for name, cases in year.unsure:
        yield (
            f"Flere hedder {name}, og det kan ikke ses, hvem af dem der er med i "
            f"{listed(cases[:_SHOWN])}: der er lagt, så det passer dem alle. Skriv email eller "
            "telefon ved navnet i team.yaml."
        )
    if year.unreadable:
        yield (
            f"{listed(year.unreadable)} kan ikke læses og er ikke med, så det, der er aftalt dér, "
            "kan støde sammen med planen; se `samarbejde validate`."
        )


def proof(year: YearPlan) -> Iterator[str]:
    """Yield what is proven of the days and of the hours on them, and what is not."""
    plan = year.plan
    if plan.proof is Proof.OPTIMAL and plan.times is Proof.OPTIMAL:
        yield (
            "Ingen andre dage opfylder ønskerne bedre, og på de dage heller ingen andre "
            "klokkeslæt; det er bevist."
        )
    elif plan.proof is Proof.OPTIMAL:
        yield (
            "Ingen andre dage opfylder ønskerne bedre; det er bevist. Om klokkeslættene er det "
            "ikke bevist."
        )
    elif plan.proof is Proof.GAP and not plan.unplaced:
        share = f"{plan.gap * 100:.1f}".replace(".", ",")
        yield (
            "Tiden løb ud, så det er ikke bevist, at planen er den bedste: andre dage kan højst "
            f"opfylde ønskerne {share} % bedre."
        )
    else:
        yield "Tiden løb ud, så det er ikke bevist, at planen er den bedste."
    if plan.outsiders:
        yield (f"Dagene for {_who(plan.outsiders)} er valgt først og er ikke med i beviset.")


def _who(outsiders: Sequence[str]) -> str:
    if len(outsiders) > _FEW:
        return f"de {len(outsiders)}, der kommer udefra,"
    return f"{listed(outsiders)}, der kommer udefra,"


def _wishes(year: YearPlan, most_common: Cause | None) -> Iterator[str]:
    broken = year.broken
    for weeks, word in ((broken.late, "senere"), (broken.early, "tidligere")):
        if weeks:
            yield (
                f"{counted(len(weeks), 'møde', 'møder')} ligger mere end en uge {word} end "
                f"ønsket, højst {counted(max(weeks), 'uge', 'uger')}."
            )
    if (broken.late or broken.early) and most_common:
        yield f"Det er mest, fordi {against(most_common)}."
    if broken.in_school:
        ends = clock(year.problem.school_ends)
        number = counted(broken.in_school, "aftale", "aftaler")
        yield f"{number} med unge under 18 år ligger i skoletiden, før kl. {ends}."
    if broken.waits:
        times = counted(len(broken.waits), "gang", "gange")
        yield (
            f"{times} har nogen en time eller mere mellem to aftaler på en dag, højst "
            f"{_duration(max(broken.waits))}."
        )


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    words = [counted(hours, "time", "timer")] if hours else []
    return listed([*words, *([counted(rest, "minut", "minutter")] if rest else [])])


def _rhythm(year: YearPlan) -> Iterator[str]:
    """Yield where the rhythm cannot be kept, and where it asks for nothing yet."""
    too_late = sorted({each.key.case for each in year.problem.events if each.is_late})
    if too_late:
        yield f"Rytmen kan ikke holdes i {_some(too_late)}: mødet er lagt, så snart der er plads."
    for months in sorted({months for _, months in year.broken.ages}):
        cases = [case for case, age in year.broken.ages if age == months]
        yield f"Mødet ved {age_text(months)} år er ikke lagt i tide i {_some(cases)}."
    if year.later:
        yield f"Det næste møde ligger efter planen i {_some(sorted(year.later))}."


def _some(names: Sequence[str], one: str = "sag", many: str = "sager") -> str:
    """Return a few names, and how many more there are."""
    rest = len(names) - _SHOWN
    more = [f"{counted(rest, one, many)} mere"] if rest > 0 else []
    return listed([*names[:_SHOWN], *more])


def shortage(year: YearPlan, found: Sequence[Relief]) -> Iterator[str]:
    """Yield what there is too little of and when, and what would be enough."""
    same: dict[tuple[object, ...], list[Shortage]] = {}
    for each in year.shortages:
        same.setdefault((each.first, each.last, each.needed, each.possible), []).append(each)
    yield from map(_short, same.values())
    helps = [_relief(each) for each in found if each.is_tried]
    if helps:
        yield f"Det ville hjælpe: {listed(helps, 'eller')}."
    untried = [_relief(each) for each in found if not each.is_tried]
    if untried:
        yield f"Det kan hjælpe, men er ikke prøvet til ende: {listed(untried, 'eller')}."


def _short(same: Sequence[Shortage]) -> str:
    first = same[0]
    names = [each.cause.name for each in same if each.cause.kind == PERSON]
    kinds = {each.cause.kind for each in same}
    where = [
        *(["i lokalerne"] if ROOMS in kinds else []),
        *(["hos tovholderen"] if ADMINISTRATORS in kinds else []),
        *([f"hos {listed(names)}"] if names else []),
    ]
    return (
        f"Fra den {long_date(first.first)} til den {long_date(first.last)} skal der ligge "
        f"{counted(first.needed, 'aftale', 'aftaler')}, men der er kun tid til {first.possible} "
        f"{listed(where)}."
    )


def _relief(each: Relief) -> str:
    """Return what would help, as a noun or a clause."""
    more = []
    if each.rooms:
        size = f"med mindst {each.seats} pladser og skærm"
        more.append(f"{counted(each.rooms, 'lokale', 'lokaler')} mere {size}")
    if each.administrators:
        more.append(f"{counted(each.administrators, 'tovholder', 'tovholdere')} mere")
    if each.weekdays:
        days = listed([f"{day.value}en" for day in each.weekdays])
        more.append(f"{counted(len(each.weekdays), 'mødedag', 'mødedage')} om ugen til, om {days}")
    if each.instead_of:
        names = listed(each.instead_of)
        more.append(f"at andre er med i stedet for {names} i de sager, der ikke er plads til")
    return listed(more)


def _unplaced(year: YearPlan) -> Iterator[str]:
    for key in year.plan.unplaced[:_SHOWN]:
        what = "mødet" if key.is_meeting else "formødet"
        yield f"Der er ikke plads til {what} i runde {key.round} i sagen {key.case}."
    if len(year.plan.unplaced) > _SHOWN:
        yield (
            f"Det gælder {len(year.plan.unplaced)} aftaler i alt; se hvorfor for en sag med "
            "`samarbejde plan --why SAG`."
        )
