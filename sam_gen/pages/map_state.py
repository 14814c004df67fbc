"""The head of the map page: its status in one colour, with the reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.map_status import Colour, MapStatus
from sam_gen.assess.people import Standing
from sam_gen.draw.standing import standing
from sam_gen.pages.parts import Marked
from sam_gen.pages.words import count, listed

_STATES = {Colour.GREEN: "good", Colour.AMBER: "watch", Colour.RED: "at_risk"}


def status_line(status: MapStatus) -> tuple[Marked, str]:
    """Return the colour with its mark, and why."""
    shape, tone = standing(_STATES[status.colour] if status.colour else None)
    word = status.colour.value.capitalize() if status.colour else "not known yet"
    return Marked(shape, word, tone), _why(status) if status.colour else _unknown(status)


def _why(status: MapStatus) -> str:
    if status.colour is Colour.GREEN:
        verb = "is" if len(status.deciding) == 1 else "are"
        part = "decides or approves" if len(status.deciding) == 1 else "decide or approve"
        return f"{_names(status.deciding)} {verb} for us and {part}.{_more(status)}"
    if status.colour is Colour.AMBER:
        verb = "is" if len(status.friends) == 1 else "are"
        return f"{_names(status.friends)} {verb} for us, but nobody who decides or approves is.{_more(status)}"
    return f"No key player is known to be for us.{_more(status)}"


def _more(status: MapStatus) -> str:
    """Say whose stand would change the picture."""
    if not status.unknown:
        return ""
    return f" Not known how {_names(status.unknown)} {'stands' if len(status.unknown) == 1 else 'stand'}."


def _unknown(status: MapStatus) -> str:
    if not status.unknown:
        return "Ask who decides, who approves and who speaks for us."
    return f"Ask how {_names(status.unknown)} {'sees' if len(status.unknown) == 1 else 'see'} us."


def _names(some: Sequence[Standing]) -> str:
    names = [who.person.name for who in some]
    return listed(names if len(names) <= 3 else [*names[:2], count(len(names) - 2, "other")])
