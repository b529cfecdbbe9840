"""Tags as people type them in Word: found in text, straightened, and classified."""

import re
from typing import Literal, TypeAlias

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word.mistakes import TemplatePlace

Shape: TypeAlias = Literal["{{", "{%", "{#"]
Prefix: TypeAlias = Literal["", "p", "tr", "tc", "r"]
Spot: TypeAlias = Literal[
    "text", "plain", "attribute", "runs", "paragraphs", "structure",
    "words", "blip", "width", "height", "code", "address", "number", "cell", "simple_code",
]  # fmt: skip
"""What may be printed in the place of a tag: see ``printing``."""

TAG = lazy_pattern(r"\{_[{%]|[}%]_\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
BEGINNING = lazy_pattern(r"\{[{%#]")
OPENING = lazy_pattern(r"\{[{%#]|\{_[{%]|[}%]_\}")
ESCAPES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
MARK = lazy_pattern("\ufdd0(\\d+)\ufdd1")

_FIELD = lazy_pattern(r"[^\W\d]\w*(\.\w+)*")
_WORD = lazy_pattern(r"\w+")
_PREFIX = lazy_pattern(r"(-?)(p|tr|tc|r)\s+(?=[^\s])")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009\t\n\r\v\f\u2028\u2029"), " ")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_DOUBLE, _SINGLE = '"“”„‟«»', "'‘’‚‛"
_STRAIGHT = {'"', "'"}
_PLAIN = (
    _INVISIBLE
    | _SPACES
    | dict.fromkeys(map(ord, _DOUBLE), '"')
    | dict.fromkeys(map(ord, _SINGLE), "'")
    | dict.fromkeys(map(ord, _DASHES), "-")
)
_TYPOGRAPHIC = lazy_pattern(
    f"[{''.join(chr(code) for code in _PLAIN if chr(code) not in _STRAIGHT)}]"
)


@mutable
class Tag:
    """One tag: its shape, what it says, what it lifts, its dashes, and where it is.

    ``location`` and the XML of the properties around the tag are filled in as the part is worked
    on, ``original`` with what the template has in the place of a picture; ``written`` is the tag
    as the user sees it. ``home`` names the part that it is written in when another one renders it,
    as the body does for notes. ``longest`` is how many characters a value may have there, 0 if any.
    """

    number: int
    shape: Shape
    body: str
    prefix: Prefix
    place: TemplatePlace
    written: str
    dash_left: bool = False
    dash_right: bool = False
    location: Spot = "text"
    run_properties: str = ""
    paragraph_properties: str = ""
    original: str = ""
    home: str = ""
    longest: int = 0

    @property
    def keyword(self) -> str:
        """The first word of a block tag: ``for``, ``endif``."""
        word = _WORD.match(self.body) or re.match(r"\S*", self.body)
        return word[0] if word and self.shape == "{%" else ""

    @property
    def guard(self) -> str:
        """The block that lets the tag's field be missing; empty if it prints no plain field."""
        field = self.body.split("|")[0].strip() if self.shape == "{{" else ""
        return f"{{% if {field} %}} … {{% endif %}}" if _FIELD.fullmatch(field) else ""

    @property
    def mark(self) -> str:
        """What marks the tag in text and attributes until the source is written."""
        return f"\ufdd0{self.number}\ufdd1"

    @property
    def source(self) -> str:
        """The tag as Jinja reads it: no prefix, no dashes, on one line."""
        return {"{{": "{{ %s }}", "{%": "{%% %s %%}", "{#": "{# %s #}"}[self.shape] % self.body


def read_tag(number: int, written: str, place: TemplatePlace) -> Tag:
    """Return what the text of a tag, braces included, says."""
    if written in ESCAPES:
        return Tag(number, "{{", repr(ESCAPES[written]), "", place, written)
    shape: Shape = "{{" if written[1] == "{" else "{%" if written[1] == "%" else "{#"
    inner = nfc(straightened(written[2:-2])) if shape != "{#" else written[2:-2]
    found = _PREFIX.match(inner)
    prefix: Prefix = found[2] if found else ""  # type: ignore[assignment]  # the pattern's four
    dash_left = inner.startswith("-")
    dash_right = inner.endswith("-")
    body = inner[found.end() :] if found else inner.removeprefix("-").removeprefix("+")
    body = body.removesuffix("-").removesuffix("+").strip()
    return Tag(number, shape, body, prefix, place, written, dash_left, dash_right)


def straightened(inner: str) -> str:
    """Return code with typographic quotes, odd spaces and invisible marks made plain.

    Quotes that a Word user's autocorrection curled become straight where they delimit a string;
    inside a string the characters stay as they are.
    """
    if not _TYPOGRAPHIC.search(inner):
        return inner
    result: list[str] = []
    at = 0
    while at < len(inner):
        end = _string_end(inner, at)
        if end > at:
            quote = _family(inner[at])[0]
            result.append(f"{quote}{inner[at + 1 : end]}{quote}")
        else:
            result.append(inner[at].translate(_PLAIN))
        at = max(at, end) + 1
    return "".join(result)


def _family(letter: str) -> str:
    return next((family for family in (_DOUBLE, _SINGLE) if letter in family), "")


def _string_end(inner: str, start: int) -> int:
    """Return where the string ends that starts here; -1 if none does."""
    family = _family(inner[start])
    if not family:
        return -1
    straight = inner.find(inner[start], start + 1) if inner[start] == family[0] else -1
    ends = (i for i in range(start + 1, len(inner)) if inner[i] in family)
    return straight if straight > 0 else next(ends, -1)


def derived(tag: Tag, shape: Shape, body: str, location: Spot, tags: dict[int, Tag]) -> Tag:
    """Return a new tag, known in ``tags``, that does part of what another one says."""
    new = Tag(len(tags), shape, body, "", tag.place, tag.written, location=location, home=tag.home)
    tags[new.number] = new
    return new


def identifier(text: str) -> str:
    """Return a text as a name that a tag can use: ``Navn_på_barn``; empty if nothing is left."""
    name = re.sub(r"\W+", "_", nfc(text)).strip("_")
    return f"felt_{name}" if name[:1].isdigit() else name
