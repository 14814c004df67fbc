"""All rules, in the order of their codes."""

from __future__ import annotations

from collections.abc import Mapping

from sam_gen.checks.care import CARE
from sam_gen.checks.content import CONTENT
from sam_gen.checks.contracts import CONTRACTS
from sam_gen.checks.finding import Rule
from sam_gen.checks.hygiene import HYGIENE
from sam_gen.checks.money import MONEY
from sam_gen.checks.open_items import OPEN_ITEMS
from sam_gen.checks.people import PEOPLE
from sam_gen.checks.plan import PLAN
from sam_gen.checks.position import POSITION
from sam_gen.checks.posts import POSTS
from sam_gen.checks.progress import PROGRESS
from sam_gen.checks.ties import TIES
from sam_gen.checks.voice import VOICE

_BY_SUBJECT = (
    *(PEOPLE, POSTS, TIES, PLAN, OPEN_ITEMS, PROGRESS),
    *(CARE, VOICE, CONTRACTS, HYGIENE, CONTENT, POSITION, MONEY),
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for rules in _BY_SUBJECT for rule in rules), key=lambda rule: rule.code))

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}

GROUPS: Mapping[str, str] = {
    "SAM1": "People and ties",
    "SAM2": "Plan and actions",
    "SAM3": "Reviews, hand-over and care",
    "SAM4": "Playbook and hygiene",
    "SAM5": "Position and evidence",
    "SAM6": "Money and white space",
}
"""What the first digit of a code stands for."""
