"""Switches of a field (upper case, dates, numbers) as filters of a template."""

from dataclasses import replace

from samarbejde_cli.word.mail_merge.instructions import Instruction
from samarbejde_cli.word.mail_merge.targets import FieldType, Target

_CASES = {
    "upper": "upper",
    "lower": "lower",
    "firstcap": "stort_forbogstav",
    "caps": "store_forbogstaver",
}
_LOOKS = frozenset({"mergeformat", "charformat"})
_USUAL_DATES = {
    "d. mmmm yyyy": "dato",
    "dddd den d. mmmm yyyy": "langdato",
    "h.mm": "kl",
}


def formatted(target: Target, said: Instruction) -> Target:
    """Return a field with its switches as filters."""
    filters = [*_picture_filters(target, said), *_case_filters(said)]
    if not filters:
        return target
    expression = " | ".join([target.guarded, *filters])
    return replace(target, expression=expression, type=FieldType.TEXT, may_lack=False)


def unknown_formats(said: Instruction) -> list[str]:
    """Return the formats that no filter stands for: ``CardText``."""
    named = (text for key, text in said.switches if key == "*")
    return [each for each in named if each.lower() not in _LOOKS | _CASES.keys()]


def _case_filters(said: Instruction) -> list[str]:
    named = (text.lower() for key, text in said.switches if key == "*")
    return [_CASES[each] for each in named if each in _CASES]


def _picture_filters(target: Target, said: Instruction) -> list[str]:
    date, number = said.switch("@"), said.switch("#")
    if date and (target.type in (FieldType.DATE, FieldType.TIME) or not target.is_known):
        usual = _USUAL_DATES.get(date.replace("'", "").lower())
        return [usual or f"dato({_quoted(date)})"]
    if number and target.type in (FieldType.NUMBER, FieldType.TEXT):
        return [f"tal({_quoted(number)})"]
    return []


def _quoted(picture: str) -> str:
    return f'"{picture}"' if '"' not in picture else f"'{picture}'"
