"""To which case, paper and round a form belongs; or why it is refused."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.case.steps import REOPENINGS
from samarbejde_cli.documents.catalogue import BY_WORD, KINDS, KNOWN_BY, Kind
from samarbejde_cli.documents.form import Stamp, belongs_to, read_stamp
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word import FilledForm

_KEY = lazy_pattern(rb"^n\xc3\xb8gle:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


class NoFormError(SamarbejdeError):
    """The file is a Word file, but no form that this program made."""


@mutable
class Origins:
    """Finds the cases of forms; ``given`` is the folder that the user names for all of them."""

    workspace: Workspace
    given: Path | None = None

    def stamp(self, form: FilledForm, name: str) -> Stamp:
        """Return what a form says of itself. Raises ``NoFormError``."""
        stamp = read_stamp(form.properties)
        if stamp is not None:
            return stamp
        from samarbejde_cli.actions.reading.replies import require_key  # noqa: PLC0415 — not for forms with one

        require_key(form, name)
        kind = self._known_by_fields(form) if self.given else None
        if kind is not None:
            return Stamp("", kind.stem, 0, "", "", frozenset())
        ask = "Er det et skema fra en sag, så skriv sagens nummer efter --case."
        raise NoFormError(
            f"{name} er ikke et skema, som programmet har lavet, eller det har mistet oplysningen "
            "om, hvilken sag det hører til.",
            "Felterne i det har mistet deres navne. Skriv svarene i sagen." if self.given else ask,
        )

    def _known_by_fields(self, form: FilledForm) -> Kind | None:
        """Return the kind of form that has fields of such names."""
        names = [each.name for each in form.all_fields()]
        for kind, known_by in KNOWN_BY.items():
            if any(name.startswith(known_by) for name in names):
                return KINDS[kind]
        return None

    def kind(self, stamp: Stamp, name: str) -> Kind:
        """Return the kind of paper that a form is. Raises ``SamarbejdeError``."""
        kind = BY_WORD.get(stamp.paper)
        if kind is None or kind.form is None:
            raise SamarbejdeError(
                f"{name} er et skema af slagsen »{stamp.paper}«, som programmet ikke kan læse.",
                "Er det lavet med en nyere udgave af programmet, så opdater det. Ellers skriv "
                "svarene i sagen.",
            )
        return kind

    def case(self, stamp: Stamp, name: str) -> Case:
        """Return the case that a form was made from. Raises ``SamarbejdeError``.

        Whether it is open is another question: a form that nobody filled in may be as old as it is.
        """
        found = self._case(stamp)
        if found is None:
            raise self._foreign(stamp, name)
        if self.given and found.folder != self.given:
            raise SamarbejdeError(
                f"{name} er lavet til en anden sag ({found.number}) end {self.given.name}.",
                "Læs skemaet uden --case, så finder programmet selv sagen.",
            )
        return found

    def _case(self, stamp: Stamp) -> Case | None:
        if not stamp.case:
            return load_case(self.given) if self.given else None
        folder = self._by_key.get(stamp.case)
        if folder is not None:
            return load_case(folder)
        if not belongs_to(stamp, self.workspace.profile.municipality):
            return None
        by_number = self.workspace.case_folder(stamp.case)
        if Path(stamp.case).name == stamp.case and by_number.is_dir():
            return load_case(by_number)
        cases = self.workspace.cases()
        return next((case for case in cases if stamp.case in case.former_numbers), None)

    @cached_property
    def _by_key(self) -> dict[str, Path]:
        """The folders by the key of the case, which is found without reading whole files."""
        return dict(_keys(self.workspace.folders()))

    def _foreign(self, stamp: Stamp, name: str) -> SamarbejdeError:
        if belongs_to(stamp, self.workspace.profile.municipality):
            return SamarbejdeError(
                f"{name} hører til en sag, som ikke er i denne arbejdsmappe.",
                "Er sagen i en anden arbejdsmappe, så angiv den med --workspace. Hent den nyeste "
                "udgave af sagerne, hvis en kollega har oprettet sagen.",
            )
        return SamarbejdeError(
            f"{name} er lavet i en anden kommune end {self.workspace.profile.municipality}.",
            "Skemaet bliver ikke læst. Har kommunen skiftet navn i samarbejde.yaml, så lav "
            "skemaet igen.",
        )

    def require_open(self, case: Case, stamp: Stamp, kind: Kind, name: str) -> None:
        """Raise ``SamarbejdeError`` for a case that has ended, or a form of another round."""
        if case.step.is_end:
            raise SamarbejdeError(
                f"Sagen {case.number} er {case.step.value}, så {name} bliver ikke læst ind.",
                "Skal der arbejdes videre i den, så genåbn den: samarbejde advance "
                f'{case.number} --to {REOPENINGS[case.step][-1].value} --reason "…"',
            )
        if stamp.round and stamp.round != case.record.round:
            raise SamarbejdeError(
                f"{name} er fra runde {stamp.round}, og sagen {case.number} er nu i runde "
                f"{case.record.round}.",
                "Intet er skrevet. Lav skemaet igen for den nye runde, og skriv det, der stadig "
                f"gælder, i det: samarbejde render-{kind.name} {case.number}",
            )


def _keys(folders: Iterable[Path]) -> Iterable[tuple[str, Path]]:
    for folder in folders:
        try:
            found = _KEY.search((folder / "sag.yaml").read_bytes())
        except OSError:
            continue
        if found:
            yield found[1].decode(errors="replace"), folder
