"""Whether a folder is one that a program copies between computers behind git's back."""

import re
from collections.abc import Mapping
from pathlib import Path

_NAMES = (
    (r"OneDrive( - .+)?", "OneDrive"),
    (r"Dropbox( \(.+\))?", "Dropbox"),
    (r"Google ?Drive|GoogleDrive-.+|My Drive|Mit drev", "Google Drev"),
    (r"iCloud ?Drive|Mobile Documents", "iCloud"),
    (r"Nextcloud|ownCloud", "Nextcloud"),
    (r"Box( Sync)?|Box-Box", "Box"),
    (r"SynologyDrive|pCloud ?Drive|MEGA|Proton ?Drive|Sync", "et program, der kopierer mapper"),
)
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
}
"""What such a program leaves in the uppermost folder that it copies."""
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def synchroniser_of(folder: Path, environment: Mapping[str, str]) -> str | None:
    """Return the name of the program that copies a folder to other computers; None if none does."""
    above = (folder, *folder.parents)
    for variable in _VARIABLES:
        if (place := environment.get(variable)) and Path(place).resolve() in above:
            return "OneDrive"
    for each in above:
        for pattern, name in _NAMES:
            if re.fullmatch(pattern, each.name, re.IGNORECASE):
                return name
        for mark, name in _MARKS.items():
            if (each / mark).exists():
                return name
    return None
