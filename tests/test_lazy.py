"""Dataclasses and patterns that are made when they are first used."""

import copy
import inspect
import pickle
import re
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property

import pytest

from samarbejde_cli.lazy import frozen, lazy_pattern, patterns_when_used


@frozen
class Base:
    name: str
    found: dict = field(default_factory=dict, repr=False)

    @cached_property
    def length(self):
        return len(self.name)


@frozen
class Derived(Base):
    number: int = 3

    def __post_init__(self):
        assert self.number < 9


@frozen(eq=False)
class Identity:
    name: str


@frozen(kw_only=True)
class OwnEquality:
    name: str

    def __eq__(self, other):
        return self.name.casefold() == other.name.casefold()

    def __hash__(self):
        return hash(self.name.casefold())


def real(cls):
    """Return the dataclass that ``cls`` stands for, made at once."""
    namespace = {"__annotations__": cls.__annotations__, "__module__": cls.__module__}
    return dataclass(frozen=True)(type(cls.__name__, (), namespace))


def test_it_is_a_dataclass_like_another():
    one = Derived("a", {"b": 1}, number=4)
    assert one == Derived("a", {"b": 1}, 4) != Derived("a")
    assert repr(one) == "Derived(name='a', number=4)"
    assert [each.name for each in fields(Derived)] == ["name", "found", "number"]
    assert replace(one, name="bc").length == 2
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301 — just made
    with pytest.raises(FrozenInstanceError):
        one.name = "c"
    with pytest.raises(AssertionError):
        Derived("a", number=9)
    with pytest.raises(TypeError, match=re.escape(str(_refused(real(Identity))))):
        Identity()


def _refused(cls):
    with pytest.raises(TypeError) as refused:
        cls()
    return refused.value


def test_what_is_asked_for_first_may_be_anything():
    def first(ask):
        @frozen
        class Made:
            name: str
            other: str = ""

        return ask(Made)

    assert first(is_dataclass)
    assert [each.name for each in first(fields)] == ["name", "other"]
    assert first(lambda made: made.__match_args__) == ("name", "other")
    empty = first(object.__new__)
    vars(empty).update(name="a", other="b")  # as unpickling does
    assert empty == replace(empty)
    assert hash(empty) == hash(replace(empty))


def test_equality_is_that_of_the_class_or_of_nothing():
    assert OwnEquality(name="A") == OwnEquality(name="a")
    assert hash(OwnEquality(name="A")) == hash(OwnEquality(name="a"))
    assert Identity("a") != Identity("a")
    assert isinstance(hash(Identity("a")), int)


def plain():
    class Plain:
        text: str
        values: list = field(default_factory=list)
        number: int = field(default=3, kw_only=True)

        def __post_init__(self):
            assert self.number < 9

    return Plain


@pytest.mark.parametrize("options", [{}, {"kw_only": True}])
def test_an_object_is_made_of_the_same_arguments(options):
    lazy, known = frozen(**options)(plain()), dataclass(frozen=True, **options)(plain())
    assert vars(lazy(text="a")) == vars(known(text="a"))
    assert lazy(text="a").values is not lazy(text="a").values
    parameters = [
        [(each.name, each.kind) for each in inspect.signature(one).parameters.values()]
        for one in (lazy, known)
    ]
    assert parameters[0] == parameters[1]
    for wrong in ({}, {"text": "a", "other": 1}):
        with pytest.raises(TypeError) as refused:
            lazy(**wrong)
        with pytest.raises(TypeError) as expected:
            known(**wrong)
        assert str(refused.value) == str(expected.value)
    with pytest.raises(AssertionError):
        lazy(text="a", number=9)


def test_a_pattern_is_compiled_when_it_is_used():
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.search("x")
    pattern = lazy_pattern("(?P<a>x)", re.IGNORECASE)
    assert pattern.fullmatch("X")["a"] == "X"
    assert pattern.flags & re.IGNORECASE
    assert copy.copy(pattern).sub("", "xy") == "y"


def test_patterns_of_others_are_lazy_while_they_are_imported():
    with patterns_when_used():
        lazy = re.compile("(")
        assert re.compile("x+").fullmatch("xx")
    with pytest.raises(re.error):
        lazy.search("x")
    with pytest.raises(re.error):
        re.compile("(")
