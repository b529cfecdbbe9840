"""Samarbejdsmodellen from plain files: cases, rules, steps and Word documents."""

__version__ = "0.1.0"
