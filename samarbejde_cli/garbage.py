"""How often the garbage collector looks: most of what a command makes lives until it ends."""

import gc

_THRESHOLD = 50_000
"""New objects between two looks; Python's default of 700 costs a tenth of the run time."""


def look_seldom() -> None:
    """Leave alone what exists by now, and look at the rest seldom."""
    gc.freeze()
    gc.set_threshold(_THRESHOLD)
    gc.enable()
