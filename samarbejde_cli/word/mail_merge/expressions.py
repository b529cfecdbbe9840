"""Conditions and values of fields as expressions of a template."""

import re
from collections.abc import Sequence

from samarbejde_cli.danish import dates
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mail_merge.field_tree import Field, code_text
from samarbejde_cli.word.mail_merge.instructions import (
    Argument,
    Letters,
    comparison,
    read_instruction,
)
from samarbejde_cli.word.mail_merge.switches import formatted
from samarbejde_cli.word.mail_merge.targets import FieldType, Target, Targets

_NUMBER = lazy_pattern(r"-?\d+(?:[.,]\d+)?")
_YES, _NO = (
    frozenset({"ja", "j", "1", "sand", "true", "yes", "x"}),
    frozenset({"nej", "n", "0", "falsk", "false", "no"}),
)
_IN_JINJA = {"=": "==", "<>": "!="}
_PICTURES = {FieldType.DATE: "yyyy-MM-dd", FieldType.TIME: "HH:mm"}
_FORMULA = lazy_pattern(r"=\s*(?P<word>AND|OR|NOT|OG|ELLER|IKKE)\s*\(", re.IGNORECASE)
_JOINING = {"AND": " and ", "OG": " and ", "OR": " or ", "ELLER": " or "}


class CannotConvertError(ValueError):
    """A field says what a template cannot; holds why, in Danish."""


def condition(arguments: Sequence[Argument], targets: Targets) -> tuple[str, list[Argument]]:
    """Return a comparison as a template's condition, and the arguments after it.

    Raises CannotConvertError.
    """
    try:
        left, operator, right, others = comparison(arguments)
    except ValueError:
        raise CannotConvertError("betingelsen kan ikke læses") from None
    if left.field is None and right.field is not None:
        left, right = right, left
        operator = operator.translate(str.maketrans("<>", "><")) if operator != "<>" else operator
    return _compared(left, operator, right, targets), others


def _compared(left: Argument, operator: str, right: Argument, targets: Targets) -> str:
    if left.field and left.field.keyword in ("=", "COMPARE") and right.text in ("0", "1"):
        found = _truth(left.field, targets)
        return found if (right.text == "1") == (operator == "=") else f"not ({found})"
    target = _target(left, targets)
    text = right.text
    if text is None:
        other = _target(right, targets)
        return f"{target.guarded} {_IN_JINJA.get(operator, operator)} {other.guarded}"
    if text == "" and operator in _IN_JINJA:
        return target.expression if operator == "<>" else f"not {target.expression}"
    if target.type == FieldType.LIST:
        raise CannotConvertError(f"{target.expression} er en liste")
    if target.type == FieldType.TRUTH:
        return _yes_or_no(target, operator, text)
    if target.type in _PICTURES:
        return _at_a_time(target, operator, text)
    return _as_text(target, operator, text)


def negated(test: str) -> str:
    """Return the opposite of a condition."""
    if re.fullmatch(r"[\w.]+", test):
        return f"not {test}"
    return test.removeprefix("not ") if re.fullmatch(r"not [\w.]+", test) else f"not ({test})"


def _target(argument: Argument, targets: Targets) -> Target:
    """Return a side of a comparison."""
    if argument.field:
        return value_of(argument.field, targets)
    if argument.text is None:
        return Target(_joined(argument, targets))
    return Target(literal(argument.text))


def _joined(argument: Argument, targets: Targets) -> str:
    parts = []
    for piece in argument.pieces:
        if isinstance(piece, Field):
            parts.append(f"({value_of(piece, targets).guarded})")
        elif isinstance(piece, Letters):
            parts.append(literal(piece.text))
        else:
            raise CannotConvertError("der er et billede eller flere afsnit i betingelsen")
    return f"({' ~ '.join(parts)})"


def value_of(field: Field, targets: Targets) -> Target:
    """Return the value of a field inside another one. Raises CannotConvertError."""
    said = read_instruction(field.code)
    if said.keyword in ("MERGEFIELD", "REF") and said.arguments:
        return formatted(_needed(said.arguments[0].text or "", targets), said)
    if said.keyword == "IF":
        found, others = condition(said.arguments, targets)
        texts = [_target(each, targets).guarded for each in others[:2]]
        texts += ['""'] * (2 - len(texts))
        return Target(f"({texts[0]} if {found} else {texts[1]})")
    raise CannotConvertError(f"feltet {code_text(field.code).strip()} har intet modstykke")


def _needed(name: str, targets: Targets) -> Target:
    target = targets(name)
    if target.type == FieldType.NOTHING:
        raise CannotConvertError(f"»{name}« udgår, og der bliver spurgt til det")
    return target


def _truth(field: Field, targets: Targets) -> str:
    said = read_instruction(field.code)
    if said.keyword == "COMPARE":
        return condition(said.arguments, targets)[0]
    word = _FORMULA.match(code_text(field.code).strip())
    inner = [each for each in field.code if isinstance(each, Field)]
    if word is None or not inner:
        raise CannotConvertError("formlen kan ikke regnes ud i en skabelon")
    found = [f"({_truth(each, targets)})" for each in inner]
    joining = _JOINING.get(word["word"].upper())
    return joining.join(found) if joining else f"not {found[0]}"


def _yes_or_no(target: Target, operator: str, text: str) -> str:
    word = text.strip().casefold()
    if word not in _YES | _NO or operator not in _IN_JINJA:
        raise CannotConvertError(f"{target.expression} er ja eller nej og ikke »{text}«")
    is_yes = (word in _YES) == (operator == "=")
    return target.expression if is_yes else f"not {target.expression}"


def _at_a_time(target: Target, operator: str, text: str) -> str:
    day, clock = dates.guess(text), dates.parse_clock(text)
    if target.type == FieldType.DATE and day:
        written = day.isoformat()
    elif target.type == FieldType.TIME and clock:
        written = f"{clock:%H:%M}"
    else:
        raise CannotConvertError(f"»{text}« er hverken en dato eller et klokkeslæt")
    shown = f'({target.guarded} | dato("{_PICTURES[target.type]}"))'
    return f"{shown} {_IN_JINJA.get(operator, operator)} {literal(written)}"


def _as_text(target: Target, operator: str, text: str) -> str:
    is_equality = operator in _IN_JINJA
    if is_equality and ("*" in text or "?" in text):
        found = _pattern(target, text)
        return found if operator == "=" else f"not ({found})"
    sign = _IN_JINJA.get(operator, operator)
    is_number = _NUMBER.fullmatch(text.strip()) is not None
    if target.type == FieldType.NUMBER and not is_number:
        raise CannotConvertError(f"{target.expression} er et tal og ikke »{text}«")
    if target.type == FieldType.NUMBER or (is_number and not is_equality):
        number = text.strip().replace(",", ".")
        shown = target.guarded if target.type == FieldType.NUMBER else f"({target.guarded} | float)"
        return f"{shown} {sign} {number}"
    return f"{target.guarded} {sign} {literal(text)}"


def _pattern(target: Target, text: str) -> str:
    """Return the test that ``?`` is any character and ``*`` any characters."""
    value = f"({target.guarded})" if target.may_lack else target.expression
    if set(text) == {"*"}:
        return target.expression
    first, *middle, last = text.split("*") if "*" in text else (text, "")
    if any(middle):
        raise CannotConvertError(f"mønsteret »{text}« har tekst mellem to stjerner")
    tests = [*_places(value, first), *_places(value, last, len(last))]
    sign = ">=" if "*" in text else "=="
    if len(tests) > 1 or "?" in text:  # the stretches alone say nothing of the length
        tests.append(f"{value} | length {sign} {len(first) + len(last)}")
    return " and ".join(tests)


def _places(value: str, text: str, from_end: int = 0) -> list[str]:
    """Return the tests of the stretches of a text between its ``?``."""
    tests = []
    for found in re.finditer(r"[^?]+", text):
        start, end = found.start() - from_end, found.end() - from_end
        stretch = f"{start or ''}:{end or ''}" if from_end else f"{start or ''}:{end}"
        tests.append(f"{value}[{stretch}] == {literal(found[0])}")
    return tests


def literal(text: str) -> str:
    """Return a text as an expression. Raises CannotConvertError for one that would end a tag."""
    if re.search(r"\{\{|\}\}|%\}|\{%|\{#|#\}", text):
        raise CannotConvertError("der er krøllede parenteser i teksten")
    quote = "'" if '"' in text else '"'
    return quote + text.replace("\\", "\\\\").replace(quote, f"\\{quote}") + quote
