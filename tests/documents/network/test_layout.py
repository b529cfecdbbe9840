"""Where people stand on the network map: nobody on top of anybody, each in their own part."""

from itertools import combinations
from math import pi
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samarbejde_cli.documents.network.geometry import BRIM, CORE
from samarbejde_cli.documents.network.label_size import label, width_of
from samarbejde_cli.documents.network.layout import MapEntry, Names, arranged

NAMES = Names(
    ("Familie", "Venner", "Skole og arbejde", "Fagpersoner", "Andre"), ("Meget tæt", "Tæt", "Fjern")
)
WIDTH, HEIGHT = 258, 126
LONG = "Anne-Margrethe Konstantina Bartholomæussen-Kjærgaard Winther"

entries = st.builds(
    MapEntry,
    name=st.sampled_from(["Mor", "Ali", "Farmor Grethe", "Morbror Hans Christian", LONG]),
    relation=st.sampled_from(["", "ven", "kontaktperson på bostedet"]),
    sector=st.integers(0, 4),
    ring=st.integers(1, 3),
    inset=st.sampled_from([0.0, 0.1]),
)


def layout_of(people):
    return arranged(people, NAMES, WIDTH, HEIGHT)


def boxes(layout):
    return [box for box in (*layout.people, *layout.captions, *layout.signs) if box]


def touching(layout):
    return [(a, b) for a, b in combinations(boxes(layout), 2) if a.overlaps(b)]


def apart(angle, middle):
    return abs((angle - middle + pi) % (2 * pi) - pi)


@settings(max_examples=25)
@given(st.lists(entries, max_size=14))
def test_everybody_stands_in_their_ring_and_sector_and_touches_nobody(people):
    layout = layout_of(people)
    assert touching(layout) == []
    starts = [*layout.dividers, layout.dividers[0] + 2 * pi]
    for entry, box in zip(people, layout.people, strict=True):
        if box is None:
            continue
        assert layout.frame.out(box.nearest()) >= CORE
        assert abs(box.x) + box.width / 2 <= WIDTH / 2
        assert abs(box.y) + box.height / 2 <= HEIGHT / 2
        middle = (box.x, box.y)
        inner, outer = (CORE, *layout.rings)[entry.ring - 1 : entry.ring + 1]
        assert inner < layout.frame.out(middle) < outer
        start, end = starts[entry.sector : entry.sector + 2]
        assert apart(layout.frame.angle(middle), (start + end) / 2) <= (end - start) / 2


CROWDS = {
    "thirty in one place": [MapEntry(f"Onkel Nummer {n}", "farbror", 0, 1) for n in range(30)],
    "thirty far away": [MapEntry(f"Bekendt Nummer {n}", "", 1, 3) for n in range(30)],
    "thirty all over": [MapEntry(f"Ven Nummer {n}", "ven", n % 5, n % 3 + 1) for n in range(30)],
    "twelve long names": [MapEntry(LONG, "klassekammerat", n % 5, n % 3 + 1) for n in range(12)],
}


@pytest.mark.parametrize("people", CROWDS.values(), ids=CROWDS)
def test_a_crowd_has_room_in_type_that_can_be_read(people):
    layout = layout_of(people)
    assert None not in layout.people
    assert touching(layout) == []
    assert layout.size >= 9


@pytest.mark.parametrize("seed", range(6))
def test_of_twenty_five_the_nearest_stand_inside_the_nearest_ring_and_nobody_on_another(seed):
    chance = Random(seed)
    people = [
        MapEntry(
            chance.choice(["Mor", "Ali", "Farmor Grethe", "Morbror Hans Christian", "Freja Holm"]),
            chance.choice(["", "ven", "kontaktperson på bostedet"]),
            chance.randrange(5),
            chance.randint(1, 3),
            chance.choice([0.0, 0.1]),
        )
        for _ in range(25)
    ]
    layout = layout_of(people)
    assert None not in layout.people
    assert touching(layout) == []
    assert layout.size >= 9
    for entry, box in zip(people, layout.people, strict=True):
        if box and entry.ring == 1:
            assert all(layout.frame.out(corner) <= layout.rings[0] for corner in box.corners())


def test_the_same_people_give_the_same_map():
    people = CROWDS["thirty all over"]
    assert layout_of(people) == layout_of(list(people))


def test_a_map_without_people_has_even_rings_and_sectors():
    layout = layout_of([])
    steps = [b - a for a, b in zip((CORE, *layout.rings), layout.rings, strict=False)]
    assert steps == pytest.approx([(1 - CORE) / 3] * 3)
    turns = [b - a for a, b in zip(layout.dividers, layout.dividers[1:], strict=False)]
    assert turns == pytest.approx([2 * pi / 5] * 4)


def test_where_many_stand_the_map_is_bigger():
    crowded = layout_of([MapEntry(f"Onkel {n}", "", 2, 1) for n in range(10)])
    empty = layout_of([])
    assert crowded.rings[0] > empty.rings[0]
    assert crowded.dividers[3] - crowded.dividers[2] > empty.dividers[3] - empty.dividers[2]


def test_more_than_there_is_room_for_are_left_out_rather_than_on_top_of_each_other():
    layout = layout_of([MapEntry(LONG, "klassekammerat", 0, 1) for _ in range(70)])
    assert None in layout.people
    assert touching(layout) == []


def test_the_names_of_the_sectors_stay_within_the_frame():
    for caption in layout_of([]).captions:
        assert abs(caption.x) + caption.width / 2 <= WIDTH / 2
        assert abs(caption.y) + caption.height / 2 <= HEIGHT / 2
        assert caption.height == 2 * BRIM


@pytest.mark.parametrize(
    ("name", "relation", "lines"),
    [("Mor", "", 1), ("Mor", "mor", 2), (LONG, "", 3), ("Å" * 60, "", 4)],
)
def test_a_longer_text_makes_a_higher_label(name, relation, lines):
    assert label(name, relation).height >= lines * 3.5


def test_a_form_that_takes_room_from_its_text_makes_a_bigger_label():
    plain, rounded = label("Farmor", "farmor"), label("Farmor", "farmor", inset=0.1)
    assert rounded.height > plain.height
    assert rounded.width > plain.width


def test_capitals_and_wide_letters_take_more_room():
    assert width_of("ill", 10) < width_of("ann", 10) < width_of("ANN", 10) < width_of("MMM", 10)
