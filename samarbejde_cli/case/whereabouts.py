"""What of an address tells where somebody lives."""

from samarbejde_cli.lazy import lazy_pattern

_ROAD = lazy_pattern(
    r"(?!(?:lejl|lejlighed|vær|værelse|opg|opgang|dør|hus|bolig|afd)\b)"
    r"[^\W\d][^\d]{4,}\d+ ?[a-zæøå]?"
)
"""A road with its number, and no part of a house."""


def places_of(address: str) -> list[str]:
    """Return the parts of an address by which a place is found.

    The first is the road with its number, or what the place is called; then the road comes later.
    """
    first, *others = (part.strip() for part in address.casefold().split(","))
    if not first or any(map(str.isdigit, first)):
        return [first] if first else []
    return [first, *(part for part in others if _ROAD.fullmatch(part))]
