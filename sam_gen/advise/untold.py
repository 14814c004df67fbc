"""Ideas of ours that nobody there has heard of, as far as the file says: whoever is asked about one hears it so."""

from __future__ import annotations

import datetime

from sam_gen.advise.once import telling
from sam_gen.assess.plan import open_opportunities
from sam_gen.model.account import Account
from sam_gen.model.plan import Objective, Opportunity, OpportunityKind, Origin
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of

_SAME = 2
"""Words two lines share when they are about one thing. Convention, that of assess/alike."""
_OF_A_CONTRACT = (OpportunityKind.RENEW, OpportunityKind.DEFEND)


def ours_alone(one: Opportunity, account: Account) -> bool:
    """Whether it is ours, or nobody wrote down whose, and not theirs to see; that a contract ends, they know."""
    heard = one.audience is Audience.SHARED or one.origin not in (None, Origin.OURS) or one.kind in _OF_A_CONTRACT
    return not heard and not _in_their_plan(one, account)


def unheard(one: Opportunity, account: Account) -> bool:
    """Whether it is an idea of ours that nobody of theirs wants by name and nobody there is shown."""
    return one.origin is Origin.OURS and not one.sponsor and ours_alone(one, account)


def unheard_aim(aim: Objective, account: Account, as_of: datetime.date) -> bool:
    """Whether an objective is neither theirs to see nor to do, and stands on nothing but such ideas."""
    theirs = key_of(aim.owner) in {person.key for person in account.people}
    if aim.audience is Audience.SHARED or theirs or not aim.for_:
        return False
    same = [one for one in open_opportunities(account, as_of) if key_of(one.for_) == key_of(aim.for_)]
    return bool(same) and all(unheard(one, account) for one in same)


def same_thing(one: str, other: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether two lines share the words that tell a thing from others."""
    return len(telling(one, names) & telling(other, names)) >= _SAME


def _in_their_plan(one: Opportunity, account: Account) -> bool:
    """Whether an objective that they see serves the same initiative and says the same thing."""
    shared = [aim for aim in account.objectives if aim.audience is Audience.SHARED and aim.for_ and one.for_]
    return any(key_of(aim.for_) == key_of(one.for_) and same_thing(aim.name, one.name) for aim in shared)
