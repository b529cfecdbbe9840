"""The drawing of the network map."""
