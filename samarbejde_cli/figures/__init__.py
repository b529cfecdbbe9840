"""The half-year's figures for the leader group: what is counted, and what may be shown."""
