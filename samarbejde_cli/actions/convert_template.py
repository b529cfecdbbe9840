"""Turn old mail merge letters into templates: which field each name becomes, and what is left."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from samarbejde_cli import word
from samarbejde_cli.actions.templates import check_content, kind_of, kinds_of
from samarbejde_cli.danish.text import listed
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.lookup import read_template
from samarbejde_cli.documents.merge_names import GOES_AWAY, nearest, propose
from samarbejde_cli.documents.schema import (
    CLOCK,
    DAY,
    GROUP,
    NUMBER,
    YES_NO,
    Known,
    Presence,
    expanded,
)
from samarbejde_cli.errors import ConflictError, SamarbejdeError
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.files.write import Change, write_all
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.source.read import read

_TYPES = {DAY: "date", CLOCK: "time", NUMBER: "number", YES_NO: "truth"}
_NEXT = "NEXT"
_WORDS_OF_TAGS = frozenset(
    {"in", "not", "is", "if", "else", "elif", "for", "and", "or", "true", "false", "none", "loop"}
    | {"self", "super", "range", "dict", "namespace", "set", "en"}
)
_HEAD = """\
# Navne fra brevfletningen og det felt i skabelonen, som de bliver til. Ret i højre side, og kør
# kommandoen igen. {goes_away} betyder, at feltet tages ud. Et navn uden felt bliver stående, så
# `samarbejde templates check` finder det.
"""


@frozen
class Conversion:
    """An old letter and the template made of it; ``mapping`` has every name with its field."""

    source: Path
    kind: Kind | None
    letter: word.ConvertedLetter
    mapping: Mapping[str, str | None]
    near: Mapping[str, Sequence[str]]
    mistakes: tuple[word.Mistake, ...]

    @property
    def is_done(self) -> bool:
        """Whether the template can be used as it is."""
        return all(each.is_remark for each in self.mistakes)

    def near_field(self, field: str) -> Sequence[str]:
        """Return the fields that the tag of an unknown one may stand for."""
        names = (name for name in self.near if word.identifier(name) in (field, field[5:]))
        return next((self.near[name] for name in names), ())

    @property
    def file_name(self) -> str:
        """The name of the new file; it begins with the kind, so that ``check`` knows the fields."""
        stem = self.source.stem
        return f"{self.kind.stem} fra {stem}.docx" if self.kind else f"{stem} som skabelon.docx"


def convert(
    path: Path, kind: Kind | None, profile: Profile, mapping: Mapping[str, str | None]
) -> Conversion:
    """Return an old letter converted; nothing is written.

    ``kind`` says which fields there are; None takes it from the file's name, else all kinds have
    their say. Raises ``SamarbejdeError`` for what is no Word document.
    """
    kind = kind or kind_of(path.name)
    data = read_template(path)
    fields = _Fields(kind, profile, mapping)
    word.convert_letter(data, path.name, fields.target)  # what a name means depends on the others
    names, fields.asked = list(fields.asked), {}
    fields.names = names
    letter = word.convert_letter(data, path.name, fields.target)
    mistakes = check_content(letter.data, path.name, kind, profile)
    unknown = [name for name, path in fields.asked.items() if path is None]
    near = {name: fields.nearest(name) for name in unknown}
    return Conversion(path, kind, letter, dict(fields.asked), near, mistakes)


def target_path(conversion: Conversion, output: Path | None) -> Path:
    """Return where the template goes: beside the old letter, in a folder, or as a file."""
    if output is None:
        return conversion.source.with_name(conversion.file_name)
    return output if output.suffix.casefold() == ".docx" else output / conversion.file_name


def save(conversion: Conversion, path: Path) -> None:
    """Write the template. Raises ``ConflictError`` when there is such a file already.

    ``WriteError`` when it cannot be written.
    """
    if path.exists():
        raise ConflictError(
            f"Filen {path.name} findes allerede, og intet er skrevet.",
            "Flyt eller omdøb den, eller vælg en anden fil med --output.",
        )
    with in_danish(path.parent):
        make_folder(path.parent)
    write_all([Change(path, conversion.letter.data, None)])


def read_mapping(path: Path) -> dict[str, str | None]:
    """Return the fields that a file says names become. Raises ``SamarbejdeError``."""
    source = read(path)
    hint = "Skriv en linje for hvert navn, fx `Navn: modtager.navn`."
    if source.findings or not isinstance(source.data, Mapping):
        raise SamarbejdeError(f"Filen {path} kan ikke læses som en liste over felter.", hint)
    found: dict[str, str | None] = {}
    for name, value in source.data.items():
        if value is not None and not isinstance(value, str):
            raise SamarbejdeError(f"»{name}« i {path} skal have ét felt.", hint)
        found[str(name)] = (value or "").strip(" {}") or None
    return found


def mapping_file(conversions: Iterable[Conversion]) -> str:
    """Return the file that ``read_mapping`` reads, with the nearest fields as comments."""
    lines: dict[str, str] = {}
    for conversion in conversions:
        for name, path in conversion.mapping.items():
            lines[name] = _line(name, path, conversion.near.get(name, ()))
    head = _HEAD.format(goes_away=GOES_AWAY)
    return head + "".join(f"{line}\n" for line in lines.values())


def _line(name: str, path: str | None, near: Sequence[str]) -> str:
    if path:
        return f"{_quoted(name)}: {path}"
    about = f"måske {listed(near, 'eller')}" if near else "ukendt"
    return f"{_quoted(name)}:  # {about}"


def save_mapping(conversions: Iterable[Conversion], path: Path) -> None:
    """Write the proposed fields to a new file. Raises ``ConflictError``."""
    write_all([Change(path, mapping_file(conversions), None)])


def _quoted(name: str) -> str:
    is_plain = re.fullmatch(r"[^\W\d][\w +]*", name) is not None
    return name if is_plain else "'" + name.replace("'", "''") + "'"


class _Fields:
    """The fields of a kind: ``target`` says what a name becomes, and remembers the names."""

    def __init__(
        self, kind: Kind | None, profile: Profile, mapping: Mapping[str, str | None]
    ) -> None:
        schemas = [expanded(each.schema(), profile) for each in kinds_of(kind)]
        self.known = {known.path: known for schema in schemas for known in schema}
        self.paths = [p for p, known in self.known.items() if known.type != GROUP]
        self.mapping = mapping
        self.names: Collection[str] = ()
        self.asked: dict[str, str | None] = {}

    def target(self, name: str) -> word.Target:
        """Return what a name becomes; what nobody knows stays a name."""
        chosen = self._chosen(name)
        if chosen is None and word.BETWEEN_NAMES in name:
            return word.Target(word.identifier(name), is_known=False)
        self.asked[name] = chosen
        if chosen == GOES_AWAY:
            return word.Target("", word.FieldType.NOTHING)
        if chosen is None or self._is_group(chosen):
            return word.Target(self._visible(chosen or name), is_known=False)
        return self._of(chosen)

    def _chosen(self, name: str) -> str | None:
        if name in self.mapping:
            return self.mapping[name]
        if name == _NEXT:
            lists = self._lists()
            return lists[0] if len(lists) == 1 else None
        if name.startswith(f"{_NEXT} "):
            return self._of_item(name.removeprefix(f"{_NEXT} "))
        return propose(name, self.paths, self.names)

    def nearest(self, name: str) -> Sequence[str]:
        """Return the fields that a name may stand for."""
        return self._lists() if name == _NEXT else nearest(name, self.paths)

    def _lists(self) -> list[str]:
        """Return the lists of people that a template can go through."""
        return [p for p in self.known if p.endswith("[]") and f"{p}.navn" in self.known]

    def _of_item(self, name: str) -> str | None:
        """Return the field of a loop's item, else that of the letter."""
        group = f"{self._chosen(_NEXT) or ''}."
        own = {p.removeprefix(group): p for p in self.paths if p.startswith(group)}
        items = [f"ung.{each}" for each in own]  # as if it were the youth, whose parts have names
        found = propose(name, items, self.names) or propose(f"ung_{name}", items, self.names)
        if found and found != GOES_AWAY:
            return own[found.removeprefix("ung.")]
        return propose(name, self.paths, self.names)

    def _is_group(self, path: str) -> bool:
        known = self.known.get(path)
        return known is not None and known.type == GROUP and not path.endswith("[]")

    def _of(self, chosen: str) -> word.Target:
        path, bar, filters = (each.strip() for each in chosen.partition("|"))
        known = self.known.get(path) or self.known.get(f"{path}[]")
        may_lack = known is not None and self._may_lack(known)
        is_list = known is not None and known.path.endswith("[]")
        kind = "list" if is_list else _TYPES.get(known.type if known else "", "text")
        target = word.Target(
            path.removesuffix("[]"), word.FieldType(kind), may_lack, known is not None
        )
        return word.Target(f"{target.guarded} | {filters}") if bar else target

    def _may_lack(self, known: Known) -> bool:
        steps = re.findall(r"[^.]+", known.path)
        above = [".".join(steps[:count]) for count in range(1, len(steps) + 1)]
        found = (self.known.get(each) for each in above)
        return any(each and each.presence is Presence.SOMETIMES for each in found)

    def _visible(self, name: str) -> str:
        """Return a name that no field has, so that ``check`` tells that it is unknown."""
        plain = word.identifier(name) or "felt"
        is_taken = plain.casefold() in _WORDS_OF_TAGS or any(
            path == plain or path.startswith((f"{plain}.", f"{plain}[")) for path in self.known
        )
        return f"felt_{plain}" if is_taken else plain
