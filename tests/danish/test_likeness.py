"""A proposal never says the opposite, and never a word more or less."""

from itertools import product

import pytest

from samarbejde_cli.case.case import FILES, OPTIONAL
from samarbejde_cli.case.round import Round
from samarbejde_cli.danish.likeness import contradicts, is_misspelling
from samarbejde_cli.danish.text import closest
from samarbejde_cli.forms.outline import bare, fields_of, item_type
from samarbejde_cli.profile.model import Profile

NEGATED = [
    *("ingen_{}", "ikke_{}", "{}_ikke", "{} ikke", "ikke {}", "u{}", "uden_{}", "ikke{}", "mis{}"),
    *("{}ikke", "{}_nej", "ingen{}", "aldrig {}", "ikke-{}", "ej {}", "ikke {}e"),
]


def vocabulary():
    """Yield each set of keys and each set of words that one place of a file can hold."""
    seen, todo = set(), [*FILES.values(), *OPTIONAL.values(), Round, Profile]
    while todo:
        kind = bare(todo.pop())
        if (inner := item_type(kind)) is not None:
            todo.append(inner)
        elif kind not in seen:
            seen.add(kind)
            todo += [field.annotation for field in fields_of(kind).values()]
            members = getattr(kind, "__members__", {})
            yield list(fields_of(kind)) or [str(each.value) for each in members.values()]


SETS = [words for words in vocabulary() if words and not words[0].isdigit()]


def test_no_negated_key_or_word_of_any_file_is_taken_for_the_plain_one():
    for words in SETS:
        for word, form in product(words, NEGATED):
            if word[0].isdigit() or word[1:2] in ("-", "_"):
                continue  # 9-klasse, i-job, i_træk: nobody writes u before them
            negated = form.format(word)
            proposed = closest(negated, words)
            assert proposed in (None, negated) or proposed.startswith(("ikke", "uden", "ingen")), (
                negated
            )
            assert not any(is_misspelling(negated, each) for each in words if each != negated)


def test_no_key_or_word_is_proposed_for_its_own_negation():
    assert closest("anbragt", ["ikke-anbragt", "eget-værelse"]) is None
    assert closest("enighed", ["uenighed"]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tilbydes", "afvises"),
        ("starter", "slutter"),
        ("indmeldt", "udmeldt"),
        ("afsluttet_dato", "besluttet_dato"),
        ("næste_møde", "sidste_møde"),
        ("mindst_måneder", "højst_måneder"),
        ("farmor", "mormor"),
        ("morfar", "farfar"),
        ("den_unge_deltog", "den_voksne_deltog"),
        ("formøde", "møde"),
        ("uenigg", "enig"),
        ("før_mødet", "efter_mødet"),
        ("ingen", "Inge"),
        ("Bo Kjær", "ikke Bo Kjær"),
        ("tidligere koordinator", "koordinator"),
        ("fysisk_helbred", "psykisk_helbred"),
        ("--no-draft", "--draft"),
        ("unpause", "pause"),
    ],
)
def test_opposites_are_seen_in_both_directions(one, other):
    assert contradicts(one, other)
    assert contradicts(other, one)
    assert not is_misspelling(one, other)
    assert closest(one, [other]) is None


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("adrese", "adresse"),
        ("sagsresume", "sagsresumé"),
        ("opfoelgning", "opfølgning"),
        ("køreplanen", "køreplan"),
        ("uddanelse", "uddannelse"),
        ("bekymriger", "bekymringer"),
        ("besluttet-dato", "besluttet_dato"),
        ("Sundhet", "sundhed"),
        ("underskirfter", "underskrifter"),
        ("ikke anbragt", "ikke-anbragt"),
    ],
)
def test_a_slip_of_the_pen_is_still_one(written, known):
    assert is_misspelling(written, known)
    assert closest(written, [known]) == known


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("dagligt", "fagligt"),
        ("afvist", "afvises"),
        ("underskrives", "underskrevet"),
        ("udelukkes", "udelukker"),
        ("fra_16", "fra_18"),
        ("navn_på_mor", "navn"),
        ("mor", "far"),
    ],
)
def test_another_word_is_no_misspelling(written, known):
    assert not is_misspelling(written, known)
