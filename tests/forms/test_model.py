"""The base of all models: what it reads, copies and refuses."""

import pickle
from datetime import date
from typing import Annotated, ClassVar, get_origin

import pytest

from samarbejde_cli.forms.fields import Day, Score, YesNo
from samarbejde_cli.forms.model import Choice, Field, FieldInfo, Model
from samarbejde_cli.forms.reading import MistakesError, reader_of


class Color(Choice):
    RED = "rød"
    GREEN = "grøn-blå"


class Leaf(Model):
    color: Color = Field(alias="farve", description="Farven")
    fell: Day | None = Field(None, alias="faldt", description="Dagen")


class Tree(Model):
    name: str = Field(alias="navn", description="Navnet")
    leaves: list[Leaf] = Field([], alias="blade", description="Bladene")
    height: Score | None = Field(None, alias="højde", description="1 til 5")
    words: dict[str, YesNo] = Field({}, alias="ord", description="Ord")
    seeds: "list[Tree]" = Field([], alias="frø", description="Træer af træet")


RAW = {
    "navn": "Eg",
    "blade": [{"farve": "Grøn blå", "faldt": "2026-03-03"}, {"farve": "rød"}],
    "højde": "5",
    "ord": {"a": "ja", "b": None},
    "frø": [{"navn": "Lille eg"}],
}


def every_model(kind=Model):
    for each in kind.__subclasses__():
        yield each
        yield from every_model(each)


def test_a_model_has_its_values_in_their_types():
    tree = Tree.model_validate(RAW)
    assert tree.leaves[0] == Leaf(farve=Color.GREEN, faldt=date(2026, 3, 3))
    assert (tree.name, tree.height, tree.words) == ("Eg", 5, {"a": True})
    assert [seed.name for seed in tree.seeds] == ["Lille eg"]
    assert tree.model_dump(by_alias=True, exclude_none=True)["blade"][1] == {"farve": Color.RED}


def test_all_mistakes_are_told_in_the_order_of_the_fields():
    wrong = RAW | {"hvad": "1", "tomt": None, "højde": "06", "blade": [{"farve": "gul"}, "x"]}
    with pytest.raises(MistakesError) as told:
        Tree.model_validate({key: value for key, value in wrong.items() if key != "navn"})
    assert [(each.kind, each.route) for each in told.value.mistakes] == [
        ("missing", ("navn",)),
        ("word", ("blade", 0, "farve")),
        ("group", ("blade", 1)),
        ("bounds", ("højde",)),
        ("unknown", ("hvad",)),
    ]


def test_a_model_does_not_change_and_a_copy_shares_no_default():
    tree, other = Tree(navn="Eg"), Tree(navn="Eg")
    with pytest.raises(AttributeError):
        tree.name = "Bøg"
    assert tree == other == pickle.loads(pickle.dumps(tree))  # noqa: S301 — just made
    assert tree.leaves is not other.leaves
    changed = tree.model_copy(update={"name": "Bøg"})
    assert (tree.name, changed.name, changed == tree) == ("Eg", "Bøg", False)


def test_what_a_text_cannot_be_never_stands_in_the_words_of_the_error():
    with pytest.raises(MistakesError, match="word") as told:
        Leaf(farve="hemmelig")
    assert "hemmelig" not in str(told.value)


def test_every_field_of_every_model_is_described_and_can_be_read():
    import samarbejde_cli.actions.schemas  # noqa: F401, PLC0415 — with it all models are there

    models = [each for each in every_model() if each.__module__.startswith("samarbejde_cli")]
    assert len(models) > 40
    for model in models:
        hints = vars(model).get("__annotations__", {})
        own = [name for name, hint in hints.items() if ClassVar not in (hint, get_origin(hint))]
        assert all(isinstance(vars(model)[name], FieldInfo) for name in own), model
        for info in model.model_fields.values():
            assert info.description, (model, info.alias)
            assert reader_of(info.annotation)


def test_a_type_without_a_reader_is_refused_at_once():
    with pytest.raises(KeyError):
        reader_of(Annotated[complex, "unknown"])
