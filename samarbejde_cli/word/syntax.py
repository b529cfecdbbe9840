"""Says in Danish what Jinja found wrong, for every tag and not just the first."""

import re
from collections.abc import Iterator, Mapping

from jinja2 import TemplateAssertionError, TemplateSyntaxError

from samarbejde_cli.texts import closest
from samarbejde_cli.word.dialect import Dialect
from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.tags import Tag

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
_NO_FILTER = re.compile(r"No (filter|test) named '(.*?)'")


def explain(
    first: TemplateSyntaxError, tags: Mapping[int, Tag], template: str
) -> Iterator[Mistake]:
    """Yield a mistake for every tag that cannot stand; ``first`` if none can be found alone."""
    dialect = Dialect()
    found = False
    for tag in tags.values():
        if reason := _failure(tag, dialect):
            found = True
            yield _mistake(reason, tag, template)
    if not found:
        nearest = tags.get(first.lineno) or next(iter(tags.values()))
        yield _mistake(first, nearest, template)


def _failure(tag: Tag, dialect: Dialect) -> TemplateSyntaxError | None:
    """Return what Jinja says about a tag on its own."""
    frame = _FRAMES.get(tag.keyword)
    if tag.shape != "{{" and frame is None and not tag.body.startswith("set "):
        return None
    try:
        dialect.compile((frame or "%s").replace("%%", "%").replace("%s", tag.source), raw=True)
    except TemplateSyntaxError as reason:
        return reason
    except KeyError:
        return None
    return None


def _mistake(reason: TemplateSyntaxError, tag: Tag, template: str) -> Mistake:
    unknown = _NO_FILTER.search(reason.message or "")
    if isinstance(reason, TemplateAssertionError) and unknown:
        return _unknown(unknown[1], unknown[2], tag, template)
    message = f"Tagget «{tag.written}» kan ikke forstås."
    return Mistake("syntax", template, tag.place, message, _hint(tag), tag.written)


def _unknown(kind: str, name: str, tag: Tag, template: str) -> Mistake:
    dialect = Dialect()
    known = dialect.filters if kind == "filter" else dialect.tests
    guess = closest(name, [k for k in known if not k.startswith("_")])
    word = "filter" if kind == "filter" else "test"
    message = f"Tagget «{tag.written}» bruger {word} »{name}«, som ikke findes."
    hint = f"Mente du »{guess}«?" if guess else "Se listen over filtre i vejledningen."
    return Mistake(f"unknown_{kind}", template, tag.place, message, hint, tag.written)


def _hint(tag: Tag) -> str:
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
    if re.fullmatch(r"[\w.]+( [\w.]+)+", body) and tag.shape == "{{":
        return f"Et felt har ingen mellemrum: mente du {{{{ {body.replace(' ', '_')} }}}}?"
    return "Se efter tegn, der mangler eller er for mange."
