"""The Danish language: sentences, first person, lists, dates; knows nothing of cases."""
