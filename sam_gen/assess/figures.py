"""Every figure of an account by the name that `sam-gen explain` takes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sam_gen.assess.footprint import grid, share_of_wallet
from sam_gen.assess.people import backing, in_touch, standings
from sam_gen.assess.portfolio import selection_score
from sam_gen.assess.position import known_dimensions, signs
from sam_gen.assess.value import Side, kept_rate, promises, strongest
from sam_gen.model.account import Account
from sam_gen.model.care import Direction
from sam_gen.model.figure import Figure
from sam_gen.model.method import CriterionSide
from sam_gen.model.playbook import Playbook

Work = Callable[[Account, Playbook, datetime.date], Figure]
"""Account, playbook and the day it is seen from → the figure."""


@dataclass(frozen=True)
class Named:
    """One figure under its name."""

    says: str
    """What it counts, in one line."""
    work: Work


FIGURES: Mapping[str, Named] = {
    "backing": Named(
        "key players who are for us",
        lambda account, playbook, as_of: backing(standings(account, playbook, as_of)),
    ),
    "in_touch": Named(
        "people whose last talk with us still tells something",
        lambda account, playbook, as_of: in_touch(standings(account, playbook, as_of)),
    ),
    "known_dimensions": Named(
        "dimensions of the position that have a sign",
        lambda account, playbook, as_of: known_dimensions(signs(account, playbook, as_of)),
    ),
    "share_of_wallet": Named(
        "our part of what they spend on what we offer",
        lambda account, playbook, _: share_of_wallet(grid(account, playbook).needs),
    ),
    "kept_by_us": Named(
        "our promises that were kept by their day",
        lambda account, playbook, as_of: kept_rate(promises(account, playbook, as_of), Side.OURS),
    ),
    "kept_by_them": Named(
        "their promises that were kept by their day",
        lambda account, playbook, as_of: kept_rate(promises(account, playbook, as_of), Side.THEIRS),
    ),
    "client_on_us": Named(
        "the strongest tie that binds the client to us",
        lambda account, _playbook, _: strongest(account, Direction.CLIENT_ON_US),
    ),
    "us_on_client": Named(
        "the strongest tie that binds us to the client",
        lambda account, _playbook, _: strongest(account, Direction.US_ON_CLIENT),
    ),
    "attractiveness": Named(
        "how attractive the account is, by the criteria of the playbook",
        lambda account, playbook, _: selection_score(account, playbook.method.selection, CriterionSide.ATTRACTIVENESS),
    ),
    "strength": Named(
        "how strong we are there, by the criteria of the playbook",
        lambda account, playbook, _: selection_score(account, playbook.method.selection, CriterionSide.STRENGTH),
    ),
}
"""In the order in which they are listed: people, position, business, dependence, selection."""
