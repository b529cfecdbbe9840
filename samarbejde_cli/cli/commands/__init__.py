"""One module a command, named like it; ``COMMANDS`` says what is typed."""
