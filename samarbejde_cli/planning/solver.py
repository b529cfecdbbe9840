"""HiGHS behind plain lists: a Boolean model in, its values and the proof out.

One thread, one seed: the same model gives the same answer on any number of cores.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING, Any

from samarbejde_cli.errors import SamarbejdeError, install_command
from samarbejde_cli.planning.values import Proof

if TYPE_CHECKING:
    from highspy import Highs

INFINITY = float("inf")
_LISTENING = 0.1
"""Seconds between two looks at whether the user stops it."""
_LESS_THAN_ONE = 0.999
"""Costs are whole numbers: who is nearer than one to the bound is at the best."""


class NoSolverError(SamarbejdeError):
    """What the extra ``[plan]`` holds is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Planen laves af programmet HiGHS, og det er ikke installeret.",
            f"Installér det med `{install_command('highspy')}`, og prøv igen.",
        )


@dataclass
class Linear:
    """A model: columns with a cost each, and rows of columns with a lower and an upper bound."""

    costs: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def boolean(self, cost: float = 0) -> int:
        """Add a column that is 0 or 1; return its number."""
        return self._column(cost, 1, is_whole=True)

    def amount(self, cost: float = 0) -> int:
        """Add a column of 0 or more; return its number."""
        return self._column(cost, INFINITY, is_whole=False)

    def _column(self, cost: float, upper: float, *, is_whole: bool) -> int:
        self.costs.append(cost)
        self.upper.append(upper)
        self.whole.append(is_whole)
        return len(self.costs) - 1

    def row(
        self, terms: Iterable[tuple[int, float]], most: float = INFINITY, least: float = -INFINITY
    ) -> None:
        """Add a row."""
        self.starts.append(len(self.columns))
        for column, value in terms:
            self.columns.append(column)
            self.values.append(value)
        self.least.append(least)
        self.most.append(most)


@dataclass(frozen=True)
class Solved:
    """Values of the columns; the proof, and how much better it could be at most.

    ``is_impossible`` when it is proven that there are no values.
    """

    values: list[float]
    proof: Proof
    gap: float
    cost: float
    is_impossible: bool = False


def solve(linear: Linear, seconds: float, guess: Mapping[int, float] | None = None) -> Solved:
    """Return the best values within a time; ``guess`` is a start.

    Raises ``NoSolverError``; ``KeyboardInterrupt`` when the user stops it.
    """
    highs = _model(linear, seconds)
    if guess:
        highs.setSolution(len(guess), *_arrays(list(guess), list(guess.values())))
    # run() hears no Ctrl-C; the thread ends with the program
    work = Thread(target=highs.run, daemon=True)
    work.start()
    while work.is_alive():
        work.join(_LISTENING)
    return _result(highs)


def _model(linear: Linear, seconds: float) -> "Highs":
    highs, highspy = _solver()
    import numpy as np  # noqa: PLC0415 — comes with the extra

    options: dict[str, Any] = {
        "output_flag": False,
        "threads": 1,
        "random_seed": 1,
        "parallel": "off",
        # most is solved at the root; to try out branches there costs more than it saves
        "mip_pscost_minreliable": 0,
    }
    bounds = {"time_limit": seconds, "mip_rel_gap": 0.0, "mip_abs_gap": _LESS_THAN_ONE}
    for name, value in (options | bounds).items():
        highs.setOptionValue(name, value)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(linear.costs), len(linear.most)
    lp.col_cost_ = np.array(linear.costs, dtype=float)
    lp.col_lower_ = np.zeros(len(linear.costs))
    lp.col_upper_ = np.array(linear.upper, dtype=float)
    lp.row_lower_ = np.array(linear.least, dtype=float)
    lp.row_upper_ = np.array(linear.most, dtype=float)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[each] for each in linear.whole]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array([*linear.starts, len(linear.columns)], dtype=np.int32)
    lp.a_matrix_.index_ = np.array(linear.columns, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(linear.values, dtype=float)
    highs.passModel(lp)
    return highs


def _solver() -> tuple["Highs", Any]:
    try:
        import highspy  # noqa: PLC0415 — an extra, and slow to import
    except ImportError as problem:
        raise NoSolverError from problem
    # Highs itself prints its name when it is made; the class below it is silent
    silent: Any = highspy.Highs.__base__
    return silent(), highspy


def _arrays(columns: list[int], values: list[float]) -> tuple[Any, Any]:
    import numpy as np  # noqa: PLC0415 — comes with the extra

    return np.array(columns, dtype=np.int32), np.array(values, dtype=float)


def _result(highs: "Highs") -> Solved:
    import highspy  # noqa: PLC0415 — an extra

    info, status = highs.getInfo(), highs.getModelStatus()
    has_any = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    if not has_any:
        kinds = highspy.HighsModelStatus
        # no cost is below 0, so that nothing is unbounded
        is_impossible = status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible)
        return Solved([], Proof.NOTHING, 1.0, 0, is_impossible)
    values = list(highs.getSolution().col_value)
    cost = float(info.objective_function_value)
    is_best = status == highspy.HighsModelStatus.kOptimal
    # no cost is below 0: nothing is more than all of it better
    gap = 0.0 if is_best else min(1.0, float(info.mip_gap))
    return Solved(values, Proof.OPTIMAL if is_best else Proof.GAP, gap, cost)
