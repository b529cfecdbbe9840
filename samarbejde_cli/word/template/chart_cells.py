"""Cells of the workbooks inside charts, as XML."""


def number_cell(original: str, number: str) -> str:
    """Return the XML of a cell with a number; ``original`` is how the template's cell begins."""
    prefix, _, attributes = original.partition(" ")
    return f"<{prefix}c {attributes}><{prefix}v>{number}</{prefix}v></{prefix}c>"


def text_cell(original: str, text: str) -> str:
    """Return the XML of a cell with a text, escaped."""
    prefix, _, attributes = original.partition(" ")
    inner = f'<{prefix}is><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is>'
    return f'<{prefix}c {attributes} t="inlineStr">{inner}</{prefix}c>'
