"""No number about too few can be worked out of everything that a run shows."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from attack import Attack

from samarbejde_cli.figures.catalogue import FIGURES
from samarbejde_cli.figures.facts import CaseFacts, Held, Presence, Rounds, Standing, persons
from samarbejde_cli.figures.figure import Chart
from samarbejde_cli.figures.groups import form_groups
from samarbejde_cli.figures.period import half_year
from samarbejde_cli.figures.start import AREAS, EMPLOYMENTS, IN_EDUCATION
from samarbejde_cli.figures.suppression import Bin, protect_groups, protect_line
from samarbejde_cli.figures.table import Counting, Source
from samarbejde_cli.profile.vocabulary import Role

NOW, BEFORE = half_year(2026, 1), half_year(2025, 2)
LEAST = 5
BREAKDOWNS = ("department", "school", "placement")


def bins(*counts, first=0):
    """Bins of so many persons each, none of them in two."""
    found, number = [], first
    for count in counts:
        found.append(Bin(count, count, set(range(number, number + count))))
        number += count
    return found


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((7, 6, 9), set()),
        ((7, 0, 9), set()),
        ((7, 3, 9), {0, 1}),
        ((7, 3, 2), {1, 2}),
        ((7, 1, 1, 9), {0, 1, 2}),
        ((20, 1, 0), {0, 1}),
    ],
)
def test_a_line_hides_small_numbers_and_what_gives_them_away(counts, hidden):
    line = protect_line(bins(*counts), LEAST)
    assert (set(line.hidden), line.withheld) == (hidden, False)


def test_a_line_about_too_few_is_withheld_with_its_total():
    assert protect_line(bins(1, 0, 3), LEAST).withheld


def test_persons_count_and_not_their_meetings():
    many_meetings_of_one = Bin(9, 9, {1})
    assert protect_line([many_meetings_of_one, *bins(8, 9, first=2)], LEAST).hidden == {0, 1}


def test_two_periods_do_not_tell_who_came():
    before, now = bins(8, 9), bins(8, 9)
    now[0].add(100, 1)
    line = protect_line(before, LEAST, (), now)
    assert line.withheld, "one more than before: the difference is a person"


def test_a_table_hides_a_block():
    table = {"a": bins(9, 2, 8), "b": bins(7, 6, 8, first=50), "c": bins(6, 9, 7, first=100)}
    whole = [Bin(22, 22), Bin(17, 17), Bin(23, 23)]
    for at, each in enumerate(whole):
        each.persons = set().union(*(x[at].persons for x in table.values()))
    block = protect_groups(table, protect_line(whole, LEAST), LEAST)
    assert (1, "a") in block.cells
    assert len(block.cells) >= 4
    assert not block.groups


def some_case(rng, number):
    """The facts of a case, all made up."""
    days = [date(2025, 7, 1) + timedelta(days=30 * step + rng.randrange(20)) for step in range(12)]
    held = tuple(some_meeting(rng, day) for day in days if rng.random() < 0.4)
    dialogues = tuple(
        (day, tuple(rng.choice([None, 1, 2, 3, 4, 5]) for _ in AREAS)) for day in days[::4]
    )
    standing = Standing(days[0], rng.choice([*IN_EDUCATION[:5], None]), rng.choice(EMPLOYMENTS[:5]))
    department = rng.choice(["Børn", "Børn", "Børn", "Job", "Job", "Social"])
    started = date(2025, 3, 1) + timedelta(days=rng.randrange(400))
    return CaseFacts(
        number=f"2026-{number:03d}",
        person=str(number),
        born=date(rng.choice([2005, 2007, 2008, 2008, 2009]), 1 + rng.randrange(12), 3),
        profile="soroe-unge",
        started=started,
        ended=rng.choice([None, None, None, started + timedelta(days=200)]),
        department=department,
        coordinator=f"{department} {rng.choice('AABC')}",
        school=rng.choice(["Østskolen", "Østskolen", "Vestskolen", "FGU", "Ikke oplyst"]),
        first_standing=standing,
        last_standing=None,
        outcome=rng.choice(["Er i job", "Er flyttet"]),
        others=tuple((day, "Akut møde") for day in days if rng.random() < 0.1),
        rounds=Rounds(
            held=held,
            appointments=tuple((each.day, "Holdt på den aftalte dag") for each in held),
            dialogues=dialogues,
            standings=(),
            costs=(),
            experiences=(),
        ),
        consent=rng.choice(["Gælder og er underskrevet", "Ikke givet"]),
        adult=rng.choice(["Fra det private netværk", "En fagperson", "Ingen valgt"]),
        tools=tuple(rng.random() < 0.8 for _ in range(5)),
        moves=tuple(days[:3]),
        forced=(),
        rules=tuple(code for code in ("SAM303", "SAM505") if rng.random() < 0.2),
    )


def some_meeting(rng, day):
    presences = tuple(
        Presence(role.label, rng.random() < 0.7, rng.choice([True, True, False, None]), False)
        for role in (Role.MENTOR, Role.SCHOOL)
    )
    answers = {name: rng.random() < 0.85 for name in ("heard", "agreed", "prepared", "map_made")}
    placement = rng.choice(
        ["Døgninstitution", "Eget værelse", "Ikke anbragt", "Ikke anbragt", None]
    )
    return Held(day, "Salen", rng.random() < 0.9, answers, placement, presences, ())


def run(seed, size, least=LEAST):
    rng = random.Random(seed)
    cases = [some_case(rng, number) for number in range(size)]
    now, before = (
        persons(x for x in cases if x.is_open_in(period.start, period.end))
        for period in (NOW, BEFORE)
    )
    form_groups(now, BREAKDOWNS, NOW.end, least)
    return Counting(Source(now, NOW), Source(before, BEFORE), BREAKDOWNS, least)


@pytest.mark.parametrize(("seed", "size"), [(1, 14), (2, 40), (3, 150)])
def test_no_hidden_number_can_be_pinned_down(seed, size):
    counting = run(seed, size)
    open_one = replace(counting, least=1)
    hidden = sum(pinned_down(counting.table(x), open_one.table(x)) for x in FIGURES.values())
    assert hidden


def pinned_down(shown, true):
    """Return how many numbers are hidden; fail for one that must lie between too near bounds."""
    numbers = list(zip(shown.rows, true.rows, strict=True))
    hidden = 0
    for item in {row.item for row in shown.rows}:
        attack = Attack(shown, item)
        for row, known in ((x, y) for x, y in numbers if x.item == item):
            where = (shown.figure.key, item, row.breakdown, row.group, row.before)
            for answer, cell, number in zip(shown.answers, row.cells, known.cells, strict=True):
                if cell is None and number.count:
                    low, high = attack.bounds((*where, answer))
                    assert low <= number.count <= high
                    assert high >= LEAST, (where, answer, low, high)
                    assert low <= 1 or number.count >= LEAST, (where, answer, low, high)
                    hidden += 1
    return hidden


def test_no_shown_number_is_about_too_few():
    for seed in range(8):
        counting = run(seed, 20 + 20 * seed)
        for figure in FIGURES.values():
            counted = counting._count(figure, counting.now, BREAKDOWNS if figure.by_group else ())
            table = counting.table(figure)
            for row in (each for each in table.rows if not each.before):
                own = counted.groups[row.breakdown][row.group] if row.group else counted.all
                for answer, cell in zip(table.answers, row.cells, strict=True):
                    behind = own.get(row.item, {}).get(answer, Bin())
                    assert cell is None or not behind.is_small(LEAST)


def test_a_lasting_state_is_not_compared_by_a_few():
    for seed in range(8):
        counting = run(seed, 20 + 20 * seed)
        for figure in (each for each in FIGURES.values() if each.lasting and each.compared):
            both = (counting.now, counting.before)
            now, before = (counting._count(figure, each, ()).all for each in both)
            table = counting.table(figure)
            rows = {(x.item, x.before): x for x in table.rows if not x.group}
            for item in {item for item, is_before in rows if is_before and (item, False) in rows}:
                for at, answer in enumerate(table.answers):
                    who = [x.get(item, {}).get(answer, Bin()).persons for x in (now, before)]
                    if None not in (rows[item, False].cells[at], rows[item, True].cells[at]):
                        assert len(who[0] ^ who[1]) not in range(1, LEAST)


@pytest.mark.parametrize("seed", range(12))
def test_groups_and_the_figure_over_them_hide_the_same(seed):
    """Else their difference would be a hidden number."""
    counting = run(seed, 25 + 5 * seed)
    for key, name in (("koordinatorens-afdeling", "department"), ("anbragte", "placement")):
        table = counting.table(FIGURES[key])
        row = next(x for x in table.rows if not x.group and not x.before)
        if row.whole is None:
            continue
        pairs = zip(table.answers, row.cells, strict=True)
        hidden = {answer for answer, cell in pairs if cell is None}
        groups = {each.groups[name] for each in counting.now.people}
        told = [x for x in table.answers if x != "Ikke oplyst"]
        assert {x for x in told if x not in groups and x in hidden} == hidden - {"Ikke oplyst"}
        assert not [x for x in groups & set(told) if x in hidden]


def test_coordinators_within_a_department_add_up_to_it():
    counting = run(4, 60)
    row = counting.table(FIGURES["unge-pr-koordinator"]).main()
    assert all(cell and cell.count >= LEAST for cell in row.cells)


def test_every_figure_says_what_it_is_and_is_drawn_as_it_is_counted():
    for figure in FIGURES.values():
        assert figure.definition.endswith((".", "?"))
        assert figure.source
        assert figure.title
        assert figure.unit
        parts = figure.chart is Chart.STACKED
        dynamic = figure.key in ("afvigelser", "gennemtvungne")
        assert parts == bool((figure.items or dynamic) and len(figure.answers) > 1), figure.key
