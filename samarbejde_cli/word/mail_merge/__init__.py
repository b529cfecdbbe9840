"""Old mail merge letters: their fields as a tree, and the same letters in the engine's tags."""
