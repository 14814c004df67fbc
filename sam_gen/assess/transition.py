"""How far a change of our account lead has come."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.model.account import Account
from sam_gen.model.care import Transition


class Phase(StrEnum):
    """The steps of a hand-over, in their order."""

    DECIDED = "decided"
    CLIENT_TOLD = "client_told"
    JOINT_MEETING = "joint_meeting"
    TAUGHT_BACK = "taught_back"
    CLOSED = "closed"


@dataclass(frozen=True)
class Step:
    """One phase with its day."""

    phase: Phase
    date: datetime.date | None
    done: bool
    """Whether the day has come; a day ahead is a plan."""


def steps(transition: Transition, as_of: datetime.date) -> tuple[Step, ...]:
    """Return every phase in its order."""
    days = {
        Phase.DECIDED: transition.decided,
        Phase.CLIENT_TOLD: transition.client_told,
        Phase.JOINT_MEETING: transition.joint_meeting,
        Phase.TAUGHT_BACK: transition.taught_back,
        Phase.CLOSED: transition.closed,
    }
    return tuple(Step(phase, day, day is not None and day <= as_of) for phase, day in days.items())


def running(account: Account, as_of: datetime.date) -> Transition | None:
    """Return the hand-over that is under way; None before it is decided and after both called it done."""
    transition = account.transition
    if transition is None or (transition.decided and transition.decided > as_of):
        return None
    return None if transition.closed and transition.closed <= as_of else transition
