"""`AccountPage`: how a file of the playbook names one of the pages of an account."""

from __future__ import annotations

from sam_gen.model.scalars import Word


class AccountPage(Word):
    """A page of an account, as its bar names it."""

    OVERVIEW = "overview"
    MAP = "map"
    POSITION = "position"
    PLAN = "plan"
    WHITE_SPACE = "white_space"
    REVIEWS = "reviews"
    COACHING = "coaching"
    BRIEF = "brief"
    VALUE = "value"
    SPONSORS = "sponsors"
    HAND_OVER = "hand_over"
