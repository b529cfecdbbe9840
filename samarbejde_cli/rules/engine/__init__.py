"""What a rule is, and how rules are found, run and weighed."""
