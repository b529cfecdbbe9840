"""What somebody can work out of all numbers that a run of figures shows, with linear programming.

The unknown is every hidden number. What is known: the shown ones, that the answers of a line add up
to its total, that the groups of a breakdown add up to the line of all, that no number is negative,
and that everybody who is in one period with a lasting state may be in the other as well.
"""

import highspy


class Attack:
    """All equations about one line of a figure; ``bounds`` says between what a number must lie."""

    def __init__(self, table, item):
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.places = {}
        rows = [row for row in table.rows if row.item == item]
        for row in rows:
            self._line(table, row)
        for row in rows:
            for name in {x.breakdown for x in rows if x.breakdown}:
                if not row.group and not row.before:
                    self._whole_of_groups(table, row, name)

    def _line(self, table, row):
        where = (table.figure.key, row.item, row.breakdown, row.group, row.before)
        cells = [
            self._number((*where, a), c) for a, c in zip(table.answers, row.cells, strict=True)
        ]
        self._sum(cells, self._number((*where, None), row.whole))
        for wanted, number in zip(table.figure.sums, row.sums, strict=True):
            if number is not None:
                part = [x for a, x in zip(table.answers, cells, strict=True) if a in wanted.answers]
                self._sum(part, self._number((*where, wanted.label), number))

    def _whole_of_groups(self, table, row, name):
        groups = [x.group for x in table.rows if x.item == row.item and x.breakdown == name]
        for answer in (*table.answers, None):
            parts = [
                self.places[table.figure.key, row.item, name, g, False, answer] for g in groups
            ]
            self._sum(parts, self.places[table.figure.key, row.item, "", "", False, answer])

    def _number(self, place, number):
        low, high = (number.count, number.count) if number else (0, 10_000)
        self.places[place] = self.solver.addVariable(lb=low, ub=high)
        return self.places[place]

    def _sum(self, parts, whole):
        self.solver.addConstr(sum(parts[1:], parts[0]) - whole == 0)

    def bounds(self, place):
        found = []
        for direction in (self.solver.minimize, self.solver.maximize):
            direction(self.places[place])
            found.append(round(self.solver.getObjectiveValue(), 6))
        return found
