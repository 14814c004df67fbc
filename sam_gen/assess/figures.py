"""Every figure of an account by the name that `sam-gen explain` takes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sam_gen.assess.diagnosis import diagnose, today_figure
from sam_gen.assess.doors import knowledge
from sam_gen.assess.evidence_debt import evidence_debt
from sam_gen.assess.footprint import grid, share_of_wallet
from sam_gen.assess.health import health
from sam_gen.assess.hygiene import hygiene
from sam_gen.assess.map_status import deciding_backing
from sam_gen.assess.opportunities import growth_cover
from sam_gen.assess.people import backing, in_touch, standings
from sam_gen.assess.position import known_dimensions, signs
from sam_gen.assess.removal import single_points
from sam_gen.assess.selection import selection_score
from sam_gen.assess.upstream import upstream
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
    "deciding_backing": Named(
        "key players for us who decide or approve",
        lambda account, playbook, as_of: deciding_backing(standings(account, playbook, as_of), playbook.method.people),
    ),
    "single_points": Named("people on either side on whom something hangs alone", single_points),
    "known_dimensions": Named(
        "dimensions of the position that have a sign",
        lambda account, playbook, as_of: known_dimensions(signs(account, playbook, as_of)),
    ),
    "today": Named(
        "the stage where the evidence puts us, 0 for the lowest",
        lambda account, playbook, as_of: today_figure(diagnose(account, playbook, as_of), playbook),
    ),
    "upstream": Named(
        "how early we are let into their decisions, 0 to 6, by worth",
        lambda account, playbook, as_of: upstream(account, playbook, as_of).index,
    ),
    "share_of_wallet": Named(
        "our part of what they spend on what we offer",
        lambda account, playbook, as_of: share_of_wallet(grid(account, playbook, as_of).needs),
    ),
    "knowledge_coverage": Named(
        "cells of the white space of which we know who serves them",
        lambda account, playbook, as_of: knowledge(grid(account, playbook, as_of), standings(account, playbook, as_of)),
    ),
    "growth_cover": Named("how far A and B opportunities reach towards the growth goal", growth_cover),
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
    "evidence_debt": Named("what rests on claims that have expired or are assumed, in points", evidence_debt),
    "health": Named(
        "how the account does, as the client would feel it",
        lambda account, playbook, as_of: health(account, playbook, as_of=as_of),
    ),
    "hygiene": Named(
        "how well we keep the plan",
        lambda account, playbook, as_of: hygiene(account, playbook, as_of=as_of),
    ),
}
"""In the order in which they are listed: people, position, business, dependence, selection, the two numbers."""
