"""Whether we know of a sign only because somebody of theirs told us of others: to ask about it names our source."""

from __future__ import annotations

import datetime

from sam_gen.assess.alike import names
from sam_gen.model.account import Account
from sam_gen.model.position import SignalSeen
from sam_gen.model.scalars import key_of


def secondhand(account: Account, seen: SignalSeen, as_of: datetime.date) -> bool:
    """Whether what was seen names somebody still there who is not the one it is about, and so may have told us.

    What happened in a talk with whom it is about we know from themselves, whoever else is named.
    """
    key, day = key_of(seen.who), seen.as_of or account.as_of
    if key and any(talk.date == day and key in map(key_of, talk.theirs) for talk in account.contacts):
        return False
    others = [one for one in account.people if one.key != key and not one.gone(as_of)]
    return any(names(seen.evidence or "", one.name, account.name) for one in others)
