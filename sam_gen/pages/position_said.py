"""What the evidence says of a position and what we say of it, in sentences."""

from __future__ import annotations

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.pages.words import capital, count, listed, number


def lede(found: Diagnosed) -> str:
    """Say where we stand, how far our own view lies from it, and whether they move away."""
    return " ".join(sentence for sentence in (_today(found), _gap(found), _leaving(found)) if sentence)


def standing_line(found: Diagnosed) -> str:
    """Say in one line what the evidence and what we say, for the overview."""
    ask = f" Ask: {found.ask}" if found.ask else ""
    return f"{_today(found)} {_gap(found)}{ask}"


def scale_heading(found: Diagnosed) -> str:
    """Say what stands on the scale."""
    own, wish = found.said.own_stage, found.said.desired_stage
    parts = [f"evidence says {found.today.name}" if found.today else "evidence does not say yet"]
    parts += [f"we say {own.name}"] if own else []
    parts += ["we want to hold it"] if own and wish == own else [f"we wish for {wish.name}"] if wish else []
    return capital(", ".join(parts))


def _today(found: Diagnosed) -> str:
    if not found.stands:
        return "The playbook names no dimensions, so nothing can be worked out."
    if found.never_bought and found.today:
        return f"They have never bought from us, so we stand at {found.today.name}."
    if found.today is None:
        return f"Not known yet where we stand: {_missing(found)}."
    held = f", held down by {_weaker(found)}" if found.capped else ""
    return f"The evidence puts us at {found.today.name}{held}."


def _weaker(found: Diagnosed) -> str:
    name = found.weaker_gate.dimension.name if found.weaker_gate else ""
    return name[:1].lower() + name[1:]


def _missing(found: Diagnosed) -> str:
    gates = [stand.dimension.name for stand in found.unknown if stand.gate]
    if gates:
        return f"there is no live evidence of {listed([name[:1].lower() + name[1:] for name in gates])}"
    of = count(len(found.stands), "dimension")
    return f"{number(len(found.unknown))} of {of} {'has' if len(found.unknown) == 1 else 'have'} no live evidence"


def _gap(found: Diagnosed) -> str:
    own, wish = found.said.own_stage, found.said.desired_stage
    if own is None:
        wants = f"We wish for {wish.name}, and have" if wish else "We have"
        return f"{wants} not said where we believe we are."
    wants = "and have not said what we want" if wish is None else f"and wish for {wish.name}"
    wants = "and want to hold it" if wish == own else wants
    if found.gap == 0:
        return f"We say the same, {wants}."
    if found.gap is None:
        return f"We say {own.name}, {wants}." if wish is None else f"We say {own.name} {wants}."
    return f"We say {own.name}, {count(abs(found.gap), 'stage')} {'higher' if found.gap > 0 else 'lower'}, {wants}."


def _leaving(found: Diagnosed) -> str:
    return "Signs of moving apart are open: see below." if found.leaving else ""
