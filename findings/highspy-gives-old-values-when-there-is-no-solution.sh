#!/usr/bin/env bash
# highspy: after a demand that cannot be met the plan of before stands there, and all is "ok".
#
# A plan is solved, one more demand is added, and it is solved again. The call answers kOk, which is
# about the call; the values can be asked for, and they are those of the first plan, which does not
# meet the demand. A model that was infeasible from the beginning has noughts. Only the status of the
# model says so, and with it alone it is safe: of continuous variables even value_valid is true.
#
# Seen with highspy 1.16.0: two rooms of at most 7 meetings together, filled with 7; with at least 9
# asked for, kOk and 7 meetings again, for whole numbers (value_valid False) and for others (True).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check highspy==1.16.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import highspy


def solved(is_whole, *steps):
    """Return what is seen after the last of the steps, each a lower bound of all meetings."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    add = solver.addIntegral if is_whole else solver.addVariable
    rooms = [add(lb=0, ub=10) for _ in range(2)]
    solver.addConstr(sum(rooms) <= 7)
    for least in steps:
        solver.addConstr(sum(rooms) >= least)
        answer = solver.maximize(2 * rooms[0] + rooms[1])
    meetings = float(sum(solver.vals(rooms)))
    status, is_valid = solver.getModelStatus().name, solver.getSolution().value_valid
    return answer.name, status, meetings, is_valid


for is_whole in (True, False):
    first, later, at_once = (solved(is_whole, *steps) for steps in ((0,), (0, 9), (9,)))
    print(f"highspy {version('highspy')}: whole numbers {is_whole}: {first}, then {later}; at once {at_once}")
    assert first == ("kOk", "kOptimal", 7.0, True)
    assert later == ("kOk", "kInfeasible", 7.0, not is_whole)
    assert at_once == ("kOk", "kInfeasible", 0.0, False)
PYTHON
