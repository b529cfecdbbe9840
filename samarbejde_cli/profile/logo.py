"""Whether the logo that the settings name can be shown in Word."""

from pathlib import Path

from samarbejde_cli import codes, word
from samarbejde_cli.findings import Finding, Location

BAD_LOGO = codes.LOGO


def found_logo(workspace: Path, name: str, settings: Path) -> tuple[Path | None, Finding | None]:
    """Return the file of a logo, or the finding that says why it cannot be used."""
    path = workspace / name
    reason = _problem(path)
    if reason is None:
        return path, None
    return None, Finding(BAD_LOGO, Location(settings, ("udseende", "logo")), {"grund": reason})


def _problem(path: Path) -> str | None:
    try:
        kind = word.measure_picture(path.read_bytes()).kind
    except OSError:
        return f"filen {path.name} findes ikke eller kan ikke læses"
    except word.PictureError as problem:
        return str(problem)[:1].lower() + str(problem)[1:].rstrip(".")
    if kind == "svg" and not path.with_suffix(".png").is_file():
        return f"der skal også ligge en {path.stem}.png ved siden af til ældre programmer"
    return None
