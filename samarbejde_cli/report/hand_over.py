"""A case that was handed over: from whom to whom, what was changed, and what comes next."""

from collections.abc import Iterator

from samarbejde_cli.actions.hand_over import HandOver
from samarbejde_cli.case.people import Coordinator
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.folded import folded
from samarbejde_cli.routes import route_text


def as_lines(done: HandOver) -> Iterator[str]:
    """Yield who has the case now, every value that was changed, and the next commands."""
    if done.completed:
        yield (
            folded(
                f"Overdragelsen af {done.number} til {_who(done.after)} var ikke skrevet færdig. "
                "Det, der manglede, er skrevet nu."
            )
            + "\n"
        )
    else:
        origin = f" fra {_who(done.before)}" if done.before else ""
        yield folded(f"{done.number} er overdraget{origin} til {_who(done.after)}.") + "\n"
    yield "Ændret:"
    for path, route in done.changed:
        yield f"  {shown_path(path)}: {route_text(route)}"
    yield f"\nSe efter, om alt passer: samarbejde validate {done.number}"
    yield f"Lav brevet om den nye koordinator: samarbejde render-new-coordinator {done.number}"


def _who(person: Coordinator) -> str:
    return f"{person.name} ({person.department})"
