"""What a conversion did and what it left: values for the one who prints them."""

from dataclasses import field

from samarbejde_cli.lazy import frozen, mutable
from samarbejde_cli.word.mistakes import TemplatePlace


@frozen
class Converted:
    """A field that became tags; the place is that in the old letter."""

    place: TemplatePlace
    old: str
    new: str


@frozen
class Leftover:
    """Something that nobody can convert: what it is, why, and what to do. Danish, for the user."""

    place: TemplatePlace
    old: str
    message: str
    hint: str


@mutable
class Report:
    """Everything that happened to a letter, in its order."""

    converted: list[Converted] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    place: TemplatePlace = field(default_factory=TemplatePlace)

    def convert(self, old: str, new: str) -> None:
        """Note a field that became ``new``."""
        self.converted.append(Converted(self.place, " ".join(old.split()), new))

    def leave(self, old: str, message: str, hint: str) -> None:
        """Note a field that is left over."""
        self.left.append(Leftover(self.place, " ".join(old.split()), message, hint))
