"""Files and folders: atomic writes, locks, git, finding case folders, PDF."""
