"""From what a rule found to what a person is told: the place, the words and the line."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from samarbejde_cli.findings import Diagnosis, Finding, Location, Place, Related, Weight
from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.rules.engine.judge import Judged, weigh_file
from samarbejde_cli.source.read import Source, read

_ALLOWED = lazy_pattern(r"#\s*samarbejde:\s*tillad\s+(SAM\d{3})\s+(\S.*)")


@frozen
class Places:
    """Turns locations into places, with the sources that were already read."""

    sources: dict[Path, Source]

    def source(self, path: Path) -> Source:
        """Return the source of a file, read now when it was not read before."""
        if path not in self.sources:
            self.sources[path] = read(path)
        return self.sources[path]

    def place(self, location: Location) -> Place:
        """Return line and column of a location."""
        return location.place or self.source(location.file).locate(location)

    def line(self, path: Path, place: Place) -> str:
        """Return the text of the line that a place is on."""
        return self.source(path).line(place.line)


def diagnoses_of(findings: Iterable[Finding], places: Places) -> list[Diagnosis]:
    """Return findings about the form of files as diagnoses."""
    return [diagnosis(weigh_file(finding, None), places) for finding in findings]


def diagnosis(judged: Judged, places: Places, place: Place | None = None) -> Diagnosis:
    """Return a judged finding with its words, its place, where that is not known, and its line."""
    finding, rule = judged.finding, judged.rule
    location = finding.location
    place = place or places.place(location)
    line = places.line(location.file, place)
    weight, reason = _allowed(judged, line)
    return Diagnosis(
        file=location.file,
        place=place,
        route=location.route,
        code=rule.code,
        name=rule.name,
        weight=weight,
        message=rule.message.format(**finding.facts),
        hint=finding.facts.get("hjælp") or rule.hint.format(**finding.facts),
        line=line,
        reason=reason,
        related=tuple(
            Related(text, other.file, places.place(other)) for text, other in finding.related
        ),
    )


def _allowed(judged: Judged, line: str) -> tuple[str, str]:
    """Return weight and reason, softened when the line itself allows the finding."""
    code, why = ("", "") if judged.rule.about_form else _allowance(line)
    if code == judged.rule.code:
        return Weight.NOTE, f"tilladt på linjen: {why}"
    return judged.weight, judged.reason


@lru_cache(maxsize=4)
def _allowance(line: str) -> tuple[str, str]:
    """Return the code that a line allows, and why; a long line may have a finding in each word."""
    found = _ALLOWED.search(line) if "samarbejde:" in line else None
    return (found[1], found[2].strip()) if found else ("", "")
