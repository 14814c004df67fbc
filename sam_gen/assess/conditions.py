"""Whether a condition holds for an account: so, not so, or not to be told from its file.

A condition is a fact that a question of the bank or a sign presupposes. The names and their words stand in
`model/conditions`, what decides each in `conditions_people`, `conditions_plan` and `conditions_worth`: one pure
function of the account on one day. Each has its case in `tests/assess/cases/conditions.txt`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sam_gen.assess import conditions_people, conditions_plan, conditions_worth
from sam_gen.assess.ground import Ground, Test, Truth
from sam_gen.model.conditions import BARE, Condition

TESTS: Mapping[Condition, Test] = {
    **conditions_people.TESTS,
    **conditions_plan.TESTS,
    **conditions_worth.TESTS,
}


def holds(condition: Condition, ground: Ground) -> Truth:
    """Return whether one is so; None where the file cannot tell."""
    return TESTS[condition](ground)


def all_hold(conditions: Sequence[Condition], ground: Ground) -> Truth:
    """Return False as soon as one is not so, None where one cannot be told or there is none, else True."""
    found = [holds(one, ground) for one in conditions]
    if any(one is False for one in found):
        return False
    return True if found and None not in found else None


def spoken_for(conditions: Sequence[Condition], ground: Ground) -> tuple[Condition, ...]:
    """Return what the file shows that makes a question fit; nothing where it shows no more than what most files do."""
    return tuple(one for one in conditions if one not in BARE) if all_hold(conditions, ground) else ()
