"""What the file has put off on purpose, in words: in place of advice to do it now."""

from __future__ import annotations

from sam_gen.checks.finding import Rule
from sam_gen.checks.hygiene import expired
from sam_gen.pages.blocks import Sight


def put_off(sight: Sight, rule: Rule, key: str = "") -> str:
    """Return until when the finding of a rule is accepted, about one record or all, and why; empty where it counts."""
    for one in sight.account.ignore:
        about = one.on is None or one.on in (key, f"people/{key}")
        if one.rule == rule.code and about and one.why and not expired(one, sight.as_of):
            return f"Put off{f' until {sight.day(one.until)}' if one.until else ''}: {one.why}"
    return ""
