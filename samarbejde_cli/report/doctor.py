"""What ``doctor`` found and mended, in sentences."""

from collections.abc import Iterator

from samarbejde_cli.actions.doctor import Examined


def examined(result: Examined) -> Iterator[str]:
    """Yield what was mended, what is left with what to do about it, or that all is well."""
    for each in result.mended:
        yield f"Rettet: {each.message}"
    for each in result.left:
        yield f"Ikke i orden: {each.message}"
        yield f"  hjælp: {each.hint}"
    if not result.left:
        yield "Git og mappen er, som de skal være."
