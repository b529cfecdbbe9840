"""Review comments: what colleagues wrote to each other stays in the template."""

from collections.abc import Iterator

from samarbejde_cli.danish.text import counted
from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.relations import last_step
from samarbejde_cli.word.template.paragraph_text import remove_leaf

RELATION, COMMENTS = "comments", "kommentarer"
"""The relation from a body to its comments, and the name of that part in messages."""
_THREADS = frozenset({"commentsExtended", "commentsIds", "commentsExtensible"})
_RELATIONS = _THREADS | {RELATION, "people"}
_MARKS = tuple(
    f"{ns.W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
_HINT = (
    "Slet dem i Word under Gennemse > Slet > »Slet alle kommentarer i dokumentet«. Skal de med i "
    "et dokument, så lav det med --keep-comments."
)


def without_comments(package: Package) -> Package:
    """Return the package without review comments, and without what refers to them."""
    for name, part in package.contents():
        if b"comment" in part.data and package.types.get(name) in LABELS and package.is_xml(name):
            package = _without_marks(package, name)
    return _without_related(package, _RELATIONS)


def without_threads(package: Package) -> Package:
    """Return the package without what is known of comments beside their text: which answers which.

    It names paragraphs that a loop would repeat.
    """
    return _without_related(package, _THREADS)


def _without_related(package: Package, kinds: frozenset[str]) -> Package:
    gone = {
        package.target(part, each)
        for part in package.parts
        for each in package.relations(part)
        if last_step(each.kind) in kinds and not each.external
    }
    return package.without_parts(gone & package.parts.keys())


def remark_on_comments(package: Package) -> Iterator[Mistake]:
    """Yield a remark when there are comments: they are left out of every document."""
    number = sum(
        sum(1 for _ in package.tree(name).iter(f"{ns.W}comment"))
        for name, kind in package.types.items()
        if LABELS.get(kind) == COMMENTS
    )
    if number:
        there = counted(number, "kommentar", "kommentarer")
        who = "Den" if number == 1 else "De"
        message = f"Skabelonen har {there} til korrektur. {who} kommer ikke med i dokumenterne."
        yield Mistake("comments", package.name, TemplatePlace(), message, _HINT)


def _without_marks(package: Package, name: str) -> Package:
    root = package.root(name)
    marks = list(root.iter(*_MARKS))
    for mark in marks:
        remove_leaf(mark)
    return package.with_root(name, root) if marks else package
