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
        about, memory = (function, id(profile), rest), case.memory
        known: tuple[Profile, Result] | None = memory.get(about)
        if known is None:
            # the profile is kept as well, so that no other one can get its identity
            known = memory[about] = (profile, function(case, profile, *rest))
        return known[1]

    return remembering
