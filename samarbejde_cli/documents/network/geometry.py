"""The plane of the network map: rectangles, the ellipse around them, and its cells.

Lengths are millimetres from the map's middle, to the right and down; angles are radians clockwise
from the right, of the circle that the ellipse is a pressed picture of.
"""

from collections.abc import Iterator
from math import atan2, cos, hypot, pi, sin, tau

from samarbejde_cli.lazy import frozen

CORE = 0.17
"""How far the youth's own place in the middle reaches, as a share of the way out."""
BRIM = 3.5
"""How far above and below the ellipse the drawing goes on."""
_GAP = 1.0
"""The least room between two rectangles."""


@frozen
class Box:
    """A rectangle by its middle and size."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two rectangles are closer to each other than a small gap."""
        across, down = self.reach(other.width, other.height)
        return abs(self.x - other.x) < across and abs(self.y - other.y) < down

    def reach(self, width: float, height: float) -> tuple[float, float]:
        """Return how near, across and down, the middle of another of this size may not come."""
        return (self.width + width) / 2 + _GAP, (self.height + height) / 2 + _GAP

    def corners(self) -> Iterator[tuple[float, float]]:
        """Yield the four corners."""
        for across in (-0.5, 0.5):
            for down in (-0.5, 0.5):
                yield self.x + across * self.width, self.y + down * self.height

    def nearest(self) -> tuple[float, float]:
        """Return the point of the rectangle that is nearest to the map's middle."""
        across, down = self.width / 2, self.height / 2
        return (
            min(max(0.0, self.x - across), self.x + across),
            min(max(0.0, self.y - down), self.y + down),
        )


@frozen
class Frame:
    """The ellipse of the outermost ring: half its width and half its height."""

    across: float
    down: float

    def at(self, out: float, angle: float) -> tuple[float, float]:
        """Return the point that lies ``out`` (1 is the outermost ring) from the middle."""
        return self.across * out * cos(angle), self.down * out * sin(angle)

    def out(self, point: tuple[float, float]) -> float:
        """Return how far out a point lies; 1 is on the outermost ring."""
        return hypot(point[0] / self.across, point[1] / self.down)

    def surrounds(self, box: Box) -> bool:
        """Whether a rectangle keeps within the ellipse's own frame and off the middle."""
        return (
            abs(box.x) + box.width / 2 <= self.across + 1
            and abs(box.y) + box.height / 2 <= self.down + BRIM
            and self.out(box.nearest()) >= CORE
        )

    def angle(self, point: tuple[float, float]) -> float:
        """Return the angle at which a point lies."""
        return atan2(point[1] / self.down, point[0] / self.across)


@frozen
class Cell:
    """The part of the map that belongs to one ring and one sector.

    A label may reach out of it by ``slack``, beyond its ring by ``beyond``.
    """

    frame: Frame
    inner: float
    outer: float
    start: float
    end: float
    slack: float
    beyond: float

    def holds(self, box: Box) -> bool:
        """Whether a rectangle lies in the cell, but for a little."""
        if not self.frame.surrounds(box):
            return False
        corners = list(box.corners())
        if max(map(self.frame.out, corners)) > self.outer + self.beyond:
            return False
        if self.frame.out(box.nearest()) < self.inner - self.slack:
            return False
        return all(self.faces(corner) for corner in corners)

    def faces(self, point: tuple[float, float]) -> bool:
        """Whether a point lies between the sector's sides, but for a little."""
        middle, half = (self.start + self.end) / 2, (self.end - self.start) / 2
        aside = abs(turned(self.frame.angle(point) - middle)) - half
        return aside <= 0 or aside * self.frame.out(point) <= self.slack


def turned(angle: float) -> float:
    """Return an angle between minus and plus half a turn."""
    return (angle + pi) % tau - pi
