"""Where values stand in the files of a case: a place may be remembered where a value may not."""

import os
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.folder_state import FolderState, look_of

_NOWHERE = "-"


class NotWrittenError(Exception):
    """A value does not stand in the files as it is."""


class ChangedError(Exception):
    """A file is no longer what the places are in."""


class Written:
    """Values of a case that was read, as places: file, first character, length."""

    def __init__(self, case: Case) -> None:
        sources = {each.path.relative_to(case.folder).as_posix(): each for each in case.sources()}
        self._texts = [sources[name].text for name in sorted(sources)]

    def place(self, value: str | date | None) -> str:
        """Return the place of a value; raise ``NotWrittenError`` when it stands nowhere."""
        if value is None:
            return _NOWHERE
        wanted = value if isinstance(value, str) else value.isoformat()
        for number, text in enumerate(self._texts):
            if (at := text.find(wanted)) >= 0:
                return f"{number}.{at}.{len(wanted)}"
        raise NotWrittenError


class Reading:
    """Places of a case as values again, from the files that are as they were."""

    def __init__(self, state: FolderState) -> None:
        self._state = state
        self._texts: dict[int, str] = {}

    def text(self, place: str) -> str | None:
        """Return the text at a place; raise ``ChangedError`` when the file is another one."""
        if place == _NOWHERE:
            return None
        number, start, length = map(int, place.split("."))
        if number not in self._texts:
            self._texts[number] = _text(self._state, number)
        return self._texts[number][start : start + length]

    def day(self, place: str) -> date | None:
        """Return the day at a place, likewise."""
        text = self.text(place)
        return date.fromisoformat(text) if text is not None else None


def _text(state: FolderState, number: int) -> str:
    try:
        path = f"{state.folder}/{state.files[number]}"
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — for thousands
            raw = file.read()
            if look_of(os.fstat(file.fileno())) == state.looks[number]:
                return raw.decode()
    except (OSError, ValueError) as problem:
        raise ChangedError from problem
    raise ChangedError
