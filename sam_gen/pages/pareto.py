"""Revenue by account, the largest first, with the sum so far: our own percentages, whatever they are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sam_gen.assess.concentration import Concentration, Share
from sam_gen.draw.pareto import Part, pareto
from sam_gen.draw.svg import el
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.words import amount, count, number

MOST = 24
"""Accounts that have a row of their own; the smaller ones share the last."""


def pareto_drawing(found: Concentration, currency: str) -> Drawing | None:
    """Draw the shares; None where fewer than two accounts have revenue that can be compared."""
    shares = [one for one in found.shares if one.amount > 0]
    if len(shares) < 2:
        return None
    parts = [Part(one.account.name, amount(one.amount, currency), one.share, one.cumulative) for one in shares[:MOST]]
    rest = shares[MOST:]
    if rest:
        total = sum((one.amount for one in rest), Decimal(0))
        name = f"{len(rest)} smaller accounts" if len(rest) > 1 else rest[0].account.name
        parts.append(Part(name, amount(total, currency), sum(one.share for one in rest), 1.0, several=len(rest) > 1))
    said = said_of(shares)
    svg = pareto(parts, (f"Our revenue of {found.year}", said, "revenue-pareto"))
    bar = el("rect", x=1, y=4, width=14, height=8, class_="s-bar-part")
    dot = el("circle", cx=8, cy=8, r=4, class_="s-disc s-disc--open")
    return Drawing(svg, "Revenue by account", (entry(bar, "share of one account"), entry(dot, "all so far")), note=said)


def said_of(shares: Sequence[Share]) -> str:
    """Say what the largest fifth brings, and how many bring half; nothing here is assumed."""
    size = len(shares)
    top = max(1, round(size / 5))
    half = next((at for at, one in enumerate(shares, 1) if round(one.cumulative, 2) >= 0.5), size)
    first = "The largest brings" if top == 1 else f"The largest {number(top)} bring"
    both = f"{first} {shares[top - 1].cumulative:.0%}, with {top / size:.0%} of the accounts."
    return f"{both} Half of the revenue lies with {count(half, 'account')} of {number(size)}."
