"""A route into a file as line and column."""

from samarbejde_cli.findings import Location, Place
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.node_tree import Node, Scalar, follow


def place_of(text: str, lines: Lines, root: Node, location: Location) -> Place:
    """Return the place of a location, or the nearest part of its route that is there.

    A value points at itself; an empty value, a list or a group of keys at the key that holds it.
    """
    found = follow(root, location.route)
    key_wanted = (location.on_key and not found.left) or not _shows_itself(found.node)
    if found.key is not None and key_wanted:
        return lines.place(found.key.start, found.key.end)
    return lines.place(*_visible(text, found.node))


def _shows_itself(node: Node) -> bool:
    return isinstance(node, Scalar) and node.end > node.start


def _visible(text: str, node: Node) -> tuple[int, int]:
    """Return the stretch of a node that a reader would point at: of a ``|`` text its first line."""
    if not isinstance(node, Scalar) or node.style not in ("|", ">"):
        return node.start, node.end
    _, _, body = text[node.start : node.end].partition("\n")
    content = node.end - len(body.lstrip())
    return (content, node.end) if body.strip() else (node.start, node.end)
