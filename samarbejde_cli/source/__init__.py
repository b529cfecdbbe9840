"""YAML files as plain data with places: read, locate, edit, write safely, find case folders."""
