"""A field that is not there: remembers its path, and is noted when it is needed."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.utils import missing

from samarbejde_cli.word.template.state import current


class MissingValue(Undefined):
    """A value that the context lacks.

    False in a test and nothing in ``default``; to print it, loop over it, compare it or calculate
    with it is noted as a gap, and the render goes on so that all gaps are found at once.
    """

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is SecurityError:
            raise SecurityError(str(name))

    def _note(self, *_: Any, **__: Any) -> "MissingValue":
        current.get().note_missing(self)
        return self

    def _note_false(self, *_: Any) -> bool:
        self._note()
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return MissingValue(obj=self, name=name)

    def __getitem__(self, key: Any) -> Any:
        return MissingValue(obj=self, name=str(key))

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _note  # type: ignore[assignment]
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _note  # type: ignore[assignment]
    __pos__ = __neg__ = __pow__ = __rpow__ = __call__ = _note  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = _note_false  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other or self._note_false()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(self)

    def __int__(self) -> int:  # type: ignore[override]  # Jinja's own always fails
        self._note()
        return 0

    def __float__(self) -> float:  # type: ignore[override]  # same
        self._note()
        return 0.0

    def __str__(self) -> str:
        self._note()
        return ""

    def __len__(self) -> int:
        self._note()
        return 0

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __bool__(self) -> bool:
        return False
