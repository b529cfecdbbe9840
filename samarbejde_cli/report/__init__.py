"""Findings into text and JSON; values come in with their words and places, text goes out."""
