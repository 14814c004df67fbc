"""The head of the map page: its status in one colour, with the reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.map_status import Colour, MapStatus
from sam_gen.assess.people import Standing
from sam_gen.draw.standing import standing
from sam_gen.pages.parts import Marked
from sam_gen.pages.words import some

_STATES = {Colour.GREEN: "good", Colour.AMBER: "watch", Colour.RED: "at_risk"}


def status_line(status: MapStatus) -> tuple[Marked, str]:
    """Return the colour with its mark, and why."""
    shape, tone = standing(_STATES[status.colour] if status.colour else None)
    word = status.colour.value.capitalize() if status.colour else "not known yet"
    return Marked(shape, word, tone), _why(status) if status.colour else _unknown(status)


def _why(status: MapStatus) -> str:
    if status.deciding:
        part = "decides or approves" if len(status.deciding) == 1 else "decide or approve"
        unmet = f", but nobody of ours has met {_names(status.unmet)}" if status.unmet else ""
        return f"{_names(status.deciding)} {_are(status.deciding)} for us and {part}{unmet}.{_more(status)}"
    if status.colour is Colour.RED:
        return f"No key player is known to be for us.{_more(status)}"
    sure = [who for who in status.friends if who not in status.believed]
    if not sure:
        return f"We assume that {_names(status.believed)} {_are(status.believed)} for us.{_unknown_too(status)}"
    return f"{_names(sure)} {_are(sure)} for us, but nobody who decides or approves is known to be.{_more(status)}"


def _are(some: Sequence[Standing]) -> str:
    return "is" if len(some) == 1 else "are"


def _more(status: MapStatus) -> str:
    """Say of whom we only assume it, of whom we knew it once, and whose stand would change the picture."""
    guessed = [who for who in status.believed if who.stand_counts]
    old = [who for who in status.believed if not who.stand_counts]
    said = f" We assume it of {_names(guessed)}." if guessed else ""
    said += f" {_names(old)} {'was' if len(old) == 1 else 'were'} for us when we last heard; ask again." if old else ""
    return f"{said}{_unknown_too(status)}"


def _unknown_too(status: MapStatus) -> str:
    named = status.unmet if status.deciding else ()
    unknown = [who for who in status.unknown if who not in named]
    return f" Not known how {_names(unknown)} {'stands' if len(unknown) == 1 else 'stand'}." if unknown else ""


def _unknown(status: MapStatus) -> str:
    if status.believed:
        names, verb = _names(status.believed), _are(status.believed)
        return f"We believe that {names} {verb} for us; what we know of it no longer counts: ask again."
    if not status.unknown:
        return "Ask who decides, who approves and who speaks for us."
    return f"Ask how {_names(status.unknown)} {'sees' if len(status.unknown) == 1 else 'see'} us."


def _names(people: Sequence[Standing]) -> str:
    return some([who.person.name for who in people], 2, most=3)
