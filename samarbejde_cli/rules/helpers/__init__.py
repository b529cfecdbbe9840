"""Questions about a case, and findings, that several rules share."""
