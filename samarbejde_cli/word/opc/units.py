"""The units in which drawings are measured."""

EMU_PER_MM = 36_000
"""English Metric Units."""
EMU_PER_POINT = 12_700
