"""``samarbejde render`` and ``render-<kind>``: the Word documents of cases."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from samarbejde_cli.actions.render import Produced, produce
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import folders_named, opened, print_full
from samarbejde_cli.documents.catalogue import KINDS, Kind, due
from samarbejde_cli.errors import ConflictError, SamarbejdeError, WriteError
from samarbejde_cli.files.pdf import to_pdf
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report import render as report


@frozen
class RenderOptions:
    """Options of a render command."""

    output: Path | None
    draft: bool
    overwrite: bool
    reader: str | None
    pdf: bool
    keep_comments: bool
    form: Literal["text", "json"]


def render(
    cases: options.CaseArguments,
    output: options.Output = None,
    draft: options.Draft = False,
    overwrite: options.Overwrite = False,
    for_: options.For = None,
    pdf: options.Pdf = False,
    keep_comments: options.KeepComments = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Lav alle de dokumenter, som sagens trin kræver.

    Dokumenterne lægges i sagens mappe dokumenter. Mangler der noget i et af dem, vises det med
    sted, og de andre bliver lavet.
    """
    wanted = RenderOptions(output, draft, overwrite, for_, pdf, keep_comments, form)
    return _render(opened(workspace), cases, None, wanted)


class _Commands(Mapping[str, Callable[..., int]]):
    """``render``, and ``render-<kind>`` of each kind, which is imported when it is asked for."""

    def __getitem__(self, name: str) -> Callable[..., int]:
        return render if name == _RENDER else _command(KINDS[name.removeprefix(f"{_RENDER}-")])

    def __iter__(self) -> Iterator[str]:
        return iter((_RENDER, *(f"{_RENDER}-{kind}" for kind in KINDS)))

    def __len__(self) -> int:
        return len(KINDS) + 1


_RENDER = "render"


def _command(kind: Kind) -> Callable[..., int]:
    """Return the command ``render-<kind>`` of one kind of document."""

    def command(
        cases: options.CaseArguments,
        output: options.Output = None,
        draft: options.Draft = False,
        overwrite: options.Overwrite = False,
        for_: options.For = None,
        pdf: options.Pdf = False,
        keep_comments: options.KeepComments = False,
        form: options.WrittenFormat = "text",
        workspace: options.Workspace = None,
    ) -> int:
        wanted = RenderOptions(output, draft, overwrite, for_, pdf, keep_comments, form)
        return _render(opened(workspace), cases, kind, wanted)

    command.__doc__ = f"{kind.help}\n\n{kind.about}"
    return command


def _render(
    workspace: Workspace, words: Sequence[str], kind: Kind | None, wanted: RenderOptions
) -> int:
    results = []
    for folder in console.progress(folders_named(workspace, words), "Laver dokumenter til sag"):
        case = load_case(folder)
        results.append((case, _produced(workspace, case, kind, wanted)))
    failed = _pdfs(results) if wanted.pdf else None
    if wanted.form == "json":
        console.out_json(report.as_json(results))
    else:
        for case, produced in results:
            _print(case, produced)
    if failed:
        console.problem(failed.message, failed.hint)
    return int(failed is not None or not all(produced.succeeded for _, produced in results))


def _pdfs(results: Sequence[tuple[Case, Produced]]) -> SamarbejdeError | None:
    """Make the PDFs of all documents that are there; return what went wrong."""
    documents = [path for _, produced in results for path in produced.paths]
    try:
        to_pdf(documents)
    except SamarbejdeError as error:
        return error
    return None


def _produced(
    workspace: Workspace, case: Case, kind: Kind | None, wanted: RenderOptions
) -> Produced:
    profile, _ = workspace.profile_of(case)
    try:
        return produce(
            case,
            profile,
            workspace,
            [kind] if kind else _due(case, profile),
            day=today(),
            output=wanted.output,
            draft=wanted.draft,
            overwrite=wanted.overwrite,
            reader=wanted.reader,
            keep_comments=wanted.keep_comments,
        )
    except (WriteError, ConflictError) as error:  # the other cases go on
        return Produced((), (), (error,))


def _due(case: Case, profile: Profile) -> list[Kind]:
    return unless_broken(lambda: due(case, profile, today()), list(KINDS.values()))


def _print(case: Case, produced: Produced) -> None:
    console.out_lines(report.documents(case.number, produced))
    print_full(produced.diagnoses)
    for error in produced.errors:
        console.problem(error.message, error.hint)
    console.out_lines(report.not_made(case.number, produced))


SECTION = Section.PAPERS
COMMANDS = _Commands()
