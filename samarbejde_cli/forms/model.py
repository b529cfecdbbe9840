"""The base of every model that a user's file is read into."""

import os
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from samarbejde_cli.forms.spellings import one_of

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""A plugin that somebody installed has no business with what cases say, and looking takes time."""


class Model(BaseModel):
    """An immutable part of a file: English attributes, Danish aliases as the keys of the file."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=False, defer_build=True
    )


KEY = "nøgle"
"""The key in the file, which is of no use in a paper."""


class Keyed(Model):
    """A file of a case, which has the case's key in common with its other files."""

    key: str | None = Field(
        None, alias=KEY, description="Sagens nøgle: ens i alle dens filer; ret den ikke"
    )


class Choice(StrEnum):
    """A closed set of Danish words that a user may write, in any case and with any separator."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        text = str(value).strip()
        if not text or {text[0], text[-1]} & {"-", "_"}:  # -1 is not the answer 1
            return None
        wanted = folded(text)
        return next((member for member in cls if folded(member.value) == wanted), None)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the words to editors, with the label of each."""
        named = handler(schema)
        described = handler.resolve_ref_schema(named)
        described.clear()
        words = [each.value for each in cls]
        message = f"Vælg mellem: {', '.join(words)}."
        described.update(one_of(words, [each.label for each in cls], message))
        return named

    @property
    def label(self) -> str:
        """The word as it is written in a document: ``Udvikling og adfærd``."""
        text = self.value.replace("-", " ")
        return text[:1].upper() + text[1:]


class LabelledChoice(Choice):
    """A choice whose members carry their own label for documents: ``NAME = "word", "Label"``."""

    _text: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from the word that the user writes and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member._text = label  # noqa: SLF001 — an enum fills its own members here
        return member

    @property
    def label(self) -> str:
        """The label that was given with the member."""
        return self._text


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the form in which two spellings of one choice are equal."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
