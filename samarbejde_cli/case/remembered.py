"""What follows from a case and a profile, worked out once and not for every reader again."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from samarbejde_cli.case.case import Case
from samarbejde_cli.profile.model import Profile

Rest = TypeVarTuple("Rest")
Result = TypeVar("Result")


def remembered(
    function: Callable[[Case, Profile, *Rest], Result],
) -> Callable[[Case, Profile, *Rest], Result]:
    """Return a function that gives the same result again for the same case and profile.

    A case that was read again is another. The other arguments are compared by value. The result is
    shared: nobody may change it.
    """

    @wraps(function)
    def remembering(case: Case, profile: Profile, *rest: *Rest) -> Result:
        # the profile is kept as well, so that no other one can get its identity
        _, known = case.memory.setdefault((function, id(profile)), (profile, {}))
        if rest not in known:
            known[rest] = function(case, profile, *rest)
        result: Result = known[rest]
        return result

    return remembering
