"""Jinja as templates know it: sandboxed, Danish filters, every printed value shown by us."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, get_args

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from samarbejde_cli.word.template.expressions import joined, passing_none
from samarbejde_cli.word.template.filters import DANISH, UNSAFE
from samarbejde_cli.word.template.printing import Printer, quoted, special
from samarbejde_cli.word.template.resource_limits import (
    check_arguments,
    check_format,
    check_rounds,
    check_sum,
    concat,
)
from samarbejde_cli.word.template.state import RenderState, current
from samarbejde_cli.word.template.tags import Spot
from samarbejde_cli.word.template.undefined import MissingValue

_PLAIN = {"text": "special", "attribute": "quoted"}
"""The locations where most values are written as they are, and what finds those that are not."""
_OF_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})


class Generator(CodeGenerator):
    """Writes ``text(value, 17)`` for the tag number 17 where Jinja would escape.

    Text that needs no work, which is most, is seen to be so without a call of ours.
    """

    def _make_finalize(self) -> Any:
        return self._FinalizeInfo(None, None)

    def write_commons(self) -> None:
        """Give the methods that generated code calls most names of their own."""
        super().write_commons()
        for location in sorted(get_args(Spot)):
            self.writeline(f"{location} = context.{location}")
        for name in ("field", "joined", "quoted", "special"):
            self.writeline(f"{name} = environment.{name}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write the code for a block; that of a whole part fills one list and joins it once."""
        if not (frame.rootlevel and frame.toplevel and frame.buffer is None):
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 — Jinja's name
        """Write a look-up of a field; of one that is there, in a group, without a call."""
        self.write("(f if (g := ")
        self.visit(node.node, frame)
        found = f"(f := g.get({node.attr!r})) is not None"
        self.write(f").__class__ is dict and {found} else field(g, {node.attr!r}))")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 — Jinja's name
        """Write ``a ~ b``."""
        self.write("joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del frame, finalize
        tag = self._tag(node)
        self.write("(v if (v := " if tag.location in _PLAIN else f"{tag.location}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del frame, finalize
        tag = self._tag(node)
        if needs_work := _PLAIN.get(tag.location, ""):
            fits = f" and len(v) <= {tag.longest}" if tag.longest else ""
            self.write(f").__class__ is str and not {needs_work}(v){fits} else {tag.location}(v")
        self.write(f", {tag.number}){')' * bool(needs_work)}")

    def _tag(self, node: nodes.Node) -> Any:
        environment: Any = self.environment
        return environment.tags_by_line[node.lineno]


class Dialect(ImmutableSandboxedEnvironment):
    """The environment of one part's templates."""

    code_generator_class = Generator
    joined = staticmethod(joined)
    concat = staticmethod(concat)
    quoted = staticmethod(quoted)
    special = staticmethod(special)
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            autoescape=True, undefined=MissingValue, keep_trailing_newline=True, cache_size=0
        )
        self.context_class = Printer
        self.field = _field_of(self.getattr)
        self.filters = _FILTERS.copy()
        for name in ("lipsum", "cycler", "joiner"):
            self.globals.pop(name, None)
        self.tags_by_line: Mapping[int, Any] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a group before a method of it; None is remembered with its owner."""
        if isinstance(obj, Mapping):
            try:
                value = obj[attribute]
            except (KeyError, TypeError):
                value = self._attribute(obj, attribute)
        else:
            value = self._attribute(obj, attribute)
        if value is None:
            current.get().empty = (obj, attribute)
        return value

    def _attribute(self, obj: Any, attribute: str) -> Any:
        if attribute[:1] == "_":
            raise SecurityError(attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow no attribute that starts with an underscore, and none that changes data."""
        return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or method. Raises LimitError when a template calls without end."""
        current.get().add_call()
        check_arguments(*args, *kwargs.values())
        return super().call(context, obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Any:
        """Return Jinja's safe ``str.format``; LimitError for widths that no document needs."""
        safe = super().wrap_str_format(value)
        if safe is not None:
            check_format(value.__self__)
        return safe

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Evaluate a binary operator; refuse oversized results. Raises LimitError."""
        check_sum(operator, left, right)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, str):
            current.get().add_characters(len(result))
        return result


def _field_of(getattribute: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Return the same as ``getattr`` of the environment, quicker for fields that are there."""

    def field(group: Any, name: str) -> Any:
        if group.__class__ is dict and name in group:
            value = group[name]
            if value is None:
                current.get().empty = (group, name)
            return value
        if group.__class__ is LoopContext and name in _OF_LOOP:
            return getattr(group, name)
        return getattribute(group, name)

    return field


@pass_context
def _each(context: Printer, value: Any, tag: int, weight: int) -> Sequence[Any]:
    """Return what a loop goes through, counted; a loop over nothing is noted as a gap."""
    state: RenderState = context.state
    if value.__class__ is list:
        state.add_rounds(len(value), weight)
        return value
    if value is None or isinstance(value, MissingValue):
        state.note_missing(value, tag) if isinstance(value, MissingValue) else state.note_none(tag)
        return ()
    items = value if isinstance(value, Sequence) else tuple(_limited(value, weight))
    state.add_rounds(len(items), weight)
    return items


_KNOWN_FILTERS = {name: f for name, f in FILTERS.items() if name not in UNSAFE} | DANISH
_FILTERS = {name: passing_none(name, f) for name, f in _KNOWN_FILTERS.items()} | {"_each": _each}


def _limited(value: Iterable[Any], weight: int) -> Iterable[Any]:
    """Yield the items, but not without end."""
    for number, item in enumerate(value):
        check_rounds(number, number * weight)
        yield item
