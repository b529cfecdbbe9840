"""Document kinds: which template, for whom, with which context."""
