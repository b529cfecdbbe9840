"""Values that are made when they are first used: most of a program is not, in one command.

Making the methods of a dataclass, or compiling a pattern, takes longer than a short command may.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import partial
from typing import Any, AnyStr, TypeVar, cast, dataclass_transform

T = TypeVar("T")

_FIRST = ("__init__", "__dataclass_fields__", "__match_args__")
_COMPARED = ("__eq__", "__hash__")
_PARAMS = "__dataclass_params__"
_OF_A_CLASS = ("__dict__", "__weakref__")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, eq: bool = True, kw_only: bool = False) -> Any:
    """Make a frozen dataclass of a class as soon as it has an object, or somebody asks about it.

    ``dataclasses`` itself says what such a class does; the options are those of ``dataclass``.
    """
    options = {"eq": eq, "kw_only": kw_only, "frozen": True}
    return _deferred(cls, options) if cls else partial(_deferred, options=options)


@dataclass_transform(field_specifiers=(field,))
def mutable(cls: type[T] | None = None, /, *, eq: bool = True) -> Any:
    """Make a dataclass whose values may change, like ``frozen``."""
    options = {"eq": eq}
    return _deferred(cls, options) if cls else partial(_deferred, options=options)


def _deferred(cls: type[T], options: dict[str, bool]) -> type[T]:
    own = {name: value for name, value in vars(cls).items() if name not in _OF_A_CLASS}
    compared = [name for name in _COMPARED if options["eq"] and own.get(name) is None]
    if "__repr__" not in own:
        compared.append("__repr__")

    def complete(names: Iterable[str], **less: bool) -> None:
        """Copy what a real dataclass has; another thread may do the same at the same time."""
        copy: type = cast("Any", type(cls))(cls.__name__, cls.__bases__, own)
        whole: Any = dataclass(**options | less)(copy)
        if not less.get("init", True):
            whole.__init__ = own.get("__init__") or _init_of(whole, cls.__qualname__)
        for name, value in own.items():
            if isinstance(value, Field):
                _set_default(cls, name, value)
        for name in names:
            setattr(cls, name, getattr(whole, name))

    for made, less in ((_FIRST, _without_methods(cls, options)), ((*compared, _PARAMS), {})):
        finish = partial(complete, made, **less)
        for name in made:
            setattr(cls, name, _STAND_INS.get(name, _Attribute)(name, finish))
    if options.get("frozen"):
        cls.__setattr__ = _refuse  # type: ignore[method-assign]
        cls.__delattr__ = _refuse  # type: ignore[method-assign]
    return cls


def _without_methods(cls: type, options: dict[str, bool]) -> dict[str, bool]:
    """Return the options for a dataclass without methods; it is as frozen as those it comes of."""
    is_derived = any(_PARAMS in vars(each) for each in cls.__mro__[1:])
    is_frozen = is_derived and options.get("frozen", False)
    return {"init": False, "eq": False, "repr": False, "frozen": is_frozen}


def _init_of(cls: Any, name: str) -> Callable[..., None]:
    """Return what ``dataclass`` makes as ``__init__``, in a tenth of the time.

    It puts the values into the object's own dictionary, which is no business of ``_refuse``.
    """
    names: dict[str, Any] = {"_none": MISSING}
    plain, by_name, lines = ["self"], ["*"], ["__values = self.__dict__"]
    for each in fields(cls):
        parameter = value = each.name
        if each.default is not MISSING:
            names[f"_default_{value}"] = each.default
            parameter += f"=_default_{value}"
        elif each.default_factory is not MISSING:
            names[f"_make_{value}"] = each.default_factory
            parameter += "=_none"
            value = f"_make_{value}() if {value} is _none else {value}"
        (by_name if each.kw_only else plain).append(parameter)
        lines.append(f"__values[{each.name!r}] = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join(plain + (by_name if len(by_name) > 1 else []))
    exec(f"def __init__({parameters}):\n " + "\n ".join(lines), names)  # noqa: S102 — as dataclasses do
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{name}.__init__"
    return made


def _set_default(cls: type, name: str, info: Field[Any]) -> None:
    if info.default is not MISSING:
        setattr(cls, name, info.default)
    elif name in vars(cls):
        delattr(cls, name)


def _refuse(self: object, name: str, *_value: object) -> None:
    message = f"cannot change field {name!r} of {type(self).__name__}"
    raise FrozenInstanceError(message)


def _method(name: str, complete: Callable[[], None]) -> Callable[..., Any]:
    def method(self: object, *args: Any, **named: Any) -> Any:
        complete()
        return getattr(type(self), name)(self, *args, **named)

    return method


class _Attribute:
    """An attribute of a class that is there once the dataclass is made."""

    def __init__(self, name: str, complete: Callable[[], None]) -> None:
        self._name, self._complete = name, complete

    def __get__(self, instance: object, owner: type) -> Any:
        self._complete()
        return getattr(owner, self._name)


_STAND_INS = dict.fromkeys(("__init__", *_COMPARED, "__repr__"), _method)


_at_once = re.compile


class _Pattern:
    """A pattern that is compiled when one of its methods is first asked for."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # asked by those who copy or look inside
            raise AttributeError(name)
        found = vars(self)[name] = getattr(_at_once(self._text, self._flags), name)
        return found


def lazy_pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` would, compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


@contextmanager
def patterns_when_used() -> Iterator[None]:
    """Let modules of others that are imported meanwhile have lazy patterns, as ours have.

    It halves the import of PyYAML (5 of 11 ms) and saves 4 of 21 ms of Jinja's.
    """
    re.compile = lazy_pattern  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = _at_once
