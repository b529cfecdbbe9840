"""Compare printed lines, each with a box or a day, with the items that they stand for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from samarbejde_cli.actions.reading.comparing import Comparer
from samarbejde_cli.actions.reading.differences import Comparison, Difference, NewItem, route_of
from samarbejde_cli.actions.reading.loose import NO_FIELD
from samarbejde_cli.actions.reading.people import DoubtError
from samarbejde_cli.danish.said import yes_or_no
from samarbejde_cli.documents.fingerprints import squeezed
from samarbejde_cli.documents.form import TICKED, Line, Lines
from samarbejde_cli.forms.model import folded
from samarbejde_cli.lazy import mutable
from samarbejde_cli.routes import value_at
from samarbejde_cli.word import AS_ITEM, BOX_SIGNS, Field

_GONE = "Linjen hører til noget, der ikke længere er i sagen."
_NO_ITEM = "Der mangler en dato, eller det, linjen hører til, er ikke længere i sagen."
_OVERWRITTEN = "Der står noget andet på linjen, end den blev lavet med, så den bliver ikke læst."
_DELETED = "Linjen er slettet i skemaet. Det står stadig i sagen."
_NO_TICK = "Der er skrevet på linjen, men ikke sat kryds."


@mutable
class LineComparer:
    """Compares the lines of one form; ``labels`` are what stands before their fields."""

    fields: Comparer
    lines: Mapping[str, Line]
    labels: Mapping[str, Lines]

    def compare(self, result: Comparison, found: Mapping[str, Mapping[str, Field]]) -> None:
        """Add to the result what differs between the lines of a form and the file."""
        for name in self.lines:
            if name not in found and (lines := self._printed(name)):
                result.leave("", (*self.lines[name].values(), *lines), _DELETED)
        for name, parts in found.items():
            is_nested = name.partition(AS_ITEM)[0].rpartition(".")[0].endswith("]")
            (self._nested if is_nested else self._line)(result, name, parts)
            if "" in parts:
                self._beside(result, name, parts[""])

    def _line(self, result: Comparison, name: str, parts: Mapping[str, Field]) -> None:
        items = name.partition(AS_ITEM)[0]
        said = {
            key: self.fields.typed(f"{name}.{key}" if key else name, each)
            for key, each in parts.items()
        }
        changed = [key for key in said if not self._is_as_printed(name, key, said[key])]
        line = self.lines.get(name)
        if not changed:
            if line and self._is_overwritten(name, line) and any(said.values()):
                place = next(iter(parts.values())).place
                result.leave(place, self.labels[name], _OVERWRITTEN)
            return
        first = parts[changed[0]]
        typed = tuple(text for key in changed for text in said[key])
        if line is None:
            result.leave(first.place, typed, _GONE)
            return
        if self._is_overwritten(name, line):
            result.leave(first.place, (*self.labels[name], *typed), _OVERWRITTEN)
            return
        position = self._position(items, line) if self._is_there(name, parts) else None
        if position is not None:
            self._known(result, name, f"{items}[{position + 1}]", parts, changed)
        elif "" in parts and not said[""]:
            if typed:
                result.leave(first.place, typed, _NO_TICK)
        else:
            self._new(result, name, items, line, first, said)

    def _beside(self, result: Comparison, name: str, box: Field) -> None:
        """Note what somebody wrote beside the box of a line, or behind what it stands for."""
        is_ticked = bool(self.fields.typed(name, box))
        texts = [t for _, t in box.beside if not is_tick(t) and yes_or_no(t) is not is_ticked]
        labels = [_without(line, [text for _, text in box.beside]) for line in box.lines]
        texts += [each for each in labels if not self.fields.stamp.printed(each)]
        told = [each.text for each in result.leftovers if each.place == box.place]
        if texts and not any(text in each for text in texts for each in told):
            printed = filter(self.fields.stamp.printed, filter(None, labels))
            result.leave(box.place, (*printed, *texts), NO_FIELD)

    def _nested(self, result: Comparison, name: str, parts: Mapping[str, Field]) -> None:
        """Compare a line for an item of a list that is in an item of another list."""
        said = {key: self.fields.typed(f"{name}.{key}", each) for key, each in parts.items()}
        changed = [key for key in said if not self.fields.stamp.knows(f"{name}.{key}", said[key])]
        if not changed:
            return
        first = parts[changed[0]]
        items, line = self._list_now(result, name), self._line_of(name)
        if not items or line is None:
            typed = tuple(text for key in changed for text in said[key])
            result.leave(first.place, typed, _GONE if line is None else _NO_ITEM)
            return
        if self._is_overwritten(name, line):
            typed = tuple(text for key in changed for text in said[key])
            result.leave(first.place, (*self.labels[name], *typed), _OVERWRITTEN)
            return
        position = self._position(items, line, whole=True)
        if position is None:
            self._new(result, name, items, line, first, said)
            return
        at = f"{items}[{position + 1}]"
        for key in changed:
            mine = self.fields.written(f"{at}.{key}")
            before = Comparer(self.fields.stamp, {f"{at}.{key}": mine}, self.fields.understanding)
            before.field(result, f"{name}.{key}", f"{at}.{key}", parts[key], tuple(parts))

    def _printed(self, name: str) -> Lines:
        """Return what a line was printed with, and the file still has; nothing if it was empty."""
        mine, knows = self.fields.mine, self.fields.stamp.knows
        keys = (key for key in mine if key == name or key.startswith(f"{name}."))
        return tuple(line for key in keys if knows(key, mine[key]) for line in mine[key])

    def _is_overwritten(self, name: str, line: Line) -> bool:
        """Whether somebody wrote something else before the field than what the line stands for."""
        texts = self.labels.get(name, ())
        before, wanted = _folded(*texts), _folded(next(iter(line.values())))
        if not before or wanted in before:
            return False
        others = (_folded(next(iter(each.values()))) for each in self.lines.values())
        is_new = not all(map(self.fields.stamp.printed, texts))
        return is_new or any(each in before for each in others)

    def _list_now(self, result: Comparison, name: str) -> str:
        """Return the list of a line where the item that it is in is now; empty if it is not."""
        parent, dot, key = name.partition(AS_ITEM)[0].rpartition(".")
        return f"{result.places[parent]}{dot}{key}" if parent in result.places else ""

    def _line_of(self, name: str) -> Line | None:
        """Return what a line stands for, wherever the form would print it now."""
        mark = name.partition(AS_ITEM)[2]
        return next((line for each, line in self.lines.items() if each.endswith(mark)), None)

    def _is_as_printed(self, name: str, key: str, said: Lines) -> bool:
        at = f"{name}.{key}" if key else name
        mine = self.fields.mine.get(at)
        return mine == said or self.fields.stamp.says_nothing_new(at, said, mine or ())

    def _is_there(self, name: str, keys: Iterable[str]) -> bool:
        """Whether the form, printed now, would show the item of a line."""
        names = (f"{name}.{key}" if key else name for key in keys)
        return any(map(self.fields.mine.get, names))

    def _position(self, items: str, line: Line, *, whole: bool = False) -> int | None:
        """Return the number of the item that a line stands for; the last one of several.

        It is known by its first key, or by all of them for the ``whole``.
        """
        found = value_at(self.fields.data, route_of(items))
        keys = list(line) if whole else [next(iter(line))]
        same = [
            number
            for number, item in enumerate(found if isinstance(found, list) else ())
            if all(self._alike(key, _text(item, key), line[key]) for key in keys)
        ]
        return same[-1] if same else None

    def _alike(self, key: str, name: str, wanted: str) -> bool:
        full = self.fields.understanding.people.case.full_name
        return folded(name) == folded(wanted) or (
            key in ("navn", "person") and full(name).casefold() == wanted.casefold()
        )

    def _known(
        self,
        result: Comparison,
        name: str,
        at: str,
        parts: Mapping[str, Field],
        changed: Sequence[str],
    ) -> None:
        """Note what changed in a line whose item is in the file."""
        if "" in changed:
            each = parts[""]
            if not any(each.boxes):
                is_mine = not self.fields.stamp.has_said(name, TICKED)
                gone = Difference(at, each.place, each.found_by, TICKED, (), ((name, ()),))
                (result.conflicts if is_mine else result.changes).append(gone)
            return
        for key in changed:
            mine = self.fields.mine.get(f"{name}.{key}", ())
            before = Comparer(self.fields.stamp, {f"{at}.{key}": mine}, self.fields.understanding)
            before.field(result, f"{name}.{key}", f"{at}.{key}", parts[key], tuple(parts))

    def _new(
        self,
        result: Comparison,
        name: str,
        items: str,
        line: Line,
        first: Field,
        said: Mapping[str, Lines],
    ) -> None:
        values: dict[str, Lines] = {key: (text,) for key, text in line.items()}
        try:
            for key, lines in said.items():
                if key and lines:
                    route = (*route_of(items), -1, key)
                    values[key] = self.fields.understanding.values(route, lines)
        except DoubtError as doubt:
            typed = tuple(text for key, lines in said.items() if key for text in lines)
            result.leave(first.place, typed, str(doubt))
            return
        if len(values) > len(line) or "" in said:
            meant = {key: values[key] for key in said if key in values}
            pairs = (*said.items(), *meant.items())
            names = tuple((f"{name}.{key}" if key else name, lines) for key, lines in pairs)
            result.new_items.append(NewItem(first.place, items, values, names))


def _without(line: str, endings: Iterable[str]) -> str:
    for each in endings:
        line = line.removesuffix(each).strip()
    return line


def is_tick(text: str) -> bool:
    """Whether a text beside a box ticks it."""
    return text.casefold() in BOX_SIGNS


def _folded(*texts: str) -> str:
    return squeezed("".join(texts)).casefold()


def _text(item: Any, key: str) -> str:
    return str(item.get(key) or "") if isinstance(item, Mapping) else str(item)
