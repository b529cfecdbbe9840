"""The municipality's logo in the letterhead; ``profile.load`` has seen that it can be shown."""

from functools import lru_cache
from pathlib import Path

from samarbejde_cli.profile.model import Profile
from samarbejde_cli.word import Picture


def logo(profile: Profile) -> Picture | None:
    """Return the picture that the settings name, or None without one."""
    path = profile.look.logo
    return _picture(path, f"Logo: {profile.municipality}") if path else None


@lru_cache(maxsize=8)
def _picture(path: str, description: str) -> Picture | None:
    file = Path(path)
    fallback = file.with_suffix(".png") if file.suffix.casefold() == ".svg" else None
    try:
        return Picture(
            file.read_bytes(), description, fallback=fallback.read_bytes() if fallback else None
        )
    except OSError:  # it was there when the settings were read; a letter goes without it
        return None
