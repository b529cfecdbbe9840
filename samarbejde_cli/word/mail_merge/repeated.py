"""Rows and paragraphs that are repeated with NEXT between them, as one in a loop."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace

from samarbejde_cli.word.mail_merge.conversion import Converter
from samarbejde_cli.word.mail_merge.runs import text_run
from samarbejde_cli.word.mail_merge.targets import FieldType, Target, Targets
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.field_codes import fields_in

_NEXT = "NEXT"
_ITEM = "en"
"""What a loop calls the one that it is at."""


def loop_over_records(
    root: Element, converter: Converter, convert: Callable[[Element, Converter], None]
) -> None:
    """Put a loop in the place of repeated rows or paragraphs, and convert what is in it.

    Nothing happens when the letter has no list to go through.
    """
    for group in list(_repeated(root)):
        records = converter.targets(_NEXT)
        if records.type != FieldType.LIST:
            return
        first = group[0]
        tags = [f"for {_ITEM} in {records.expression}", "endfor"]
        before, after = (_line_with(each, first) for each in tags)
        for other in group[1:]:
            other.getparent().remove(other)
        first.addprevious(before)
        first.addnext(after)
        convert(
            first,
            Converter(
                _items(converter.targets, records.expression), converter.report, converter.variables
            ),
        )
        converter.report.convert(f"{_NEXT} × {len(group) - 1}", f"{{% {tags[0]} %}}")


def _items(targets: Targets, records: str) -> Targets:
    """Return what names become in a loop."""

    def target(name: str) -> Target:
        found = targets(f"{_NEXT} {name}")
        return replace(found, expression=found.expression.replace(f"{records}[].", f"{_ITEM}."))

    return target


def _repeated(root: Element) -> Iterator[list[Element]]:
    """Yield rows or paragraphs that say the same, with NEXT in all but the first."""
    following = [each for each in root.iter(ns.ROW, ns.PARAGRAPH) if _has_next(each)]
    for each in following:
        first = each.getprevious()
        if (
            first is None
            or first.tag != each.tag
            or _has_next(first)
            or _says(first) != _says(each)
        ):
            continue
        group = [first]
        while each is not None and _has_next(each) and _says(each) == _says(first):
            group.append(each)
            each = each.getnext()  # noqa: PLW2901 — goes on from where the group begins
        yield group


def _has_next(element: Element) -> bool:
    return any(each.keyword == _NEXT for each in fields_in(element))


def _says(element: Element) -> tuple[list[str], int]:
    """Return the codes of an element without NEXT, and how many paragraphs it has."""
    codes = [each.code for each in fields_in(element) if each.keyword != _NEXT]
    return codes, sum(1 for _ in element.iter(ns.PARAGRAPH))


def _line_with(body: str, like: Element) -> Element:
    """Return a row or paragraph that holds a tag and nothing else."""
    line = deepcopy(like)
    is_row = line.tag == ns.ROW
    for paragraph in line.iter(ns.PARAGRAPH):
        for each in list(paragraph):
            if each.tag != ns.PARAGRAPH_PROPERTIES_TAG:
                paragraph.remove(each)
    first = next(line.iter(ns.PARAGRAPH))
    first.append(text_run(f"{{%{'tr' if is_row else 'p'} {body} %}}", None))
    return line
