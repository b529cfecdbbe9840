"""The page of a meeting day that was made."""

from samarbejde_cli.actions.output_folder import Status
from samarbejde_cli.actions.render_week import DayPage
from samarbejde_cli.danish.dates import full_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.files.paths import shown_path


def as_text(page: DayPage) -> str:
    """Return where the page is, or that the week has no meetings."""
    if page.day is None:
        return "Der er ingen møder i dag eller senere."
    if page.path is None:
        return f"Der er ingen møder {full_date(page.day)} eller i resten af ugen."
    said = "skrevet" if page.status is Status.WRITTEN else "uændret"
    return f"{said}: {shown_path(page.path)}"


def unreadable(page: DayPage) -> tuple[str, str]:
    """Return which cases could not be read, and how to find out why."""
    return (
        f"Siden er ikke hel: {listed(page.unreadable)} kan ikke læses.",
        "Se hvorfor med `samarbejde validate`.",
    )
