"""Says in Danish what Jinja found wrong, for every tag and not just the first."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from inspect import Signature, signature, unwrap
from typing import TypeAlias

from jinja2 import TemplateSyntaxError, nodes

from samarbejde_cli.danish.text import closest, did_you_mean, small
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.template.dialect import Dialect
from samarbejde_cli.word.template.tags import Tag

Knows: TypeAlias = Callable[[str], bool]
_FIELD = lazy_pattern(r"[^\W\d]\w*(?:\.\w+)*")
_ENDS = frozenset({"else", "elif", "endif", "endfor", "set"})

_OF_LOOPS = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth"}
    | {"depth0", "previtem", "nextitem", "changed"}
)
"""What Jinja knows of the loop that a tag is in."""
UNREADABLE = (TemplateSyntaxError, RecursionError)
"""What Jinja raises for what it cannot read."""

_FRAMES = {
    "if": "%s{%% endif %%}",
    "elif": "{%% if x %%}%s{%% endif %%}",
    "for": "%s{%% endfor %%}",
    "macro": "%s{%% endmacro %%}",
    "call": "%s{%% endcall %%}",
    "filter": "%s{%% endfilter %%}",
    "with": "%s{%% endwith %%}",
    "block": "%s{%% endblock %%}",
}


def explain(
    line: int | None, tags: Mapping[int, Tag], template: str, knows: Knows = lambda _: True
) -> Iterator[Mistake]:
    """Yield a mistake for every tag that is wrong on its own, or else for the one on the line."""
    found = list(single_mistakes(tags.values(), template, knows))
    nearest = tags.get(line or 0) or next(iter(tags.values()))
    yield from found or [_mistake(nearest, template, knows)]


def single_mistakes(
    tags: Iterable[Tag], template: str, knows: Knows = lambda _: True
) -> Iterator[Mistake]:
    """Yield a mistake for every tag that makes no sense in any surroundings.

    ``knows`` says whether a field exists: a remedy proposes no other.
    """
    dialect = Dialect()
    for tag in tags:
        try:
            every = _meaning(tag, dialect).find_all(nodes.Node)
            yield from list(forbidden_words(every, {1: tag}, template, dialect))
        except UNREADABLE:
            yield _mistake(tag, template, knows)


def forbidden_words(
    every: Iterable[nodes.Node], tags: Mapping[int, Tag], template: str, dialect: Dialect
) -> Iterator[Mistake]:
    """Yield the filters and tests that do not exist, and the attributes that nobody may see."""
    for node in every:
        tag = tags.get(node.lineno)
        match node:
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=str(key)) if (
                tag and key not in _OF_LOOPS
            ):
                message = f"Tagget »{tag.written}« bruger »loop.{key}«, som ikke findes."
                hint = did_you_mean(f"loop.{closest(key, _OF_LOOPS) or 'index'}")
                yield Mistake("unknown_field", template, tag.place, message, hint, tag.written)
            case nodes.Filter(name=name) if tag and not _known(name, dialect.filters):
                yield _unknown("filter", name, tag, template)
            case nodes.Filter() if tag and not _fits(node, dialect):
                message = f"Tagget »{tag.written}« giver filteret »{node.name}« noget forkert."
                hint = "Se efter det, der står i parentesen efter filteret."
                yield Mistake("syntax", template, tag.place, message, hint, tag.written)
            case nodes.Test(name=name) if tag and not _known(name, dialect.tests):
                yield _unknown("test", name, tag, template)
            case nodes.Getattr(attr=str(key)) | nodes.Getitem(arg=nodes.Const(value=str(key))) if (
                tag and key.startswith("_")
            ):
                message = f"Tagget »{tag.written}« bruger »{key}«, som ikke må bruges."
                hint = "Brug et felt, hvis navn ikke begynder med _."
                yield Mistake("forbidden", template, tag.place, message, hint, tag.written)


def _known(name: str, names: Collection[str]) -> bool:
    return name in names and not name.startswith("_")


def _fits(node: nodes.Filter, dialect: Dialect) -> bool:
    """Say whether a filter can be called with what a tag gives it."""
    if node.dyn_args or node.dyn_kwargs:
        return True
    function = unwrap(dialect.filters[node.name])
    given = [None] * (len(node.args) + 1 + hasattr(function, "jinja_pass_arg"))
    try:
        _signature(function).bind(*given, **{str(each.key): None for each in node.kwargs})
    except TypeError:
        return False
    return True


@lru_cache(maxsize=128)
def _signature(function: Callable[..., object]) -> Signature:
    return signature(function)


def _meaning(tag: Tag, dialect: Dialect) -> nodes.Template:
    """Return what Jinja makes of a tag on its own. Raises the errors of UNREADABLE."""
    frame = _FRAMES.get(tag.keyword)
    if tag.shape != "{{" and frame is None and not tag.body.startswith("set "):
        return nodes.Template([])
    return dialect.parse((frame or "%s").replace("%%", "%").replace("%s", tag.source))


def _mistake(tag: Tag, template: str, knows: Knows = lambda _: True) -> Mistake:
    message = f"Tagget »{tag.written}« kan ikke forstås."
    return Mistake("syntax", template, tag.place, message, _hint(tag, knows), tag.written)


def _unknown(kind: str, name: str, tag: Tag, template: str) -> Mistake:
    dialect = Dialect()
    known = dialect.filters if kind == "filter" else dialect.tests
    word = "filteret" if kind == "filter" else "testen"
    message = f"Tagget »{tag.written}« bruger {word} »{name}«, som ikke findes."
    hint = did_you_mean(closest(name, [k for k in known if not k.startswith("_")])) or (
        "Brug for eksempel dato, langdato, kl, liste, upper eller default."
    )
    return Mistake(f"unknown_{kind}", template, tag.place, message, hint, tag.written)


def _hint(tag: Tag, knows: Knows) -> str:
    body = tag.body
    if not body:
        return "Skriv et felt i tagget, for eksempel {{ ung.navn }}, eller slet det."
    for opening, closing in (("(", ")"), ("[", "]")):
        if body.count(opening) != body.count(closing):
            return f"Der er ikke lige mange {opening} og {closing}."
    if body.count('"') % 2 or body.count("'") % 2:
        return "Der mangler et anførselstegn."
    if tag.keyword == "for" and " in " not in body:
        return "Skriv {% for x in liste %}."
    if tag.keyword == "else" and body != "else":
        rest = body.removeprefix("else").strip().removeprefix("if").strip()
        return f"Skriv {{% elif {rest} %}}, eller {{% else %}}."
    return (tag.shape == "{{" and _remedy(body, knows)) or (
        "Se efter tegn, der mangler eller er for mange."
    )


def _remedy(body: str, knows: Knows) -> str:
    """Return the likely meaning of words with nothing between them."""
    first, _, rest = body.partition(" ")
    words = body.split()
    if first in _FRAMES or first in _ENDS:
        ends = f" … {{% end{first} %}}" if first in ("if", "for") else ""
        return f"Skriv {{% {body} %}}{ends}: ord som »{first}« står mellem {{% og %}}."
    if first.casefold() in ("p", "r") and _FIELD.fullmatch(rest) and knows(rest):
        return f"Skriv {{{{{first.casefold()} {rest} }}}} uden mellemrum før »{first.casefold()}«."
    if not all(map(_FIELD.fullmatch, words)) or len(words) == 1:
        return ""
    *fields, last = words
    if _known(last, Dialect().filters) and knows(field := ".".join(fields)):
        return f"Der mangler en lodret streg: skriv {{{{ {field} | {last} }}}}."
    for field in (".".join(words), "_".join(words)):
        if knows(field):
            return f"Et felt har ingen mellemrum: {small(did_you_mean(f'{{{{ {field} }}}}'))}"
    return "Et felt har ingen mellemrum; der skal stå punktum imellem."
