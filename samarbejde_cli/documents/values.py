"""A model's values under their Danish names, as templates see them."""

from typing import Any

from samarbejde_cli.case.people import Contact
from samarbejde_cli.forms.cpr import Cpr
from samarbejde_cli.forms.model import KEY, Choice, Model

HIDDEN_ADDRESS = {"adresse": "", "postnummer": "", "by": "", "postadresse": ""}


def danish(value: object) -> Any:
    """Return a model as plain groups and lists under its Danish keys.

    Dates and clock times stay what they are, a choice becomes its label. A protected address
    becomes empty text here, so that no template can print it, and a CPR number is masked; a kind
    that may show the number puts it in by itself.
    """
    is_plain = value is None or value.__class__ is str
    return value if is_plain else _danish(value)


def _danish(value: object) -> Any:
    match value:
        case Model():
            return _group(value)
        case Choice():
            return value.label
        case Cpr():
            return value.masked
        case list() | tuple():
            return [danish(item) for item in value]
        case dict():
            return {str(key): danish(item) for key, item in value.items()}
    return value


def _group(model: Model) -> dict[str, Any]:
    fields = type(model).model_fields
    group = {field.alias or name: danish(getattr(model, name)) for name, field in fields.items()}
    group.pop(KEY, None)
    if isinstance(model, Contact):
        group["postadresse"] = postal(group["adresse"], group["postnummer"], group["by"])
        group |= HIDDEN_ADDRESS if model.protected_address else {}
    return group


def postal(street: str | None, post_code: str | None, town: str | None) -> str:
    """Return an address on one line, as much as is known: ``Rådhusvej 8, 4180 Sorø``."""
    place = " ".join(part for part in (post_code, town) if part)
    return ", ".join(part for part in (street, place) if part)


def opening(text: str) -> str:
    """Return a text with a big first letter, the others as they are: ``SSP-konsulent``."""
    return text[:1].upper() + text[1:]


def genitive(name: str) -> str:
    """Return a name as owner: ``Siljes``, ``Jonas'``."""
    return f"{name}'" if name[-1:].casefold() in {"s", "x", "z"} else f"{name}s"
