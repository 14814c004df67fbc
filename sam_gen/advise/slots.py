"""What the slots of a question are filled with: names and days of one account, or nothing where the file is silent.

A question of the bank writes them in braces, `{champion}`. One that names a slot the file cannot fill is asked in its
plain wording. Which slots there are stands in `model/questions.SLOTS`; a test holds the two together.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from sam_gen.advise.focus import key_players
from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.conditions_plan import quiet_initiative
from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.plan import contract_ends
from sam_gen.assess.readable import on
from sam_gen.assess.reviews import past_reviews
from sam_gen.assess.steps_about import steps_about
from sam_gen.assess.who_knows import in_touch
from sam_gen.model.account import Account
from sam_gen.model.people import FINANCE, Contact, PersonStatus, Role, SeesUs, Support
from sam_gen.model.questions import SLOTS
from sam_gen.model.scalars import key_of


def slots(account: Account, people: Sequence[Standing], as_of: datetime.date) -> Mapping[str, str]:
    """Return what each slot is filled with; a slot nothing is known of is left out."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    quiet = quiet_initiative(account, as_of)
    found = {
        "client": account.name,
        **_stands(here),
        **_talks(account, here, as_of),
        **_ahead(account, as_of),
        "initiative": next((one.name for one in account.initiatives), ""),
        "quiet_initiative": quiet.name if quiet else "",
    }
    return {slot: found[slot] for slot in SLOTS if found.get(slot)}


def _stands(here: Sequence[Standing]) -> dict[str, str]:
    """Name who decides, who speaks for us, who pays, and the key player who calls on us for least.

    Of those who decide it is one we are in touch with, where there is one: of anybody else no answer is to be had. Whom
    we call a friend we have met: a champion before others, a mentor before a supporter, then whom we met last.
    """
    keys = key_players(here)
    known = [who for who in keys if in_touch(who)] or keys
    for_us = [who for who in here if who.for_us and who.last_talk]
    pays = [who for who in here if who.last_talk and _pays(who)]
    views = [who for who in keys if who.sees_us_as]
    return {
        "decider": known[0].person.name if known else "",
        "champion": max(for_us, key=_friend).person.name if for_us else "",
        "payer": max(pays, key=_oldest_last).person.name if pays else "",
        "odd_one": min(views, key=_view).person.name if len({_view(who) for who in views}) > 1 else "",
    }


def _friend(who: Standing) -> tuple[bool, bool, int]:
    mentor = who.support is not None and who.support.value is Support.MENTOR
    return Role.CHAMPION in who.person.roles, mentor, _oldest_last(who)


def _pays(who: Standing) -> bool:
    """Whether invoices are paid in their house."""
    return key_of(who.person.function) == FINANCE


def _view(who: Standing) -> int:
    """Return how much they call on us for, the least first."""
    return list(SeesUs).index(who.sees_us_as.value) if who.sees_us_as else 0


def _oldest_last(who: Standing) -> int:
    return who.last_talk.toordinal() if who.last_talk else 0


def _talks(account: Account, here: Sequence[Standing], as_of: datetime.date) -> dict[str, str]:
    """Name who was silent longest of those who count, who was met last, and when.

    Whoever is silent and comes to an agreed talk, or is named in a step of ours, is left out: how we try is on file.
    """
    spoken = [who for who in here if who.last_talk]
    count = [who for who in spoken if who.key_player] or spoken
    stale = [who for who in count if who.freshness is Freshness.STALE]
    come = {key_of(one) for meeting in meetings_to_come(account, as_of) for one in meeting.theirs}
    quiet = [who for who in stale if who.person.key not in come and not steps_about(account, who.person, as_of)]
    silent = min(quiet if stale else count, key=_oldest_last, default=None)
    newest = max((talk for talk in account.contacts if talk.date <= as_of), key=_day, default=None)
    names = {who.person.key: who.person.name for who in here}
    met = [names[key_of(one)] for one in newest.theirs if key_of(one) in names] if newest else []
    return {
        "silent": silent.person.name if silent else "",
        "silent_since": on(silent.last_talk) if silent and silent.last_talk else "",
        "met": met[0] if met else "",
        "met_day": on(newest.date) if newest and met else "",
    }


def _day(talk: Contact) -> datetime.date:
    return talk.date


def _ahead(account: Account, as_of: datetime.date) -> dict[str, str]:
    """Give the day of the next talk, of the end of a contract and of the last review."""
    meeting = next(iter(meetings_to_come(account, as_of)), None)
    ends = contract_ends(account, as_of)
    past = past_reviews(account, as_of)
    return {
        "meeting_day": on(meeting.date) if meeting else "",
        "contract_day": on(ends[0][0]) if ends else "",
        "review_day": on(past[0].date) if past else "",
    }
