"""The case of one person: its files as typed models, and the steps that it goes through."""
