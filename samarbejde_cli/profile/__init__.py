"""A municipality's settings over shipped defaults, and the law texts with their dates."""
