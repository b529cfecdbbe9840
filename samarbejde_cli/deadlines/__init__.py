"""What is to be done in a case, by whom and by when; derived from the files, never stored."""
