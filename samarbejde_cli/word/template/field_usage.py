"""Which fields a template uses, read from its Jinja tree.

A field of a loop's item is named by its list: ``{{ m.mål }}`` is ``mål[].mål``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from jinja2 import nodes

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.template.filters import ROUTE_AS_TITLE

Scope: TypeAlias = dict[str, str | None]
"""What a local name means: a path, or None for something that is no field."""

_SPECIAL = ("self", "super", "caller", "varargs", "kwargs")
_SAME_LIST = frozenset(
    {"sort", "list", "unique", "reverse", "select", "reject", "selectattr", "rejectattr"}
    | {"fortløbende"}
)
_ONE_OF_LIST = frozenset({"first", "last", "random", "min", "max"})
_BY_ATTRIBUTE = frozenset({"selectattr", "rejectattr", "groupby"})
_BY_SECOND = frozenset({"join", "min", "max", "unique"})
_DEFAULTS = frozenset({"default", "d"})
_PASSING_ON = _DEFAULTS | {"dato", "langdato", "kl", "tal", "liste"}
"""Filters that hand a missing value on, so that a default after them still guards it."""
_PRESENCE = frozenset({"defined", "undefined", "none"})


@frozen
class Use:
    """One use of a path on a line of the Jinja source, and the paths that have a value there.

    ``printed`` says that the value itself is printed, with no filter and as no part of another.
    """

    path: str
    line: int
    guarded: bool
    sure: frozenset[str] = frozenset()
    printed: bool = False


def find_uses(tree: nodes.Template, known: Iterable[str]) -> list[Use]:
    """Return every use of a path in a part; ``known`` names what Jinja itself provides."""
    finder = _Finder()
    finder.block(tree.body, dict.fromkeys((*known, *_SPECIAL)), frozenset())
    return finder.uses


def quoted_texts(tree: Iterable[nodes.Node]) -> Iterator[tuple[str, int]]:
    """Yield the texts in quotation marks that stand where a field is meant to, with their lines."""
    found: list[nodes.Node] = []
    for node in tree:
        match node:
            case nodes.Output():
                found += node.nodes
            case nodes.For():
                found.append(node.iter)
            case nodes.If():
                found.append(node.test)
    for each in map(_unfiltered, found):
        if isinstance(each, nodes.Const) and isinstance(each.value, str):
            yield each.value, each.lineno


def _unfiltered(node: nodes.Node) -> nodes.Node:
    """Return what filters are put upon; one that wants the name of a field stays."""
    while isinstance(node, nodes.Filter) and node.node is not None and node.name != ROUTE_AS_TITLE:
        node = node.node
    return node


class _Finder:
    def __init__(self) -> None:
        self.uses: list[Use] = []

    def block(self, body: Iterable[nodes.Node], scope: Scope, guards: frozenset[str]) -> None:
        for node in body:
            self.visit(node, scope, guards)

    def visit(self, node: nodes.Node, scope: Scope, guards: frozenset[str]) -> None:
        """Note the uses in a node; names that it sets are known to those after it."""
        match node:
            case nodes.Output():
                for each in node.nodes:
                    self._print(each, scope, guards)
            case nodes.For():
                self._loop(node, scope, guards)
            case nodes.If() | nodes.CondExpr():
                self._choice(node, scope, guards)
            case nodes.Assign(target=nodes.Name(name=name)):
                self.visit(node.node, scope, guards)
                scope[name] = path_of(node.node, scope)
            case nodes.Macro() | nodes.CallBlock():
                self._macro(node, scope, guards)
            case nodes.With():
                self._with(node, scope, guards)
            case nodes.And() | nodes.Or() | nodes.Not() | nodes.Test():
                self.test(node, scope, guards)
            case nodes.Filter() if node.name in _DEFAULTS and node.node is not None:
                self.test(node.node, scope, guards)
                self.block(node.args, scope, guards)
            case _:
                self._expression(node, scope, guards)

    def test(self, node: nodes.Node, scope: Scope, guards: frozenset[str]) -> None:
        """Note the uses in something that is only asked whether it is there."""
        if path := path_of(node, scope):
            self.uses.append(Use(path, node.lineno, guarded=True, sure=guards))
            return
        match node:
            case nodes.Not():
                self.test(node.node, scope, guards)
            case nodes.And():
                self.test(node.left, scope, guards)
                self.test(node.right, scope, guards | tested(node.left, scope))
            case nodes.Or():
                self.test(node.left, scope, guards)
                self.test(node.right, scope, guards)
            case nodes.Test() if node.name in _PRESENCE:
                self.test(node.node, scope, guards)
            case nodes.Filter(node=nodes.Node() as value) if node.name in _PASSING_ON:
                self.test(value, scope, guards)
                self.block(node.args, scope, guards)
            case nodes.Test():
                self.block(node.iter_child_nodes(), scope, guards)
            case _:
                self.visit(node, scope, guards)

    def _expression(self, node: nodes.Node, scope: Scope, guards: frozenset[str]) -> None:
        if isinstance(node, nodes.Filter):
            self._attributes_of_list(node, scope, guards)
        if path := path_of(node, scope):
            self._use(path, node, guards)
            return
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            self.visit(node.node.node, scope, guards)
            self.block([*node.args, *node.kwargs], scope, guards)
            return
        self.block(node.iter_child_nodes(), scope, guards)

    def _print(self, node: nodes.Expr, scope: Scope, guards: frozenset[str]) -> None:
        self.visit(node, scope, guards)
        if isinstance(node, nodes.Name | nodes.Getattr) and path_of(node, scope):
            self.uses[-1] = replace(self.uses[-1], printed=True)

    def _use(self, path: str, node: nodes.Node, guards: frozenset[str]) -> None:
        self.uses.append(Use(path, node.lineno, guarded=path in guards, sure=guards))

    def _loop(self, node: nodes.For, scope: Scope, guards: frozenset[str]) -> None:
        self.visit(node.iter, scope, guards)
        outside = guards
        listed = path_of(node.iter, scope)
        inner = scope | dict.fromkeys((*names_in(node.target), "loop"))
        if isinstance(node.target, nodes.Name) and listed:
            inner[node.target.name] = f"{listed}[]"
            guards |= frozenset(_with_owners(listed))
        if node.test is not None:
            self.test(node.test, inner, guards)
            guards |= tested(node.test, inner)
        self.block(node.body, inner, guards)
        self.block(node.else_, dict(scope), outside)

    def _choice(
        self, node: nodes.If | nodes.CondExpr, scope: Scope, guards: frozenset[str]
    ) -> None:
        self.test(node.test, scope, guards)
        inside = guards | tested(node.test, scope)
        outside = guards | denied(node.test, scope)
        if isinstance(node, nodes.CondExpr):
            self.visit(node.expr1, scope, inside)
            self.block([node.expr2] if node.expr2 else [], scope, outside)
            return
        self.block(node.body, scope, inside)
        self.block(node.elif_, scope, outside)
        self.block(node.else_, scope, outside)

    def _macro(
        self, node: nodes.Macro | nodes.CallBlock, scope: Scope, guards: frozenset[str]
    ) -> None:
        if isinstance(node, nodes.CallBlock):
            self.visit(node.call, scope, guards)
        else:
            scope[node.name] = None
        self.block(node.defaults, scope, guards)
        names = [name for arg in node.args for name in names_in(arg)]
        self.block(node.body, scope | dict.fromkeys(names), guards)

    def _with(self, node: nodes.With, scope: Scope, guards: frozenset[str]) -> None:
        self.block(node.values, scope, guards)
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            inner |= {name: path_of(value, scope) for name in names_in(target)}
        self.block(node.body, inner, guards)

    def _attributes_of_list(self, node: nodes.Filter, scope: Scope, guards: frozenset[str]) -> None:
        """Note ``mål[].område`` for ``mål|map(attribute="område")`` and its like."""
        listed = path_of(node.node, scope) if node.node else None
        named = [k.value for k in node.kwargs if k.key == "attribute"]
        named += node.args[:1] if node.name in _BY_ATTRIBUTE else []
        named += node.args[1:2] if node.name in _BY_SECOND else []
        for value in named:
            if listed and isinstance(value, nodes.Const) and isinstance(value.value, str):
                self._use(f"{listed}[].{value.value}", node, guards)


def path_of(node: nodes.Node, scope: Scope) -> str | None:
    """Return the path that an expression is, or None if it is something else."""
    match node:
        case nodes.Name(name=name):
            return scope.get(name, name)
        case nodes.Getattr(node=owner, attr=attr):
            step = f".{attr}"
        case nodes.Getitem(node=owner, arg=nodes.Const(value=str(key))):
            step = f".{key}"
        case nodes.Getitem(node=owner, arg=nodes.Const(value=int())):
            step = "[]"
        case nodes.Getitem(node=owner, arg=nodes.Slice()):
            step = ""
        case nodes.Filter(node=nodes.Node() as owner, name=name) if name in _SAME_LIST:
            step = ""
        case nodes.Filter(node=nodes.Node() as owner, name=name) if name in _ONE_OF_LIST:
            step = "[]"
        case _:
            return None
    above = path_of(owner, scope)
    return f"{above}{step}" if above else None


def tested(node: nodes.Node, scope: Scope) -> frozenset[str]:
    """Return the paths that have a value where the test holds, with all that they lie in."""
    if path := path_of(node, scope):
        return frozenset(_with_owners(path))
    match node:
        case nodes.And():
            return tested(node.left, scope) | tested(node.right, scope)
        case nodes.Not():
            return denied(node.node, scope)
        case nodes.Test(name="defined"):
            return tested(node.node, scope)
        case nodes.Compare():
            return tested(node.expr, scope)
    return frozenset()


def denied(node: nodes.Node, scope: Scope) -> frozenset[str]:
    """Return the paths that have a value where the test fails."""
    match node:
        case nodes.Not():
            return tested(node.node, scope)
        case nodes.Or():
            return denied(node.left, scope) | denied(node.right, scope)
        case nodes.Test(name=("undefined" | "none")):
            return tested(node.node, scope)
    return frozenset()


def _with_owners(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.removesuffix("[]") if path.endswith("[]") else path.rpartition(".")[0]


def names_in(target: nodes.Node) -> list[str]:
    """Return the names that a loop or an assignment sets."""
    own = [target.name] if isinstance(target, nodes.Name) else []
    return own + [name.name for name in target.find_all(nodes.Name)]
