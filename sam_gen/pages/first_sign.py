"""What a list says beside the answer to a risk: without its first sign it would read as a step that is due anyway."""

from __future__ import annotations

from sam_gen.assess.agenda import Item


def first_sign(item: Item) -> str:
    """Say what we would see first of the risk that a line answers; nothing for any other line."""
    return f", first sign: {item.sign}" if item.sign else ""
